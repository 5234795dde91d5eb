/// Objects of linked data (JSON-LD 1.1) in the words of schema.org, with the references between them.
///
/// A context is not fetched and not applied; terms are known by themselves, with the prefix `schema:`
/// or as whole addresses, which is how pages write them.
struct LinkedGraph {
    let documents: [JSONValue]
    /// What all objects with an id say of it together.
    private let definitions: [String: JSONObject]

    /// A graph of all documents of one page, so that one may refer to what another defines.
    init(_ documents: [JSONValue]) {
        self.documents = documents
        var members: [String: [JSONObject.Member]] = [:]
        for document in documents {
            Self.visit(document) { object, _ in
                guard let id = Self.id(of: object), !Self.isReference(object) else { return }
                members[id, default: []] += object.members
            }
        }
        definitions = members.mapValues { JSONObject(members: $0) }
    }

    /// Calls `body` with every object of a document and the key that it stands under, from the outside
    /// in; the depth is that of the document, which its reader bounds.
    static func visit(
        _ value: JSONValue, under key: String = "", _ body: (JSONObject, String) -> Void
    ) {
        switch value {
        case .array(let items):
            for item in items { visit(item, under: key, body) }
        case .object(let object):
            body(object, key)
            for member in object.members where member.key != "@context" {
                visit(member.value, under: member.key, body)
            }
        default: return
        }
    }

    /// The types of an object, as schema.org names them.
    static func types(of object: JSONObject) -> [String] {
        let value = object["@type"] ?? object["type"]
        return (value?.items ?? [value].compactMap(\.self)).compactMap { $0.text.map(term) }
    }

    /// The id of an object; nil for a blank node (`_:b0`), whose name means nothing outside.
    static func id(of object: JSONObject) -> String? {
        guard let id = (object["@id"] ?? object["id"])?.text, !id.hasPrefix("_:") else {
            return nil
        }
        return id
    }

    private static func isReference(_ object: JSONObject) -> Bool {
        object.members.allSatisfy { ["@id", "@type", "id", "type"].contains($0.key) }
    }

    /// A type or property without the address or prefix of the vocabulary.
    static func term(_ name: String) -> String {
        for prefix in prefixes where name.hasPrefix(prefix) {
            return String(name.dropFirst(prefix.count))
        }
        return name
    }

    private static let prefixes = [
        "http://schema.org/", "https://schema.org/", "http://www.schema.org/",
        "https://www.schema.org/", "schema:",
    ]

    /// The object that a value is or refers to; nil for other values.
    func object(_ value: JSONValue) -> JSONObject? {
        switch value {
        case .object(let object):
            guard Self.isReference(object), let id = Self.id(of: object) else { return object }
            return definitions[id] ?? object
        case .string(let text):
            return definitions[text]
        default:
            return nil
        }
    }

    /// What all objects with the id of `object` say together; itself where it has none.
    func whole(_ object: JSONObject) -> JSONObject {
        Self.id(of: object).flatMap { definitions[$0] } ?? object
    }

    /// The values of a property: the items of a list, or the one value; no null.
    func values(of property: String, in object: JSONObject) -> [JSONValue] {
        var found = object[property]
        for prefix in Self.prefixes where found == nil { found = object[prefix + property] }
        guard let found, !found.isNull else { return [] }
        if let list = found["@list"] ?? found["@set"] { return list.items ?? [list] }
        return found.items ?? [found]
    }

    /// The first text of the properties, in their order.
    func text(of properties: String..., in object: JSONObject) -> String? {
        for property in properties {
            for value in values(of: property, in: object) {
                if let text = value.text ?? value["@value"]?.text { return text }
            }
        }
        return nil
    }
}

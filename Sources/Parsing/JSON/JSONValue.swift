/// A value of a JSON document (RFC 8259), as written: numbers keep their digits.
enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    /// The number's text, which is valid by the grammar of RFC 8259, section 6. An id of 19 digits
    /// stays whole this way.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// The member `key` of an object; nil for other values and where there is no such member.
    subscript(key: String) -> JSONValue? {
        guard case .object(let object) = self else { return nil }
        return object[key]
    }

    /// A string, or the text of a number, without white space at its ends; nil for an empty one and
    /// for everything else.
    var text: String? {
        switch self {
        case .string(let text): text.trimmed
        case .number(let text): text
        default: nil
        }
    }

    /// A number, or a string that is nothing but a number; nil where it is not finite.
    var double: Double? {
        guard let text, let number = Double(text), number.isFinite else { return nil }
        return number
    }

    /// The items of an array; nil for other values.
    var items: [JSONValue]? {
        guard case .array(let items) = self else { return nil }
        return items
    }

    /// The value as an object; nil for other values.
    var object: JSONObject? {
        guard case .object(let object) = self else { return nil }
        return object
    }

    var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// What the value is, in words: "an object", "a string".
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a Boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

/// The members of a JSON object in the order of the document.
///
/// Where a key stands twice, the later member is the one that is found (as ECMA-404 readers do).
/// Looking up is a walk over the few members that objects in feeds have; a large object, which only
/// a hostile document has, keeps an index, so that asking it often takes no time either.
struct JSONObject: Sendable, Hashable {
    /// One key with its value.
    struct Member: Sendable, Hashable {
        var key: String
        var value: JSONValue
    }

    let members: [Member]
    /// The last place of every key; nil for an object with few members.
    private let index: [String: Int]?

    /// An object of `members`, in the order of the document.
    init(members: [Member]) {
        self.members = members
        index =
            members.count <= 64
            ? nil : Dictionary(zip(members.map(\.key), members.indices)) { $1 }
    }

    /// The value of the last member `key`.
    subscript(key: String) -> JSONValue? {
        if let index { return index[key].map { members[$0].value } }
        return members.last { $0.key == key }?.value
    }
}

extension String {
    /// The string without white space at its ends; nil if nothing is left.
    var trimmed: String? {
        // Most texts have a letter of ASCII at both ends.
        if let first = utf8.first, let last = utf8.last, (0x21..<0x7F).contains(first),
            (0x21..<0x7F).contains(last)
        {
            return self
        }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return nil }
        if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex {
            return self
        }
        return String(scalars[first...last])
    }
}

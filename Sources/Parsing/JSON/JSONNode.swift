import TextProcessing

/// A value of a document that was read, at its place there.
struct JSONNode {
    let document: JSONDocument
    private let shortPlace: UInt32
    private var shortOuter = UInt32.max

    /// The place of the value among the nodes.
    var place: Int { Int(shortPlace) }

    init(document: JSONDocument, place: Int) {
        self.document = document
        shortPlace = UInt32(truncatingIfNeeded: place)
    }

    /// The value of which this is a part and that is found under `^`; nil for other values.
    var outer: JSONNode? {
        get {
            shortOuter == .max ? nil : JSONNode(document: document, place: Int(shortOuter))
        }
        set { shortOuter = newValue?.shortPlace ?? .max }
    }

    private var node: JSONDocument.Node { document.nodes[place] }

    var isNull: Bool { node.kind == .null }
    var isObject: Bool { node.kind == .object }
    var isArray: Bool { node.kind == .array }
    var isString: Bool { node.kind == .string }

    /// A Boolean; nil for other values.
    var bool: Bool? {
        switch node.kind {
        case .yes: true
        case .no: false
        default: nil
        }
    }

    /// The member `key` of an object; nil for other values and where there is no such member.
    subscript(key: String) -> JSONNode? {
        if let outer, key == "^" { return outer }
        return document.member(key, of: place).map { JSONNode(document: document, place: $0) }
    }

    /// A string, or the text of a number, without white space at its ends; nil for an empty one and
    /// for everything else.
    var text: String? {
        switch node.kind {
        case .string: hasPlainEnds ? content : content.trimmed
        case .number: content
        default: nil
        }
    }

    /// What `text` is, and of a Boolean `true` or `false`.
    var words: String? { bool.map { $0 ? "true" : "false" } ?? text }

    /// Whether a string has letters or signs of ASCII at both ends, as most have.
    private var hasPlainEnds: Bool {
        document.withText(at: place) { text in
            guard let first = text.first else { return false }
            return (0x21..<0x7F).contains(first) && (0x21..<0x7F).contains(text[text.count - 1])
        }
    }

    /// The characters of a string, a number or a key as they are; of anything else, none.
    var content: String { document.withText(at: place) { String(utf8: $0) } }

    /// A number, or a string that is nothing but a number; nil where it is not finite.
    var double: Double? {
        guard let text, let number = Double(text), number.isFinite else { return nil }
        return number
    }

    /// The items of an array; nil for other values.
    var items: [JSONNode]? {
        guard isArray else { return nil }
        let count = Int(node.count)
        var items: [JSONNode] = []
        items.reserveCapacity(count)
        var current = place + 1
        for _ in 0..<count {
            items.append(JSONNode(document: document, place: current))
            current = Int(document.nodes[current].next)
        }
        return items
    }

    /// The item at `position`, from 0, of an array; nil for other values and beyond the end.
    func item(_ position: Int) -> JSONNode? {
        guard isArray, position < count else { return nil }
        var item = JSONNode(document: document, place: place + 1)
        for _ in 0..<position { item = item.following }
        return item
    }

    /// What stands behind the value; to be asked only of an item that is not the last.
    var following: JSONNode { JSONNode(document: document, place: Int(node.next)) }

    /// The members of an object in the order of the document; none of other values.
    var members: JSONMembers { JSONMembers(object: self) }

    /// How many items an array or members an object has.
    var count: Int { isArray || isObject ? Int(node.count) : 0 }

    /// The value with all that is in it as a tree of its own.
    var value: JSONValue {
        switch node.kind {
        case .null: return .null
        case .yes: return .bool(true)
        case .no: return .bool(false)
        case .number: return .number(content)
        case .string: return .string(content)
        case .array: return .array((items ?? []).map(\.value))
        case .object:
            var tree: [JSONObject.Member] = []
            tree.reserveCapacity(count)
            for member in members {
                tree.append(
                    JSONObject.Member(key: member.key.content, value: member.value.value))
            }
            return .object(JSONObject(members: tree))
        }
    }

    /// What the value is, in words: "an object", "a string".
    var kind: String {
        switch node.kind {
        case .null: "null"
        case .yes, .no: "a Boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

/// The members of an object, key by key.
struct JSONMembers: Sequence, IteratorProtocol {
    private let document: JSONDocument
    private var current: Int
    private var left: Int

    init(object: JSONNode) {
        document = object.document
        current = object.place + 1
        left = object.isObject ? object.count : 0
    }

    mutating func next() -> (key: JSONNode, value: JSONNode)? {
        guard left > 0 else { return nil }
        left -= 1
        let key = JSONNode(document: document, place: current)
        let value = JSONNode(document: document, place: current + 1)
        current = Int(document.nodes[current + 1].next)
        return (key, value)
    }
}

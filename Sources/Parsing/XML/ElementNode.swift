/// One element of an entry or of a feed's head whose meaning is known.
struct ElementNode {
    let field: Field
    let vocabulary: Vocabulary
    /// The nearest element around that has fields of its own, an index into the record; -1 for the
    /// entry itself.
    let scope: Int
    /// The text between the tags, in the bytes of the record.
    var text: Range<Int>
    /// Whether mark-up stands in the text, written as tags and escaped, rather than text alone.
    var isMarkup = false
    let attributes: Range<Int>
    /// The base of addresses in the element where `xml:base` gives another than the document's.
    let base: String?
}

/// An attribute of an element, by its local name.
struct ElementAttribute {
    let name: String
    let value: String
}

/// What stands in one entry, or in the head of a feed: a flat list of elements, and their texts.
///
/// One record is filled again and again while a document is read, so that memory is claimed once.
struct ElementRecord {
    private(set) var nodes: [ElementNode] = []
    private(set) var attributes: [ElementAttribute] = []
    var bytes: [UInt8] = []
    /// The attributes of the entry's own element.
    var own: [ElementAttribute] = []
    var base: String?
    var language: String?

    /// Empties the record and keeps its memory.
    mutating func clear() {
        nodes.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        own = []
        base = nil
        language = nil
    }

    /// Adds an element whose text begins here; returns its index.
    mutating func open(
        _ field: Field, _ vocabulary: Vocabulary, scope: Int, attributes: [ElementAttribute],
        base: String?
    ) -> Int {
        let first = self.attributes.count
        self.attributes += attributes
        nodes.append(
            ElementNode(
                field: field, vocabulary: vocabulary, scope: scope,
                text: bytes.count..<bytes.count, attributes: first..<self.attributes.count,
                base: base))
        return nodes.count - 1
    }

    /// Ends the text of an element here.
    mutating func close(_ index: Int) {
        nodes[index].text = nodes[index].text.lowerBound..<bytes.count
    }

    /// Turns the text of an open element into mark-up: what was text so far is escaped.
    mutating func makeMarkup(_ index: Int) {
        guard !nodes[index].isMarkup else { return }
        nodes[index].isMarkup = true
        let start = nodes[index].text.lowerBound
        let text = bytes[start...]
        guard text.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return
        }
        let plain = Array(text)
        bytes.removeSubrange(start...)
        plain.withUnsafeBufferPointer { appendEscaped($0) }
    }

    /// Adds text, with `<` and `&` as references.
    mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            default: bytes.append(byte)
            }
        }
    }

    /// The text of an element as it stands.
    func text(of node: ElementNode) -> String {
        String(decoding: bytes[node.text], as: UTF8.self)
    }

    /// The elements that are fields of the one at `index`.
    func inside(_ index: Int) -> [ElementNode] {
        nodes[(index + 1)...].prefix { $0.scope >= index }.filter { $0.scope == index }
    }

    /// Whether an element has no text but white space.
    func isBlank(_ node: ElementNode) -> Bool {
        bytes[node.text].allSatisfy { $0 <= 0x20 }
    }

    /// The value of an attribute; nil if the element does not have it.
    func attribute(_ name: String, of node: ElementNode) -> String? {
        attributes[node.attributes].first { $0.name == name }?.value
    }
}

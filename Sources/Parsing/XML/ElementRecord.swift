import CXML
import TextProcessing

/// What stands in one entry, or in the head of a feed: a flat list of elements, and their texts.
///
/// One record is filled again and again while a document is read, so that memory is claimed once; a
/// string is made only of what an entry takes out of it.
struct ElementRecord {
    private(set) var nodes: [ElementNode] = []
    private var attributes: [ElementAttribute] = []
    /// Names and values of attributes.
    private var attributeBytes: [UInt8] = []
    var bytes: [UInt8] = []
    /// The attributes of the entry's own element.
    private var own = 0..<0
    var base: String?
    var language: String?
    /// Whether any element stands inside, be its meaning known or not.
    var hasElements = false

    /// Empties the record and keeps its memory.
    mutating func clear() {
        nodes.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
        attributeBytes.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        own = 0..<0
        base = nil
        language = nil
        hasElements = false
    }

    /// Adds an element whose text begins here; returns its index.
    mutating func open(
        _ field: Field, _ vocabulary: Vocabulary, scope: Int,
        attributes: UnsafeBufferPointer<cxml_attribute>, base: String?
    ) -> Int {
        let taken = attributes.isEmpty ? 0..<0 : take(attributes)
        nodes.append(
            ElementNode(
                field: field, vocabulary: vocabulary, scope: scope,
                text: bytes.count..<bytes.count, attributes: taken, base: base))
        return nodes.count - 1
    }

    /// Takes over the attributes of the entry's own element.
    mutating func setOwn(_ attributes: UnsafeBufferPointer<cxml_attribute>) {
        own = take(attributes)
    }

    private mutating func take(_ added: UnsafeBufferPointer<cxml_attribute>) -> Range<Int> {
        let first = attributes.count
        for attribute in added {
            let start = attributeBytes.count
            attributeBytes.append(contentsOf: attribute.nameBytes)
            let middle = attributeBytes.count
            attributeBytes.append(contentsOf: attribute.valueBytes)
            attributes.append(
                ElementAttribute(name: start..<middle, value: middle..<attributeBytes.count))
        }
        return first..<attributes.count
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

    // MARK: Reading

    /// The text of an element as it stands.
    func text(of node: ElementNode) -> String {
        Self.text(bytes, node.text)
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
        for attribute in attributes[node.attributes]
        where attribute.name.count == name.utf8.count
            && attributeBytes[attribute.name].elementsEqual(name.utf8)
        {
            return text(attribute.value)
        }
        return nil
    }

    /// Whether the entry's own element has attributes.
    var hasOwnAttributes: Bool { !own.isEmpty }

    /// The value of an attribute of the entry's own element, whose name is written in lower case here;
    /// nil if it does not have it.
    func ownAttribute(_ name: String) -> String? {
        for attribute in attributes[own] where text(attribute.name).lowercased() == name {
            return text(attribute.value)
        }
        return nil
    }

    /// The names and values of the attributes of an element.
    func attributes(of node: ElementNode) -> [(name: String, value: String)] {
        attributes[node.attributes].map { (text($0.name), text($0.value)) }
    }

    private func text(_ range: Range<Int>) -> String {
        Self.text(attributeBytes, range)
    }

    private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        bytes.withUnsafeBufferPointer { String(utf8: UnsafeBufferPointer(rebasing: $0[range])) }
    }
}

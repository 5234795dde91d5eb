import CXML

/// Follows the elements of a document and gathers what belongs to each entry and to the feed itself.
///
/// Meaning comes from names alone: unknown elements are looked through, so that fields are found
/// wherever a source has wrapped them, and text fields take in the mark-up inside them.
final class FeedCollector {
    /// An element that is open.
    private struct Frame {
        var field: Field
        /// Its place in the record; -1 where it has none.
        var node: Int
        /// The node whose fields are inside.
        var scope: Int
        /// The text field that this element is mark-up of; -1 outside of such.
        var container: Int
        /// Its name's number in `names`.
        var name: Int
    }

    private var frames: [Frame] = []
    private var names = ElementNames()
    private var inherited: InheritedAttributes
    private var record = ElementRecord()
    /// How deep the entry's own element is; nil outside of entries.
    private var entryDepth: Int?
    /// Learns what the head has gained, from the node of that index on, before the next entry.
    private let begin: (ElementRecord, Int) -> Void
    /// Takes each entry when it is complete.
    private let take: (ElementRecord) -> Void
    private var knownHeadCount = 0
    private var hasBegun = false

    /// What stands outside of entries.
    private(set) var head = ElementRecord()
    private(set) var root: DocumentRoot?

    /// A collector for a document that came from `base`; hands the head to `begin` and complete
    /// entries to `take`.
    init(
        base: String?, begin: @escaping (ElementRecord, Int) -> Void,
        take: @escaping (ElementRecord) -> Void
    ) {
        inherited = InheritedAttributes(documentBase: base)
        self.begin = begin
        self.take = take
    }

    /// Hands over the entry that is open, as far as it was read: another begins inside it.
    private func endOpenEntry() {
        guard let depth = entryDepth else { return }
        while frames.count >= depth { end() }
    }

    // MARK: Events

    func start(
        name: UnsafePointer<CChar>, namespace: UnsafePointer<CChar>?,
        attributes: UnsafeBufferPointer<cxml_attribute>
    ) {
        let number = names.number(name, namespace)
        let element = names[number]
        if root == nil {
            root = DocumentRoot(element, namespace: namespace, attributes: attributes)
        } else if element.field == .channel {
            root?.enterChannel(namespace: namespace)
        }
        inherited.enter(depth: frames.count + 1, attributes)
        let parent = frames.last
        if element.field == .item {
            // Even inside a text: it is one that was not closed.
            startEntry(number, attributes)
        } else if let parent, parent.container >= 0 {
            startMarkup(number, in: parent)
        } else {
            startField(number, parent: parent, attributes)
        }
    }

    func text(_ text: UnsafeBufferPointer<UInt8>) {
        guard let frame = frames.last, frame.node >= 0 || frame.container >= 0 else { return }
        if entryDepth != nil {
            Self.append(text, to: &record, container: frame.container)
        } else {
            Self.append(text, to: &head, container: frame.container)
        }
    }

    func end() {
        guard let frame = frames.popLast() else { return }
        if frame.container >= 0, frame.node < 0 {
            // `<br></br>` would be two breaks.
            if names[frame.name].name != "br" { appendTag(frame.name, isEnd: true) }
        } else if frame.node >= 0 {
            if entryDepth != nil { record.close(frame.node) } else { head.close(frame.node) }
        }
        inherited.leave(depth: frames.count + 1)
        if entryDepth == frames.count + 1 {
            entryDepth = nil
            if !hasBegun || head.nodes.count > knownHeadCount {
                begin(head, knownHeadCount)
                hasBegun = true
                knownHeadCount = head.nodes.count
            }
            take(record)
            record.clear()
        }
    }

    // MARK: Elements

    private func startEntry(
        _ name: Int, _ attributes: UnsafeBufferPointer<cxml_attribute>
    ) {
        endOpenEntry()
        record.clear()
        record.own = Self.copied(attributes)
        record.base = inherited.base
        record.language = inherited.language
        frames.append(Frame(field: .item, node: -1, scope: -1, container: -1, name: name))
        entryDepth = frames.count
    }

    private func startField(
        _ name: Int, parent: Frame?, _ attributes: UnsafeBufferPointer<cxml_attribute>
    ) {
        let element = names[name]
        let scope = parent?.scope ?? -1
        var frame = Frame(
            field: element.field, node: -1, scope: scope, container: -1, name: name)
        if element.field == .root || element.field == .channel {
            head.language = inherited.language ?? head.language
            head.base = inherited.base ?? head.base
        } else if element.field != .other {
            let copied = element.field.usesAttributes ? Self.copied(attributes) : []
            let base = inherited.base
            frame.node =
                entryDepth != nil
                ? record.open(
                    element.field, element.vocabulary, scope: scope, attributes: copied, base: base)
                : head.open(
                    element.field, element.vocabulary, scope: scope, attributes: copied, base: base)
            if element.field.isScope { frame.scope = frame.node }
            if element.field.isText { frame.container = frame.node }
        }
        frames.append(frame)
    }

    /// Opens an element inside a text field: part of its mark-up.
    private func startMarkup(_ name: Int, in parent: Frame) {
        if entryDepth != nil {
            record.makeMarkup(parent.container)
        } else {
            head.makeMarkup(parent.container)
        }
        frames.append(
            Frame(
                field: .other, node: -1, scope: parent.scope, container: parent.container,
                name: name))
        appendTag(name, isEnd: false)
    }

    private func appendTag(_ name: Int, isEnd: Bool) {
        let tag = (isEnd ? "</" : "<") + names[name].name + ">"
        if entryDepth != nil {
            record.bytes += tag.utf8
        } else {
            head.bytes += tag.utf8
        }
    }

    private static func append(
        _ text: UnsafeBufferPointer<UInt8>, to record: inout ElementRecord, container: Int
    ) {
        if container >= 0, record.nodes[container].isMarkup {
            record.appendEscaped(text)
        } else {
            record.bytes.append(contentsOf: text)
        }
    }

    private static func copied(
        _ attributes: UnsafeBufferPointer<cxml_attribute>
    ) -> [ElementAttribute] {
        attributes.map {
            ElementAttribute(name: String(cString: $0.name), value: $0.text)
        }
    }
}

extension cxml_attribute {
    /// The value as a string.
    var text: String {
        value.withMemoryRebound(to: UInt8.self, capacity: value_length) {
            String(decoding: UnsafeBufferPointer(start: $0, count: value_length), as: UTF8.self)
        }
    }

    /// Whether this is the attribute `xml:name`.
    func isXML(_ name: StaticString) -> Bool {
        guard let space = namespace_uri else { return false }
        return name.withUTF8Buffer(isName)
            && Vocabulary(namespace: String(cString: space)) == .xml
    }

    private func isName(_ expected: UnsafeBufferPointer<UInt8>) -> Bool {
        for (index, byte) in expected.enumerated() where UInt8(bitPattern: name[index]) != byte {
            return false
        }
        return name[expected.count] == 0
    }
}

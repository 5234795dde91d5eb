import CXML
import Model

/// Follows the elements of a document and gathers what belongs to each entry and to the feed itself.
///
/// Meaning comes from names alone: unknown elements are looked through, so that fields are found
/// wherever a source has wrapped them, and text fields take in the mark-up inside them.
struct FeedCollector {
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
    /// What holds for all entries, learned from the head.
    private(set) var context: ReadingContext
    /// Takes each entry when it is complete.
    private(set) var builder: EntryBuilder
    private var knownHeadCount = 0
    private var hasBegun = false

    /// What stands outside of entries.
    private(set) var head = ElementRecord()
    private(set) var root: DocumentRoot?

    /// A collector for a document of which `options` tell what is known from outside.
    init(options: FeedParser.Options) {
        inherited = InheritedAttributes(documentBase: options.baseURL)
        context = ReadingContext(options: options)
        builder = EntryBuilder(base: options.baseURL)
    }

    /// Hands over the entry that is open, as far as it was read: another begins inside it.
    private mutating func endOpenEntry() {
        guard let depth = entryDepth else { return }
        while frames.count >= depth { end() }
    }

    /// The entries of the document, with their identities, and what to tell the owner about them.
    mutating func finish() -> (entries: [Entry], notes: [String]) { builder.finish() }

    /// Whether an element of this meaning can't be mark-up of the text that is open around it, so
    /// that the text was not closed.
    private func endsText(_ field: Field, in frame: Frame) -> Bool {
        switch field {
        case .id, .published, .issued, .created, .updated, .modified, .encodedContent, .author,
            .creator, .originalLink:
            return true
        case .link, .description, .content, .summary, .date:
            let nodes = entryDepth != nil ? record.nodes : head.nodes
            return nodes[frame.container].field == .title
        default: return false
        }
    }

    /// Closes the text that is open, if one is.
    private mutating func endOpenText() {
        while let frame = frames.last, frame.container >= 0 { end() }
    }

    // MARK: Events

    mutating func start(
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
        } else if let parent, parent.container >= 0, !endsText(element.field, in: parent) {
            startMarkup(number, in: parent)
        } else {
            endOpenText()
            startField(number, parent: frames.last, attributes)
        }
    }

    mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
        guard let frame = frames.last, frame.node >= 0 || frame.container >= 0 else { return }
        if entryDepth != nil {
            Self.append(text, to: &record, container: frame.container)
        } else {
            Self.append(text, to: &head, container: frame.container)
        }
    }

    mutating func end() {
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
                context.learn(from: head, since: knownHeadCount)
                hasBegun = true
                knownHeadCount = head.nodes.count
            }
            if let draft = EntryReading(record, context).draft { builder.add(draft) }
            record.clear()
        }
    }

    // MARK: Elements

    private mutating func startEntry(
        _ name: Int, _ attributes: UnsafeBufferPointer<cxml_attribute>
    ) {
        endOpenEntry()
        record.clear()
        record.setOwn(attributes)
        record.base = inherited.base
        record.language = inherited.language
        frames.append(Frame(field: .item, node: -1, scope: -1, container: -1, name: name))
        entryDepth = frames.count
    }

    private mutating func startField(
        _ name: Int, parent: Frame?, _ attributes: UnsafeBufferPointer<cxml_attribute>
    ) {
        let element = names[name]
        let scope = parent?.scope ?? -1
        if entryDepth != nil { record.hasElements = true }
        var frame = Frame(
            field: element.field, node: -1, scope: scope, container: -1, name: name)
        if element.field == .root || element.field == .channel {
            head.language = inherited.language ?? head.language
            head.base = inherited.base ?? head.base
        } else if element.field != .other {
            let used = element.field.usesAttributes ? attributes : Self.noAttributes
            let base = inherited.base
            frame.node =
                entryDepth != nil
                ? record.open(
                    element.field, element.vocabulary, scope: scope, attributes: used, base: base)
                : head.open(
                    element.field, element.vocabulary, scope: scope, attributes: used, base: base)
            if element.field.isScope { frame.scope = frame.node }
            if element.field.isText { frame.container = frame.node }
        }
        frames.append(frame)
    }

    /// Opens an element inside a text field: part of its mark-up.
    private mutating func startMarkup(_ name: Int, in parent: Frame) {
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

    private mutating func appendTag(_ name: Int, isEnd: Bool) {
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

    private static var noAttributes: UnsafeBufferPointer<cxml_attribute> {
        .init(start: nil, count: 0)
    }
}

extension cxml_attribute {
    /// The value as a string.
    var text: String { String(decoding: valueBytes, as: UTF8.self) }

    var valueBytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: value, count: value_length)
    }

    var nameBytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: name, count: name_length)
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

import CXML
import FoundationEssentials
import Model

/// Reads RSS, RDF and Atom.
enum XMLFeedParser {
    /// Reads the document that starts at `start`; see `FeedParser.parse` for what holds.
    static func parse(
        _ document: DecodedDocument, from start: Int, options: FeedParser.Options
    ) throws(FeedParseError) -> ParsedFeed {
        var builder = EntryBuilder(base: options.baseURL)
        var context = ReadingContext(options: options)
        var notes = document.notes
        if start > 0, document.bytes[..<start].contains(where: { $0 > 0x20 }) {
            notes.append("Text stands before the feed and was left out.")
        }
        let collector = FeedCollector(
            base: options.baseURL,
            begin: { head, first in context.learn(from: head, since: first) },
            take: { record in
                if let draft = EntryReading(record, context).draft { builder.add(draft) }
            })
        let result = read(document.bytes, from: start, into: collector)
        let isWhole = result.ending == CXML_COMPLETE
        let entries = builder.finish()
        try check(result, root: collector.root, hasEntries: !entries.entries.isEmpty)

        let head = FeedHead(collector.head, context)
        notes += entries.notes
        if !isWhole {
            notes.append(
                "The document breaks off at line \(result.line); the entries up to there were read."
            )
        } else if result.was_repaired {
            notes.append("The document is not well-formed XML; it was mended on the way.")
        }
        return ParsedFeed(
            format: collector.root?.format ?? .rss2, title: head.title, entries: entries.entries,
            nextPage: head.nextPage, notes: notes, timeToLive: head.timeToLive)
    }

    private static func check(
        _ result: cxml_result, root: DocumentRoot?, hasEntries: Bool
    ) throws(FeedParseError) {
        if hasEntries || (result.ending == CXML_COMPLETE && root?.format != nil) { return }
        let (line, column) = (Int(result.line), Int(result.column))
        switch result.ending {
        case CXML_TOO_DEEP:
            throw FeedParseError(
                reason: .tooDeep,
                detail:
                    "Elements are nested deeper than 256 at line \(line); this is no usable feed.",
                line: line, column: column)
        case CXML_TOO_MANY_ATTRIBUTES:
            throw FeedParseError(
                reason: .malformed,
                detail: "An element has more than 1,000 attributes; this is no usable feed.")
        case CXML_COMPLETE:
            throw FeedParseError(
                reason: .notAFeed,
                detail: "This is an XML document of another kind. Check the address.")
        default:
            throw FeedParseError(
                reason: .malformed,
                detail: "The document breaks off or is broken at line \(line), column \(column), "
                    + "before its first complete entry. If this stays, tell the site.",
                line: line, column: column)
        }
    }

    private static func read(
        _ document: [UInt8], from start: Int, into collector: FeedCollector
    ) -> cxml_result {
        document.withUnsafeBufferPointer { buffer in
            let rest = UnsafeBufferPointer(rebasing: buffer[start...])
            guard let first = rest.baseAddress else { return cxml_result() }
            return withExtendedLifetime(collector) {
                var handler = Self.handler(for: collector)
                return cxml_parse(first, rest.count, &handler)
            }
        }
    }

    private static func handler(for collector: FeedCollector) -> cxml_handler {
        cxml_handler(
            context: Unmanaged.passUnretained(collector).toOpaque(),
            start: { context, name, namespace, attributes, count in
                collectorAt(context)?.start(
                    name: name, namespace: namespace,
                    attributes: UnsafeBufferPointer(start: attributes, count: count))
                return true
            },
            end: { context in
                collectorAt(context)?.end()
                return true
            },
            text: { context, bytes, count in
                collectorAt(context)?.text(UnsafeBufferPointer(start: bytes, count: count))
                return true
            })
    }
}

/// The collector that a callback's context stands for.
private func collectorAt(_ context: UnsafeMutableRawPointer?) -> FeedCollector? {
    context.map { Unmanaged<FeedCollector>.fromOpaque($0).takeUnretainedValue() }
}

/// What holds for all entries of a document.
struct ReadingContext {
    let options: FeedParser.Options
    /// The language that the feed declares.
    private(set) var language: String?
    /// The author that the feed names for its entries (RFC 4287, 4.2.1).
    private(set) var author: String?

    init(options: FeedParser.Options) {
        self.options = options
    }

    /// Takes over what the head of the feed says in its elements from `first` on.
    mutating func learn(from head: ElementRecord, since first: Int) {
        language = language ?? head.language
        for index in head.nodes.indices[first...] where head.nodes[index].scope < 0 {
            let node = head.nodes[index]
            if node.field == .language, !head.isBlank(node) { language = head.text(of: node) }
            if node.field == .author, node.vocabulary == .atom {
                author = author ?? PersonName(at: index, in: head)?.text
            }
        }
    }

    func date(_ text: String) -> Date? { FeedDate.parse(text, timeZone: options.timeZone) }

    /// The base of addresses under an `xml:base`, or without one.
    func base(_ declared: String?) -> String? { declared ?? options.baseURL }
}

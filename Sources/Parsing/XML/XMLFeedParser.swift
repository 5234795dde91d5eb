import CXML
import FoundationEssentials
import Model
import TextProcessing

/// Reads RSS, RDF and Atom.
enum XMLFeedParser {
    /// Reads the document that starts at `start`; see `FeedParser.parse` for what holds.
    static func parse(
        _ document: DecodedDocument, from start: Int, options: FeedParser.Options
    ) throws(FeedParseError) -> ParsedFeed {
        var notes = document.notes
        if start > 0, document.bytes[..<start].contains(where: { $0 > 0x20 }) {
            notes.append("Text stands before the feed and was left out.")
        }
        var (collector, result) = read(document.bytes, from: start, options: options)
        let isWhole = result.ending == CXML_COMPLETE
        let entries = collector.finish()
        try check(result, root: collector.root, hasEntries: !entries.entries.isEmpty)

        let head = FeedHead(collector.head, collector.context)
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
            nextPage: head.nextPage, notes: notes, timeToLive: head.timeToLive,
            skips: head.skips)
    }

    private static func check(
        _ result: cxml_result, root: DocumentRoot?, hasEntries: Bool
    ) throws(FeedParseError) {
        if hasEntries || (result.ending == CXML_COMPLETE && root?.format != nil) { return }
        // libxml2 names no place where it gives up before the first line is over.
        let (line, column) = (max(1, Int(result.line)), max(1, Int(result.column)))
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

    /// Reads a plain and well-formed document in the quick way, and anything else in the thorough one.
    private static func read(
        _ document: [UInt8], from start: Int, options: FeedParser.Options
    ) -> (FeedCollector, cxml_result) {
        let quick = collect(document, from: start, options: options) { text, count, handler in
            cxml_scan(text, count, handler)
                ? cxml_result(ending: CXML_COMPLETE, was_repaired: false, line: 0, column: 0) : nil
        }
        if let quick { return quick }
        return collect(document, from: start, options: options, by: cxml_parse)
            ?? (FeedCollector(options: options), cxml_result())
    }

    /// What `reader` finds in the document; nil where it gives none.
    private static func collect(
        _ document: [UInt8], from start: Int, options: FeedParser.Options,
        by reader: (UnsafePointer<UInt8>, Int, UnsafePointer<cxml_handler>) -> cxml_result?
    ) -> (FeedCollector, cxml_result)? {
        var collector = FeedCollector(options: options)
        let result = document.withUnsafeBufferPointer { buffer -> cxml_result? in
            let rest = UnsafeBufferPointer(rebasing: buffer[start...])
            guard let first = rest.baseAddress else { return nil }
            return withUnsafeMutablePointer(to: &collector) { collector in
                var handler = handler(for: collector)
                return reader(first, rest.count, &handler)
            }
        }
        return result.map { (collector, $0) }
    }

    private static func handler(
        for collector: UnsafeMutablePointer<FeedCollector>
    ) -> cxml_handler {
        cxml_handler(
            context: collector,
            start: { context, name, namespace, attributes, count in
                context?.assumingMemoryBound(to: FeedCollector.self).pointee.start(
                    name: name, namespace: namespace,
                    attributes: UnsafeBufferPointer(start: attributes, count: count))
                return true
            },
            end: { context in
                context?.assumingMemoryBound(to: FeedCollector.self).pointee.end()
                return true
            },
            text: { context, bytes, count in
                context?.assumingMemoryBound(to: FeedCollector.self).pointee.text(
                    UnsafeBufferPointer(start: bytes, count: count))
                return true
            })
    }
}

/// What holds for all entries of a document.
struct ReadingContext {
    let options: FeedParser.Options
    /// The language that the feed declares.
    private(set) var language: String?
    /// The author that the feed names for its entries (RFC 4287, 4.2.1).
    private(set) var author: String?
    /// The feed's own address by its word, and that of the site it belongs to.
    private var ownAddress: String?
    private var siteAddress: String?

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
            if node.field == .link { learn(link: node, in: head) }
        }
    }

    private mutating func learn(link node: ElementNode, in head: ElementRecord) {
        let written = head.attribute("href", of: node) ?? head.text(of: node)
        guard let address = CanonicalURL.absolute(written, base: node.base) else { return }
        switch head.attribute("rel", of: node)?.lowercased() ?? "alternate" {
        case "self": ownAddress = ownAddress ?? address
        case "alternate": siteAddress = siteAddress ?? address
        default: break
        }
    }

    func date(_ text: String) -> Date? { FeedDate.parse(text, timeZone: options.timeZone) }

    /// The base of addresses under an `xml:base`, or without one: where the document came from; where
    /// that is not known, what it says of itself.
    func base(_ declared: String?) -> String? {
        declared ?? options.baseURL ?? ownAddress ?? siteAddress
    }
}

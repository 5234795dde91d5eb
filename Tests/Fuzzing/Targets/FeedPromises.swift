import FoundationEssentials
import Model

@testable import Parsing

/// What is promised of a body that was read as a feed, and of one that could not be.
enum FeedPromises {
    /// Where the bodies come from.
    static let address = "https://shop.example/feeds/all?page=2"

    /// Reads `body`; what comes of it has to be as `ParsedFeed` and `FeedParseError` say.
    @discardableResult
    static func read(
        _ body: [UInt8], options: FeedParser.Options
    ) throws(BrokenPromise) -> ParsedFeed? {
        let feed: ParsedFeed
        do throws(FeedParseError) {
            feed = try FeedParser.parse(body, options: options)
        } catch {
            try check(error, of: body, charset: options.charset)
            return nil
        }
        try check(feed)
        return feed
    }

    private static func check(
        _ error: FeedParseError, of body: [UInt8], charset: String?
    ) throws(BrokenPromise) {
        try TextPromises.checkSentence(error.detail, "the error")
        guard error.reason == .malformed || error.reason == .tooDeep else { return }
        if let line = error.line {
            let ends = DecodedDocument(body, charset: charset).bytes.count {
                $0 == 0x0A || $0 == 0x0D
            }
            try promise((1...ends + 2).contains(line), "line \(line) of \(ends + 1)")
            try promise((error.column ?? 0) >= 1, "no column beside line \(line)")
        }
    }

    private static func check(_ feed: ParsedFeed) throws(BrokenPromise) {
        try TextPromises.checkPlain(feed.title, "the feed's title", isLine: true)
        for note in feed.notes { try TextPromises.checkSentence(note, "a note") }
        if let page = feed.nextPage, !page.hasPrefix("file:") {
            try TextPromises.checkAddress(page, "the next page")
        }
        for seconds in [feed.timeToLive, feed.backoff].compactMap(\.self) {
            try promise(seconds.isFinite && seconds >= 0, "a wait of \(seconds) s")
        }
        try promise((feed.quotaRemaining ?? 0) >= 0, "a negative quota")
        var keys: Set<String> = []
        for entry in feed.entries {
            try check(entry)
            try promise(
                keys.insert(entry.identity.key).inserted,
                "two entries have the key \(entry.identity.key)")
        }
    }

    /// An entry as `Entry` says of itself.
    static func check(_ entry: Entry) throws(BrokenPromise) {
        let key = entry.identity.key
        try promise(!key.isEmpty && key.utf8.count <= 220, "a key of \(key.utf8.count) bytes")
        try TextPromises.checkPlain(entry.id, "an id", isLine: true)
        try TextPromises.checkPlain(entry.title, "a title", isLine: true)
        try TextPromises.checkPlain(entry.text, "a text")
        try TextPromises.checkPlain(entry.author, "an author", isLine: true)
        try TextPromises.checkPlain(entry.language, "a language", isLine: true)
        try TextPromises.checkPlain(entry.ownerReply?.text, "a reply")
        try TextPromises.checkAddress(entry.url, "a link")
        try TextPromises.checkAddress(entry.reportURL, "an address for reports")
        for date in [entry.published, entry.updated, entry.ownerReply?.date].compactMap(\.self) {
            try DatePromises.checkBounds(date, "a date of an entry")
        }
        if let rating = entry.rating {
            try promise(
                (-0.001...1.001).contains(rating.fraction), "a rating off its scale: \(rating)")
        }
    }
}

import FoundationEssentials
import Model

@testable import Parsing

/// Small documents to parse, and the parse itself.
enum FeedSample {
    static let namespaces =
        #"xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" "#
        + #"xmlns:content="http://purl.org/rss/1.0/modules/content/" "#
        + #"xmlns:media="http://search.yahoo.com/mrss/" xmlns:dcterms="http://purl.org/dc/terms/" "#
        + #"xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" "#
        + #"xmlns:gd="http://schemas.google.com/g/2005" xmlns:review="https://kiosk.example/review""#

    /// An RSS 2.0 document with these items.
    static func rss(_ items: String, channel: String = "<title>Kiosk</title>") -> String {
        #"<?xml version="1.0"?><rss version="2.0" "# + namespaces + "><channel>" + channel + items
            + "</channel></rss>"
    }

    /// An Atom 1.0 document with these entries.
    static func atom(_ entries: String, head: String = "<title>Kiosk</title>") -> String {
        #"<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" "#
            + #"xmlns:im="http://itunes.apple.com/rss" xml:lang="en">"# + head + entries + "</feed>"
    }

    /// What `FeedParser` makes of a text.
    static func parse(
        _ text: String, base: String? = "https://kiosk.example/feed.xml", charset: String? = nil
    ) throws(FeedParseError) -> ParsedFeed {
        try parse(bytes: Array(text.utf8), base: base, charset: charset)
    }

    static func parse(
        bytes: [UInt8], base: String? = "https://kiosk.example/feed.xml", charset: String? = nil
    ) throws(FeedParseError) -> ParsedFeed {
        try FeedParser.parse(bytes, options: .init(baseURL: base, charset: charset))
    }

    /// The only entry of an RSS document with one item.
    static func item(_ elements: String, channel: String = "<title>Kiosk</title>") throws -> Entry {
        try only(parse(rss("<item>" + elements + "</item>", channel: channel)))
    }

    /// The only entry of an Atom document.
    static func entry(_ elements: String, head: String = "<title>Kiosk</title>") throws -> Entry {
        try only(parse(atom("<entry>" + elements + "</entry>", head: head)))
    }

    private struct NotOneEntry: Error { let count: Int }

    private static func only(_ feed: ParsedFeed) throws -> Entry {
        guard let entry = feed.entries.first, feed.entries.count == 1 else {
            throw NotOneEntry(count: feed.entries.count)
        }
        return entry
    }
}

import Model
import Testing

@testable import Parsing

/// One hostile document and what has to come of it.
struct HostileCase: Sendable, CustomTestStringConvertible {
    /// What the reader has to make of it, exactly.
    enum Outcome: Sendable, Equatable {
        /// So many entries, and the title of the first.
        case entries(Int, String?)
        case refused(FeedParseError.Reason)
    }

    let name: String
    let outcome: Outcome
    let charset: String?
    let body: @Sendable () -> [UInt8]

    var testDescription: String { name }

    init(
        _ name: String, _ outcome: Outcome, charset: String? = nil,
        bytes: @escaping @Sendable () -> [UInt8]
    ) {
        self.name = name
        self.outcome = outcome
        self.charset = charset
        body = bytes
    }

    init(
        _ name: String, _ outcome: Outcome, charset: String? = nil,
        _ text: @autoclosure @escaping @Sendable () -> String
    ) {
        self.init(name, outcome, charset: charset) { Array(text().utf8) }
    }

    /// An RSS document of one item with these elements, whose first title is expected.
    static func item(
        _ name: String, _ title: String?, _ elements: @autoclosure @escaping @Sendable () -> String
    ) -> HostileCase {
        HostileCase(name, .entries(1, title), FeedSample.rss("<item>\(elements())</item>"))
    }

    /// Reads the document and compares; an error has to say what to do in one sentence or two, and not
    /// at the length of what it was given.
    func check(_ options: FeedParser.Options? = nil) {
        let known = FeedParser.Options(baseURL: "https://kiosk.example/feed.xml", charset: charset)
        do throws(FeedParseError) {
            let feed = try FeedParser.parse(body(), options: options ?? known)
            #expect(.entries(feed.entries.count, feed.entries.first?.title) == outcome, "\(name)")
            for entry in feed.entries.prefix(5) { Self.checkPlain(entry, name) }
            #expect(feed.notes.allSatisfy { $0.utf8.count < 600 }, "\(name)")
        } catch {
            #expect(.refused(error.reason) == outcome, "\(name): \(error.detail)")
            #expect(error.detail.hasSuffix(".") && error.detail.utf8.count < 600, "\(name)")
        }
    }

    /// No control character gets into a line of text, no script into an address.
    private static func checkPlain(_ entry: Entry, _ name: String) {
        for line in [entry.title, entry.author].compactMap(\.self) {
            #expect(!line.utf8.contains { $0 < 0x20 || $0 == 0x7F }, "\(name)")
            #expect(line.first?.isWhitespace != true && line.last?.isWhitespace != true, "\(name)")
        }
        let text = entry.text?.utf8.contains {
            ($0 < 0x20 && $0 != 0x0A && $0 != 0x09) || $0 == 0x7F
        }
        #expect(text != true, "\(name)")
        #expect(entry.url?.hasPrefix("http") != false, "\(name)")
        #expect(entry.url?.utf8.contains { $0 <= 0x20 || $0 == 0x7F } != true, "\(name)")
    }
}

/// `text` so many times.
func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

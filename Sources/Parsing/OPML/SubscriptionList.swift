import CXML
public import FoundationEssentials
import Model
import TextProcessing

/// A list of feeds as feed readers exchange it (OPML 1.0 and 2.0).
public struct SubscriptionList: Sendable, Hashable {
    /// A feed of the list.
    public struct Feed: Sendable, Hashable {
        /// What the reader calls it; nil if the list does not say.
        public var title: String?
        /// The address, as written.
        public var url: String
        /// The page that the feed is of; nil if the list does not say.
        public var page: String?
        /// The names of the folders that it is in, the outermost first.
        public var folders: [String]
        /// Where it stands in the file, from 1; 0 in a list that was not read.
        public var line: Int

        /// A feed.
        public init(
            title: String?, url: String, page: String? = nil, folders: [String] = [], line: Int = 0
        ) {
            self.title = title
            self.url = url
            self.page = page
            self.folders = folders
            self.line = line
        }
    }

    /// What the list calls itself; nil if it does not.
    public var title: String?
    /// In the order of the file.
    public var feeds: [Feed]
    /// Lines with an outline that says to be a feed, but has no address.
    public var linesWithoutAddress: [Int]

    /// A list.
    public init(title: String?, feeds: [Feed]) {
        self.title = title
        self.feeds = feeds
        linesWithoutAddress = []
    }

    /// Reads a file; throws where it is no OPML or breaks off before the first feed.
    ///
    /// Nothing is fetched, and no entity is ever expanded; time and memory are linear in the size.
    public init(reading bytes: [UInt8]) throws(SubscriptionListError) {
        let document = DecodedDocument(bytes, charset: nil)
        let collector = OutlineCollector(lines: OutlineLines(document.bytes))
        let result = document.bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { start in
                withExtendedLifetime(collector) {
                    var handler = OutlineCollector.handler(for: collector)
                    return cxml_parse(start, buffer.count, &handler)
                }
            } ?? cxml_result()
        }
        guard collector.isOPML else {
            throw SubscriptionListError(
                detail: document.bytes.isEmpty
                    ? "the file is empty" : "this is no OPML: its first element is not <opml>")
        }
        if result.ending != CXML_COMPLETE, collector.feeds.isEmpty {
            throw SubscriptionListError(
                detail: result.ending == CXML_TOO_DEEP
                    ? "outlines are nested deeper than 256" : "the file breaks off or is broken",
                line: Int(result.line))
        }
        title = collector.title
        feeds = collector.feeds
        linesWithoutAddress = collector.linesWithoutAddress
    }

    /// The list as OPML 2.0; `comment` stands above it, one line each.
    public func text(created: Date, comment: [String] = []) -> String {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        for line in comment { text += "<!-- \(Self.commentText(line)) -->\n" }
        text += "<opml version=\"2.0\">\n  <head>\n"
        text += "    <title>\(Self.escaped(title ?? "Feeds"))</title>\n"
        text += "    <dateCreated>\(Self.date(created))</dateCreated>\n  </head>\n  <body>\n"
        for feed in feeds {
            let name = Self.escaped(feed.title ?? feed.url)
            text += "    <outline type=\"rss\" text=\"\(name)\" title=\"\(name)\""
            text += " xmlUrl=\"\(Self.escaped(feed.url))\""
            if let page = feed.page { text += " htmlUrl=\"\(Self.escaped(page))\"" }
            text += "/>\n"
        }
        return text + "  </body>\n</opml>\n"
    }

    /// The date and time of RFC 822, section 5, in UTC, with a year of four digits.
    private static func date(_ date: Date) -> String {
        let seconds = Int(
            min(max(date.timeIntervalSince1970, -62_135_510_400), 253_402_214_400).rounded(.down))
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let day = CivilDate(daysSince1970: days)
        let time = seconds - days * 86_400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][((days % 7) + 7) % 7]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        return "\(weekday), \(two(day.day)) \(months[day.month - 1]) \(day.year) "
            + "\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60)) GMT"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\r", "\t": result += " "
            default:
                let isAllowed =
                    scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                if isAllowed { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// Text fit for a comment, where two hyphens end it.
    private static func commentText(_ text: String) -> String {
        var result = escaped(text)
        while result.contains("--") { result = result.replacing("--", with: "- -") }
        return result
    }
}

/// Why a file is no list of feeds.
public struct SubscriptionListError: Error, Sendable, Hashable {
    /// What was found, as a clause for the owner.
    public var detail: String
    /// Where, from 1; nil where a place says nothing.
    public var line: Int?

    init(detail: String, line: Int? = nil) {
        self.detail = detail
        self.line = line
    }
}

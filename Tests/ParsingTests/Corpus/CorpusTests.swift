import FoundationEssentials
import Model
import Testing

@testable import Parsing

struct `The corpus` {
    static let files = [
        "rss", "rss-modules", "rdf", "atom", "atom-text", "atom03", "links", "authors", "ids",
        "entities", "malformed", "encodings", "ratings", "jsonfeed", "head", "languages",
    ]

    @Test(arguments: files)
    func `is read as it says`(file: String) throws {
        let cases = CorpusCase.read(try text(of: file))
        try #require(!cases.isEmpty)
        for one in cases {
            for difference in Self.differences(one) {
                Issue.record("\(file).txt, “\(one.name)”: \(difference)")
            }
        }
    }

    @Test func `of dates is read as it says`() throws {
        let rows = try text(of: "dates").split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(rows.count > 150)
        for row in rows {
            let columns = row.components(separatedBy: " => ")
            let found = FeedDate.parse(columns[0], timeZone: nil)
            let moment = found.map(Self.moment) ?? "-"
            if columns.count != 2 || moment != columns[1] {
                Issue.record("dates.txt: \(row), but was \(moment)")
            }
        }
    }

    /// Each row names a charset, a word in it as bytes, and the word.
    @Test func `of charsets is read as it says`() throws {
        let rows = try text(of: "charsets").split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(rows.count > 100)
        for row in rows {
            let columns = row.components(separatedBy: " => ")
            try #require(columns.count == 3)
            let word = stride(from: 0, to: columns[1].utf8.count, by: 2).compactMap {
                UInt8(columns[1].dropFirst($0).prefix(2), radix: 16)
            }
            for isDeclared in [true, false] {
                let start =
                    isDeclared ? "<?xml version='1.0' encoding='\(columns[0])'?>" : ""
                let body =
                    Array((start + "<rss><channel><title>").utf8) + word
                    + Array("</title></channel></rss>".utf8)
                let feed = try FeedSample.parse(
                    bytes: body, charset: isDeclared ? nil : columns[0])
                if feed.title != columns[2] {
                    Issue.record("charsets.txt: \(row), but was \(feed.title ?? "-")")
                }
            }
        }
    }

    private func text(of file: String) throws -> String {
        let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let bytes = try #require(
            FileManager.default.contents(atPath: "/\(folder)/Fixtures/Parsing/\(file).txt"))
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Comparing

    private static func differences(_ one: CorpusCase) -> [String] {
        var feed: ParsedFeed?
        var reason = "-"
        do throws(FeedParseError) {
            feed = try FeedSample.parse(
                bytes: one.bytes, base: one.base, charset: one.settings["charset"])
        } catch {
            reason = error.reason.rawValue
        }
        if one.expectations.isEmpty { return ["nothing is expected"] }
        return one.expectations.compactMap { expectation in
            let found = feed.map { value(expectation.field, $0) } ?? "error \(reason)"
            let wanted =
                expectation.field == "error" ? "error " + expectation.value : expectation.value
            return found == wanted ? nil : "\(expectation.field) is “\(found)”, not “\(wanted)”"
        }
    }

    private static func value(_ field: String, _ feed: ParsedFeed) -> String {
        let parts = field.split(separator: ".", maxSplits: 1)
        if parts.first == "feed" { return feedValue(parts.last ?? "", feed) }
        let index = parts.count == 2 ? Int(parts[0]) ?? 1 : 1
        guard feed.entries.indices.contains(index - 1) else { return "no entry \(index)" }
        return escaped(entryValue(parts.last ?? "", feed.entries[index - 1]))
    }

    private static func feedValue(_ field: Substring, _ feed: ParsedFeed) -> String {
        switch field {
        case "title": escaped(feed.title)
        case "next": escaped(feed.nextPage)
        case "ttl": escaped(feed.timeToLive.map { "\(Int($0))" })
        case "format": feed.format.rawValue
        case "entries": "\(feed.entries.count)"
        case "notes": "\(feed.notes.count)"
        default: "no field \(field)"
        }
    }

    private static func entryValue(_ field: Substring, _ entry: Entry) -> String? {
        switch field {
        case "id": entry.id
        case "url": entry.url
        case "title": entry.title
        case "text": entry.text
        case "author": entry.author
        case "published": entry.published.map(moment)
        case "updated": entry.updated.map(moment)
        case "language": entry.language
        case "rating":
            entry.rating.map { "\(short($0.value)) of \(short($0.min))…\(short($0.max))" }
        case "reply": entry.ownerReply.map { $0.text ?? "told of" }
        case "rung": entry.identity.rung.rawValue
        default: "no field \(field)"
        }
    }

    private static func short(_ number: Double) -> String {
        number == number.rounded() ? "\(Int(number))" : "\(number)"
    }

    private static func moment(_ date: Date) -> String {
        date.rfc3339
    }

    private static func escaped(_ text: String?) -> String {
        text.map { $0.replacing("\n", with: "\\n") } ?? "-"
    }
}

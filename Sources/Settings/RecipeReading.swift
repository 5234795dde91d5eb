import Foundation
import Model

/// What a sample gave, in the form in which `NAME.expected.json` keeps it for a person to check.
struct RecipeReading: Codable, Equatable {
    /// One entry; what it does not have is left out.
    struct Item: Codable, Equatable {
        /// The rung of the entry's identity.
        var identity: String
        var id, url, title, text, author, published, updated, language, reply, replyDate: String?
        var reportURL: String?
        /// Value, lowest and highest.
        var rating: [Double]?

        init(_ entry: Entry) {
            identity = entry.identity.rung.rawValue
            id = entry.id
            url = entry.url
            title = entry.title
            text = entry.text
            author = entry.author
            published = entry.published?.rfc3339
            updated = entry.updated?.rfc3339
            language = entry.language
            reply = entry.ownerReply?.text
            replyDate = entry.ownerReply?.date?.rfc3339
            reportURL = entry.reportURL
            rating = entry.rating.map { [$0.value, $0.min, $0.max] }
        }

        /// Its parts by their names, as texts.
        fileprivate var parts: [(name: String, text: String?)] {
            [
                ("identity", identity), ("id", id), ("url", url), ("title", title), ("text", text),
                ("author", author), ("published", published), ("updated", updated),
                ("language", language), ("reply", reply), ("replyDate", replyDate),
                ("reportURL", reportURL),
                ("rating", rating.map { $0.map { "\($0)" }.joined(separator: "/") }),
            ]
        }
    }

    var title, nextPage: String?
    var notes: [String]
    var entries: [Item]

    init(_ feed: ParsedFeed) {
        title = feed.title
        nextPage = feed.nextPage
        notes = feed.notes
        entries = feed.entries.map(Item.init)
    }

    /// Reads an expectation; nil where it is no JSON of this form.
    init?(json: [UInt8]) {
        guard let reading = try? JSONDecoder().decode(RecipeReading.self, from: Data(json)) else {
            return nil
        }
        self = reading
    }

    /// The reading as the file keeps it, always in the same order.
    var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return ((try? encoder.encode(self)).map { [UInt8]($0) } ?? []) + [0x0A]
    }

    /// Where the reading is not as expected, one clause each, such as
    /// ``entry 2: `rating` is nothing, expected “4.0/1.0/5.0”``.
    func differences(from expected: RecipeReading) -> [String] {
        var found: [String] = []
        func compare(_ what: String, _ text: String?, _ wanted: String?) {
            guard text != wanted else { return }
            found.append("\(what) is \(Self.quoted(text)), expected \(Self.quoted(wanted))")
        }
        compare("the title of the feed", title, expected.title)
        compare("the next page", nextPage, expected.nextPage)
        compare(
            "the list of notes", notes.joined(separator: " "),
            expected.notes.joined(separator: " "))
        compare("the number of entries", "\(entries.count)", "\(expected.entries.count)")
        for (index, pair) in zip(entries, expected.entries).enumerated() {
            for (part, wanted) in zip(pair.0.parts, pair.1.parts) {
                compare("entry \(index + 1): `\(part.name)`", part.text, wanted.text)
            }
        }
        return found
    }

    private static func quoted(_ text: String?) -> String {
        guard let text else { return "nothing" }
        return "“" + shown(text, limit: 80) + "”"
    }
}

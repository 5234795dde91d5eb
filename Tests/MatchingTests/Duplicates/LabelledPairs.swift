import Foundation
import Model

/// Two tellings and whether a person calls them one story; from `Tests/Fixtures/Matching/Duplicates`.
///
/// A pair is three lines: `same` or `other`, then two mentions as `title ¦ text ¦ site ¦ author ¦ stars`;
/// `\n` stands for a line feed, an empty field is absent. Of `site`, the address is made.
struct LabelledPair {
    var file: String
    var line: Int
    var isSame: Bool
    var left: Mention
    var right: Mention

    static func all() throws -> [LabelledPair] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/Matching/Duplicates")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try names.filter { $0.hasSuffix(".txt") }.flatMap { name in
            let text = try String(
                contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            return try pairs(text, file: name)
        }
    }

    struct Damaged: Error {
        var file: String
        var line: Int
    }

    private static func pairs(_ text: String, file: String) throws -> [LabelledPair] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var pairs: [LabelledPair] = []
        var index = 0
        while index < lines.count {
            guard !lines[index].isEmpty else {
                index += 1
                continue
            }
            guard index + 2 < lines.count, ["same", "other"].contains(lines[index]),
                let left = mention(lines[index + 1], id: 1),
                let right = mention(lines[index + 2], id: 2)
            else { throw Damaged(file: file, line: index + 1) }
            pairs.append(
                LabelledPair(
                    file: file, line: index + 1, isSame: lines[index] == "same", left: left,
                    right: right))
            index += 3
        }
        return pairs
    }

    private static func mention(_ line: Substring, id: MentionID) -> Mention? {
        let fields = line.components(separatedBy: "¦").map {
            $0.trimmingCharacters(in: .whitespaces).replacing("\\n", with: "\n")
        }
        guard fields.count == 5 else { return nil }
        func field(_ index: Int) -> String? { fields[index].isEmpty ? nil : fields[index] }
        return story(
            id, title: field(0), text: field(1), site: field(2), author: field(3),
            stars: field(4).flatMap(Double.init))
    }
}

/// A mention that tells something; a review where it has stars.
func story(
    _ id: MentionID = 1, title: String? = nil, text: String? = nil, site: String? = "a.example",
    author: String? = nil, stars: Double? = nil
) -> Mention {
    let time = Date(timeIntervalSince1970: 1_795_339_800)
    return Mention(
        id: id, source: SourceID(trusted: "source-\(id)"), kind: stars == nil ? .mention : .review,
        entry: Entry(
            identity: EntryIdentity(rung: .stableID, key: "\(id)"),
            url: site.map { "https://\($0)/\(id)" }, title: title, text: text, author: author,
            rating: stars.flatMap { Rating(value: $0, min: 1, max: 5) }),
        brands: [],
        sentiment: Sentiment(
            score: 0, label: .unscored, confidence: 0, basis: .none, lexicon: "test"),
        firstSeen: time, occurredAt: time, version: 1, isBaseline: false)
}

import FoundationEssentials
import Model
import Reporting

/// Values for the tests of this target.
enum Sample {
    /// 22 November 2026, 12:00 UTC.
    static let now = Date(timeIntervalSince1970: 1_795_348_800)
    static let time = TimeText(zone: .gmt, now: now)
    static let plain = Reader(style: .plain, width: 80, time: time)
    static let coloured = Reader(
        style: TerminalStyle(isColoured: true), width: 80, time: time)

    static func contribution(
        _ term: String, in body: String, weight: Double, rules: [String] = []
    ) -> Contribution {
        var offset = 0
        while !body.utf8.dropFirst(offset).starts(with: term.utf8), offset < body.utf8.count {
            offset += 1
        }
        return Contribution(
            term: term, span: offset..<offset + term.utf8.count, valence: weight, weight: weight,
            rules: rules)
    }

    static func sentiment(
        _ score: Double, _ label: Sentiment.Label, contributions: [Contribution] = []
    ) -> Sentiment {
        Sentiment(
            score: score, label: label, confidence: 0.9, basis: .text, textScore: score,
            textLabel: label, language: "en", contributions: contributions, lexicon: "test-1")
    }

    static func mention(
        id: MentionID = 7, title: String? = "Cold soup", text: String? = "The waiter was rude.",
        author: String? = "Alex P.", rating: Rating? = Rating(value: 2, min: 1, max: 5)
    ) -> Mention {
        let entry = Entry(
            identity: EntryIdentity(rung: .stableID, key: "r-\(id)"), id: "r-\(id)",
            url: "https://reviews.example/r-\(id)", title: title, text: text, author: author,
            published: now.addingTimeInterval(-7200), rating: rating)
        return Mention(
            id: id, source: SourceID(trusted: "map-reviews"), kind: .review, entry: entry,
            brands: [Mention.BrandMatch(brand: BrandID(trusted: "cafe"))],
            sentiment: sentiment(
                -0.82, .negative,
                contributions: [contribution("rude", in: entry.body, weight: -1.9)]),
            firstSeen: now.addingTimeInterval(-3600), occurredAt: now.addingTimeInterval(-7200),
            version: 1, isBaseline: false)
    }

    static let names = Names(
        sources: [SourceID(trusted: "map-reviews"): "Map reviews"],
        brands: [BrandID(trusted: "cafe"): "Café Morgenrot"])
}

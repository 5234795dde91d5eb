import Foundation
import Model
import Notifying

/// Letters, mentions and settings for the tests, with defaults that a test overrides.
enum Sample {
    static let rule = RuleID(trusted: "complaints")
    static let brand = BrandID(trusted: "hollow-oak")
    static let source = SourceID(trusted: "maps-reviews")
    /// Sun, 22 Nov 2026 09:30:00 UTC.
    static let time = Date(timeIntervalSince1970: 1_795_339_800)

    static func zone(_ name: String = "Europe/Berlin") throws -> TimeZone {
        guard let zone = TimeZone(identifier: name) else { throw MissingZone(name: name) }
        return zone
    }

    struct MissingZone: Error {
        var name: String
    }

    /// The entry that most tests tell of; its spans are found by `complaint`.
    static func entry(
        title: String? = "Never again", text: String? = nil, author: String? = "Jane D.",
        url: String? = "https://reviews.example.org/place/17?lang=en&review=3",
        rating: Rating? = Rating(value: 1, min: 1, max: 5)
    ) -> Entry {
        Entry(
            identity: EntryIdentity(rung: .stableID, key: "r-3"), id: "r-3", url: url, title: title,
            text: text, author: author, published: time, rating: rating, language: "en")
    }

    static let complaintText = """
        Waited 40 minutes and the soup was cold. The coffee was great, but when I asked for the \
        bill, the waiter was rude to my mother.
        We used to come here every week – not any more.
        """

    /// A complaint with five words that counted.
    static func complaint(id: MentionID = 42) -> Mention {
        let entry = entry(text: complaintText)
        let words: [(String, Double, Double, [String])] = [
            ("Never again", -3.1, -3.1, []),
            ("cold", -1.2, -1.2, []),
            ("great", 3.1, 1.55, ["halved before “but”"]),
            ("rude", -2.0, -3.0, ["raised after “but”"]),
            ("not any more", -0.9, -0.9, []),
        ]
        let sentiment = Sentiment(
            score: -0.94, label: .negative, confidence: 0.93, basis: .rating, textScore: -0.86,
            textLabel: .negative, language: "en",
            contributions: words.map {
                contribution($0.0, in: entry.body, valence: $0.1, weight: $0.2, rules: $0.3)
            }, lexicon: "test-1")
        return mention(id: id, entry: entry, sentiment: sentiment)
    }

    static func contribution(
        _ term: String, in body: String, valence: Double, weight: Double, rules: [String] = []
    ) -> Contribution {
        let range = body.range(of: term)
        let lower = range.map { body.utf8.distance(from: body.startIndex, to: $0.lowerBound) } ?? 0
        return Contribution(
            term: term.lowercased(), span: lower..<(lower + term.utf8.count), valence: valence,
            weight: weight, rules: rules)
    }

    static func mention(
        id: MentionID = 42, entry: Entry, sentiment: Sentiment? = nil, brands: [BrandID] = [brand]
    ) -> Mention {
        Mention(
            id: id, source: source, kind: .review, entry: entry,
            brands: brands.map { Mention.BrandMatch(brand: $0) },
            sentiment: sentiment ?? unscored, firstSeen: time, occurredAt: time, version: 1,
            isBaseline: false)
    }

    static let unscored = Sentiment(
        score: 0, label: .unscored, confidence: 0, basis: .none, lexicon: "test-1")

    static func sentiment(_ label: Sentiment.Label, _ score: Double) -> Sentiment {
        Sentiment(score: score, label: label, confidence: 0.8, basis: .text, lexicon: "test-1")
    }

    static func letter(
        _ mentions: [Mention] = [complaint()], business: String = "Hollow Oak Bakery",
        reason: String = "a review with 1 of 5 stars, and the rule tells of 2 or fewer",
        severity: Alert.Severity = .warning, told: [MentionID]? = nil,
        messageID: String = "d7-q3VZ",
        sourceTitles: [SourceID: String] = [source: "Town Maps"]
    ) throws -> Letter {
        let alert = Alert(
            id: 7, rule: rule, severity: severity, brand: brand,
            mentions: told ?? mentions.map(\.id),
            reason: reason, createdAt: time)
        let delivery = Delivery(
            id: 11, alert: 7, channel: ChannelID(trusted: "owner-mail"), messageID: messageID,
            state: .pending, attempts: 0, nextAttempt: time, lastError: nil, createdAt: time,
            settledAt: nil)
        return Letter(
            alert: alert, delivery: delivery, mentions: mentions, business: business,
            brandNames: [brand: "Hollow Oak Bakery"], sourceTitles: sourceTitles,
            timeZone: try zone())
    }

    static func mailSettings(command: [String]? = nil) throws -> SendmailSettings {
        SendmailSettings(
            sender: try EmailAddress(parsing: "repute@shop.example"),
            recipients: [
                try EmailAddress(parsing: "owner@shop.example"),
                try EmailAddress(parsing: "deputy@shop.example"),
            ], command: command ?? SendmailSettings.standardCommand)
    }
}

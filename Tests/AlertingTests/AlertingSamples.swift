import Alerting
import FoundationEssentials
import Model

let cafe = BrandID(trusted: "cafe")
let bakery = BrandID(trusted: "bakery")
let rival = BrandID(trusted: "rival")
let mail = ChannelID(trusted: "mail")

let brands = [
    Brand(id: cafe, name: "Harbour Café"), Brand(id: bakery, name: "Harbour Bakery"),
    Brand(id: rival, name: "Pier Café", isCompetitor: true),
]

/// A time on one day, in minutes after 10:00 UTC.
func at(_ minutes: Double) -> Date {
    Date(
        timeIntervalSince1970: 1_790_000_000 - 1_790_000_000.truncatingRemainder(dividingBy: 86_400)
    )
    .addingTimeInterval(36_000 + minutes * 60)
}

/// A negative review of the café, unless told otherwise.
func mention(
    _ id: MentionID, label: Sentiment.Label = .negative, score: Double = -0.72,
    confidence: Double = 0.8, stars: Double? = nil, brands: [BrandID] = [cafe],
    source: String = "reviews", kind: Source.Kind = .review, text: String? = nil,
    occurredAt: Date = at(0), change: (inout Mention) -> Void = { _ in }
) -> Mention {
    var mention = Mention(
        id: id, source: SourceID(trusted: source), kind: kind,
        entry: Entry(
            identity: EntryIdentity(rung: .stableID, key: "\(id)"), text: text,
            rating: stars.flatMap { Rating(value: $0, min: 1, max: 5) }),
        brands: brands.map { Mention.BrandMatch(brand: $0) },
        sentiment: Sentiment(
            score: label == .unscored ? 0 : score, label: label,
            confidence: label == .unscored ? 0 : confidence,
            basis: .text, lexicon: "test"),
        firstSeen: occurredAt, occurredAt: occurredAt, version: 1, isBaseline: false)
    change(&mention)
    return mention
}

/// A rule named `complaints`.
func rule(_ change: (inout AlertRule) -> Void = { _ in }) -> AlertRule {
    var rule = AlertRule(id: RuleID(trusted: "complaints"), channels: [mail])
    change(&rule)
    return rule
}

/// Met where the text has the word.
struct Says: MentionCondition {
    var word: String

    func matchedTerms(in mention: Mention) -> [String]? {
        mention.entry.body.split(separator: " ").contains { $0 == word } ? [word] : nil
    }
}

/// A silence with a change to its conditions, and whether it is to cover what is asked about.
struct SilenceCase: Sendable {
    var isSilent: Bool
    var change: @Sendable (inout AlertSilence) -> Void

    init(_ isSilent: Bool, _ change: @escaping @Sendable (inout AlertSilence) -> Void) {
        self.isSilent = isSilent
        self.change = change
    }
}

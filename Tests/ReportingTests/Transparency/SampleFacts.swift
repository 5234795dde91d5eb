import Model
import Reporting

/// What a café's configuration says of itself.
enum SampleFacts {
    static let full = TransparencyFacts(
        business: "Café Morgenrot", contact: "owner@example.org", brands: ["Café Morgenrot"],
        competitors: ["Dockside Diner", "Quay Bakery"],
        lexicon: TransparencyFacts.Lexicon(
            edition: "2026.1+3",
            entries: [
                TransparencyFacts.Language(code: "de", entries: 12_000),
                TransparencyFacts.Language(code: "en", entries: 15_500),
                TransparencyFacts.Language(code: "emoji", entries: 900),
            ],
            words: [
                TransparencyFacts.Word(term: "shrinkflation", valence: -2.5, language: nil),
                TransparencyFacts.Word(term: "sick", valence: nil, language: nil),
                TransparencyFacts.Word(term: "<b>pastel</b>", valence: 1.5, language: "es"),
            ]),
        rules: [
            RuleListing.Row(
                id: RuleID(trusted: "bad-review"), title: "Bad review", type: "mention",
                what: "negative reviews; at most every 10m", severity: "weighed",
                channels: [ChannelID(trusted: "owner-mail")])
        ],
        channels: [TransparencyFacts.Channel(name: "owner-mail", kind: "mail")],
        sources: [
            TransparencyFacts.Source(
                title: "Map reviews", kind: "review",
                address: "https://reviews.example/feed?token=•••", interval: 900,
                keptFor: 365 * 86_400),
            TransparencyFacts.Source(
                title: "Survey 2025", kind: "survey", address: nil, interval: nil, keptFor: nil),
        ],
        mentionsKeptFor: 730 * 86_400, authorsKeptFor: 90 * 86_400, lettersKeptFor: 30 * 86_400,
        hasHeartbeat: true)
}

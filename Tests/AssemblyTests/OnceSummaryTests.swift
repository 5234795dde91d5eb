import Foundation
import Model
import Testing

@testable import Assembly
@testable import Monitor

struct `The summary of one pass` {
    private func mention(
        _ id: MentionID, title: String?, text: String? = nil, stars: Double? = nil, score: Double,
        _ label: Sentiment.Label
    ) -> Mention {
        Mention(
            id: id, source: SourceID(trusted: "reviews"), kind: .review,
            entry: Entry(
                identity: EntryIdentity(rung: .stableID, key: "\(id)"), title: title, text: text,
                rating: stars.flatMap { Rating(value: $0, min: 1, max: 5) }),
            brands: [],
            sentiment: Sentiment(
                score: score, label: label, confidence: 1, basis: .text, lexicon: "test"),
            firstSeen: Date(timeIntervalSince1970: 0), occurredAt: Date(timeIntervalSince1970: 0),
            version: 1, isBaseline: false)
    }

    @Test func `says what was read, decided and delivered`() {
        var report = Monitor.OnceReport()
        report.poll.polled = 3
        report.poll.new = [1, 2, 3]
        report.poll.changed = [9]
        report.poll.failed = [
            SourceID(trusted: "blog"): PollFailure(reason: .notFound, detail: "there is nothing")
        ]
        report.decide.decided = 4
        report.decide.alerts = 1
        report.decide.held = 2
        var delivery = report.deliver[ChannelID(trusted: "mail"), default: .init()]
        delivery.delivered = 1
        delivery.failed = 2
        delivery.givenUp = 3
        report.deliver = [ChannelID(trusted: "mail"): delivery]
        let summary = OnceSummary(
            report,
            new: [
                mention(1, title: "Cold soup", stars: 1, score: -0.946, .negative),
                mention(2, title: nil, text: "Fine\nsoup", score: 0.5, .positive),
                mention(3, title: nil, score: 0, .unscored),
            ], sources: 4)
        #expect(!summary.isClean)
        #expect(
            summary.text == """
                polled 3 of 4 sources, 1 failed; 3 new mentions, 1 changed
                  blog: not-found: there is nothing
                  #1 −0.95 negative 1.00★ reviews: Cold soup
                  #2 +0.50 positive reviews: Fine
                  #3   ?   unscored reviews: (no text)
                decided on 4 mentions: 1 alerts, 2 held back
                  mail: 1 delivered, 2 to be tried again, 3 given up

                """)
    }

    @Test func `shows nothing that a terminal would obey`() {
        let summary = OnceSummary(
            Monitor.OnceReport(),
            new: [mention(1, title: "\u{1B}[2Jgone\u{202E}", score: 0, .neutral)], sources: 1)
        #expect(!summary.text.contains("\u{1B}"))
        #expect(!summary.text.contains("\u{202E}"))
        #expect(summary.text.contains("gone"))
    }

    @Test func `is clean where nothing failed`() {
        #expect(OnceSummary(Monitor.OnceReport(), new: [], sources: 0).isClean)
    }
}

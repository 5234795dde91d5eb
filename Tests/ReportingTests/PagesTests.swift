import FoundationEssentials
import Model
import Testing

@testable import Reporting

struct `A list of mentions` {
    private let hostile = Sample.mention(
        id: 12, title: "=cmd|' /C calc'!A0", text: "two\nlines, \u{1B}[31mred", author: nil,
        rating: nil)

    @Test func `is a table for people`() {
        let listing = MentionListing.listing(
            [Sample.mention(), hostile], names: Sample.names, footer: ["2 of 9, next: --page 2"])
        let lines = listing.rendered(as: .table, for: Sample.plain).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("ID  Date"))
        #expect(lines[1].contains("★★☆☆☆   −0.82  negative"))
        #expect(lines[2].contains("=cmd"))
        #expect(!lines.joined().contains("\u{1B}"))
        #expect(lines[3] == "2 of 9, next: --page 2")
    }

    @Test func `has the same keys in JSON and CSV, and guards the latter`() {
        let listing = MentionListing.listing([hostile], names: Sample.names)
        let json = listing.rendered(as: .jsonl, for: Sample.plain)
        #expect(
            json.hasPrefix(
                #"{"id":12,"date":"2026-11-22T10:00:00Z","source":"map-reviews","kind":"review","#
                    + #""brands":["cafe"],"rating":null,"score":-0.82,"label":"negative","#))
        #expect(json.contains(#""title":"=cmd|' /C calc'!A0","text":"two\nlines, \u001b[31mred""#))
        let csv = listing.rendered(as: .csv, for: Sample.plain)
        #expect(csv.hasPrefix("id,date,source,kind,brands,rating,score,label,confidence,"))
        #expect(csv.contains(",'=cmd|' /C calc'!A0,\"two\nlines, \\u{1B}[31mred\","))
        #expect(csv.contains(",-0.82,negative,0.9,"))
    }

    @Test func `says that it is empty`() {
        let listing = MentionListing.listing([], names: Sample.names)
        #expect(listing.rendered(as: .table, for: Sample.plain) == "No mention fits.\n")
        #expect(listing.rendered(as: .json, for: Sample.plain) == "[]\n")
        #expect(listing.rendered(as: .jsonl, for: Sample.plain) == "")
    }

    @Test func `is a Markdown table with its marks escaped`() {
        let mention = Sample.mention(title: "a|b *c* <d>", text: nil)
        let text = MentionListing.listing([mention], names: Sample.names)
            .rendered(as: .markdown, for: Sample.plain)
        #expect(text.contains("a\\|b \\*c\\* \\<d\\>"))
        #expect(text.hasPrefix("| ID | Date |"))
        #expect(text.contains("| ---: | --- |"))
    }
}

struct `A mention's page` {
    private let page = MentionPage(
        mention: Sample.mention(),
        versions: [
            MentionPage.Version(
                number: 1, title: "Cold soup", text: "It was fine.", rating: nil, score: 0.2,
                label: .positive, replacedAt: Sample.now)
        ],
        decisions: [
            DecisionLine(
                rule: RuleID(trusted: "complaints"), outcome: "alerted", reason: "Negative.",
                alert: 3, decidedAt: Sample.now)
        ],
        deliveries: [
            Delivery(
                id: 1, alert: 3, channel: ChannelID(trusted: "mail"), messageID: "m1",
                state: .pending, attempts: 2, nextAttempt: Sample.now.addingTimeInterval(600),
                lastError: "exit 75", createdAt: Sample.now, settledAt: nil)
        ])

    @Test func `tells all of it`() {
        #expect(
            page.rendered(as: .table, names: Sample.names, for: Sample.plain) == """
                #7 Cold soup

                Source      Map reviews (review)
                Brand       Café Morgenrot
                Author      Alex P.
                Rating      ★★☆☆☆ 2 of 5
                Date        2026-11-22 10:00 (2 h ago)
                First seen  2026-11-22 11:00 (1 h ago)
                State       new
                Link        https://reviews.example/r-7
                Identity    id r-7
                Verdict     Negative (−0.82, sure): “rude” −1.9.

                Cold soup
                The waiter was [−rude].

                Earlier wordings
                1  until 2026-11-22 12:00  +0.20    Cold soup It was fine.

                Rules
                Rule        Outcome            When              Reason
                complaints  alerted (alert 3)  2026-11-22 12:00  Negative.

                Deliveries
                Alert  Channel  State    Attempts  Next       Settled  Last error
                    3  mail     pending         2  in 10 min  –        exit 75

                """)
    }

    @Test func `is one JSON object`() {
        let json = page.rendered(as: .json, names: Sample.names, for: Sample.plain)
        #expect(
            json.hasPrefix(
                #"{"id":7,"source":"map-reviews","kind":"review","identity":{"rung":"id""#))
        #expect(json.contains(#""decisions":[{"rule":"complaints","outcome":"alerted""#))
        #expect(json.contains(#""nextAttempt":"2026-11-22T12:10:00Z""#))
        #expect(json.hasSuffix("}\n"))
    }
}

struct `The status` {
    private var page: StatusPage {
        let good = SourceID(trusted: "map-reviews")
        let bad = SourceID(trusted: "news")
        var well = SourceState(
            source: good, nextPoll: Sample.now.addingTimeInterval(480), urlDigest: "d")
        well.lastPoll = Sample.now.addingTimeInterval(-420)
        well.lastSuccess = well.lastPoll
        well.mentionCount = 12
        var failing = SourceState(
            source: bad, nextPoll: Sample.now.addingTimeInterval(-5), urlDigest: "e")
        failing.lastPoll = Sample.now.addingTimeInterval(-60)
        failing.failures = 3
        failing.failingSince = Sample.now.addingTimeInterval(-7200)
        failing.lastFailure = PollFailure(reason: .timeout, detail: "No answer within 60 s.")
        return StatusPage(
            business: "Café Morgenrot",
            totals: SentimentCounts(negative: 3, neutral: 4, positive: 5),
            oldestUnanswered: Sample.mention(),
            sources: [
                Source(id: good, url: Secret("https://a.example/f"), kind: .review),
                Source(id: bad, url: Secret("https://b.example/f"), kind: .mention),
            ],
            states: [good: well, bad: failing],
            outbox: StatusPage.Outbox(
                pending: 2, retrying: 1, delivered: 40, givenUp: 1,
                oldestPending: Sample.now.addingTimeInterval(-300)))
    }

    @Test func `begins with the complaint that waits longest`() {
        #expect(
            page.rendered(as: .table, names: Sample.names, for: Sample.plain) == """
                Oldest unanswered: 2 h, #7, Map reviews: “Cold soup The waiter was rude.”

                Café Morgenrot  12 mentions, 3 negative

                Source       Health   Last poll  Next poll  Failures  Mentions
                Map reviews  ok       7 min ago  in 8 min          0        12
                news         failing  1 min ago  just now          3         0
                news: the last 3 polls failed (timeout), since 2026-11-22 10:00 (2 h ago): No
                answer within 60 s.

                Outbox: 2 pending, 1 of them failed and wait, the oldest for 5 min, 40
                delivered, 1 given up (see: repute alerts list --failed; again: repute alerts
                retry --failed)

                """)
    }

    @Test func `is one JSON object for programs`() {
        let json = page.rendered(as: .json, names: Sample.names, for: Sample.plain)
        #expect(json.contains(#""health":"failing""#))
        #expect(json.contains(#""failureReason":"timeout""#))
        #expect(json.contains(#""outbox":{"pending":2,"retrying":1,"delivered":40,"givenUp":1,"#))
    }
}

struct `A list of alerts` {
    @Test func `shows the reason and how each was delivered`() {
        let alert = Alert(
            id: 3, rule: RuleID(trusted: "complaints"), severity: .critical,
            brand: BrandID(trusted: "cafe"), mentions: [7, 8], reason: "1 of 5 stars.",
            createdAt: Sample.now)
        let delivery = Delivery(
            id: 1, alert: 3, channel: ChannelID(trusted: "mail"), messageID: "m1",
            state: .givenUp, attempts: 9, nextAttempt: Sample.now, lastError: "exit 70",
            createdAt: Sample.now, settledAt: Sample.now)
        let listing = AlertListing.listing(
            [alert], deliveries: [3: [delivery]], names: Sample.names)
        let wide = Reader(style: .plain, width: 140, time: Sample.time)
        #expect(
            listing.rendered(as: .table, for: wide) == """
                ID  Time              Severity  Rule        Brand           Mentions  Reason         Delivery
                 3  2026-11-22 12:00  critical  complaints  Café Morgenrot  7, 8      1 of 5 stars.  mail given-up

                """)
        #expect(
            listing.rendered(as: .json, for: wide).contains(
                #""deliveries":[{"id":1,"alert":3,"channel":"mail","messageID":"m1","state":"given-up""#
            ))
    }
}

import FoundationEssentials
import Model
import Reporting
import Testing

private let id = SourceID(trusted: "news")

private func source(isEnabled: Bool = true, isImported: Bool = false) -> Source {
    Source(
        id: id, title: "Local news", url: Secret("https://b.example/f?token=verysecret1"),
        kind: .mention, longestInterval: 21_600, isEnabled: isEnabled, isImported: isImported)
}

private func state(_ health: SourceHealth, failures: Int = 0) -> SourceState {
    var state = SourceState(
        source: id, nextPoll: Sample.now.addingTimeInterval(600), urlDigest: "d")
    state.health = health
    state.healthSince = Sample.now.addingTimeInterval(-7200)
    state.lastPoll = Sample.now.addingTimeInterval(-60)
    state.lastSuccess = Sample.now.addingTimeInterval(-60)
    state.failures = failures
    if failures > 0 {
        state.failingSince = Sample.now.addingTimeInterval(-1800)
        state.lastFailure = PollFailure(reason: .timeout, detail: "No answer\u{1B}[31m.")
    }
    return state
}

struct `A sentence on a source` {
    private func text(_ source: Source, _ state: SourceState?) -> String {
        SourceSentence.text(source, state: state, time: Sample.time)
    }

    @Test func `says how it stands and since when`() {
        var quiet = state(.quiet)
        quiet.cadence.lastArrival = Sample.now.addingTimeInterval(-19 * 86_400)
        #expect(
            text(source(), quiet)
                == "suspiciously quiet since 2026-11-22 10:00 (2 h ago), something new came last "
                + "19 d ago; look at the site itself, or at what the address gives")
        #expect(
            text(source(), state(.unreachable, failures: 9)).hasPrefix(
                "unreachable since 2026-11-22 10:00 (2 h ago): No answer"))
        #expect(
            text(source(), state(.well, failures: 1)).hasPrefix(
                "the last poll failed (timeout), since 2026-11-22 11:30"))
        #expect(text(source(), state(.unreadable)).contains("can't be read since"))
        #expect(text(source(), state(.gone)).contains("once a day"))
        #expect(text(source(), state(.well)) == "well")
        #expect(text(source(), nil).hasPrefix("not polled so far"))
        #expect(text(source(isEnabled: false), nil) == "disabled in the configuration")
        #expect(text(source(isImported: true), nil) == "filled by `repute import`, never polled")
        var paused = state(.well)
        paused.pausedAt = Sample.now
        #expect(text(source(), paused).contains("`repute source resume news`"))
    }

    @Test func `has no control character of a server in it`() {
        #expect(!text(source(), state(.unreachable, failures: 2)).contains("\u{1B}"))
    }
}

struct `A sentence on a cadence` {
    @Test(
        arguments: [
            (Cadence(), nil, "not known yet"),
            (
                Cadence(observedDays: 20, activeDays: 6, arrivals: 9, silentDays: 1), 19,
                "about 3 new a week, on 2.1 days a week; silent for 1 day now; a silence of 19 days would be told"
            ),
            (
                Cadence(observedDays: 20, activeDays: 20, arrivals: 240), 2,
                "about 12 new a day, on 7 days a week; a silence of 2 days would be told"
            ),
            (
                Cadence(observedDays: 60, activeDays: 3, arrivals: 3), nil,
                "about 1.5 new a month, on 0.4 days a week; too little is known to call a silence unusual"
            ),
            (
                Cadence(observedDays: 3), nil,
                "nothing new so far; too little is known to call a silence unusual"
            ),
            (
                Cadence(observedDays: .infinity, activeDays: .nan, arrivals: .nan), nil,
                "nothing new so far; too little is known to call a silence unusual"
            ),
        ] as [(Cadence, Int?, String)])
    func `counts by the unit that fits`(cadence: Cadence, limit: Int?, text: String) {
        #expect(CadenceSentence.text(cadence, silenceLimit: limit) == text)
    }
}

struct `The page of a source` {
    private var page: SourcePage {
        var state = state(.well)
        state.mentionCount = 12
        state.quotaRemaining = 4
        state.answer = "200, fresh for 10 minutes"
        state.movedTo = Secret("https://c.example/f?token=verysecret2")
        state.format = .rss2
        state.feedTitle = "The news"
        state.lastEntryCount = 20
        var page = SourcePage(source: source(), state: state)
        page.place = "repute.d/sources/news.yaml:3"
        page.host = HostUsage(
            host: "b.example", day: CalendarDay(number: 20_779), requests: 40, limit: 100,
            remaining: 4, resetsAt: Sample.now.addingTimeInterval(3600))
        page.hostBudget = 300
        page.totals = SentimentCounts(negative: 3, neutral: 1, positive: 8)
        page.weeks = (0..<12).map { SentimentCounts(negative: $0 == 11 ? 2 : 0, positive: $0 % 3) }
        page.limits = ["Only the newest 20."]
        page.notices = [
            SourceNotice(
                id: 1, source: id, kind: .recovered, detail: "It is well again.",
                at: Sample.now.addingTimeInterval(-86_400))
        ]
        return page
    }

    @Test func `tells the whole story`() {
        let text = page.rendered(as: .table, names: Sample.names, for: Sample.plain)
        for words in [
            "Local news", "well", "repute.d/sources/news.yaml:3", "whichever a query finds",
            "15 min to 6 h, by what it brings", "“The news”, rss2, 20 entries", "4 requests",
            "40 requests to b.example of 300 allowed; it allows 4 of 100 more", "200, fresh",
            "2 in all".replacing("2", with: "3"), "Only the newest 20.", "recovered",
            "It is well again.",
        ] { #expect(text.contains(words), "\(words)") }
        #expect(!text.contains("verysecret"))
        for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }

    @Test func `is one JSON object without secrets`() {
        let json = page.rendered(as: .json, names: Sample.names, for: Sample.plain)
        #expect(json.hasPrefix(#"{"id":"news","title":"Local news","kind":"mention""#))
        #expect(json.contains(#""condition":"ok""#) && json.contains(#""requestsToday":40"#))
        #expect(!json.contains("verysecret") && json.hasSuffix("}\n"))
    }

    @Test func `of an imported source has no polls`() {
        var state = SourceState(source: id, nextPoll: Sample.now, urlDigest: "")
        state.lastSuccess = Sample.now
        let text = SourcePage(source: source(isImported: true), state: state).rendered(
            as: .table, names: Sample.names, for: Sample.plain)
        #expect(text.contains("Last import") && !text.contains("Next poll"))
        #expect(!text.contains("Address"))
    }
}

struct `The status of sources` {
    private func text(_ source: Source, _ state: SourceState) -> String {
        StatusPage(
            business: "Inn", totals: SentimentCounts(), oldestUnanswered: nil, sources: [source],
            states: [source.id: state],
            outbox: StatusPage.Outbox(
                pending: 0, retrying: 0, delivered: 0, givenUp: 0, oldestPending: nil)
        ).rendered(as: .table, names: Sample.names, for: Sample.plain)
    }

    @Test func `tells what is quiet, paused or short of quota`() {
        #expect(text(source(), state(.quiet)).contains("news: suspiciously quiet since"))
        var paused = state(.well)
        paused.pausedAt = Sample.now
        #expect(text(source(), paused).contains("news: paused since"))
        var short = state(.well)
        short.quotaRemaining = 1
        #expect(text(source(), short).contains("allows only 1 more request for now"))
        short.quotaRemaining = 500
        #expect(!text(source(), short).contains("allows only"))
        #expect(!text(source(), state(.well)).contains("news:"))
    }
}

import FoundationEssentials
import Model
import Testing

@testable import Reporting

/// A status page of sources in these states of health, and what a check makes of it.
private struct Watched {
    var page: StatusPage
    var thresholds = CheckThresholds()

    init(_ health: [SourceHealth] = [.well, .well]) {
        let sources = health.indices.map {
            Source(
                id: SourceID(trusted: "s\($0)"), url: Secret("https://a.example/\($0)"),
                kind: .review)
        }
        var states: [SourceID: SourceState] = [:]
        for (source, health) in zip(sources, health) {
            var state = SourceState(
                source: source.id, nextPoll: Sample.now.addingTimeInterval(60), urlDigest: "d")
            state.health = health
            state.healthSince = Sample.now.addingTimeInterval(-7200)
            state.lastSuccess = Sample.now.addingTimeInterval(-60)
            state.failures = health == .well ? 0 : 5
            states[source.id] = state
        }
        page = StatusPage(
            business: "Inn", totals: SentimentCounts(negative: 3, positive: 9),
            oldestUnanswered: nil, sources: sources, states: states,
            outbox: StatusPage.Outbox(
                pending: 0, retrying: 0, delivered: 4, givenUp: 0, oldestPending: nil))
    }

    func check(daemon: StatusCheck.Daemon = .runs) -> StatusCheck {
        StatusCheck(page, daemon: daemon, thresholds: thresholds, now: Sample.now)
    }
}

struct `A status check` {
    @Test func `is one line with figures where all is well`() {
        #expect(
            Watched().check().text
                == "REPUTE OK - 2 sources, 12 mentions, outbox empty | sources=2;;;0 failing=0;;;0 "
                + "dead=0;1;;0 overdue=0s;900;3600;0 outbox=0;;;0 outbox_age=0s;3600;21600;0 "
                + "given_up=0;1;;0 oldest_complaint=0s;;;0 mentions=12;;;0\n")
    }

    @Test(arguments: [
        (StatusCheck.Daemon.runs, StatusCheck.State.ok), (.isMissing, .critical),
        (.cannotBeSeen, .unknown),
    ])
    func `asks whether the daemon runs`(daemon: StatusCheck.Daemon, state: StatusCheck.State) {
        #expect(Watched().check(daemon: daemon).state == state)
    }

    @Test(arguments: [
        ([SourceHealth.well, .unreachable], StatusCheck.State.warning),
        ([.well, .quiet], .ok), ([.unreachable, .gone], .critical), ([.unreadable], .critical),
        ([], .ok),
    ])
    func `warns of dead sources, and is critical where all are`(
        health: [SourceHealth], state: StatusCheck.State
    ) {
        #expect(Watched(health).check().state == state)
    }

    @Test func `counts dead sources against its bounds`() {
        var watched = Watched([.well, .unreachable, .gone])
        watched.thresholds.dead = .init(warning: 3)
        #expect(watched.check().state == .ok)
        watched.thresholds.dead = .init(warning: 1, critical: 2)
        #expect(watched.check().state == .critical)
        #expect(
            watched.check().findings.map(\.text) == [
                "source s1 is unreachable for 2 h", "source s2 is gone for 2 h",
            ])
    }

    @Test(arguments: [
        (3599.0, StatusCheck.State.ok), (3600, .warning), (21_600, .critical), (-50, .ok),
    ])
    func `asks how long the oldest alert waits`(age: Double, state: StatusCheck.State) {
        var watched = Watched()
        watched.page.outbox.pending = 1
        watched.page.outbox.oldestPending = Sample.now.addingTimeInterval(-age)
        #expect(watched.check().state == state)
    }

    @Test(arguments: [(899.0, StatusCheck.State.ok), (900, .warning), (3600, .critical)])
    func `asks how long a source is due`(age: Double, state: StatusCheck.State) throws {
        var watched = Watched()
        let source = watched.page.sources[0].id
        watched.page.states[source]?.nextPoll = Sample.now.addingTimeInterval(-age)
        #expect(watched.check().state == state)
        watched.page.states[source]?.pausedAt = Sample.now
        #expect(watched.check().state == .ok, "a paused source is not due")
    }

    @Test func `tells a channel that fails from one that is closed`() {
        var watched = Watched()
        let mail = ChannelID(trusted: "mail")
        watched.page.outbox.channels = [ChannelState(channel: mail, failures: 2, lastError: "busy")]
        #expect(watched.check().state == .warning)
        #expect(watched.check().findings.map(\.text) == ["channel mail fails (2 times): busy"])
        watched.page.outbox.channels = [ChannelState(channel: mail, disabledAt: Sample.now)]
        #expect(watched.check().state == .critical)
    }

    @Test func `warns of alerts that were given up`() {
        var watched = Watched()
        watched.page.outbox.givenUp = 1
        #expect(watched.check().state == .warning)
        watched.thresholds.givenUp = .init()
        #expect(watched.check().state == .ok)
    }

    @Test func `looks at complaints only where a bound is given`() {
        var watched = Watched()
        watched.page.oldestUnanswered = Sample.mention()
        #expect(watched.check().state == .ok)
        watched.thresholds.complaint = .init(warning: 3600, critical: 86_400)
        #expect(watched.check().state == .warning)
        #expect(
            watched.check().text.hasPrefix(
                "REPUTE WARNING - complaint #7 waits for an answer for 2 h | "))
    }

    @Test func `tells the worst first and all of it below`() {
        var watched = Watched([.well, .unreachable])
        watched.page.outbox.givenUp = 2
        let lines = watched.check(daemon: .isMissing).text.split(separator: "\n").map(String.init)
        #expect(lines[0].hasPrefix("REPUTE CRITICAL - reputed does not run (and 2 more) | "))
        #expect(
            lines.dropFirst() == [
                "CRITICAL: reputed does not run", "WARNING: source s1 is unreachable for 2 h",
                "WARNING: 2 alerts were given up (again: repute alerts retry --failed)",
            ])
    }

    @Test func `is never broken by what a server said`() {
        var watched = Watched()
        watched.page.outbox.channels = [
            ChannelState(
                channel: ChannelID(trusted: "hook"), failures: 1,
                lastError: "no | dead=99\nREPUTE OK \u{1B}[2J")
        ]
        let text = watched.check().text
        #expect(text.filter { $0 == "|" }.count == 1)
        #expect(text.split(separator: "\n").count == 2)
        #expect(!text.contains("\u{1B}"))
    }

    @Test func `of a store that can't be read is critical, of a bad configuration unknown`() {
        let unreadable = StatusCheck(unreadable: "no such file", daemon: .runs)
        #expect(
            unreadable.text.hasPrefix("REPUTE CRITICAL - the store can't be read: no such file\n"))
        #expect(StatusCheck(unknown: "bad").state == .unknown)
    }

    @Test func `has the exit codes of the plugins`() {
        #expect(StatusCheck.State.allCases.map(\.rawValue) == [0, 1, 2, 3])
    }
}

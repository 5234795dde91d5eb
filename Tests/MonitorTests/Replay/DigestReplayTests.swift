import Alerting
import FoundationEssentials
import Model
import Storage
import Testing

@testable import Monitor

private let complaint = "Terrible service, rude staff and a filthy table, never again."

private let day = 86_400.0
private let morning = RuleID(trusted: "morning")

@Suite(.timeLimit(.minutes(5)))
struct `A replay of digests` {
    private func world(
        _ rules: [AlertRule] = [], rhythm: DigestPlan.Rhythm = .daily, sendsEmpty: Bool = false,
        brands: Set<BrandID> = []
    ) throws -> ReplayWorld {
        var world = try ReplayWorld(rules: rules)
        world.watches = WatchPlans(digests: [
            DigestPlan(
                id: morning, rhythm: rhythm, minute: 8 * 60, brands: brands, sendsEmpty: sendsEmpty,
                channels: [Sample.mail])
        ])
        return world
    }

    /// Lets days go by, on each of which the daemon walks every four hours.
    private func live(
        _ world: ReplayWorld, days: Int, _ each: (Int) async throws -> Void = { _ in }
    )
        async throws
    {
        for day in 0..<days {
            try await each(day)
            try await world.walk()
            for _ in 0..<6 {
                let past = world.time.now.timeIntervalSince1970.truncatingRemainder(
                    dividingBy: 4 * 3600)
                try await world.wait(4 * 3600 - past)
                try await world.walk()
            }
        }
        world.time.advance(by: 60)
    }

    /// When digests were told, and when a replay tells them.
    private func moments(_ world: ReplayWorld, since: Date = HeldTime.start - 3600)
        async throws -> (sent: [Date], replayed: [ReplayedAlert])
    {
        var alerts: [ReplayedAlert] = []
        _ = try await world.replay(since: since) { alerts.append($0) }
        let sent = try await world.told().filter { $0.rule == morning }.map(\.at)
        return (sent, alerts.filter { $0.kind == .digest })
    }

    @Test(arguments: [DigestPlan.Rhythm.daily, .weekly(weekday: 3)])
    func `comes when the daemon sent one, with the mentions of its time`(rhythm: DigestPlan.Rhythm)
        async throws
    {
        let world = try world(rhythm: rhythm)
        try await live(world, days: 20) { day in
            for number in 0..<(day % 3) {
                try await world.poll("d\(day)-\(number)", stars: 5, text: "Lovely visit \(day).")
            }
        }
        let (sent, replayed) = try await moments(world)
        #expect(replayed.map(\.at) == sent && sent.count > 1)
        let told = replayed.reduce(0) { $0 + ($1.toldMentions ?? 0) }
        #expect(told == (rhythm == .daily ? 19 : told) && replayed[1].toldMentions ?? 0 > 0)
        #expect(replayed.allSatisfy { $0.channels == [Sample.mail] && $0.mentions.isEmpty })
        #expect(replayed[0].reason == "“morning” is due")
    }

    @Test func `is left out where nothing is to be told, unless it is wanted empty`() async throws {
        let (lean, eager) = (try world(), try world(sendsEmpty: true))
        for world in [lean, eager] {
            try await live(world, days: 6) { day in
                guard day == 2 else { return }
                try await world.poll("a", stars: 5, text: "Lovely.")
            }
        }
        let (sent, replayed) = try await moments(lean)
        #expect(replayed.map(\.at) == sent && sent.count == 1)
        let report = try await lean.replay(since: sent[0]).report
        #expect(report.tallies[morning]?.alerts == 1 && report.tallies[morning]?.empty == 3)
        let all = try await moments(eager, since: HeldTime.start + 2 * day)
        #expect(all.replayed.map(\.at) == all.sent.suffix(4) && all.sent.count == 6)
        #expect(all.replayed.map(\.toldMentions) == [1, 0, 0, 0])
    }

    @Test func `goes on as long as a complaint has no answer`() async throws {
        let world = try world()
        let answer = HeldTime.start + 4 * day + 3600
        try await live(world, days: 100) { day in
            switch day {
            case 0: try await world.poll("a", stars: 1, text: complaint)
            case 1: try await world.poll(site: 2, "b", stars: 1, text: complaint + " B.")
            case 4:
                var entry = Sample.entry(
                    key: "b", text: complaint + " B.", stars: 1,
                    reply: Entry.OwnerReply(text: "We are sorry.", date: answer))
                entry.url = "https://site2.example/b"
                try await world.poll(site: 2, [entry])
            default: break
            }
        }
        let (sent, replayed) = try await moments(world)
        #expect(replayed.map(\.at) == sent && sent.count == 90)
    }

    @Test func `tells of what rules left for it or kept quiet`() async throws {
        var quiet = AlertRule(id: Sample.rule, channels: [Sample.mail])
        quiet.conditions.labels = [.negative]
        quiet.instantFrom = nil
        let world = try world([quiet])
        try await live(world, days: 4) { day in
            // History is no news, and no mention of the digest's time.
            if day == 0 { try await world.poll("old", stars: 5, text: "Lovely.", isNews: false) }
            guard day == 1 else { return }
            // It has an answer already, and so does not wait for one.
            var entry = Sample.entry(
                key: "old", text: complaint + " Edited.", stars: 1,
                reply: Entry.OwnerReply(text: "We are sorry.", date: HeldTime.start))
            entry.url = "https://site1.example/old"
            try await world.poll([entry])
        }
        let (sent, replayed) = try await moments(world)
        #expect(replayed.map(\.at) == sent && !sent.isEmpty)
        #expect(replayed.allSatisfy { $0.toldMentions == 0 })
    }

    @Test func `is of its brands alone`() async throws {
        let other = try world(brands: [BrandID(trusted: "other")])
        try await live(other, days: 3) { day in
            try await other.poll("d\(day)", stars: 1, text: complaint + " \(day)")
        }
        let (sent, replayed) = try await moments(other)
        #expect(sent.isEmpty && replayed.isEmpty)
    }

    @Test func `tells of sources that were in trouble`() async throws {
        let world = try world()
        try await world.poll("a", stars: 5, text: "Lovely.")
        for (kind, at) in [(SourceNotice.Kind.unreachable, 2.0), (.recovered, 4.0)] {
            let source = SourceID(trusted: "site-1")
            var record = PollRecord(
                source: source, kind: .review,
                state: SourceState(source: source, nextPoll: HeldTime.start, urlDigest: "u"),
                drafts: [], isBaseline: false, now: HeldTime.start + at * day,
                day: { CalendarDay($0, secondsFromGMT: 0) })
            record.notices = [NewNotice(kind: kind, detail: "It is so.")]
            _ = try await world.store.record(record)
        }
        world.time.set(HeldTime.start + 10 * day)
        let (_, replayed) = try await moments(world)
        let days = replayed.map { $0.at.timeIntervalSince(HeldTime.start) / day }
        #expect(days.map { Int($0.rounded()) } == [1, 3, 4])
    }
}

import Alerting
import FoundationEssentials
import Model
import Scheduling
import Storage
import Testing

@testable import Monitor

private let complaint = "Terrible service, rude staff and a filthy table, never again."

@Suite(.timeLimit(.minutes(5)))
struct `A replay of rules` {
    /// The rules of an owner who uses everything.
    private static let rules: [AlertRule] = {
        var worst = MentionConditions()
        worst.maxStars = 2
        var praise = MentionConditions()
        praise.minStars = 5
        var known = MentionConditions()
        known.authors = [.complainedBefore]
        return [
            AlertRule(
                id: RuleID(trusted: "complaints"), urgency: .weighed, coolDown: 6 * 3600,
                channels: [Sample.mail]),
            AlertRule(
                id: RuleID(trusted: "worst"), conditions: worst, urgency: .byStars,
                instantFrom: .critical, channels: [Sample.hook]),
            AlertRule(
                id: RuleID(trusted: "praise"), conditions: praise, urgency: .fixed(.info),
                instantFrom: nil),
            AlertRule(id: RuleID(trusted: "again"), conditions: known, coolDown: 86_400),
        ]
    }()

    @Test(arguments: [1, 2, 3, 4, 5])
    func `tells exactly what the daemon told`(seed: UInt64) async throws {
        let world = try ReplayWorld(rules: Self.rules)
        var chance = Chance(state: seed)
        try await world.poll("old", stars: 1, text: complaint, isNews: false)
        try await world.walk()
        _ = try await world.store.add(
            AlertSilence(
                id: 0, source: SourceID(trusted: "site-3"), start: world.time.now + 10 * 86_400,
                end: world.time.now + 14 * 86_400))
        for step in 0..<120 {
            try await world.wait(Double(chance.below(30_000)) + 0.5)
            try await happen(step, in: world, &chance)
            try await world.walk()
        }
        try await world.wait(7 * 86_400)
        let told = try await world.told()
        let replayed = try await world.replay()
        #expect(told.count > 40)
        #expect(replayed.told.count == told.count)
        // How strong the words of a wording were that is replaced is not kept, and weighs.
        let edited = Set(
            try await world.store.mentions(MentionFilter(), page: Page(limit: 10_000)).rows
                .filter { $0.version > 1 }.map(\.id))
        for (replayed, told) in zip(replayed.told, told) {
            let isWeighed = edited.isDisjoint(with: told.mentions)
            #expect(
                isWeighed ? replayed == told : replayed.unweighed == told.unweighed,
                "\(replayed.weighing ?? "") \(told.weighing ?? "")")
        }
        #expect(replayed.report.edits > 0)
        #expect(
            replayed.report.tallies.values.reduce(0) { $0 + $1.alerts } == replayed.told.count)
        let outcomes = try await world.store.outcomeCounts(
            brands: nil, from: .distantPast, to: .distantFuture)
        for outcome in outcomes where outcome.outcome == "digest" || outcome.outcome == "silenced" {
            let notes = try #require(replayed.report.tallies[outcome.rule]).notes
            let name = try #require(DecisionNote.Outcome(rawValue: outcome.outcome))
            #expect(notes[name, default: 0] >= outcome.count)
        }
    }

    /// One thing that happens in the life of a café.
    private func happen(_ step: Int, in world: ReplayWorld, _ chance: inout Chance)
        async throws
    {
        let author = ["Ada", "Ben", "Cleo", nil][chance.below(4)]
        switch chance.below(5) {
        case 0:
            try await world.poll(
                site: 2, "praise-\(step)", stars: 5, text: "Lovely coffee, thanks \(step).",
                author: author)
        case 1:
            // One of the earlier visits, worded anew.
            try await world.poll(
                "visit-\(chance.below(max(1, step)))", stars: Double(1 + chance.below(5)),
                text: chance.below(2) == 0 ? complaint : "It was a fine visit, number \(step).")
        case 2:
            for site in 3...(4 + chance.below(4)) {
                try await world.poll(
                    site: site, "story-\(step / 8)-\(site)",
                    title: "Copper Kettle recalls \(step / 8) jars of plum jam over glass",
                    text: """
                        The maker Copper Kettle is recalling \(step / 8) jars of plum jam because \
                        they may hold splinters of glass, a terrible scandal for a bad company.
                        """)
            }
        default:
            // What is edited has no author: of an author it is known only how their words read now.
            let isEdited = step % 2 == 0
            try await world.poll(
                isEdited ? "visit-\(step)" : "guest-\(step)",
                stars: Double(1 + chance.below(5)),
                text: chance.below(3) > 0 ? complaint : "A visit like any other, number \(step).",
                author: isEdited ? nil : author)
        }
    }

    @Test func `counts mentions that no rule has a word on, and decides as if they were read`()
        async throws
    {
        let world = try ReplayWorld(rules: [AlertRule(id: Sample.rule, coolDown: 3600)])
        // More at one moment than are decided on at once; few of them negative.
        let entries = (0..<1100).map { number in
            Sample.entry(
                key: "k\(number)", text: "Visit \(number).", stars: number % 50 == 0 ? 1 : 5)
        }
        try await world.poll(entries)
        try await world.walk()
        try await world.wait(7200)
        let told = try await world.told()
        #expect(told.map(\.mentions.count) == [10, 12])
        for pageSize in [64, 500, 5000] {
            let replayed = try await world.replay(pageSize: pageSize)
            #expect(replayed.told == told && replayed.report.mentions == 1100)
        }
    }

    @Test func `lets go what is due at the moment of a mention that no rule asks for`() async throws
    {
        let world = try ReplayWorld(rules: [AlertRule(id: Sample.rule, coolDown: 3600)])
        for (key, wait) in [("a", 600.0), ("b", 3000)] {
            try await world.poll(key, stars: 1, text: complaint)
            try await world.walk()
            try await world.wait(wait)
        }
        try await world.poll("c", stars: 5, text: "Lovely.")
        try await world.walk()
        try await world.wait(60)
        let replayed = try await world.replay()
        #expect(replayed.told.map(\.mentions) == [[1], [2]])
        #expect(replayed.told == (try await world.told()))
    }

    @Test func `weighs an edit by the sites of its story`() async throws {
        var spread = MentionConditions()
        spread.minSites = 3
        let world = try ReplayWorld(rules: [
            AlertRule(id: Sample.rule, urgency: .weighed),
            AlertRule(id: RuleID(trusted: "spread"), conditions: spread, urgency: .weighed),
        ])
        func tell(_ site: Int, stars: Double) async throws {
            try await world.poll(
                site: site, "story", stars: stars,
                title: "Copper Kettle recalls 12 jars of plum jam over glass",
                text: """
                    The maker Copper Kettle is recalling 12 jars of plum jam because they may hold \
                    splinters of glass, a terrible scandal for a bad company.
                    """)
            try await world.walk()
            try await world.wait(3600)
        }
        for site in 1...3 { try await tell(site, stars: 2.5) }
        try await tell(2, stars: 1)
        let told = try await world.told()
        let replayed = try await world.replay().told
        #expect(told.contains { $0.weighing?.contains("on 3 sites") == true })
        #expect(told.last?.weighing?.contains("on 3 sites") == true)
        #expect(replayed == told)
    }

    @Test func `decides together on what came together`() async throws {
        let rule = AlertRule(id: Sample.rule, coolDown: 3600)
        let world = try ReplayWorld(rules: [rule])
        try await world.poll(
            (0..<1200).map { Sample.entry(key: "k\($0)", text: complaint + " \($0)", stars: 1) })
        try await world.walk()
        try await world.wait(7200)
        let told = try await world.told()
        #expect(told.first?.mentions.count == 500 && told.count == 2)
        for pageSize in [100, 500, 5000] {
            let replayed = try await world.replay(pageSize: pageSize)
            #expect(replayed.told == told)
            #expect(replayed.report.tallies[Sample.rule]?.held == 700)
        }
    }

    @Test func `reports only what came in its time, but remembers what was before`() async throws {
        let rule = AlertRule(id: Sample.rule, coolDown: 86_400)
        let world = try ReplayWorld(rules: [rule])
        try await world.poll("a", stars: 1, text: complaint)
        try await world.walk()
        try await world.wait(3600)
        try await world.poll("b", stars: 1, text: complaint)
        try await world.walk()
        try await world.wait(2 * 86_400)
        let (told, report) = try await world.replay(since: HeldTime.start + 1800)
        #expect(told.map(\.mentions) == [[2]])
        #expect(told.map(\.at) == [HeldTime.start + 86_400])
        #expect(report.mentions == 1)
    }

    @Test func `shows what a silence kept back if it is asked to`() async throws {
        let world = try ReplayWorld()
        _ = try await world.store.add(
            AlertSilence(id: 0, start: world.time.now, end: world.time.now + 3600))
        try await world.poll("a", stars: 1, text: complaint)
        try await world.walk()
        try await world.wait(60)
        let heeded = try await world.replay()
        #expect(heeded.told.isEmpty)
        #expect(heeded.report.tallies[Sample.rule]?.notes[.silenced] == 1)
        #expect(try await world.replay(heedsSilences: false).told.map(\.mentions) == [[1]])
    }

    @Test func `tells which alerts quiet hours would have put off`() async throws {
        let world = try ReplayWorld()
        try await world.poll("a", stars: 1, text: complaint)
        try await world.walk()
        try await world.wait(60)
        let quiet = ChannelPolicy(
            quietHours: try BusinessHours(parsing: "daily 09:00-10:00"), letsThrough: nil)
        var until: [ChannelID: Date] = [:]
        let (_, report) = try await world.replay(policies: [Sample.mail: quiet]) {
            until = $0.quietUntil
        }
        #expect(until == [Sample.mail: HeldTime.start + 1800])
        #expect(report.tallies[Sample.rule]?.quiet == 1)
    }

    @Test func `says how far it is, page by page`() async throws {
        let world = try ReplayWorld()
        for number in 0..<20 {
            try await world.poll("k\(number)", stars: 1, text: complaint + " \(number)")
            try await world.wait(60)
        }
        var steps: [RuleReplay.Progress] = []
        _ = try await world.replay(pageSize: 6, progress: { steps.append($0) })
        #expect(steps.map(\.done) == [6, 12, 18])
        #expect(steps.allSatisfy { $0.total == 20 })
    }

    @Test func `of an empty store tells nothing`() async throws {
        let (told, report) = try await ReplayWorld().replay()
        #expect(told.isEmpty && report == ReplayReport())
    }

    @Test func `stands still while the clock was set back`() async throws {
        let world = try ReplayWorld(rules: [AlertRule(id: Sample.rule, coolDown: 600)])
        try await world.poll("a", stars: 1, text: complaint)
        world.time.advance(by: -3600)
        try await world.poll("b", stars: 1, text: complaint + " Really.")
        world.time.advance(by: 7200)
        let (told, _) = try await world.replay(since: HeldTime.start - 86_400, pageSize: 1)
        #expect(told.map(\.mentions) == [[1], [2]])
    }
}

/// Chance that is the same at every run (Numerical Recipes, LCG).
private struct Chance {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}

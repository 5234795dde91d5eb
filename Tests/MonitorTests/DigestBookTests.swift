import Alerting
import FoundationEssentials
import Model
import Notifying
import SQLiteStorage
import Storage
import Testing

@testable import Monitor

private let inn = BrandID(trusted: "inn")
private let bakery = BrandID(trusted: "bakery")
private let rival = BrandID(trusted: "rival")
private let reviews = SourceID(trusted: "reviews")
private let visits = SourceID(trusted: "visits")
private let press = SourceID(trusted: "press")

/// An agency's store: an inn, a bakery and a rival of both, each with a source of its own but the press,
/// which writes about all.
private struct Agency {
    let store: any Store
    /// The day that is told.
    let period = Alert.Period(start: HeldTime.start - 86_400, end: HeldTime.start)
    var configuration: MonitorConfiguration

    init(rules: [AlertRule] = [], hasRival: Bool = true) async throws {
        store = try SQLiteFile.inMemory()
        let brands = [
            Brand(id: inn, name: "Harbour Inn"), Brand(id: bakery, name: "Old Bakery"),
            Brand(id: rival, name: "Rival", isCompetitor: true),
        ].filter { hasRival || !$0.isCompetitor }
        configuration = try Sample.configuration(rules: rules)
        configuration.brands = brands
        configuration.decider = AlertDecider(rules: rules, brands: brands)
        configuration.sources = Dictionary(
            uniqueKeysWithValues: [(reviews, inn), (visits, bakery), (press, nil)].map {
                id, brand in
                var source = Sample.source()
                (source.id, source.brand) = (id, brand)
                return (id, source)
            })
        let start = period.start
        try await store.register(
            [reviews, visits, press].map {
                RegisteredSource(
                    id: $0, kind: .review, urlDigest: "u", readingDigest: "r", isEnabled: true)
            }, now: start, firstPoll: { _ in start })
    }

    /// Stores one mention of the day.
    @discardableResult
    func add(
        _ key: String, about brands: [BrandID], stars: Double = 1, from source: SourceID = press,
        at hours: Double = 1, reply: Entry.OwnerReply? = nil
    ) async throws -> MentionID {
        let entry = Sample.entry(key: key, text: "A visit \(key).", stars: stars, reply: reply)
        let time = period.start + hours * 3600
        let draft = MentionDraft(
            entry: entry, contentDigest: key,
            brands: brands.map { Mention.BrandMatch(brand: $0) },
            sentiment: try Sample.pipeline().judge(entry, source: Sample.source()).sentiment,
            isNews: true, occurredAt: time)
        return try #require(try await record([draft], from: source, at: time).new.first)
    }

    @discardableResult
    func record(
        _ drafts: [MentionDraft] = [], from source: SourceID, at time: Date,
        _ change: (inout SourceState) -> Void = { _ in }
    ) async throws -> PollReceipt {
        var state = SourceState(source: source, nextPoll: time, urlDigest: "u")
        change(&state)
        return try await store.record(
            PollRecord(
                source: source, kind: .review, state: state, drafts: drafts, isBaseline: false,
                now: time, day: { CalendarDay($0, secondsFromGMT: 0) }))
    }

    /// Notes a word of a rule on a mention, as the daemon does: for no single brand.
    func note(_ mention: MentionID, _ outcome: DecisionNote.Outcome, by rule: RuleID) async throws {
        _ = try await store.commit(
            DecisionRecord(
                alerts: [],
                notes: [
                    DecisionRecord.Note(
                        rule: rule, brand: nil, mention: mention,
                        outcome: .settled(as: outcome.rawValue), reason: "why")
                ], decided: [DecidedMention(mention: mention, version: 1)],
                now: period.start + 7200))
    }

    /// Alerts on a brand, or on none.
    func alert(on brand: BrandID?, kind: Alert.Kind = .surge) async throws {
        var alert = DecisionRecord.NewAlert(
            rule: RuleID(trusted: "surge"), severity: .info, brand: brand, mentions: [],
            reason: "why", channels: [])
        alert.kind = kind
        _ = try await store.commit(
            DecisionRecord(alerts: [alert], notes: [], decided: [], now: period.start + 7200))
    }

    func digest(of brands: Set<BrandID> = []) async throws -> Digest {
        try await DigestBook(store: store, configuration: configuration).digest(
            of: DigestPlan(id: RuleID(trusted: "daily"), title: "The day", brands: brands),
            period: period)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A digest of some brands` {
    private let left = RuleID(trusted: "left")

    @Test(arguments: [[inn, bakery], []])
    func `counts a mention of several brands once`(brands: Set<BrandID>) async throws {
        let agency = try await Agency()
        let both = try await agency.add("both", about: [inn, bakery])
        let one = try await agency.add("one", about: [bakery], at: 2)
        let reply = Entry.OwnerReply(text: "Sorry.", date: agency.period.start + 9 * 3600)
        try await agency.add("answered", about: [inn, bakery, rival], at: 3, reply: reply)
        try await agency.add("not ours", about: [rival])
        let digest = try await agency.digest(of: brands)
        #expect(digest.unansweredCount == 2)
        #expect(digest.unanswered.map(\.id) == [both, one])
        #expect(digest.responses.mentions == 3 && digest.responses.answered == 1)
        #expect(digest.responses.delays == [6 * 3600])
    }

    @Test func `has nothing of the others`() async throws {
        let own = RuleID(trusted: "bakery-only")
        var conditions = MentionConditions()
        conditions.brands = [bakery]
        let agency = try await Agency(rules: [
            AlertRule(id: left), AlertRule(id: own, title: "Crumbs", conditions: conditions),
        ])
        // So many of the inn's that they would fill every list.
        for number in 0..<12 {
            let mention = try await agency.add("inn-\(number)", about: [inn], from: reviews)
            try await agency.note(mention, .digest, by: left)
        }
        let loaf = try await agency.add("loaf", about: [bakery], from: visits)
        try await agency.note(loaf, .digest, by: own)
        let bun = try await agency.add("bun", about: [bakery], stars: 5, from: visits)
        try await agency.note(bun, .silenced, by: left)
        for brand in [inn, bakery] { try await agency.alert(on: brand) }
        try await agency.alert(on: inn, kind: .drop)
        try await agency.alert(on: nil, kind: .channel)
        for source in [reviews, visits] {
            try await agency.record(from: source, at: agency.period.end) {
                $0.health = .unreachable
            }
        }
        let (of, its) = (try await agency.digest(of: [bakery]), Set([loaf, bun]))
        let told = of.worst + of.best + of.unanswered + of.matches.flatMap(\.mentions)
        #expect(Set(told.map(\.id)) == its)
        #expect(of.counts.total == 2 && of.days.map(\.counts.total) == [2])
        #expect(of.unansweredCount == 1 && of.responses.mentions == 2)
        #expect(of.matches.map(\.rule) == [own.rawValue] && of.matches.map(\.count) == [1])
        #expect(of.silenced == 1 && of.alerts == 1)
        #expect(of.troubles.map(\.source) == [visits])

        let other = try await agency.digest(of: [inn])
        let others = other.worst + other.best + other.unanswered
        #expect(its.isDisjoint(with: (others + other.matches.flatMap(\.mentions)).map(\.id)))
        #expect(other.counts.total == 12 && other.unansweredCount == 12)
        #expect(other.matches.map(\.rule) == [left.rawValue])
        #expect(other.matches.map(\.count) == [12] && other.matches.first?.mentions.count == 10)
        #expect(other.silenced == 0 && other.alerts == 2)
        #expect(other.troubles.map(\.source) == [reviews])
    }

    @Test func `names its own though others came later`() async throws {
        let agency = try await Agency(rules: [AlertRule(id: left)])
        let first = try await agency.add("first", about: [bakery])
        try await agency.note(first, .digest, by: left)
        for number in 0..<20 {
            try await agency.note(
                try await agency.add("inn-\(number)", about: [inn]), .digest, by: left)
        }
        let digest = try await agency.digest(of: [bakery])
        #expect(digest.matches.first?.mentions.map(\.id) == [first])
    }

    @Test func `tells of a mention of several without the rules of the others`() async throws {
        let (ours, theirs) = (RuleID(trusted: "ours"), RuleID(trusted: "theirs"))
        let rules = [(ours, inn), (theirs, bakery)].map { id, brand in
            var conditions = MentionConditions()
            conditions.brands = [brand]
            return AlertRule(id: id, conditions: conditions)
        }
        let agency = try await Agency(rules: rules)
        let both = try await agency.add("both", about: [inn, bakery])
        let notes = [(ours, "digest"), (theirs, "digest"), (theirs, "silenced")]
        _ = try await agency.store.commit(
            DecisionRecord(
                alerts: [],
                notes: notes.map { rule, outcome in
                    DecisionRecord.Note(
                        rule: rule, brand: nil, mention: both, outcome: .settled(as: outcome),
                        reason: "why")
                }, decided: [DecidedMention(mention: both, version: 1)],
                now: agency.period.start + 60))
        let digest = try await agency.digest(of: [inn])
        #expect(digest.matches.map(\.rule) == [ours.rawValue] && digest.silenced == 0)
        #expect(digest.matches.first?.mentions.map(\.id) == [both])
    }

    @Test func `has the trouble of sources that are read for everybody`() async throws {
        let agency = try await Agency()
        try await agency.record(from: press, at: agency.period.end) { $0.health = .gone }
        for brand in [inn, bakery] {
            #expect(try await agency.digest(of: [brand]).troubles.map(\.source) == [press])
        }
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `The contents of a digest` {
    @Test func `are the period's, beside the time of the same length before`() async throws {
        let agency = try await Agency()
        try await agency.add("old", about: [inn], stars: 5, at: -3)
        try await agency.add("older", about: [inn], stars: 5, at: -25)
        for (number, stars) in [1.0, 3, 5, 2].enumerated() {
            try await agency.add("new-\(number)", about: [inn], stars: stars)
        }
        try await agency.add("next", about: [inn], at: 24)
        let digest = try await agency.digest()
        #expect(digest.title == "The day" && digest.period == agency.period)
        #expect(digest.previous.end == agency.period.start)
        #expect(digest.counts.total == 4 && digest.counts.negative == 2)
        #expect(digest.countsBefore.total == 1 && digest.countsBefore.positive == 1)
        #expect(digest.worst.compactMap(\.entry.rating?.value) == [1, 2])
        #expect(digest.best.compactMap(\.entry.rating?.value) == [5])
        #expect(digest.lastDay == CalendarDay(HeldTime.start, secondsFromGMT: 0))
        #expect(digest.days.last?.day == digest.lastDay)
        #expect(!digest.isEmpty)
    }

    @Test func `name the five that wait longest, and how answers came`() async throws {
        let agency = try await Agency()
        for number in 0..<7 {
            try await agency.add("open-\(number)", about: [inn], at: Double(10 - number))
        }
        let answer = Entry.OwnerReply(
            text: "We are sorry.", date: agency.period.start + 5 * 3600)
        try await agency.add("answered", about: [bakery], at: 3, reply: answer)
        try await agency.add("rival", about: [rival], at: 2)
        let digest = try await agency.digest()
        #expect(digest.unansweredCount == 7)
        #expect(digest.unanswered.compactMap(\.entry.id) == (2...6).reversed().map { "open-\($0)" })
        #expect(
            digest.responses == ResponseCounts(mentions: 8, answered: 1, delays: [7200]))
        #expect(digest.responsesBefore == ResponseCounts())
    }

    @Test(arguments: [
        (SourceHealth.unreachable, false, true), (.unreadable, false, true),
        (.quiet, false, true), (.gone, false, true), (.gone, true, false), (.well, false, false),
        (.waiting, false, false),
    ])
    func `name sources in trouble`(health: SourceHealth, isPaused: Bool, isNamed: Bool)
        async throws
    {
        let agency = try await Agency()
        let since = agency.period.start + 60
        try await agency.record(from: press, at: agency.period.end) {
            ($0.health, $0.healthSince) = (health, since)
        }
        _ = try await agency.store.setPaused(press, isPaused, now: agency.period.end)
        let troubles = try await agency.digest().troubles
        #expect(
            troubles
                == (isNamed
                    ? [Digest.SourceTrouble(source: press, health: health, since: since)] : []))
        #expect(try await agency.digest().isEmpty != isNamed)
    }

    @Test func `are everybody's where no brand is asked for, whoever it is about`() async throws {
        let rule = RuleID(trusted: "left")
        var agency = try await Agency(rules: [AlertRule(id: rule)])
        agency.configuration.ruleTitles = [rule: "Left for later"]
        for brands in [[inn], [bakery], [rival]] {
            let id = try await agency.add("about-\(brands)", about: brands)
            try await agency.note(id, .digest, by: rule)
        }
        for brand in [inn, rival, nil] { try await agency.alert(on: brand) }
        let digest = try await agency.digest()
        #expect(digest.matches.map(\.rule) == ["Left for later"])
        #expect(digest.matches.map(\.count) == [3])
        #expect(digest.matches.first?.mentions.count == 3)
        #expect(digest.alerts == 3)
        // Figures are of the own brands, where there are others.
        #expect(digest.counts.total == 2)
        agency.configuration.brands.removeAll(where: \.isCompetitor)
        #expect(try await agency.digest().counts.total == 3)
    }

    @Test func `are nothing where nothing was`() async throws {
        let agency = try await Agency()
        #expect(try await agency.digest().isEmpty)
        try await agency.alert(on: inn)
        #expect(try await agency.digest().isEmpty == false)
    }
}

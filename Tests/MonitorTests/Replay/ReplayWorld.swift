import Alerting
import FoundationEssentials
import Matching
import Model
import SQLiteStorage
import Storage
import Testing

@testable import Monitor

/// A store in memory, polls of several sites, decide walks over them on a held clock, and replays of
/// what they left.
struct ReplayWorld {
    /// What is compared of an alert.
    struct Told: Hashable, CustomStringConvertible {
        var at: Date
        var rule: RuleID
        var severity: Alert.Severity
        var brand: BrandID?
        var mentions: [MentionID]
        var reason: String
        var weighing: String?

        /// The same without how urgent it is.
        var unweighed: Told {
            var told = self
            (told.severity, told.weighing) = (.info, nil)
            return told
        }

        var description: String { "\(at.rfc3339) \(rule) \(mentions): \(reason)" }
    }

    let store: any Store
    let time = HeldTime()
    var rules: [AlertRule]
    var watches = WatchPlans()
    let brands = [Brand(id: Sample.brand, name: "Copper Kettle")]

    init(rules: [AlertRule] = [AlertRule(id: Sample.rule, channels: [Sample.mail])]) throws {
        store = try SQLiteFile.inMemory()
        self.rules = rules
    }

    /// Polls one site, which has this entry now.
    func poll(
        site: Int = 1, _ key: String, stars: Double? = nil, title: String = "A visit",
        text: String, author: String? = nil, isNews: Bool = true
    ) async throws {
        try await poll(
            site: site,
            [
                Entry(
                    identity: EntryIdentity(rung: .stableID, key: key), id: key,
                    url: "https://site\(site).example/\(key)", title: title, text: text,
                    author: author,
                    rating: stars.flatMap { Rating(value: $0, min: 1, max: 5) })
            ], isNews: isNews)
    }

    /// Polls one site, which has these entries now.
    func poll(site: Int = 1, _ entries: [Entry], isNews: Bool = true) async throws {
        let (now, id) = (time.now, SourceID(trusted: "site-\(site)"))
        try await store.register(
            (1...9).map {
                RegisteredSource(
                    id: SourceID(trusted: "site-\($0)"), kind: .review, urlDigest: "u",
                    readingDigest: "r", isEnabled: true)
            }, now: now, firstPoll: { _ in now })
        let pipeline = try Sample.pipeline()
        var source = Sample.source()
        source.id = id
        let drafts = entries.map { entry in
            MentionDraft(
                entry: entry, contentDigest: EntryDigest.digest(of: entry),
                brands: [Mention.BrandMatch(brand: Sample.brand)],
                sentiment: pipeline.judge(entry, source: source).sentiment, isNews: isNews,
                occurredAt: entry.published ?? now, story: .of(entry))
        }
        _ = try await store.record(
            PollRecord(
                source: id, kind: .review,
                state: SourceState(source: id, nextPoll: now, urlDigest: "u"), drafts: drafts,
                isBaseline: !isNews, now: now, day: { CalendarDay($0, secondsFromGMT: 0) }))
    }

    /// Walks as the daemon does: now.
    func walk() async throws {
        var configuration = try Sample.configuration(rules: rules)
        configuration.watches = watches
        _ = try await DecideWalk(
            store: store, configuration: CurrentConfiguration(configuration), time: time.source,
            logger: Sample.logger
        ).run()
    }

    /// Lets time go by; the daemon walks whenever something that is held is due.
    func wait(_ seconds: Double) async throws {
        let end = time.now + seconds
        while let due = try await store.nextHeld(), due < end {
            time.set(max(due, time.now))
            try await walk()
        }
        time.set(end)
    }

    /// What the daemon told, oldest first.
    func told() async throws -> [Told] {
        try await store.alerts(since: nil, page: Page(limit: 100_000)).rows
            .sorted { $0.id < $1.id }.map {
                Told(
                    at: $0.createdAt, rule: $0.rule, severity: $0.severity, brand: $0.brand,
                    mentions: $0.mentions, reason: $0.reason, weighing: $0.weighing)
            }
    }

    /// What a replay tells, and its figures.
    func replay(
        since: Date = HeldTime.start - 3600, policies: [ChannelID: ChannelPolicy] = [:],
        heedsSilences: Bool = true, pageSize: Int = 7,
        alert: (ReplayedAlert) -> Void = { _ in },
        progress: (RuleReplay.Progress) -> Void = { _ in }
    ) async throws -> (told: [Told], report: ReplayReport) {
        var rules = ReplayRules(mentionRules: rules, brands: brands)
        rules.policies = policies
        rules.surges = watches.surges
        rules.drops = watches.drops
        rules.digests = watches.digests
        rules.sources = (1...9).map { number in
            var source = Sample.source()
            source.id = SourceID(trusted: "site-\(number)")
            return source
        }
        rules.reminders = watches.reminders
        rules.calendar = watches.calendar
        if heedsSilences { rules.silences = try await store.silences() }
        var told: [Told] = []
        let report = try await RuleReplay(store: store, rules: rules, pageSize: pageSize).run(
            since: since, until: time.now, progress: progress
        ) {
            alert($0)
            told.append(
                Told(
                    at: $0.at, rule: $0.rule, severity: $0.severity, brand: $0.brand,
                    mentions: $0.mentions, reason: $0.reason, weighing: $0.weighing))
        }
        return (told, report)
    }
}

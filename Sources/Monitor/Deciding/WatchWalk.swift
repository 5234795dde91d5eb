import Alerting
import FoundationEssentials
import Model
import Scheduling
import Storage

/// What is decided without a mention of its own: surges, drops, reminders, digests, and how channels stand.
///
/// What a watch remembers goes into the same record as what it tells, so that neither is stored without
/// the other.
struct WatchWalk {
    /// How often counts are looked at while news comes, in seconds.
    static let countRest: TimeInterval = 300
    /// How often averages are looked at, in seconds: they move slowly.
    static let averageRest: TimeInterval = 3600
    /// How often reminders are looked at where none is due earlier, in seconds.
    private static let reminderRest: TimeInterval = 900
    /// How much older than its reminders a mention can be, in seconds: the time for an answer in
    /// business hours, with holidays between them.
    static let reminderLead: TimeInterval = 60 * 86_400

    /// How many mentions an alert on counts or averages names, the worst ones.
    static let namedMentions = 5

    let store: any Store
    let configuration: MonitorConfiguration
    let memory: WatchMemory
    let silences: [AlertSilence]
    let now: Date

    private var watches: WatchPlans { configuration.watches }

    /// What there is to store; each record is one transaction.
    func records() async throws(StorageError) -> [DecisionRecord] {
        let marks = try await store.ruleMarks()
        var records: [DecisionRecord] = []
        for plan in watches.digests where plan.isEnabled {
            if let record = try await digest(plan, marks) { records.append(record) }
        }
        for rule in watches.reminders where rule.isEnabled && memory.isDue(rule.id, now: now) {
            if let record = try await reminders(rule) { records.append(record) }
        }
        for rule in watches.surges where rule.isEnabled && memory.isDue(rule.id, now: now) {
            records += try await surges(rule, marks)
            memory.rest(rule.id, from: now, until: now.addingTimeInterval(Self.countRest))
        }
        for rule in watches.drops where rule.isEnabled && memory.isDue(rule.id, now: now) {
            records += try await drops(rule, marks)
            memory.rest(rule.id, from: now, until: now.addingTimeInterval(Self.averageRest))
        }
        return records + (try await channelHealth(marks))
    }

    private func record() -> DecisionRecord {
        DecisionRecord(alerts: [], notes: [], decided: [], now: now)
    }

    // MARK: Digests

    private func digest(_ plan: DigestPlan, _ marks: [RuleMark])
        async throws(StorageError) -> DecisionRecord?
    {
        let mark = marks.first { $0.rule == plan.id }
        guard
            let decision = plan.decision(mark: mark, now: now, timeZone: configuration.timeZone)
        else { return nil }
        var record = record()
        record.marks = [decision.mark]
        guard let period = decision.period else { return record }
        if !plan.sendsEmpty, try await isEmpty(plan, period) { return record }
        var alert = DecisionRecord.NewAlert(
            rule: plan.id, severity: .info, brand: nil, mentions: [],
            reason: "“\(plan.name)” is due", channels: plan.channels)
        alert.kind = .digest
        alert.period = period
        record.alerts = [alert]
        return record
    }

    private func isEmpty(_ plan: DigestPlan, _ period: Alert.Period)
        async throws(StorageError) -> Bool
    {
        try await DigestBook(store: store, configuration: configuration)
            .digest(of: plan, period: period).isEmpty
    }

    // MARK: Reminders

    private func reminders(_ rule: ReminderRule) async throws(StorageError) -> DecisionRecord? {
        let since = now.addingTimeInterval(-(rule.patience + Self.reminderLead))
        let waiting = try await store.unanswered(
            labels: rule.conditions.labels, since: since, rule: rule.id,
            aspects: !rule.conditions.aspects.isEmpty)
        var mentions: [WaitingMention] = []
        for row in waiting {
            let since = try await WaitStart(store: store)
                .start(of: row.mention, labels: rule.conditions.labels)
            mentions.append(
                WaitingMention(
                    mention: row.mention, author: row.author, siteCount: row.siteCount,
                    since: since, reminders: row.reminders, lastReminder: row.lastReminder))
        }
        let plan = ReminderPlanner(
            brands: configuration.brands, calendar: watches.calendar,
            timeZone: configuration.timeZone
        ).plan(of: rule, for: mentions, silences: silences, now: now)
        let latest = now.addingTimeInterval(Self.reminderRest)
        memory.rest(rule.id, from: now, until: min(plan.nextDue ?? latest, latest))
        guard !plan.alerts.isEmpty else { return nil }
        var record = record()
        record.alerts = plan.alerts.map { decision in
            var alert = DecisionRecord.NewAlert(
                rule: decision.rule, severity: decision.severity, brand: decision.brand,
                mentions: decision.mentions, reason: decision.reason,
                channels: decision.channels)
            alert.kind = .reminder
            return alert
        }
        record.reminders = plan.reminders.map {
            DecisionRecord.Reminder(rule: rule.id, mention: $0.mention, count: $0.count)
        }
        return record
    }

    // MARK: Counts and averages

    /// The brands that a watch looks at: those it names, or every one that is no competitor.
    private func brands(_ named: Set<BrandID>) -> [Brand] {
        configuration.brands.filter {
            named.isEmpty ? !$0.isCompetitor : named.contains($0.id)
        }
    }

    private func surges(_ rule: SurgeRule, _ marks: [RuleMark])
        async throws(StorageError) -> [DecisionRecord]
    {
        let decider = SurgeDecider(rule: rule)
        let question = rule.question(now: now)
        var records: [DecisionRecord] = []
        for brand in brands(rule.brands) {
            let counts = try await store.spanCounts(
                rule.countQuestion(brand: brand.id), from: question.start,
                width: question.width, count: question.count)
            let decision = decider.decision(
                brand: brand.id, name: brand.name, counts: counts,
                mark: mark(of: rule.id, brand, in: marks), now: now)
            if let decision { records.append(try await record(decision, labels: rule.labels)) }
        }
        return records
    }

    private func drops(_ rule: DropRule, _ marks: [RuleMark])
        async throws(StorageError) -> [DecisionRecord]
    {
        let decider = DropDecider(rule: rule)
        let days = rule.question(today: configuration.day(now))
        var records: [DecisionRecord] = []
        for brand in brands(rule.brands) {
            let figures = try await store.dailyFigures(
                rule.figure, of: rule.countQuestion(brand: brand.id), from: days.from,
                to: days.to)
            let decision = decider.decision(
                brand: brand.id, name: brand.name, figures: figures,
                mark: mark(of: rule.id, brand, in: marks), today: configuration.day(now),
                timeZone: configuration.timeZone, now: now)
            if let decision { records.append(try await record(decision, labels: [.negative])) }
        }
        return records
    }

    private func mark(of rule: RuleID, _ brand: Brand, in marks: [RuleMark]) -> RuleMark? {
        marks.first { $0.rule == rule && $0.key == brand.id.rawValue }
    }

    /// What a watch over counts or averages wants; one that a silence covers says nothing and remembers
    /// nothing, so that it speaks when the silence is over.
    private func record(_ decision: WatchDecision, labels: Set<Sentiment.Label>)
        async throws(StorageError) -> DecisionRecord
    {
        var record = record()
        guard let telling = decision.telling else {
            record.marks = [decision.mark]
            return record
        }
        let isSilenced = silences.contains {
            $0.isInForce(at: now) && $0.covers(brand: telling.brand, by: telling.rule)
        }
        if isSilenced { return record }
        let worst = try await store.mentions(
            MentionFilter(
                brand: telling.brand, labels: labels, since: telling.period.start,
                until: telling.period.end, order: .mostNegativeFirst),
            page: Page(limit: Self.namedMentions))
        var alert = DecisionRecord.NewAlert(
            rule: telling.rule, severity: telling.severity, brand: telling.brand,
            mentions: worst.rows.map(\.id), reason: telling.reason, channels: telling.channels)
        alert.kind = telling.kind
        alert.period = telling.period
        record.alerts = [alert]
        record.marks = [decision.mark]
        return record
    }

    // MARK: Channels

    private func channelHealth(_ marks: [RuleMark]) async throws(StorageError)
        -> [DecisionRecord]
    {
        let states = try await store.channelStates()
        let marks = marks.filter { $0.rule == .deliveryHealth }
        guard states.contains(where: \.isInTrouble) || marks.contains(where: { $0.value != 0 })
        else { return [] }
        let batch = ChannelHealthDecider(timeZone: configuration.timeZone).decisions(
            on: ChannelHealthDecider.Situation(
                states: states, marks: marks, waiting: try await store.pendingDeliveries(),
                configured: configuration.channels.keys.sorted(),
                told: configuration.healthChannels, silences: silences), now: now)
        return batch.alerts.map { decision in
            var record = record()
            var alert = DecisionRecord.NewAlert(
                rule: .deliveryHealth, severity: decision.severity, brand: nil, mentions: [],
                reason: decision.reason, channels: decision.channels)
            alert.kind = .channel
            alert.channel = decision.channel
            record.alerts = [alert]
            record.marks = [decision.mark]
            return record
        }
    }
}

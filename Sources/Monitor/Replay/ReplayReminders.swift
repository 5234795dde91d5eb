import Alerting
import FoundationEssentials
import Model

/// What reminder rules would have said, on what is known of answers: those with a date came then, those
/// without are taken for given at once.
struct ReplayReminders {
    /// A mention that waits for an answer.
    private struct Waiting {
        var mention: WaitingMention
        /// When it was answered, or was listed no more; nil if never.
        var end: Date?
        var due: Date
    }

    private struct Watch {
        let rule: ReminderRule
        var waiting: [MentionID: Waiting] = [:]
        /// When reminders are due, the first on top; some may be settled, or due later, since.
        var queue = ReplayHeap<Due>()
    }

    private struct Due: Comparable {
        let at: Date
        let mention: MentionID

        static func < (left: Self, right: Self) -> Bool {
            (left.at, left.mention) < (right.at, right.mention)
        }
    }

    private let planner: ReminderPlanner
    private let silences: [AlertSilence]
    private var watches: [Watch]

    init(rules: ReplayRules) {
        planner = ReminderPlanner(
            brands: rules.brands, calendar: rules.calendar, timeZone: rules.timeZone)
        silences = rules.silences
        watches = rules.reminders.filter(\.isEnabled).map { Watch(rule: $0) }
    }

    /// When the next reminder is due; nil if none is.
    var nextDue: Date? { watches.compactMap(\.queue.first?.at).min() }

    /// Takes what was seen.
    mutating func take(_ batch: ReplayBatch, siteCount: (MentionID) -> Int) {
        for place in watches.indices {
            for sighting in batch.sightings where sighting.mention.kind != .survey {
                take(sighting, siteCount(sighting.mention.id), now: batch.at, &watches[place])
            }
        }
    }

    /// Makes the reminders that are due by `now`.
    mutating func decide(now: Date) -> [ReminderDecision] {
        watches.indices.flatMap { decide(&watches[$0], now: now) }
    }

    private func take(
        _ sighting: ReplayBatch.Sighting, _ siteCount: Int, now: Date, _ watch: inout Watch
    ) {
        var mention = sighting.mention
        let known = watch.waiting[mention.id]
        if sighting.edit != nil, known == nil, mention.entry.ownerReply != nil { return }
        var end = mention.delistedAt
        if let reply = mention.entry.ownerReply {
            end = min(end ?? .distantFuture, reply.date ?? now)
        }
        mention.entry.ownerReply = nil
        mention.delistedAt = nil
        if let end, end <= now { return }
        let waiting = WaitingMention(
            mention: mention, author: sighting.author, siteCount: siteCount,
            reminders: known?.mention.reminders ?? 0, lastReminder: known?.mention.lastReminder)
        put(waiting, end: end, now: now, &watch)
    }

    private func put(_ mention: WaitingMention, end: Date?, now: Date, _ watch: inout Watch) {
        let id = mention.mention.id
        let plan = planner.plan(of: watch.rule, for: [mention], silences: silences, now: now)
        guard let due = plan.alerts.isEmpty ? plan.nextDue : now, end.map({ due < $0 }) ?? true
        else {
            watch.waiting[id] = nil
            return
        }
        watch.waiting[id] = Waiting(mention: mention, end: end, due: due)
        watch.queue.insert(Due(at: due, mention: id))
    }

    private func decide(_ watch: inout Watch, now: Date) -> [ReminderDecision] {
        var due: [Waiting] = []
        while let next = watch.queue.first, next.at <= now {
            watch.queue.removeFirst()
            guard let waiting = watch.waiting[next.mention], waiting.due == next.at else {
                continue
            }
            due.append(waiting)
        }
        guard !due.isEmpty else { return [] }
        let plan = planner.plan(
            of: watch.rule, for: due.map(\.mention), silences: silences, now: now)
        let made = Dictionary(plan.reminders.map { ($0.mention, $0.count) }) { first, _ in first }
        for var waiting in due {
            if let count = made[waiting.mention.mention.id] {
                waiting.mention.reminders = count
                waiting.mention.lastReminder = now
            }
            put(waiting.mention, end: waiting.end, now: now, &watch)
        }
        return plan.alerts
    }
}

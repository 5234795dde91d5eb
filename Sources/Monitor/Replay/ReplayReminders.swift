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
                take(sighting, siteCount(sighting.mention.id), now: batch.at, in: place)
            }
        }
    }

    /// Makes the reminders that are due by `now`.
    mutating func decide(now: Date) -> [ReminderDecision] {
        var decisions: [ReminderDecision] = []
        for place in watches.indices { decisions += decide(in: place, now: now) }
        return decisions
    }

    // Watches are changed in their place: a copy would cost as much as all that waits.

    private mutating func take(
        _ sighting: ReplayBatch.Sighting, _ siteCount: Int, now: Date, in place: Int
    ) {
        var mention = sighting.mention
        let known = watches[place].waiting[mention.id]
        if sighting.edit != nil, known == nil, !mention.isOpen { return }
        var end = mention.delistedAt
        if !mention.isOpen {
            end = min(end ?? .distantFuture, mention.answeredAt ?? now)
        }
        mention.entry.ownerReply = nil
        mention.triage = Triage()
        mention.delistedAt = nil
        if let end, end <= now { return }
        let waiting = WaitingMention(
            mention: mention, author: sighting.author, siteCount: siteCount,
            reminders: known?.mention.reminders ?? 0, lastReminder: known?.mention.lastReminder)
        put(waiting, end: end, now: now, in: place)
    }

    private mutating func put(
        _ mention: WaitingMention, end: Date?, now: Date, in place: Int
    ) {
        let id = mention.mention.id
        let plan = planner.plan(
            of: watches[place].rule, for: [mention], silences: silences, now: now)
        guard let due = plan.alerts.isEmpty ? plan.nextDue : now, end.map({ due < $0 }) ?? true
        else {
            watches[place].waiting[id] = nil
            return
        }
        watches[place].waiting[id] = Waiting(mention: mention, end: end, due: due)
        watches[place].queue.insert(Due(at: due, mention: id))
    }

    private mutating func decide(in place: Int, now: Date) -> [ReminderDecision] {
        var due: [Waiting] = []
        while let next = watches[place].queue.first, next.at <= now {
            watches[place].queue.removeFirst()
            guard let waiting = watches[place].waiting[next.mention], waiting.due == next.at else {
                continue
            }
            due.append(waiting)
        }
        guard !due.isEmpty else { return [] }
        let plan = planner.plan(
            of: watches[place].rule, for: due.map(\.mention), silences: silences, now: now)
        let made = Dictionary(plan.reminders.map { ($0.mention, $0.count) }) { first, _ in first }
        for var waiting in due {
            if let count = made[waiting.mention.mention.id] {
                waiting.mention.reminders = count
                waiting.mention.lastReminder = now
            }
            put(waiting.mention, end: waiting.end, now: now, in: place)
        }
        return plan.alerts
    }
}

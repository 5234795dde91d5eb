public import FoundationEssentials
public import Model
public import Scheduling

/// Decides of which mentions the owner is reminded, because nobody has answered them.
///
/// The first reminder is due when the business has been open for `within` since the mention was first
/// seen, every further one when its pause since the one before is over; each waits for the business to
/// be open. All that is due at once is one alert, however late it is asked, so that neither a
/// long standstill nor a clock that jumps makes several. History that came with the first poll
/// of a source is reminded of only where its time for an answer was not over when it was first seen.
public struct ReminderPlanner: Sendable {
    private let matching: RuleMatching
    private let calendar: BusinessCalendar
    private let clock: LocalClock

    /// Reminds in the hours of `calendar`; `brands` tells which are competitors, and sentences give times
    /// in `timeZone`.
    public init(brands: [Brand], calendar: BusinessCalendar, timeZone: TimeZone) {
        matching = RuleMatching(brands: brands)
        self.calendar = calendar
        clock = LocalClock(timeZone)
    }

    /// Decides on all mentions that wait.
    ///
    /// Those that do not meet the conditions of the rule, have an answer or are listed no more are passed
    /// over; those that a silence covers wait for its end. A disabled rule says nothing.
    public func plan(
        of rule: ReminderRule, for waiting: [WaitingMention], silences: [AlertSilence] = [],
        now: Date
    ) -> ReminderPlan {
        guard rule.isEnabled else { return ReminderPlan() }
        let silences = SilencesInForce(silences, now: now)
        var plan = ReminderPlan()
        var due: [DueMention] = []
        for mention in waiting {
            guard let match = match(of: mention, under: rule),
                let course = ReminderCourse(of: rule, for: mention, calendar: calendar, now: now)
            else { continue }
            if course.next > now {
                plan.expect(course.next)
            } else if let silence = silences.silence(on: mention.mention, by: rule.id) {
                plan.expect(course.isOver(at: silence.end) ? nil : silence.end)
            } else {
                due.append(DueMention(waiting: mention, brand: match.brand))
                plan.expect(course.following(now))
            }
        }
        due.sort { ($0.since, $0.id) < ($1.since, $1.id) }
        plan.reminders = due.map { .init(mention: $0.id, count: $0.made + 1) }
        plan.alerts = alerts(of: rule, on: due, now: now)
        return plan
    }

    /// When an answer to a mention is due by the rule; nil where it does not ask for one.
    ///
    /// History of which the time for an answer was over when it was first seen is due by its own date:
    /// it is late, though nobody is reminded of it.
    public func deadline(of rule: ReminderRule, for waiting: WaitingMention) -> Date? {
        guard rule.isEnabled, match(of: waiting, under: rule) != nil else { return nil }
        let mention = waiting.mention
        if mention.isBaseline, waiting.since == mention.firstSeen {
            let due = calendar.adding(rule.within, to: mention.occurredAt)
            if due <= mention.firstSeen { return due }
        }
        return calendar.adding(rule.within, to: waiting.since)
    }

    /// For whom the rule asks for an answer to a mention; nil where it does not, or there is one.
    private func match(of waiting: WaitingMention, under rule: ReminderRule) -> RuleMatching.Match?
    {
        let mention = waiting.mention
        guard mention.isOpen, mention.delistedAt == nil else { return nil }
        return matching.match(
            rule.conditions,
            MentionFacts(mention, author: waiting.author, siteCount: waiting.siteCount))
    }

    private func alerts(
        of rule: ReminderRule, on due: [DueMention], now: Date
    ) -> [ReminderDecision] {
        guard !due.isEmpty else { return [] }
        let reasons = ReminderReason(
            within: rule.within, hasHours: calendar.hours != nil, clock: clock, now: now)
        var alerts = [
            decision(of: rule, on: due, channels: rule.channels, reason: reasons.waiting(due))
        ]
        guard let escalation = rule.escalation else { return alerts }
        let others = escalation.channels.filter { !rule.channels.contains($0) }
        let late = due.filter { $0.made >= max(escalation.after, 1) }
        guard !others.isEmpty, !late.isEmpty else { return alerts }
        alerts.append(
            decision(
                of: rule, on: late, channels: others, reason: reasons.unheeded(late),
                isEscalation: true))
        return alerts
    }

    private func decision(
        of rule: ReminderRule, on due: [DueMention], channels: [ChannelID], reason: String,
        isEscalation: Bool = false
    ) -> ReminderDecision {
        let brands = Set(due.map(\.brand))
        return ReminderDecision(
            rule: rule.id, severity: rule.severity,
            brand: brands.count == 1 ? brands.first.flatMap(\.self) : nil, mentions: due.map(\.id),
            channels: channels, reason: reason, isEscalation: isEscalation)
    }
}

/// A mention of which a reminder is made.
struct DueMention {
    let waiting: WaitingMention
    let brand: BrandID?

    var id: MentionID { waiting.mention.id }
    var since: Date { waiting.since }
    /// How many reminders there were before.
    var made: Int { waiting.made }
}

import FoundationEssentials
import Model
import Scheduling

/// When the reminders of one mention come.
struct ReminderCourse {
    /// When the next one is due; in the past where it is late.
    let next: Date
    /// After this the next one is not made.
    private let limit: Date
    /// After this there are none.
    private let end: Date
    private let made: Int
    private let rule: ReminderRule
    private let calendar: BusinessCalendar

    /// Nil where no reminder is to come any more.
    ///
    /// Times in the future are of a clock that was set back. A mention first seen there counts from now,
    /// or from its own date if that clock was wrong by more than a day. A reminder made there is the
    /// last one all the same; but if its pause would take more than twice its time from now, the next
    /// one is due when it would have been with all reminders in time.
    init?(
        of rule: ReminderRule, for waiting: WaitingMention, calendar: BusinessCalendar, now: Date
    ) {
        let mention = waiting.mention
        if mention.isBaseline, waiting.since == mention.firstSeen,
            calendar.adding(rule.within, to: mention.occurredAt) <= mention.firstSeen
        {
            return nil
        }
        let isFarAhead = waiting.since.timeIntervalSince(now) > 86_400
        let start = min(isFarAhead ? mention.occurredAt : waiting.since, now)
        let first = calendar.nextOpening(
            atOrAfter: calendar.adding(rule.within, to: start))
        self.rule = rule
        self.calendar = calendar
        made = waiting.made
        end = first.addingTimeInterval(rule.patience.isFinite ? max(rule.patience, 0) : 0)
        // Even the shortest patience leaves a day to make the first one, should it come late.
        limit = made > 0 ? end : max(end, first.addingTimeInterval(86_400))
        guard now <= limit else { return nil }
        guard made > 0 else {
            next = first
            return
        }
        guard let pause = Self.pause(after: made, of: rule) else { return nil }
        let ideal = first.addingTimeInterval(Self.length(of: made, of: rule))
        let last = waiting.lastReminder.map { $0 > now + pause ? ideal : $0 + pause } ?? ideal
        next = calendar.nextOpening(atOrAfter: last)
        guard next <= end else { return nil }
    }

    /// When the reminder after one that is made now is due; nil if that was the last.
    func following(_ now: Date) -> Date? {
        guard let pause = Self.pause(after: made + 1, of: rule) else { return nil }
        let date = calendar.nextOpening(atOrAfter: now.addingTimeInterval(pause))
        return date <= end ? date : nil
    }

    /// Whether no reminder may be made at a time any more.
    func isOver(at date: Date) -> Bool { date > limit }

    /// The pause after a number of reminders; nil where there is none, or it is not above 0.
    private static func pause(after count: Int, of rule: ReminderRule) -> TimeInterval? {
        guard let last = rule.pauses.last else { return nil }
        let pause = count <= rule.pauses.count ? rule.pauses[count - 1] : last
        return pause.isFinite && pause > 0 ? pause : nil
    }

    /// How long the first pauses take together.
    private static func length(of count: Int, of rule: ReminderRule) -> TimeInterval {
        let rest = max(count - rule.pauses.count, 0)
        return rule.pauses.prefix(count).reduce(0, +) + Double(rest) * (rule.pauses.last ?? 0)
    }
}

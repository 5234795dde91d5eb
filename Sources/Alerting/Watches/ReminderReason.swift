import FoundationEssentials
import Model
import Scheduling

/// Says what waits for an answer, in one sentence with the facts.
struct ReminderReason {
    let within: TimeInterval
    let hasHours: Bool
    let clock: LocalClock
    let now: Date

    /// Such as `3 reviews have waited longer than 8 business hours for an answer; the oldest since Fri 20
    /// Nov, 16:05`; the list is not empty and in order.
    func waiting(_ due: [DueMention]) -> String {
        guard let oldest = oldest(due) else { return "" }
        return "\(subject(due)) waited longer than \(limit) for an answer"
            + (due.count == 1 ? ", since \(oldest)" : "; the oldest since \(oldest)")
    }

    /// Such as `1 review has no answer after 2 reminders; it has waited since Fri 20 Nov, 16:05`.
    func unheeded(_ due: [DueMention]) -> String {
        guard let oldest = oldest(due), let least = due.map(\.made).min() else { return "" }
        let reminders = least == 1 ? "1 reminder" : "\(least) reminders"
        let isEqual = due.allSatisfy { $0.made == least }
        return "\(subject(due)) no answer after \(reminders)\(isEqual ? "" : " or more")"
            + (due.count == 1 ? "; it has waited since " : "; the oldest has waited since ")
            + oldest
    }

    /// `1 review has`, `3 mentions have`.
    private func subject(_ due: [DueMention]) -> String {
        let noun = due.allSatisfy { $0.waiting.mention.kind == .review } ? "review" : "mention"
        return due.count == 1 ? "1 \(noun) has" : "\(due.count) \(noun)s have"
    }

    private func oldest(_ due: [DueMention]) -> String? {
        due.first.map { LocalTimeText.text($0.since, clock: clock, now: now) }
    }

    /// `8 business hours`, `90 minutes`, `1h10s of business hours`.
    private var limit: String {
        let kind = hasHours ? "business " : ""
        for (length, unit) in [(3600.0, "hour"), (60, "minute")] {
            let count = within / length
            guard count >= 1, count < 1e6, count == count.rounded() else { continue }
            return count == 1 ? "1 \(kind)\(unit)" : "\(Int(count)) \(kind)\(unit)s"
        }
        return DurationText.text(within) + (hasHours ? " of business hours" : "")
    }
}

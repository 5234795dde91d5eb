import FoundationEssentials
import Model

/// How a mention stands that waits for an answer, in words.
enum ReminderWording {
    /// Lines such as `Unanswered for 3 days, since Thu 19 Nov 2026, 10:30 (UTC+1)` and `Reminder 2`.
    static func standing(of mention: Mention, in letter: Letter, at now: Date) -> [String] {
        guard let reminder = letter.reminders[mention.id] else { return [] }
        let since = MailDate(reminder.since, in: letter.timeZone).readable
        let wait = DurationWords.text(now.timeIntervalSince(reminder.since))
        guard mention.isOpen else {
            switch mention.triageState {
            case .answeredPublicly, .answeredPrivately:
                return ["Answered meanwhile; it had waited for \(wait)."]
            case .resolved, .wontAnswer, .new, .seen, .reopened:
                return ["Closed meanwhile; it had waited for \(wait)."]
            }
        }
        let number = reminder.count <= 1 ? "First reminder." : "Reminder \(reminder.count)."
        return ["Unanswered for \(wait), since \(since). \(number)"]
    }

    /// For how long the oldest of the letter has waited; nil where that is not known.
    static func longestWait(in letter: Letter) -> String? {
        let waiting = letter.mentions.compactMap { letter.reminders[$0.id]?.since }
        return waiting.min().map {
            DurationWords.text(letter.alert.createdAt.timeIntervalSince($0))
        }
    }
}

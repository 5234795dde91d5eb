import FoundationEssentials
import Model

/// How a mention stands that waits for an answer, in words.
enum ReminderWording {
    /// Lines such as `Unanswered for 3 days, since Thu 19 Nov 2026, 10:30 (UTC+1)` and `Reminder 2`.
    static func standing(of mention: Mention, in letter: Letter, at now: Date) -> [String] {
        guard let reminder = letter.reminders[mention.id] else { return [] }
        let book = letter.book
        let wait = book.duration(now.timeIntervalSince(reminder.since))
        guard mention.isOpen else {
            switch mention.triageState {
            case .answeredPublicly, .answeredPrivately:
                return [book.mention(.answeredMeanwhile(wait))]
            case .resolved, .wontAnswer, .new, .seen, .reopened:
                return [book.mention(.closedMeanwhile(wait))]
            }
        }
        return [
            book.mention(.unanswered(for: wait, since: letter.time(reminder.since))) + " "
                + book.mention(.reminder(reminder.count))
        ]
    }

    /// For how long the oldest of the letter has waited; nil where that is not known.
    static func longestWait(in letter: Letter) -> String? {
        let waiting = letter.mentions.compactMap { letter.reminders[$0.id]?.since }
        return waiting.min().map {
            letter.book.duration(letter.alert.createdAt.timeIntervalSince($0))
        }
    }
}

import FoundationEssentials
import Model

/// What is told of a channel that can't deliver, or can again.
struct ChannelWording {
    private let letter: Letter
    private let name: String

    init(_ letter: Letter) {
        self.letter = letter
        name = letter.alert.channel?.rawValue ?? "?"
    }

    /// Whether the alert is about trouble, and not about its end.
    private var isTrouble: Bool { letter.alert.severity > .info }

    /// `Channel owner-mail can't deliver since 10:04`.
    var headline: String {
        guard isTrouble else { return "Channel \(name) delivers again" }
        guard let state = letter.channelState, state.isInTrouble else {
            return "Channel \(name) could not deliver"
        }
        if state.disabledAt != nil { return "Channel \(name) takes no more letters" }
        return "Channel \(name) can't deliver" + (since.map { " since \($0)" } ?? "")
    }

    /// For a subject: the time of day, where that is the day of the letter.
    private var since: String? {
        letter.channelState?.failingSince.map {
            MailDate($0, in: letter.timeZone)
                .short(beside: MailDate(letter.alert.createdAt, in: letter.timeZone))
        }
    }

    /// What it means for the owner.
    var meaning: String {
        guard isTrouble else {
            return letter.waitingLetters == 0
                ? "Nothing was lost: what had waited was sent."
                : "Nothing was lost: \(waiting) by it, and will be sent one after the other."
        }
        guard let state = letter.channelState, state.isInTrouble else {
            return "It works again meanwhile; nothing was lost."
        }
        if state.disabledAt != nil {
            return
                "Its receiver answered that it wants no more letters, so nothing is sent there until "
                + "you ask for it. Alerts go on by your other channels."
        }
        return
            "Alerts that should have gone there wait, and are sent when it works again. This mail "
            + "came by another channel."
    }

    /// Times, counts and the last error, a line each.
    var facts: [String] {
        guard let state = letter.channelState else { return [] }
        var facts: [String] = []
        if let since = state.failingSince { facts.append("Failing since \(time(since))") }
        if let at = state.disabledAt { facts.append("Switched off by its receiver \(time(at))") }
        if state.failures > 0 { facts.append("Failed attempts: \(Figures.count(state.failures))") }
        if let error = state.lastError, state.isInTrouble {
            facts.append("Last error: \(OneLine.text(error, limit: 600))")
        }
        facts.append(
            state.lastDelivery.map { "Last letter delivered \(time($0))" }
                ?? "It never delivered a letter so far")
        if letter.waitingLetters > 0 { facts.append("\(waiting) for it") }
        if let next = state.nextTry, state.disabledAt == nil, state.isInTrouble {
            facts.append("Next try \(time(next))")
        }
        return facts
    }

    /// What the owner can do.
    var commands: [LetterCommand] {
        guard isTrouble, letter.channelState?.isInTrouble ?? true else { return [] }
        return [
            LetterCommand(
                label: "When it is mended, try it", command: "repute alerts test \(name)"),
            LetterCommand(
                label: "Send what waits now", command: "repute alerts retry --channel \(name)"),
        ]
    }

    private var waiting: String {
        letter.waitingLetters == 1
            ? "1 letter waits" : "\(Figures.count(letter.waitingLetters)) letters wait"
    }

    private func time(_ date: Date) -> String { MailDate(date, in: letter.timeZone).readable }
}

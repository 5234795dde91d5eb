import FoundationEssentials
import Model

/// What is told of a channel that can't deliver, or can again.
struct ChannelWording {
    private let letter: Letter
    private let book: any PhraseBook
    private let name: String

    init(_ letter: Letter) {
        self.letter = letter
        book = letter.book
        name = letter.alert.channel?.rawValue ?? "?"
    }

    /// Whether the alert is about trouble, and not about its end.
    private var isTrouble: Bool { letter.alert.severity > .info }

    /// `Channel owner-mail can't deliver since 10:04`.
    var headline: String {
        guard isTrouble else { return book.channel(.deliversAgain(name)) }
        guard let state = letter.channelState, state.isInTrouble else {
            return book.channel(.couldNotDeliver(name))
        }
        if state.disabledAt != nil { return book.channel(.takesNoMore(name)) }
        return book.channel(.cantDeliver(name, since: since))
    }

    /// For a subject: the time of day, where that is the day of the letter.
    private var since: String? {
        letter.channelState?.failingSince.map {
            letter.date($0).short(beside: letter.date(letter.alert.createdAt))
        }
    }

    /// What it means for the owner.
    var meaning: String {
        guard isTrouble else {
            return book.channel(.nothingLost(waiting: letter.waitingLetters))
        }
        guard let state = letter.channelState, state.isInTrouble else {
            return book.channel(.worksMeanwhile)
        }
        return book.channel(state.disabledAt == nil ? .waitMeaning : .switchedOffMeaning)
    }

    /// Times, counts and the last error, a line each.
    var facts: [String] {
        guard let state = letter.channelState else { return [] }
        var facts: [ChannelPhrase] = []
        if let since = state.failingSince { facts.append(.failingSince(letter.time(since))) }
        if let at = state.disabledAt { facts.append(.switchedOff(letter.time(at))) }
        if state.failures > 0 { facts.append(.failedAttempts(state.failures)) }
        if let error = state.lastError, state.isInTrouble {
            facts.append(.lastError(OneLine.text(error, limit: 600)))
        }
        facts.append(
            state.lastDelivery.map { .lastDelivered(letter.time($0)) } ?? .neverDelivered)
        if letter.waitingLetters > 0 { facts.append(.waitFor(letter.waitingLetters)) }
        if let next = state.nextTry, state.disabledAt == nil, state.isInTrouble {
            facts.append(.nextTry(letter.time(next)))
        }
        return facts.map(book.channel)
    }

    /// What the owner can do.
    var commands: [LetterCommand] {
        guard isTrouble, letter.channelState?.isInTrouble ?? true else { return [] }
        return [
            LetterCommand(
                label: book.channel(.tryIt), command: "repute alerts test \(name)"),
            LetterCommand(
                label: book.channel(.sendNow),
                command: "repute alerts retry --channel \(name)"),
        ]
    }
}

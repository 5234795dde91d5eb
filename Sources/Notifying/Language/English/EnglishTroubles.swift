import Model

extension EnglishPhrases {
    func predicate(_ kind: SourceNotice.Kind, count: Int) -> String { kind.predicate(count: count) }

    func meaning(of kind: SourceNotice.Kind, detail: String) -> String { detail }

    func source(_ phrase: SourcePhrase) -> String {
        switch phrase {
        case .since(let time): "Since \(time)"
        case .noticed(let time): "Noticed \(time)"
        case .lastRead(let time): "Last read well \(time)"
        case .neverRead: "Never read well so far"
        case .serverSaid(let words): "The server said: \(words)"
        }
    }

    func channel(_ phrase: ChannelPhrase) -> String {
        switch phrase {
        case .deliversAgain(let name): "Channel \(name) delivers again"
        case .couldNotDeliver(let name): "Channel \(name) could not deliver"
        case .takesNoMore(let name): "Channel \(name) takes no more letters"
        case .cantDeliver(let name, let since):
            "Channel \(name) can't deliver" + (since.map { " since \($0)" } ?? "")
        case .nothingLost(waiting: 0): "Nothing was lost: what had waited was sent."
        case .nothingLost(let count):
            "Nothing was lost: \(wait(count)) by it, and will be sent one after the other."
        case .worksMeanwhile: "It works again meanwhile; nothing was lost."
        case .switchedOffMeaning:
            "Its receiver answered that it wants no more letters, so nothing is sent there until you "
                + "ask for it. Alerts go on by your other channels."
        case .waitMeaning:
            "Alerts that should have gone there wait, and are sent when it works again. This mail came "
                + "by another channel."
        case .failingSince(let time): "Failing since \(time)"
        case .switchedOff(let time): "Switched off by its receiver \(time)"
        case .failedAttempts(let count): "Failed attempts: \(figures.count(count))"
        case .lastError(let error): "Last error: \(error)"
        case .lastDelivered(let time): "Last letter delivered \(time)"
        case .neverDelivered: "It never delivered a letter so far"
        case .waitFor(let count): "\(wait(count)) for it"
        case .nextTry(let time): "Next try \(time)"
        case .tryIt: "When it is mended, try it"
        case .sendNow: "Send what waits now"
        }
    }

    private func wait(_ count: Int) -> String { counted(count, "letter waits", "letters wait") }
}

import Model

extension EnglishPhrases {
    func chat(_ phrase: ChatPhrase) -> String {
        switch phrase {
        case .alerts(let count, let mentions):
            "\(figures.count(count)) alerts, \(self.count(.mentions(mentions)))"
        case .surge(let brand): "More mentions than usual" + (brand.map { " about \($0)" } ?? "")
        case .drop(let brand):
            "Ratings or sentiment have fallen" + (brand.map { " about \($0)" } ?? "")
        case .waiting(1): "A mention still waits for an answer"
        case .waiting(let count): "\(figures.count(count)) mentions still wait for an answer"
        case .labelled(let count, let label): "\(figures.count(count)) \(label.rawValue) mentions"
        case .mixed(let count, let negative):
            self.count(.mentions(count))
                + (negative > 0 ? ", \(figures.count(negative)) of them negative" : "")
        case .verdictOn(let verdict, let source): "\(verdict) on \(source)"
        case .channelTrouble(let channel): "\(name(channel)) has trouble"
        case .channelTakesNoMore(let channel): "\(name(channel)) takes no more letters"
        case .channelFails(let channel): "\(name(channel)) can't deliver"
        case .channelWorks(let channel): "\(name(channel)) works again"
        case .test: "A test of this channel"
        case .channelHeading(let channel): "Channel \(channel)"
        case .channelSince(let time): "Since \(time)"
        case .lastAttempt(let error): "The last attempt: \(error)"
        case .lastDelivered(let time): "Last delivered: \(time)"
        case .lettersWait(let count): "\(figures.count(count)) waiting for it"
        case .more(let count, let command): "… and \(figures.count(count)) more: \(command)"
        case .removed(let count): "\(figures.count(count)) removed since."
        case .moreCharacters(let count, let id):
            "\(figures.count(count)) more characters: repute show \(id)"
        case .footer(let alert, let rule, let severity):
            "Repute · alert \(alert) · rule \(rule) · \(severity.rawValue)"
        case .footerOfSeveral(let alert, let count, let severity):
            "Repute · alert \(alert) · first of \(count) · \(severity.rawValue)"
        case .advice(let advice): self.advice(advice)
        }
    }

    private func name(_ channel: ChannelID?) -> String {
        channel.map { "The channel \($0)" } ?? "A channel"
    }

    private func advice(_ advice: ChatAdvice) -> String {
        switch advice {
        case .worstFirst: "Look at the worst ones first; the others can wait: repute alerts."
        case .nothing: "Nothing to do."
        case .lookAtSource: "See what it says of itself: repute source show NAME."
        case .surge: "See what they have in common: repute mentions."
        case .drop: "See which mentions pulled it down: repute mentions --label negative."
        case .answerOrMark: "Answer it where it stands, or mark it: repute show NUMBER."
        case .digest: "Nothing is urgent here; the whole report: repute report."
        case .test: "Nothing to do: who reads this gets the alerts of this channel."
        case .answer: "Read it and answer where it stands: calm, personal, and soon."
        case .decide: "Read it, then decide whether it needs an answer."
        case .thank: "A word of thanks is welcome."
        case .mendChannel(let name):
            "Mend it, then send a test; what waits is sent by itself. The settings: \(name)."
        case .readdressChannel(let name): "Give \(name) another address, or remove it."
        }
    }
}

import Model

extension GermanPhrases {
    func chat(_ phrase: ChatPhrase) -> String {
        switch phrase {
        case .alerts(let count, let mentions):
            "\(self.count(.alerts(count))), \(self.count(.mentions(mentions)))"
        case .surge(let brand): "Mehr Erwähnungen als üblich" + (brand.map { " von \($0)" } ?? "")
        case .drop(let brand):
            "Bewertung oder Stimmung ist gefallen" + (brand.map { ": \($0)" } ?? "")
        case .waiting(1): "Eine Erwähnung wartet noch auf Antwort"
        case .waiting(let count): "\(figures.count(count)) Erwähnungen warten noch auf Antwort"
        case .labelled(let count, let label):
            "\(figures.count(count)) \(self.label(label))e Erwähnungen"
        case .mixed(let count, let negative):
            self.count(.mentions(count))
                + (negative > 0 ? ", \(figures.count(negative)) davon negativ" : "")
        case .verdictOn(let verdict, let source): "\(verdict) auf \(source)"
        case .channelTrouble(let channel): "\(name(channel)) ist gestört"
        case .channelTakesNoMore(let channel): "\(name(channel)) nimmt keine Briefe mehr an"
        case .channelFails(let channel): "\(name(channel)) kann nicht zustellen"
        case .channelWorks(let channel): "\(name(channel)) funktioniert wieder"
        case .test: "Ein Test dieses Kanals"
        case .channelHeading(let channel): "Kanal \(channel)"
        case .channelSince(let time): "Seit \(time)"
        case .lastAttempt(let error): "Der letzte Versuch: \(error)"
        case .lastDelivered(let time): "Zuletzt zugestellt: \(time)"
        case .lettersWait(let count): "\(counted(count, "Brief wartet", "Briefe warten")) darauf"
        case .more(let count, let command):
            "… und \(counted(count, "weitere", "weitere")): \(command)"
        case .removed(let count): "\(figures.count(count)) inzwischen gelöscht."
        case .moreCharacters(let count, let id):
            "\(mention(.moreCharacters(count))): repute show \(id)"
        case .footer(let alert, let rule, let severity):
            "Repute · Alarm \(alert) · Regel \(rule) · \(self.severity(severity))"
        case .footerOfSeveral(let alert, let count, let severity):
            "Repute · Alarm \(alert) · der erste von \(figures.count(count)) · "
                + self.severity(severity)
        case .advice(let advice): self.advice(advice)
        }
    }

    private func name(_ channel: ChannelID?) -> String {
        channel.map { "Der Kanal \($0)" } ?? "Ein Kanal"
    }

    private func advice(_ advice: ChatAdvice) -> String {
        switch advice {
        case .worstFirst:
            "Sehen Sie sich die schlimmsten zuerst an, die anderen können warten: repute alerts."
        case .nothing: "Sie müssen nichts tun."
        case .lookAtSource: "Sehen Sie nach, was die Quelle dazu sagt: repute source show NAME."
        case .surge: "Sehen Sie nach, was sie gemeinsam haben: repute mentions."
        case .drop:
            "Sehen Sie nach, welche Erwähnungen den Wert drücken: repute mentions --label negative."
        case .answerOrMark:
            "Antworten Sie dort, wo es steht, oder sehen Sie es sich an: repute show NUMBER."
        case .digest: "Hier eilt nichts; der ganze Bericht: repute report."
        case .test: "Sie müssen nichts tun: Wer dies liest, bekommt die Alarme dieses Kanals."
        case .answer: "Lesen Sie es und antworten Sie dort: ruhig, persönlich und bald."
        case .decide: "Lesen Sie es und entscheiden Sie dann, ob es eine Antwort braucht."
        case .thank: "Ein Wort des Dankes ist willkommen."
        case .mendChannel(let name):
            "Beheben Sie die Störung und schicken Sie einen Test; was wartet, geht von selbst hinaus. Die "
                + "Einstellungen: \(name)."
        case .readdressChannel(let name):
            "Geben Sie \(name) eine andere Adresse, oder entfernen Sie den Kanal."
        }
    }
}

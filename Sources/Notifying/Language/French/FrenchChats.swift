import Model

extension FrenchPhrases {
    func chat(_ phrase: ChatPhrase) -> String {
        switch phrase {
        case .alerts(let count, let mentions):
            "\(self.count(.alerts(count))), \(self.count(.mentions(mentions)))"
        case .surge(let brand):
            "Plus de mentions que d’habitude" + (brand.map { " pour \($0)" } ?? "")
        case .drop(let brand):
            "La note ou le sentiment a baissé" + (brand.map { " pour \($0)" } ?? "")
        case .waiting(1): "Une mention attend toujours une réponse"
        case .waiting(let count):
            counted(count, "mention attend", "mentions attendent") + " toujours une réponse"
        case .labelled(let count, .negative):
            counted(count, "mention négative", "mentions négatives")
        case .labelled(let count, .positive):
            counted(count, "mention positive", "mentions positives")
        case .labelled(let count, _): self.count(.mentions(count))
        case .mixed(let count, let negative):
            self.count(.mentions(count))
                + (negative > 0 ? ", dont \(self.count(.negative(negative)))" : "")
        case .verdictOn(let verdict, let source): "\(verdict) sur \(source)"
        case .channelTrouble(let channel): "\(name(channel)) est en difficulté"
        case .channelTakesNoMore(let channel): "\(name(channel)) n’accepte plus de lettres"
        case .channelFails(let channel): "\(name(channel)) ne peut pas distribuer"
        case .channelWorks(let channel): "\(name(channel)) fonctionne à nouveau"
        case .test: "Un test de ce canal"
        case .channelHeading(let channel): "Canal \(channel)"
        case .channelSince(let time): "Depuis le \(time)"
        case .lastAttempt(let error): "Le dernier essai\(colon)\(error)"
        case .lastDelivered(let time): "Dernière remise\(colon)\(time)"
        case .lettersWait(let count):
            counted(count, "lettre attend", "lettres attendent")
        case .more(let count, let command):
            "… et \(counted(count, "autre", "autres"))\(colon)\(command)"
        case .removed(let count):
            "\(counted(count, "mention supprimée", "mentions supprimées")) depuis."
        case .moreCharacters(let count, let id):
            "\(mention(.moreCharacters(count)))\(colon)repute show \(id)"
        case .footer(let alert, let rule, let severity):
            "Repute · alerte \(alert) · règle \(rule) · \(self.severity(severity))"
        case .footerOfSeveral(let alert, let count, let severity):
            "Repute · alerte \(alert) · la première de \(figures.count(count)) · "
                + self.severity(severity)
        case .advice(let advice): self.advice(advice)
        }
    }

    private func name(_ channel: ChannelID?) -> String {
        channel.map { "Le canal \($0)" } ?? "Un canal"
    }

    private func advice(_ advice: ChatAdvice) -> String {
        switch advice {
        case .worstFirst:
            "Regardez d’abord les pires, les autres peuvent attendre\(colon)repute alerts."
        case .nothing: "Rien à faire."
        case .lookAtSource:
            "Voyez ce qui est dit de la source\(colon)repute source show NAME."
        case .surge: "Voyez ce qu’elles ont en commun\(colon)repute mentions."
        case .drop:
            "Voyez quelles mentions font baisser la moyenne\(colon)repute mentions --label negative."
        case .answerOrMark: "Répondez-y sur place, ou consultez-la\(colon)repute show NUMBER."
        case .digest: "Rien ne presse ici\(semicolon)le rapport complet\(colon)repute report."
        case .test: "Rien à faire\(colon)qui lit ceci reçoit les alertes de ce canal."
        case .answer:
            "Lisez l’avis et répondez-y sur place\(colon)avec calme, personnellement et sans tarder."
        case .decide: "Lisez-la, puis décidez si elle demande une réponse."
        case .thank: "Un mot de remerciement est bienvenu."
        case .mendChannel(let name):
            "Réparez-le, puis envoyez un test\(semicolon)ce qui attend part tout seul. Les réglages\(colon)"
                + "\(name)."
        case .readdressChannel(let name): "Donnez une autre adresse à \(name), ou retirez-le."
        }
    }
}

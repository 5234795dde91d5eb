import Model

extension DutchPhrases {
    func chat(_ phrase: ChatPhrase) -> String {
        switch phrase {
        case .alerts(let count, let mentions):
            "\(self.count(.alerts(count))), \(self.count(.mentions(mentions)))"
        case .surge(let brand):
            "Meer vermeldingen dan gebruikelijk" + (brand.map { " van \($0)" } ?? "")
        case .drop(let brand):
            "De beoordeling of het sentiment is gedaald" + (brand.map { ": \($0)" } ?? "")
        case .waiting(1): "Een vermelding wacht nog op antwoord"
        case .waiting(let count): "\(figures.count(count)) vermeldingen wachten nog op antwoord"
        case .labelled(let count, .negative): "\(figures.count(count)) negatieve vermeldingen"
        case .labelled(let count, .positive): "\(figures.count(count)) positieve vermeldingen"
        case .labelled(let count, _): self.count(.mentions(count))
        case .mixed(let count, let negative):
            self.count(.mentions(count))
                + (negative > 0 ? ", waarvan \(self.count(.negative(negative)))" : "")
        case .verdictOn(let verdict, let source): "\(verdict) op \(source)"
        case .channelTrouble(let channel): "\(name(channel)) heeft problemen"
        case .channelTakesNoMore(let channel): "\(name(channel)) neemt geen brieven meer aan"
        case .channelFails(let channel): "\(name(channel)) kan niet bezorgen"
        case .channelWorks(let channel): "\(name(channel)) werkt weer"
        case .test: "Een test van dit kanaal"
        case .channelHeading(let channel): "Kanaal \(channel)"
        case .channelSince(let time): "Sinds \(time)"
        case .lastAttempt(let error): "De laatste poging: \(error)"
        case .lastDelivered(let time): "Laatst bezorgd: \(time)"
        case .lettersWait(let count): counted(count, "brief wacht", "brieven wachten")
        case .more(let count, let command): "… en nog \(figures.count(count)): \(command)"
        case .removed(let count): "\(figures.count(count)) inmiddels verwijderd."
        case .moreCharacters(let count, let id):
            "\(mention(.moreCharacters(count))): repute show \(id)"
        case .footer(let alert, let rule, let severity):
            "Repute · melding \(alert) · regel \(rule) · \(self.severity(severity))"
        case .footerOfSeveral(let alert, let count, let severity):
            "Repute · melding \(alert) · de eerste van \(figures.count(count)) · "
                + self.severity(severity)
        case .advice(let advice): self.advice(advice)
        }
    }

    private func name(_ channel: ChannelID?) -> String {
        channel.map { "Kanaal \($0)" } ?? "Een kanaal"
    }

    private func advice(_ advice: ChatAdvice) -> String {
        switch advice {
        case .worstFirst: "Bekijk de ergste eerst; de andere kunnen wachten: repute alerts."
        case .nothing: "U hoeft niets te doen."
        case .lookAtSource: "Kijk wat er over de bron bekend is: repute source show NAME."
        case .surge: "Kijk wat ze gemeen hebben: repute mentions."
        case .drop:
            "Kijk welke vermeldingen het gemiddelde drukken: repute mentions --label negative."
        case .answerOrMark: "Antwoord waar het staat, of bekijk het: repute show NUMBER."
        case .digest: "Hier is niets dringend; het hele rapport: repute report."
        case .test: "U hoeft niets te doen: wie dit leest, krijgt de meldingen van dit kanaal."
        case .answer: "Lees het en antwoord waar het staat: rustig, persoonlijk en snel."
        case .decide: "Lees het en bepaal dan of het een antwoord nodig heeft."
        case .thank: "Een woord van dank is welkom."
        case .mendChannel(let name):
            "Herstel het en stuur dan een test; wat wacht, wordt vanzelf verstuurd. De instellingen: "
                + "\(name)."
        case .readdressChannel(let name): "Geef \(name) een ander adres, of verwijder het."
        }
    }
}

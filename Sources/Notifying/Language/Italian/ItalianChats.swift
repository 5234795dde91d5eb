import Model

extension ItalianPhrases {
    func chat(_ phrase: ChatPhrase) -> String {
        switch phrase {
        case .alerts(let count, let mentions):
            "\(self.count(.alerts(count))), \(self.count(.mentions(mentions)))"
        case .surge(let brand): "Più menzioni del solito" + (brand.map { " di \($0)" } ?? "")
        case .drop(let brand):
            "Valutazione o sentimento in calo" + (brand.map { ": \($0)" } ?? "")
        case .waiting(1): "Una menzione attende ancora risposta"
        case .waiting(let count):
            counted(count, "menzione attende", "menzioni attendono") + " ancora risposta"
        case .labelled(let count, .negative):
            counted(count, "menzione negativa", "menzioni negative")
        case .labelled(let count, .positive):
            counted(count, "menzione positiva", "menzioni positive")
        case .labelled(let count, _): self.count(.mentions(count))
        case .mixed(let count, let negative):
            self.count(.mentions(count))
                + (negative > 0 ? ", di cui \(self.count(.negative(negative)))" : "")
        case .verdictOn(let verdict, let source): "\(verdict) su \(source)"
        case .channelTrouble(let channel): "\(name(channel)) ha problemi"
        case .channelTakesNoMore(let channel): "\(name(channel)) non accetta più lettere"
        case .channelFails(let channel): "\(name(channel)) non può consegnare"
        case .channelWorks(let channel): "\(name(channel)) funziona di nuovo"
        case .test: "Una prova di questo canale"
        case .channelHeading(let channel): "Canale \(channel)"
        case .channelSince(let time): "Da \(time)"
        case .lastAttempt(let error): "L’ultimo tentativo: \(error)"
        case .lastDelivered(let time): "Ultima consegna: \(time)"
        case .lettersWait(let count): counted(count, "lettera attende", "lettere attendono")
        case .more(let count, let command):
            "… e \(counted(count, "altra", "altre")): \(command)"
        case .removed(let count):
            "\(counted(count, "menzione rimossa", "menzioni rimosse")) nel frattempo."
        case .moreCharacters(let count, let id):
            "\(mention(.moreCharacters(count))): repute show \(id)"
        case .footer(let alert, let rule, let severity):
            "Repute · avviso \(alert) · regola \(rule) · \(self.severity(severity))"
        case .footerOfSeveral(let alert, let count, let severity):
            "Repute · avviso \(alert) · il primo di \(figures.count(count)) · "
                + self.severity(severity)
        case .advice(let advice): self.advice(advice)
        }
    }

    private func name(_ channel: ChannelID?) -> String {
        channel.map { "Il canale \($0)" } ?? "Un canale"
    }

    private func advice(_ advice: ChatAdvice) -> String {
        switch advice {
        case .worstFirst:
            "Conviene guardare prima le peggiori; le altre possono attendere: repute alerts."
        case .nothing: "Non c’è nulla da fare."
        case .lookAtSource: "Che cosa si dice della fonte: repute source show NAME."
        case .surge: "Che cosa hanno in comune: repute mentions."
        case .drop: "Quali menzioni abbassano la media: repute mentions --label negative."
        case .answerOrMark: "Conviene rispondere dove si trova; i dettagli: repute show NUMBER."
        case .digest: "Qui nulla è urgente; il rapporto completo: repute report."
        case .test: "Non c’è nulla da fare: chi legge riceve gli avvisi di questo canale."
        case .answer: "Da leggere e a cui rispondere sul posto: con calma, di persona e presto."
        case .decide: "Da leggere, per decidere poi se serve una risposta."
        case .thank: "Una parola di ringraziamento è gradita."
        case .mendChannel(let name):
            "Dopo la riparazione conviene inviare una prova; ciò che attende parte da sé. Le impostazioni: "
                + "\(name)."
        case .readdressChannel(let name): "Serve un altro indirizzo per \(name), oppure va rimosso."
        }
    }
}

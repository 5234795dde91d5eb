import Model

extension ItalianPhrases {
    func predicate(_ kind: SourceNotice.Kind, count: Int) -> String {
        let isOne = count == 1
        return switch kind {
        case .unreachable: isOne ? "non è raggiungibile" : "non sono raggiungibili"
        case .unreadable: isOne ? "non è più leggibile" : "non sono più leggibili"
        case .quiet:
            isOne ? "è insolitamente silenziosa" : "sono insolitamente silenziose"
        case .gone: isOne ? "non esiste più" : "non esistono più"
        case .recovered: isOne ? "funziona di nuovo" : "funzionano di nuovo"
        case .moved: isOne ? "si è trasferita" : "si sono trasferite"
        case .gap:
            isOne
                ? "può aver avuto voci andate perse" : "possono aver avuto voci andate perse"
        case .churn:
            isOne
                ? "ha dato nuovi identificativi a voci note"
                : "hanno dato nuovi identificativi a voci note"
        case .delisted:
            isOne
                ? "non elenca più ciò che elencava" : "non elencano più ciò che elencavano"
        }
    }

    func meaning(of kind: SourceNotice.Kind) -> String {
        switch kind {
        case .unreachable:
            "Repute continua a provare e avvisa appena la fonte risponde di nuovo. Se sono colpite più "
                + "fonti insieme, conviene controllare la connessione a internet."
        case .unreadable:
            "La fonte risponde, ma non in un modo che Repute sappia leggere. Conviene controllare la fonte "
                + "o la sua ricetta."
        case .quiet:
            "La fonte risponde, ma da un tempo insolitamente lungo non porta nulla di nuovo. Conviene "
                + "guardarla in un browser: l’indirizzo o la ricerca possono essere cambiati."
        case .gone:
            "Il server dice che la fonte non esiste più. Repute la interroga ormai una sola volta al giorno."
        case .recovered: "La fonte viene letta di nuovo come prima."
        case .moved:
            "La fonte ha un nuovo indirizzo e d’ora in poi viene letta lì. Il nuovo indirizzo va scritto "
                + "nella configurazione."
        case .gap:
            "Tra due letture possono essere apparse e sparite delle voci."
        case .churn:
            "Voci note sono tornate con nuovi identificativi; non vengono segnalate un’altra volta."
        case .delisted: "Queste menzioni non si trovano più dov’erano."
        }
    }

    func source(_ phrase: SourcePhrase) -> String {
        switch phrase {
        case .since(let time): "Da \(time)"
        case .noticed(let time): "Notato: \(time)"
        case .lastRead(let time): "Ultima lettura corretta: \(time)"
        case .neverRead: "Finora mai letta correttamente"
        case .serverSaid(let words): "Dal registro (in inglese): \(quoted(words))"
        }
    }

    func channel(_ phrase: ChannelPhrase) -> String {
        switch phrase {
        case .deliversAgain(let name): "Il canale \(name) consegna di nuovo"
        case .couldNotDeliver(let name): "Il canale \(name) non ha potuto consegnare"
        case .takesNoMore(let name): "Il canale \(name) non accetta più lettere"
        case .cantDeliver(let name, let since):
            "Il canale \(name) non può consegnare" + (since.map { " da \($0)" } ?? "")
        case .nothingLost(waiting: 0):
            "Nulla è andato perso: ciò che attendeva è stato inviato."
        case .nothingLost(let count):
            "Nulla è andato perso: \(wait(count)) ancora e "
                + "\(form(count, "sarà inviata", "saranno inviate una dopo l’altra"))."
        case .worksMeanwhile: "Nel frattempo funziona di nuovo; nulla è andato perso."
        case .switchedOffMeaning:
            "Il suo destinatario ha risposto che non vuole più lettere, perciò non vi si invia nulla finché "
                + "non viene richiesto. Gli avvisi proseguono sugli altri canali."
        case .waitMeaning:
            "Gli avvisi destinati a questo canale attendono e saranno inviati quando funzionerà di nuovo. "
                + "Questo messaggio è arrivato da un altro canale."
        case .failingSince(let time): "Guasto da \(time)"
        case .switchedOff(let time): "Disattivato dal destinatario: \(time)"
        case .failedAttempts(let count): "Tentativi falliti: \(figures.count(count))"
        case .lastError(let error): "Ultimo errore (in inglese): \(quoted(error))"
        case .lastDelivered(let time): "Ultima lettera consegnata: \(time)"
        case .neverDelivered: "Finora non ha mai consegnato una lettera"
        case .waitFor(let count): wait(count)
        case .nextTry(let time): "Prossimo tentativo: \(time)"
        case .tryIt: "Una volta riparato, provarlo"
        case .sendNow: "Inviare subito ciò che attende"
        }
    }

    private func wait(_ count: Int) -> String {
        counted(count, "lettera attende", "lettere attendono")
    }
}

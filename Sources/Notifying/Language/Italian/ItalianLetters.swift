import Model

extension ItalianPhrases {
    func mention(_ phrase: MentionPhrase) -> String {
        switch phrase {
        case .readOn(let source): "Leggi su \(source)"
        case .answerOn(let source): "Rispondi su \(source)"
        case .read, .readIt: "Leggi"
        case .answer: "Rispondi"
        case .more: "Dettagli:"
        case .words: "Parole:"
        case .hasNoText: "Non ha testo."
        case .noText: "senza testo"
        case .about(let names): "Riguarda \(names)"
        case .beforeEdit: "Prima della modifica"
        case .saidBeforeEdit: "Prima della modifica diceva:"
        case .hadNoTextBeforeEdit: "Prima della modifica non aveva testo."
        case .hadNoText: "Non aveva testo."
        case .moreCharacters(let count): counted(count, "altro carattere", "altri caratteri")
        case .wordsThatCounted: "Le parole che hanno contato:"
        case .weaker(let count): "… e \(counted(count, "più debole", "più deboli"))"
        case .andMore(let count): "… e \(counted(count, "altra", "altre"))"
        case .editedStars(let before, let now): "Modificata da \(before) a \(now)"
        case .editedLabels(let before, let now): "Modificata da \(label(before)) a \(label(now))"
        case .editedWorse: "Modificata in peggio"
        case .delisted(let time): "Non più elencata da \(time)"
        case .rating(let value, let scale, let stars):
            "\(value) su \(scale), "
                + ["pessima", "scarsa", "mista", "buona", "ottima"][min(max(stars, 1), 5) - 1]
        case .starsOfFive(let count): "\(count) \(form(count, "stella", "stelle")) su 5"
        case .storyOnThisSite(let count):
            "La stessa storia \(figures.count(count)) volte su questo sito"
        case .storyOnSites(let count): "La stessa storia su \(counted(count, "sito", "siti"))"
        case .unanswered(let wait, let since): "Senza risposta da \(wait), cioè da \(since)."
        case .answeredMeanwhile(let wait): "Nel frattempo ha avuto risposta, dopo \(wait)."
        case .closedMeanwhile(let wait): "Nel frattempo chiusa, dopo \(wait)."
        case .reminder(let count): count <= 1 ? "Primo promemoria." : "Promemoria \(count)."
        case .waits(let since, let count):
            "In attesa da \(since); promemoria \(figures.count(count))."
        case .kind(.negative): "Menzione negativa"
        case .kind(.positive): "Menzione positiva"
        case .kind(.neutral), .kind(.unscored): "Menzione"
        }
    }

    func title(_ phrase: TitlePhrase) -> String {
        switch phrase {
        case .surge(let gist): "Picco: \(gist)"
        case .drop(let gist): "Calo: \(gist)"
        case .digest: "Riepilogo"
        case .test(let channel): "Prova del canale \(channel)"
        case .mentionsRemoved: "Un avviso le cui menzioni sono state rimosse"
        case .reminderRemoved: "Un promemoria le cui menzioni sono state rimosse"
        case .quoteAndMore(let quote, let count):
            ": \(quote) e \(counted(count, "altra", "altre"))"
        case .mention(let kind, let place, let quote):
            "\(kind) su \(place)\(quote.map { ": \($0)" } ?? ", senza testo")"
        case .placeAndSites(let source, let count):
            "\(source) e \(counted(count, "altro sito", "altri siti"))"
        case .unanswered(let mention): "Senza risposta: \(mention)"
        case .wait(let count, let isReviews, let longest):
            (isReviews
                ? counted(count, "recensione attende risposta", "recensioni attendono risposta")
                : counted(count, "menzione attende risposta", "menzioni attendono risposta"))
                + (longest.map { ", la più vecchia da \($0)" } ?? "")
        case .alertsSince(let count, let time): "\(self.count(.alerts(count))) da \(time)"
        case .isQuiet: "tutto tranquillo"
        case .moreThanUsual: "Più del solito"
        case .isDrop: "Un calo"
        case .ofThisTime(let count, let topic):
            "\(self.count(.mentions(count))) di questo periodo" + (topic.map { ", \($0)" } ?? "")
        case .stillUnanswered(let wait):
            "Ancora senza risposta" + (wait.map { " dopo \($0)" } ?? "")
        case .waiting(let count):
            counted(count, "menzione attende risposta", "menzioni attendono risposta")
        case .oldestWaits(let wait): "La più vecchia da \(wait)."
        case .oldestFirst: "Prima le più vecchie."
        case .severity(.critical): "Critici"
        case .severity(.warning): "Avvertimenti"
        case .severity(.info): "Per informazione"
        case .furtherMentions: "Altre menzioni"
        case .lead(let kind, let channel): lead(kind, channel)
        case .removedSince: "Rimossa nel frattempo:"
        case .since(let time): "(da \(time))"
        }
    }

    private func lead(_ kind: Alert.Kind, _ channel: ChannelID?) -> String {
        switch kind {
        case .surge: "Più del solito:"
        case .drop: "Un calo:"
        case .channel: "Canale \(channel?.rawValue ?? "?"):"
        case .test: "Una prova:"
        case .digest: "Un riepilogo:"
        case .mentions, .sources, .reminder: ""
        }
    }

    func note(_ phrase: NotePhrase) -> String {
        switch phrase {
        case .whyOneMail:
            "Perché un solo messaggio: questi avvisi sono arrivati insieme o hanno dovuto attendere (ore di "
                + "quiete, limite orario, un guasto), e perciò sono raccontati insieme."
        case .why(let reason): "Perché questo messaggio: \(reason)"
        case .urgency(let urgency): "Urgenza: \(urgency)"
        case .alsoPart(let alert, let rule): "Fa parte anche dell’avviso \(alert), regola \(rule)."
        case .whyAlert(let alert, let rule, let said, let urgency):
            "Perché (avviso \(alert), regola \(rule)): \(said)\(urgency.map { " " + $0 } ?? "")"
        case .allForgotten(let count):
            count == 1
                ? "La menzione di questo avviso è stata rimossa nel frattempo."
                : "Le \(figures.count(count)) menzioni di questo avviso sono state rimosse nel frattempo."
        case .someForgotten(let count):
            counted(count, "altra menzione è stata rimossa", "altre menzioni sono state rimosse")
                + " nel frattempo."
        case .restByID(let count, let low, let high):
            "… e \(counted(count, "altra", "altre")), con numeri da \(low) a \(high): repute mentions"
        case .furtherNotices(let count): "… e \(counted(count, "altra", "altre")): repute status"
        case .signature(let business, let alert, let rule, let severity):
            "Repute, in ascolto per \(business). Avviso \(alert), regola \(rule), "
                + "\(self.severity(severity))."
        case .digestSignature(let business, let alert, let digest):
            "Repute, in ascolto per \(business). Avviso \(alert), riepilogo \(digest)."
        case .signatureOfSeveral(let business, let alerts):
            "Repute, in ascolto per \(business). Avvisi \(alerts)."
        case .idRange(let low, let high): "\(low)–\(high)"
        case .noAnswerNeeded: "Nessuna risposta necessaria"
        case .isTest: "Questa è una prova"
        case .nothingHappened: "Non è successo nulla e non c’è nulla da fare."
        case .channelWorks(let channel):
            "Il canale \(channel) funziona: questa lettera ha seguito la strada di ogni avviso, dalla coda "
                + "di uscita e con le impostazioni proprie del canale."
        case .askedFor(let time): "Richiesta: \(time)"
        case .weighed(let severity, let count):
            self.severity(severity)
                + (count.map { " in base alla peggiore di \(figures.count($0))" } ?? "")
        case .inEnglish(let text): "in inglese: \(text)"
        case .weighing(let severity, let stored): weighing(severity, stored: stored)
        }
    }
}

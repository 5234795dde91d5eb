import Model

extension GermanPhrases {
    func mention(_ phrase: MentionPhrase) -> String {
        switch phrase {
        case .readOn(let source): "Lesen auf \(source)"
        case .answerOn(let source): "Antworten auf \(source)"
        case .read: "Lesen"
        case .readIt: "Lesen"
        case .answer: "Antworten"
        case .more: "Mehr:"
        case .words: "Wörter:"
        case .hasNoText: "Ohne Text."
        case .noText: "ohne Text"
        case .about(let names): "Über \(names)"
        case .beforeEdit: "Vor der Änderung"
        case .saidBeforeEdit: "Vor der Änderung stand dort:"
        case .hadNoTextBeforeEdit: "Vor der Änderung stand dort kein Text."
        case .hadNoText: "Dort stand kein Text."
        case .moreCharacters(let count): counted(count, "weiteres Zeichen", "weitere Zeichen")
        case .wordsThatCounted: "Diese Wörter haben gezählt:"
        case .weaker(let count):
            "… und \(counted(count, "schwächeres", "schwächere"))"
        case .andMore(let count): "… und \(counted(count, "weitere", "weitere"))"
        case .editedStars(let before, let now): "Geändert von \(before) zu \(now)"
        case .editedLabels(let before, let now):
            "Geändert von \(label(before)) zu \(label(now))"
        case .editedWorse: "Geändert, und zwar zum Schlechteren"
        case .delisted(let time): "Nicht mehr gelistet seit \(time)"
        case .rating(let value, let scale, let stars):
            "\(value) von \(scale), "
                + ["sehr schlecht", "schlecht", "gemischt", "gut", "sehr gut"][
                    min(max(stars, 1), 5) - 1]
        case .starsOfFive(let count): "\(count) von 5 Sternen"
        case .storyOnThisSite(let count):
            "Dieselbe Geschichte \(figures.count(count))-mal auf dieser Seite"
        case .storyOnSites(let count): "Dieselbe Geschichte auf \(figures.count(count)) Seiten"
        case .unanswered(let wait, let since): "Seit \(wait) unbeantwortet, nämlich seit \(since)."
        case .answeredMeanwhile(let wait): "Inzwischen beantwortet, nach \(wait)."
        case .closedMeanwhile(let wait): "Inzwischen abgeschlossen, nach \(wait)."
        case .reminder(let count): count <= 1 ? "Erste Erinnerung." : "\(count). Erinnerung."
        case .waits(let since, let count):
            "Wartet seit \(since); \(figures.count(count)). Erinnerung."
        case .kind(.negative): "Negative Erwähnung"
        case .kind(.positive): "Positive Erwähnung"
        case .kind(.neutral), .kind(.unscored): "Erwähnung"
        }
    }

    func title(_ phrase: TitlePhrase) -> String {
        switch phrase {
        case .surge(let gist): "Häufung: \(gist)"
        case .drop(let gist): "Rückgang: \(gist)"
        case .digest: "Übersicht"
        case .test(let channel): "Test des Kanals \(channel)"
        case .mentionsRemoved: "Ein Alarm, dessen Erwähnungen gelöscht wurden"
        case .reminderRemoved: "Eine Erinnerung, deren Erwähnungen gelöscht wurden"
        case .quoteAndMore(let quote, let count):
            ": \(quote) und \(counted(count, "weitere", "weitere"))"
        case .mention(let kind, let place, let quote):
            "\(kind) auf \(place)\(quote.map { ": \($0)" } ?? ", ohne Text")"
        case .placeAndSites(let source, let count):
            "\(source) und \(counted(count, "weiteren Seite", "weiteren Seiten"))"
        case .unanswered(let mention): "Unbeantwortet: \(mention)"
        case .wait(let count, let isReviews, let longest):
            counted(
                count, isReviews ? "Bewertung wartet" : "Erwähnung wartet",
                isReviews ? "Bewertungen warten" : "Erwähnungen warten") + " auf Antwort"
                + (longest.map { ", die älteste seit \($0)" } ?? "")
        case .alertsSince(let count, let time): "\(self.count(.alerts(count))) seit \(time)"
        case .isQuiet: "alles ruhig"
        case .moreThanUsual: "Mehr als üblich"
        case .isDrop: "Ein Rückgang"
        case .ofThisTime(let count, let topic):
            "\(self.count(.mentions(count))) aus dieser Zeit" + (topic.map { ", \($0)" } ?? "")
        case .stillUnanswered(let wait):
            wait.map { "Nach \($0) noch ohne Antwort" } ?? "Noch ohne Antwort"
        case .waiting(let count):
            counted(count, "Erwähnung wartet", "Erwähnungen warten") + " auf Antwort"
        case .oldestWaits(let wait): "Die älteste seit \(wait)."
        case .oldestFirst: "Die ältesten zuerst."
        case .severity(.critical): "Kritisch"
        case .severity(.warning): "Warnungen"
        case .severity(.info): "Zur Information"
        case .furtherMentions: "Weitere Erwähnungen"
        case .lead(let kind, let channel): lead(kind, channel)
        case .removedSince: "Inzwischen gelöscht:"
        case .since(let time): "(seit \(time))"
        }
    }

    private func lead(_ kind: Alert.Kind, _ channel: ChannelID?) -> String {
        switch kind {
        case .surge: "Mehr als üblich:"
        case .drop: "Ein Rückgang:"
        case .channel: "Kanal \(channel?.rawValue ?? "?"):"
        case .test: "Ein Test:"
        case .digest: "Eine Übersicht:"
        case .mentions, .sources, .reminder: ""
        }
    }

    func note(_ phrase: NotePhrase) -> String {
        switch phrase {
        case .whyOneMail:
            "Warum eine einzige Mail: Diese Alarme kamen zugleich oder mussten warten (Ruhezeit, "
                + "Stundengrenze, Ausfall) und werden daher zusammen gemeldet."
        case .why(let reason): "Warum Sie diese Mail erhalten: \(reason)"
        case .urgency(let urgency): "Dringlichkeit: \(urgency)"
        case .alsoPart(let alert, let rule): "Auch Teil von Alarm \(alert), Regel \(rule)."
        case .whyAlert(let alert, let rule, let said, let urgency):
            "Warum (Alarm \(alert), Regel \(rule)): \(said)\(urgency.map { " " + $0 } ?? "")"
        case .allForgotten(let count):
            count == 1
                ? "Die Erwähnung, um die es in diesem Alarm ging, wurde inzwischen gelöscht."
                : "Die \(figures.count(count)) Erwähnungen, um die es in diesem Alarm ging, wurden "
                    + "inzwischen gelöscht."
        case .someForgotten(let count):
            counted(count, "weitere Erwähnung wurde", "weitere Erwähnungen wurden")
                + " inzwischen gelöscht."
        case .restByID(let count, let low, let high):
            "… und \(figures.count(count)) weitere mit den Nummern \(low) bis \(high): repute mentions"
        case .furtherNotices(let count):
            "… und \(counted(count, "weitere", "weitere")): repute status"
        case .signature(let business, let alert, let rule, let severity):
            "Repute, im Einsatz für \(business). Alarm \(alert), Regel \(rule), "
                + "\(self.severity(severity))."
        case .digestSignature(let business, let alert, let digest):
            "Repute, im Einsatz für \(business). Alarm \(alert), Übersicht \(digest)."
        case .signatureOfSeveral(let business, let alerts):
            "Repute, im Einsatz für \(business). Alarme \(alerts)."
        case .idRange(let low, let high): "\(low) bis \(high)"
        case .noAnswerNeeded: "Keine Antwort nötig"
        case .isTest: "Dies ist ein Test"
        case .nothingHappened: "Es ist nichts geschehen, und Sie müssen nichts tun."
        case .channelWorks(let channel):
            "Der Kanal \(channel) funktioniert: Dieser Brief nahm den Weg jedes Alarms, durch den "
                + "Postausgang und mit den eigenen Einstellungen des Kanals."
        case .askedFor(let time): "Angefordert am \(time)"
        case .weighed(let severity, let count):
            self.severity(severity)
                + (count.map { " nach der schlimmsten von \(figures.count($0))" } ?? "")
        case .inEnglish(let text): "auf Englisch: \(text)"
        case .weighing(let severity, let stored): weighing(severity, stored: stored)
        }
    }
}

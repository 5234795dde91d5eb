import Model

extension DutchPhrases {
    func mention(_ phrase: MentionPhrase) -> String {
        switch phrase {
        case .readOn(let source): "Lezen op \(source)"
        case .answerOn(let source): "Antwoorden op \(source)"
        case .read, .readIt: "Lezen"
        case .answer: "Antwoorden"
        case .more: "Meer:"
        case .words: "Woorden:"
        case .hasNoText: "Zonder tekst."
        case .noText: "zonder tekst"
        case .about(let names): "Over \(names)"
        case .beforeEdit: "Vóór de wijziging"
        case .saidBeforeEdit: "Vóór de wijziging stond er:"
        case .hadNoTextBeforeEdit: "Vóór de wijziging stond er geen tekst."
        case .hadNoText: "Er stond geen tekst."
        case .moreCharacters(let count): "nog \(counted(count, "teken", "tekens"))"
        case .wordsThatCounted: "De woorden die telden:"
        case .weaker(let count): "… en \(counted(count, "zwakker", "zwakkere"))"
        case .andMore(let count): "… en nog \(figures.count(count))"
        case .editedStars(let before, let now): "Gewijzigd van \(before) naar \(now)"
        case .editedLabels(let before, let now):
            "Gewijzigd van \(label(before)) naar \(label(now))"
        case .editedWorse: "Gewijzigd en verslechterd"
        case .delisted(let time): "Niet meer vermeld sinds \(time)"
        case .rating(let value, let scale, let stars):
            "\(value) van \(scale), "
                + ["zeer slecht", "slecht", "wisselend", "goed", "zeer goed"][
                    min(max(stars, 1), 5) - 1]
        case .starsOfFive(let count): "\(count) van 5 sterren"
        case .storyOnThisSite(let count):
            "Hetzelfde verhaal \(figures.count(count)) keer op deze site"
        case .storyOnSites(let count):
            "Hetzelfde verhaal op \(counted(count, "site", "sites"))"
        case .unanswered(let wait, let since): "Al \(wait) onbeantwoord, sinds \(since)."
        case .answeredMeanwhile(let wait): "Inmiddels beantwoord, na \(wait)."
        case .closedMeanwhile(let wait): "Inmiddels afgesloten, na \(wait)."
        case .reminder(let count): count <= 1 ? "Eerste herinnering." : "Herinnering \(count)."
        case .waits(let since, let count):
            "Wacht sinds \(since); herinnering \(figures.count(count))."
        case .kind(.negative): "Negatieve vermelding"
        case .kind(.positive): "Positieve vermelding"
        case .kind(.neutral), .kind(.unscored): "Vermelding"
        }
    }

    func title(_ phrase: TitlePhrase) -> String {
        switch phrase {
        case .surge(let gist): "Piek: \(gist)"
        case .drop(let gist): "Daling: \(gist)"
        case .digest: "Overzicht"
        case .test(let channel): "Test van kanaal \(channel)"
        case .mentionsRemoved: "Een melding waarvan de vermeldingen zijn verwijderd"
        case .reminderRemoved: "Een herinnering waarvan de vermeldingen zijn verwijderd"
        case .quoteAndMore(let quote, let count): ": \(quote) en nog \(figures.count(count))"
        case .mention(let kind, let place, let quote):
            "\(kind) op \(place)\(quote.map { ": \($0)" } ?? ", zonder tekst")"
        case .placeAndSites(let source, let count):
            "\(source) en nog \(counted(count, "site", "sites"))"
        case .unanswered(let mention): "Onbeantwoord: \(mention)"
        case .wait(let count, let isReviews, let longest):
            (isReviews
                ? counted(count, "review wacht", "reviews wachten")
                : counted(count, "vermelding wacht", "vermeldingen wachten")) + " op antwoord"
                + (longest.map { ", de oudste al \($0)" } ?? "")
        case .alertsSince(let count, let time): "\(self.count(.alerts(count))) sinds \(time)"
        case .isQuiet: "alles rustig"
        case .moreThanUsual: "Meer dan gebruikelijk"
        case .isDrop: "Een daling"
        case .ofThisTime(let count, let topic):
            "\(self.count(.mentions(count))) uit deze periode" + (topic.map { ", \($0)" } ?? "")
        case .stillUnanswered(let wait):
            wait.map { "Na \($0) nog zonder antwoord" } ?? "Nog zonder antwoord"
        case .waiting(let count):
            counted(count, "vermelding wacht", "vermeldingen wachten") + " op antwoord"
        case .oldestWaits(let wait): "De oudste al \(wait)."
        case .oldestFirst: "De oudste eerst."
        case .severity(.critical): "Kritiek"
        case .severity(.warning): "Waarschuwingen"
        case .severity(.info): "Ter informatie"
        case .furtherMentions: "Overige vermeldingen"
        case .lead(let kind, let channel): lead(kind, channel)
        case .removedSince: "Inmiddels verwijderd:"
        case .since(let time): "(sinds \(time))"
        }
    }

    private func lead(_ kind: Alert.Kind, _ channel: ChannelID?) -> String {
        switch kind {
        case .surge: "Meer dan gebruikelijk:"
        case .drop: "Een daling:"
        case .channel: "Kanaal \(channel?.rawValue ?? "?"):"
        case .test: "Een test:"
        case .digest: "Een overzicht:"
        case .mentions, .sources, .reminder: ""
        }
    }

    func note(_ phrase: NotePhrase) -> String {
        switch phrase {
        case .whyOneMail:
            "Waarom één mail: deze meldingen kwamen tegelijk of moesten wachten (stille uren, een uurlimiet, "
                + "een storing) en worden daarom samen verteld."
        case .why(let reason): "Waarom u deze mail krijgt: \(reason)"
        case .urgency(let urgency): "Hoe dringend: \(urgency)"
        case .alsoPart(let alert, let rule): "Ook deel van melding \(alert), regel \(rule)."
        case .whyAlert(let alert, let rule, let said, let urgency):
            "Waarom (melding \(alert), regel \(rule)): \(said)\(urgency.map { " " + $0 } ?? "")"
        case .allForgotten(let count):
            count == 1
                ? "De vermelding waar deze melding over ging, is inmiddels verwijderd."
                : "De \(figures.count(count)) vermeldingen waar deze melding over ging, zijn inmiddels "
                    + "verwijderd."
        case .someForgotten(let count):
            "Nog \(counted(count, "vermelding is", "vermeldingen zijn")) inmiddels verwijderd."
        case .restByID(let count, let low, let high):
            "… en nog \(figures.count(count)), met nummers \(low) t/m \(high): repute mentions"
        case .furtherNotices(let count): "… en nog \(figures.count(count)): repute status"
        case .signature(let business, let alert, let rule, let severity):
            "Repute, op wacht voor \(business). Melding \(alert), regel \(rule), "
                + "\(self.severity(severity))."
        case .digestSignature(let business, let alert, let digest):
            "Repute, op wacht voor \(business). Melding \(alert), overzicht \(digest)."
        case .signatureOfSeveral(let business, let alerts):
            "Repute, op wacht voor \(business). Meldingen \(alerts)."
        case .idRange(let low, let high): "\(low) t/m \(high)"
        case .noAnswerNeeded: "Geen antwoord nodig"
        case .isTest: "Dit is een test"
        case .nothingHappened: "Er is niets gebeurd en u hoeft niets te doen."
        case .channelWorks(let channel):
            "Kanaal \(channel) werkt: deze brief ging de weg van elke melding, via de postuitgang en met de "
                + "eigen instellingen van het kanaal."
        case .askedFor(let time): "Aangevraagd op \(time)"
        case .weighed(let severity, let count):
            self.severity(severity)
                + (count.map { " door de ergste van \(figures.count($0))" } ?? "")
        case .inEnglish(let text): "in het Engels: \(text)"
        case .weighing(let severity, let stored): weighing(severity, stored: stored)
        }
    }
}

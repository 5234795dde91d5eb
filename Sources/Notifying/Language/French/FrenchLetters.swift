import Model

extension FrenchPhrases {
    func mention(_ phrase: MentionPhrase) -> String {
        switch phrase {
        case .readOn(let source): "Lire sur \(source)"
        case .answerOn(let source): "Répondre sur \(source)"
        case .read, .readIt: "Lire"
        case .answer: "Répondre"
        case .more: "Détails\(colonMark)"
        case .words: "Mots\(colonMark)"
        case .hasNoText: "Sans texte."
        case .noText: "sans texte"
        case .about(let names): "À propos de \(names)"
        case .beforeEdit: "Avant la modification"
        case .saidBeforeEdit: "Avant la modification, on pouvait lire\(colonMark)"
        case .hadNoTextBeforeEdit: "Avant la modification, il n’y avait pas de texte."
        case .hadNoText: "Il n’y avait pas de texte."
        case .moreCharacters(let count):
            counted(count, "caractère de plus", "caractères de plus")
        case .wordsThatCounted: "Les mots qui ont compté\(colonMark)"
        case .weaker(let count): "… et \(counted(count, "plus faible", "plus faibles"))"
        case .andMore(let count): "… et \(counted(count, "autre", "autres"))"
        case .editedStars(let before, let now): "Modifié de \(before) à \(now)"
        case .editedLabels(let before, let now): "Modifié de \(label(before)) à \(label(now))"
        case .editedWorse: "Modifié, en pire"
        case .delisted(let time): "N’apparaît plus depuis le \(time)"
        case .rating(let value, let scale, let stars):
            "\(value) sur \(scale), "
                + ["très mauvais", "mauvais", "mitigé", "bon", "très bon"][
                    min(max(stars, 1), 5) - 1]
        case .starsOfFive(let count): "\(count) \(form(count, "étoile", "étoiles")) sur 5"
        case .storyOnThisSite(let count):
            "La même histoire \(figures.count(count)) fois sur ce site"
        case .storyOnSites(let count): "La même histoire sur \(counted(count, "site", "sites"))"
        case .unanswered(let wait, let since):
            "Sans réponse depuis \(wait), soit depuis le \(since)."
        case .answeredMeanwhile(let wait): "Répondu entre-temps, après \(wait)."
        case .closedMeanwhile(let wait): "Clos entre-temps, après \(wait)."
        case .reminder(let count): count <= 1 ? "Premier rappel." : "\(count)\u{1D49} rappel."
        case .waits(let since, let count):
            "Attend depuis le \(since)\(semicolon)rappel nº\u{A0}\(figures.count(count))."
        case .kind(.negative): "Mention négative"
        case .kind(.positive): "Mention positive"
        case .kind(.neutral), .kind(.unscored): "Mention"
        }
    }

    func title(_ phrase: TitlePhrase) -> String {
        switch phrase {
        case .surge(let gist): "Afflux\(colon)\(gist)"
        case .drop(let gist): "Baisse\(colon)\(gist)"
        case .digest: "Récapitulatif"
        case .test(let channel): "Test du canal \(channel)"
        case .mentionsRemoved: "Une alerte dont les mentions ont été supprimées"
        case .reminderRemoved: "Un rappel dont les mentions ont été supprimées"
        case .quoteAndMore(let quote, let count):
            "\(colon)\(quote) et \(counted(count, "autre", "autres"))"
        case .mention(let kind, let place, let quote):
            "\(kind) sur \(place)\(quote.map { colon + $0 } ?? ", sans texte")"
        case .placeAndSites(let source, let count):
            "\(source) et \(counted(count, "autre site", "autres sites"))"
        case .unanswered(let mention): "Sans réponse\(colon)\(mention)"
        case .wait(let count, let isReviews, let longest):
            (isReviews
                ? counted(count, "avis attend une réponse", "avis attendent une réponse")
                : counted(count, "mention attend une réponse", "mentions attendent une réponse"))
                + (longest.map {
                    ", \(isReviews ? "le plus ancien" : "la plus ancienne") depuis \($0)"
                }
                    ?? "")
        case .alertsSince(let count, let time): "\(self.count(.alerts(count))) depuis \(time)"
        case .isQuiet: "tout est calme"
        case .moreThanUsual: "Plus que d’habitude"
        case .isDrop: "Une baisse"
        case .ofThisTime(let count, let topic):
            "\(self.count(.mentions(count))) de cette période" + (topic.map { ", \($0)" } ?? "")
        case .stillUnanswered(let wait):
            "Toujours sans réponse" + (wait.map { " après \($0)" } ?? "")
        case .waiting(let count):
            counted(count, "mention attend une réponse", "mentions attendent une réponse")
        case .oldestWaits(let wait): "La plus ancienne depuis \(wait)."
        case .oldestFirst: "Les plus anciennes d’abord."
        case .severity(.critical): "Critique"
        case .severity(.warning): "Avertissements"
        case .severity(.info): "Pour information"
        case .furtherMentions: "Autres mentions"
        case .lead(let kind, let channel): lead(kind, channel)
        case .removedSince: "Supprimé depuis\(colonMark)"
        case .since(let time): "(depuis \(time))"
        }
    }

    private func lead(_ kind: Alert.Kind, _ channel: ChannelID?) -> String {
        let words =
            switch kind {
            case .surge: "Plus que d’habitude"
            case .drop: "Une baisse"
            case .channel: "Canal \(channel?.rawValue ?? "?")"
            case .test: "Un test"
            case .digest: "Un récapitulatif"
            case .mentions, .sources, .reminder: ""
            }
        return words.isEmpty ? "" : words + colonMark
    }

    func note(_ phrase: NotePhrase) -> String {
        switch phrase {
        case .whyOneMail:
            "Pourquoi un seul message\(colon)ces alertes sont arrivées en même temps ou ont dû attendre "
                + "(heures calmes, limite horaire, panne)\(semicolon)elles sont donc regroupées."
        case .why(let reason): "Pourquoi ce message\(colon)\(reason)"
        case .urgency(let urgency): "Urgence\(colon)\(urgency)"
        case .alsoPart(let alert, let rule):
            "Fait aussi partie de l’alerte \(alert), règle \(rule)."
        case .whyAlert(let alert, let rule, let said, let urgency):
            "Pourquoi (alerte \(alert), règle \(rule))\(colon)\(said)\(urgency.map { " " + $0 } ?? "")"
        case .allForgotten(let count):
            count == 1
                ? "La mention dont parlait cette alerte a été supprimée depuis."
                : "Les \(figures.count(count)) mentions dont parlait cette alerte ont été supprimées "
                    + "depuis."
        case .someForgotten(let count):
            counted(
                count, "autre mention a été supprimée", "autres mentions ont été supprimées")
                + " depuis."
        case .restByID(let count, let low, let high):
            "… et \(counted(count, "autre", "autres")), numéros \(low) à \(high)\(colon)repute mentions"
        case .furtherNotices(let count):
            "… et \(counted(count, "autre", "autres"))\(colon)repute status"
        case .signature(let business, let alert, let rule, let severity):
            "Repute, en veille pour \(business). Alerte \(alert), règle \(rule), "
                + "\(self.severity(severity))."
        case .digestSignature(let business, let alert, let digest):
            "Repute, en veille pour \(business). Alerte \(alert), récapitulatif \(digest)."
        case .signatureOfSeveral(let business, let alerts):
            "Repute, en veille pour \(business). Alertes \(alerts)."
        case .idRange(let low, let high): "\(low) à \(high)"
        case .noAnswerNeeded: "Pas de réponse nécessaire"
        case .isTest: "Ceci est un test"
        case .nothingHappened: "Il ne s’est rien passé et vous n’avez rien à faire."
        case .channelWorks(let channel):
            "Le canal \(channel) fonctionne\(colon)cette lettre a suivi le chemin de toutes les alertes, "
                + "par la file d’envoi et avec les réglages propres au canal."
        case .askedFor(let time): "Demandé le \(time)"
        case .weighed(let severity, let count):
            self.severity(severity)
                + (count.map { " d’après la pire de \(figures.count($0))" } ?? "")
        case .inEnglish(let text): "en anglais\(colon)\(text)"
        case .weighing(let severity, let stored): weighing(severity, stored: stored)
        }
    }
}

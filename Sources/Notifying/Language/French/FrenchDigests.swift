import Model

extension FrenchPhrases {
    func digest(_ phrase: DigestPhrase) -> String {
        switch phrase {
        case .nothingLeft: "Il ne reste rien de ce récapitulatif."
        case .isQuiet: "Tout est calme\(colon)rien de nouveau, et rien ne vous attend."
        case .nothingNew: "Rien de nouveau."
        case .andMore(let count): "… et \(counted(count, "autre", "autres"))"
        case .mentions: "Mentions"
        case .negative: "Négatives"
        case .all: "Toutes"
        case .rating: "Note"
        case .answered: "Réponses"
        case .worst: "Les pires"
        case .best: "Les meilleures"
        case .whatChanged: "Ce qui a changé"
        case .sources: "Sources"
        case .answering(let answered, let all, let time, let isSingle, let old, let span):
            "\(figures.count(answered)) avis sur \(figures.count(all)) "
                + "\(form(answered, "a reçu", "ont reçu")) une réponse"
                + (time.map { (isSingle ? ", en " : ", la moitié en moins de ") + $0 } ?? "")
                + (old.map { "\(semicolon)\(before(span)) en \($0)" } ?? "") + "."
        case .shift(let isMore, let isPraise, let aspect): shift(isMore, isPraise, aspect)
        case .compared(let now, let old, let span):
            "\(figures.count(now)) (\(before(span))\(colon)\(figures.count(old)))"
        case .unchanged(let span):
            "Rien de net\(colon)éloges et plaintes portent sur les mêmes sujets que \(before(span)), ou "
                + "sont trop peu nombreux pour comparer."
        case .topics(let topics): "Les sujets les plus cités\(colon)\(topics)."
        case .waits(let source, let wait): "\(source), attend depuis \(wait)"
        case .trouble(let health, let since):
            state(health) + (since.map { " (depuis le \($0))" } ?? "")
        case .alerts(let count):
            "\(self.count(.alerts(count))) pendant cette période\(colon)repute alerts list"
        case .silenced(let count):
            "\(self.count(.mentions(count))) non \(form(count, "signalée", "signalées")) à cause d’une "
                + "mise en silence\(colon)repute silence list"
        case .trend(let days, let total, let negative, let peak, let most):
            "\(counted(days, "jour", "jours"))\(colon)\(count(.mentions(total))), "
                + "\(count(.negative(negative)))\(semicolon)maximum le \(peak)\(colon)\(figures.count(most))."
        case .figures(let now, let old, let negative, let oldNegative):
            "\(count(.mentions(now))) (avant\(colon)\(figures.count(old))), "
                + "\(count(.negative(negative))) (avant\(colon)\(figures.count(oldNegative)))"
        case .stars(let stars, let old):
            "\(figures.plain(stars, decimals: 1)) étoiles en moyenne"
                + (old.map { " (avant\(colon)\(figures.plain($0, decimals: 1)))" } ?? "")
        case .withoutAnswer(let count): "\(self.count(.mentions(count))) sans réponse"
        case .share(let share): "\(percent(share)) de réponses"
        case .matches(let rule, let count): "\(rule)\(colon)\(self.count(.mentions(count)))"
        case .inTrouble(let names): "Sources en difficulté\(colon)\(names)"
        case .keptBack(let count):
            "\(self.count(.mentions(count))) \(form(count, "mise", "mises")) en silence"
        }
    }

    private func shift(_ isMore: Bool, _ isPraise: Bool, _ aspect: Aspect) -> String {
        let what = (isPraise ? "d’éloges" : "de plaintes") + " concernant "
        return (isMore ? "▲ Plus " : "▼ Moins ") + what
            + self.aspect(aspect).object + colonMark
    }

    private func state(_ health: SourceHealth) -> String {
        switch health {
        case .unreachable: predicate(.unreachable, count: 1)
        case .unreadable: predicate(.unreadable, count: 1)
        case .quiet: predicate(.quiet, count: 1)
        case .gone: predicate(.gone, count: 1)
        case .waiting: "n’a pas encore été lue"
        case .well: "fonctionne à nouveau"
        }
    }

    private func before(_ span: PeriodSpan) -> String {
        switch span {
        case .day: "la veille"
        case .week: "la semaine précédente"
        case .other: "la période précédente"
        }
    }

    func change(_ phrase: ChangePhrase) -> String {
        switch phrase {
        case .more(let figure, let span): "▲ plus que \(before(span)) (\(figure))"
        case .fewer(let figure, let span): "▼ moins que \(before(span)) (\(figure))"
        case .up(let figure, let span): "▲ en hausse, \(figure) \(before(span))"
        case .down(let figure, let span): "▼ en baisse, \(figure) \(before(span))"
        case .unclear(let figure, let span):
            "\(figure) \(before(span))\(colon)pas de changement net"
        case .tooFew(let figure, let span):
            "\(figure) \(before(span))\(colon)trop peu pour comparer"
        case .noRating(nil): "aucune note"
        case .noRating(let span?): "aucune note \(before(span))"
        case .nothingToAnswer(nil): "rien à répondre"
        case .nothingToAnswer(let span?): "rien à répondre \(before(span))"
        }
    }
}

import Model

extension DutchPhrases {
    func digest(_ phrase: DigestPhrase) -> String {
        switch phrase {
        case .nothingLeft: "Van dit overzicht is niets meer over."
        case .isQuiet: "Alles rustig: er is niets nieuws en er wacht niets op u."
        case .nothingNew: "Er is niets nieuws."
        case .andMore(let count): "… en nog \(figures.count(count))"
        case .mentions: "Vermeldingen"
        case .negative: "Negatief"
        case .all: "Alle"
        case .rating: "Beoordeling"
        case .answered: "Beantwoord"
        case .worst: "De slechtste"
        case .best: "De beste"
        case .whatChanged: "Wat er veranderd is"
        case .sources: "Bronnen"
        case .answering(let answered, let all, let time, let isSingle, let old, let span):
            "\(figures.count(answered)) van \(counted(all, "review", "reviews")) beantwoord"
                + (time.map { (isSingle ? ", binnen " : ", de helft binnen ") + $0 } ?? "")
                + (old.map { "; \(before(span)) binnen \($0)" } ?? "") + "."
        case .shift(let isMore, let isPraise, let aspect):
            "\(isMore ? "▲ Meer" : "▼ Minder") \(isPraise ? "lof voor" : "klachten over") "
                + "\(self.aspect(aspect).object):"
        case .compared(let now, let old, let span):
            "\(figures.count(now)) (\(before(span)): \(figures.count(old)))"
        case .unchanged(let span):
            "Niets duidelijks: lof en klachten gaan over hetzelfde als \(before(span)), of het zijn er te "
                + "weinig om te vergelijken."
        case .topics(let topics): "Het meest genoemd: \(topics)."
        case .waits(let source, let wait): "\(source), wacht al \(wait)"
        case .trouble(let health, let since):
            state(health) + (since.map { " (sinds \($0))" } ?? "")
        case .alerts(let count): "\(self.count(.alerts(count))) in deze periode: repute alerts list"
        case .silenced(let count):
            "\(self.count(.mentions(count))) niet gemeld vanwege een stilte: repute silence list"
        case .trend(let days, let total, let negative, let peak, let most):
            "\(counted(days, "dag", "dagen")): \(count(.mentions(total))), "
                + "\(count(.negative(negative))); de meeste op \(peak): \(figures.count(most))."
        case .figures(let now, let old, let negative, let oldNegative):
            "\(count(.mentions(now))) (ervoor: \(figures.count(old))), "
                + "\(count(.negative(negative))) (ervoor: \(figures.count(oldNegative)))"
        case .stars(let stars, let old):
            "gemiddeld \(figures.plain(stars, decimals: 1)) sterren"
                + (old.map { " (ervoor: \(figures.plain($0, decimals: 1)))" } ?? "")
        case .withoutAnswer(let count): "\(self.count(.mentions(count))) zonder antwoord"
        case .share(let share): "\(percent(share)) beantwoord"
        case .matches(let rule, let count): "\(rule): \(self.count(.mentions(count)))"
        case .inTrouble(let names): "Bronnen met problemen: \(names)"
        case .keptBack(let count): "\(self.count(.mentions(count))) stilgezet"
        }
    }

    private func state(_ health: SourceHealth) -> String {
        switch health {
        case .unreachable: predicate(.unreachable, count: 1)
        case .unreadable: predicate(.unreadable, count: 1)
        case .quiet: predicate(.quiet, count: 1)
        case .gone: predicate(.gone, count: 1)
        case .waiting: "is nog niet gelezen"
        case .well: "werkt weer"
        }
    }

    private func before(_ span: PeriodSpan) -> String {
        switch span {
        case .day: "de dag ervoor"
        case .week: "de week ervoor"
        case .other: "de periode ervoor"
        }
    }

    func change(_ phrase: ChangePhrase) -> String {
        switch phrase {
        case .more(let figure, let span): "▲ meer dan \(before(span)) (\(figure))"
        case .fewer(let figure, let span): "▼ minder dan \(before(span)) (\(figure))"
        case .up(let figure, let span): "▲ gestegen, \(before(span)) \(figure)"
        case .down(let figure, let span): "▼ gedaald, \(before(span)) \(figure)"
        case .unclear(let figure, let span):
            "\(figure) \(before(span)): geen duidelijke verandering"
        case .tooFew(let figure, let span):
            "\(figure) \(before(span)): te weinig om te vergelijken"
        case .noRating(nil): "geen beoordeling"
        case .noRating(let span?): "geen beoordeling \(before(span))"
        case .nothingToAnswer(nil): "niets te beantwoorden"
        case .nothingToAnswer(let span?): "niets te beantwoorden \(before(span))"
        }
    }
}

import Model

extension GermanPhrases {
    func digest(_ phrase: DigestPhrase) -> String {
        switch phrase {
        case .nothingLeft: "Von dieser Übersicht ist nichts mehr übrig."
        case .isQuiet: "Alles ruhig: Es gibt nichts Neues, und nichts wartet auf Sie."
        case .nothingNew: "Es gibt nichts Neues."
        case .andMore(let count): "… und \(counted(count, "weitere", "weitere"))"
        case .mentions: "Erwähnungen"
        case .negative: "Negativ"
        case .all: "Alle"
        case .rating: "Bewertung"
        case .answered: "Beantwortet"
        case .worst: "Am schlechtesten"
        case .best: "Am besten"
        case .whatChanged: "Was sich geändert hat"
        case .sources: "Quellen"
        case .answering(let answered, let all, let time, let isSingle, let old, let span):
            "\(figures.count(answered)) von \(counted(all, "Bewertung", "Bewertungen")) beantwortet"
                + (time.map { (isSingle ? ", nach " : ", die Hälfte davon innerhalb von ") + $0 }
                    ?? "") + (old.map { "; \(before(span)) innerhalb von \($0)" } ?? "") + "."
        case .shift(let isMore, let isPraise, let aspect):
            "\(isMore ? "▲ Mehr" : "▼ Weniger") \(isPraise ? "Lob für" : "Beschwerden über") "
                + "\(self.aspect(aspect).object):"
        case .compared(let now, let old, let span):
            "\(figures.count(now)) (\(before(span)): \(figures.count(old)))"
        case .unchanged(let span):
            "Nichts Eindeutiges: Lob und Beschwerden gelten denselben Dingen wie \(before(span)) oder "
                + "sind zu wenige für einen Vergleich."
        case .topics(let topics): "Am meisten genannt: \(topics)."
        case .waits(let source, let wait): "\(source), wartet seit \(wait)"
        case .trouble(let health, let since):
            state(health) + (since.map { " (seit \($0))" } ?? "")
        case .alerts(let count): "\(self.count(.alerts(count))) in dieser Zeit: repute alerts list"
        case .silenced(let count):
            "\(self.count(.mentions(count))) wegen einer Stummschaltung nicht gemeldet: "
                + "repute silence list"
        case .trend(let days, let total, let negative, let peak, let most):
            "\(counted(days, "Tag", "Tage")): \(count(.mentions(total))), "
                + "\(count(.negative(negative))); die meisten am \(peak): \(figures.count(most))."
        case .figures(let now, let old, let negative, let oldNegative):
            "\(count(.mentions(now))) (davor: \(figures.count(old))), "
                + "\(count(.negative(negative))) (davor: \(figures.count(oldNegative)))"
        case .stars(let stars, let old):
            "im Schnitt \(figures.plain(stars, decimals: 1)) Sterne"
                + (old.map { " (davor: \(figures.plain($0, decimals: 1)))" } ?? "")
        case .withoutAnswer(let count): "\(self.count(.mentions(count))) ohne Antwort"
        case .share(let share): "\(percent(share)) beantwortet"
        case .matches(let rule, let count): "\(rule): \(self.count(.mentions(count)))"
        case .inTrouble(let names): "Gestörte Quellen: \(names)"
        case .keptBack(let count): "\(self.count(.mentions(count))) stummgeschaltet"
        }
    }

    private func state(_ health: SourceHealth) -> String {
        switch health {
        case .unreachable: predicate(.unreachable, count: 1)
        case .unreadable: predicate(.unreadable, count: 1)
        case .quiet: predicate(.quiet, count: 1)
        case .gone: predicate(.gone, count: 1)
        case .waiting: "wurde noch nicht gelesen"
        case .well: "funktioniert wieder"
        }
    }

    private func before(_ span: PeriodSpan) -> String {
        switch span {
        case .day: "am Vortag"
        case .week: "in der Vorwoche"
        case .other: "in der Zeit davor"
        }
    }

    func change(_ phrase: ChangePhrase) -> String {
        switch phrase {
        case .more(let figure, let span): "▲ mehr als \(before(span)) (\(figure))"
        case .fewer(let figure, let span): "▼ weniger als \(before(span)) (\(figure))"
        case .up(let figure, let span): "▲ gestiegen, \(before(span)) \(figure)"
        case .down(let figure, let span): "▼ gefallen, \(before(span)) \(figure)"
        case .unclear(let figure, let span): "\(before(span)) \(figure): keine klare Änderung"
        case .tooFew(let figure, let span): "\(before(span)) \(figure): zu wenige zum Vergleich"
        case .noRating(nil): "keine Bewertung"
        case .noRating(let span?): "\(before(span)) keine Bewertung"
        case .nothingToAnswer(nil): "nichts zu beantworten"
        case .nothingToAnswer(let span?): "\(before(span)) nichts zu beantworten"
        }
    }
}

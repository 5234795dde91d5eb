import Model

extension ItalianPhrases {
    func digest(_ phrase: DigestPhrase) -> String {
        switch phrase {
        case .nothingLeft: "Di questo riepilogo non resta più nulla."
        case .isQuiet: "Tutto tranquillo: non c’è nulla di nuovo e nulla in attesa."
        case .nothingNew: "Non c’è nulla di nuovo."
        case .andMore(let count): "… e \(counted(count, "altra", "altre"))"
        case .mentions: "Menzioni"
        case .negative: "Negative"
        case .all: "Tutte"
        case .rating: "Voto medio"
        case .answered: "Risposte"
        case .worst: "Le peggiori"
        case .best: "Le migliori"
        case .whatChanged: "Che cosa è cambiato"
        case .sources: "Fonti"
        case .answering(let answered, let all, let time, let isSingle, let old, let span):
            "\(figures.count(answered)) su \(counted(all, "recensione", "recensioni")) con risposta"
                + (time.map { (isSingle ? ", in " : ", la metà entro ") + $0 } ?? "")
                + (old.map { "; \(before(span)) in \($0)" } ?? "") + "."
        case .shift(let isMore, let isPraise, let aspect):
            "\(isMore ? "▲ Più" : "▼ Meno") \(isPraise ? "elogi" : "reclami") riguardo a "
                + "\(quoted(self.aspect(aspect).name)):"
        case .compared(let now, let old, let span):
            "\(figures.count(now)) (\(before(span)): \(figures.count(old)))"
        case .unchanged(let span):
            "Nulla di netto: elogi e reclami parlano delle stesse cose di cui parlavano "
                + "\(before(span)), o sono troppo pochi per un confronto."
        case .topics(let topics): "I temi più citati: \(topics)."
        case .waits(let source, let wait): "\(source), in attesa da \(wait)"
        case .trouble(let health, let since):
            state(health) + (since.map { " (da \($0))" } ?? "")
        case .alerts(let count):
            "\(self.count(.alerts(count))) in questo periodo: repute alerts list"
        case .silenced(let count):
            "\(self.count(.mentions(count))) non \(form(count, "segnalata", "segnalate")) per un silenzio: "
                + "repute silence list"
        case .trend(let days, let total, let negative, let peak, let most):
            "\(counted(days, "giorno", "giorni")): \(count(.mentions(total))), "
                + "\(count(.negative(negative))); il massimo \(peak): \(figures.count(most))."
        case .figures(let now, let old, let negative, let oldNegative):
            "\(count(.mentions(now))) (prima: \(figures.count(old))), "
                + "\(count(.negative(negative))) (prima: \(figures.count(oldNegative)))"
        case .stars(let stars, let old):
            "\(figures.plain(stars, decimals: 1)) stelle in media"
                + (old.map { " (prima: \(figures.plain($0, decimals: 1)))" } ?? "")
        case .withoutAnswer(let count): "\(self.count(.mentions(count))) senza risposta"
        case .share(let share): "\(percent(share)) con risposta"
        case .matches(let rule, let count): "\(rule): \(self.count(.mentions(count)))"
        case .inTrouble(let names): "Fonti con problemi: \(names)"
        case .keptBack(let count):
            "\(self.count(.mentions(count))) \(form(count, "silenziata", "silenziate"))"
        }
    }

    private func state(_ health: SourceHealth) -> String {
        switch health {
        case .unreachable: predicate(.unreachable, count: 1)
        case .unreadable: predicate(.unreadable, count: 1)
        case .quiet: predicate(.quiet, count: 1)
        case .gone: predicate(.gone, count: 1)
        case .waiting: "non è ancora stata letta"
        case .well: "funziona di nuovo"
        }
    }

    private func before(_ span: PeriodSpan) -> String {
        switch span {
        case .day: "il giorno prima"
        case .week: "la settimana prima"
        case .other: "il periodo prima"
        }
    }

    func change(_ phrase: ChangePhrase) -> String {
        switch phrase {
        case .more(let figure, let span): "▲ più che \(before(span)) (\(figure))"
        case .fewer(let figure, let span): "▼ meno che \(before(span)) (\(figure))"
        case .up(let figure, let span): "▲ in aumento, \(before(span)) \(figure)"
        case .down(let figure, let span): "▼ in calo, \(before(span)) \(figure)"
        case .unclear(let figure, let span):
            "\(figure) \(before(span)): nessun cambiamento netto"
        case .tooFew(let figure, let span):
            "\(figure) \(before(span)): troppo poche per un confronto"
        case .noRating(nil): "nessun voto"
        case .noRating(let span?): "nessun voto \(before(span))"
        case .nothingToAnswer(nil): "niente a cui rispondere"
        case .nothingToAnswer(let span?): "niente a cui rispondere \(before(span))"
        }
    }
}

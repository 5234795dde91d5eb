import Model

extension SpanishPhrases {
    func digest(_ phrase: DigestPhrase) -> String {
        switch phrase {
        case .nothingLeft: "De este resumen ya no queda nada."
        case .isQuiet: "Todo tranquilo: no hay nada nuevo y nada le espera."
        case .nothingNew: "No hay nada nuevo."
        case .andMore(let count): "… y \(figures.count(count)) más"
        case .mentions: "Menciones"
        case .negative: "Negativas"
        case .all: "Todas"
        case .rating: "Nota media"
        case .answered: "Respuestas"
        case .worst: "Las peores"
        case .best: "Las mejores"
        case .whatChanged: "Qué ha cambiado"
        case .sources: "Fuentes"
        case .answering(let answered, let all, let time, let isSingle, let old, let span):
            "\(figures.count(answered)) de \(counted(all, "reseña", "reseñas")) con respuesta"
                + (time.map { (isSingle ? ", en " : ", la mitad en menos de ") + $0 } ?? "")
                + (old.map { "; \(before(span)) en \($0)" } ?? "") + "."
        case .shift(let isMore, let isPraise, let aspect):
            "\(isMore ? "▲ Más" : "▼ Menos") \(isPraise ? "elogios" : "quejas") sobre "
                + "\(self.aspect(aspect).object):"
        case .compared(let now, let old, let span):
            "\(figures.count(now)) (\(before(span)): \(figures.count(old)))"
        case .unchanged(let span):
            "Nada claro: elogios y quejas hablan de lo mismo que \(before(span)), o son demasiado pocos "
                + "para comparar."
        case .topics(let topics): "De lo que más se habla: \(topics)."
        case .waits(let source, let wait): "\(source), espera desde hace \(wait)"
        case .trouble(let health, let since):
            state(health) + (since.map { " (desde el \($0))" } ?? "")
        case .alerts(let count): "\(self.count(.alerts(count))) en este periodo: repute alerts list"
        case .silenced(let count):
            "\(self.count(.mentions(count))) sin comunicar por un silencio: repute silence list"
        case .trend(let days, let total, let negative, let peak, let most):
            "\(counted(days, "día", "días")): \(count(.mentions(total))), "
                + "\(count(.negative(negative))); el máximo, el \(peak): \(figures.count(most))."
        case .figures(let now, let old, let negative, let oldNegative):
            "\(count(.mentions(now))) (antes: \(figures.count(old))), "
                + "\(count(.negative(negative))) (antes: \(figures.count(oldNegative)))"
        case .stars(let stars, let old):
            "\(figures.plain(stars, decimals: 1)) estrellas de media"
                + (old.map { " (antes: \(figures.plain($0, decimals: 1)))" } ?? "")
        case .withoutAnswer(let count): "\(self.count(.mentions(count))) sin respuesta"
        case .share(let share): "\(percent(share)) con respuesta"
        case .matches(let rule, let count): "\(rule): \(self.count(.mentions(count)))"
        case .inTrouble(let names): "Fuentes con problemas: \(names)"
        case .keptBack(let count):
            "\(self.count(.mentions(count))) \(form(count, "silenciada", "silenciadas"))"
        }
    }

    private func state(_ health: SourceHealth) -> String {
        switch health {
        case .unreachable: predicate(.unreachable, count: 1)
        case .unreadable: predicate(.unreadable, count: 1)
        case .quiet: predicate(.quiet, count: 1)
        case .gone: predicate(.gone, count: 1)
        case .waiting: "aún no se ha leído"
        case .well: "vuelve a funcionar"
        }
    }

    private func before(_ span: PeriodSpan) -> String {
        switch span {
        case .day: "el día anterior"
        case .week: "la semana anterior"
        case .other: "el periodo anterior"
        }
    }

    func change(_ phrase: ChangePhrase) -> String {
        switch phrase {
        case .more(let figure, let span): "▲ más que \(before(span)) (\(figure))"
        case .fewer(let figure, let span): "▼ menos que \(before(span)) (\(figure))"
        case .up(let figure, let span): "▲ sube, \(before(span)) \(figure)"
        case .down(let figure, let span): "▼ baja, \(before(span)) \(figure)"
        case .unclear(let figure, let span): "\(figure) \(before(span)): sin cambio claro"
        case .tooFew(let figure, let span): "\(figure) \(before(span)): muy pocas para comparar"
        case .noRating(nil): "sin nota"
        case .noRating(let span?): "sin nota \(before(span))"
        case .nothingToAnswer(nil): "nada que responder"
        case .nothingToAnswer(let span?): "nada que responder \(before(span))"
        }
    }
}

import Model

extension SpanishPhrases {
    func why(_ alert: AlertFacts) -> String {
        let rule = quoted(alert.rule.rawValue)
        return switch alert.event {
        case .mentions(_, worst: nil): "la regla \(rule) se ha activado"
        case .mentions(1, let worst?): "\(worst); lo comunica la regla \(rule)"
        case .mentions(let count, let worst?):
            "la regla \(rule) comunica \(self.count(.mentions(count))); la peor: \(worst)"
        case .sources(let kind, let names): sources(kind, names)
        case .surge(let surge?, _): self.surge(surge)
        case .surge(nil, let brand):
            "más menciones de lo habitual" + (brand.map { " de \($0)" } ?? "") + "; "
                + note(.inEnglish(alert.stored))
        case .drop(let drop?, _): self.drop(drop)
        case .drop(nil, let brand):
            "la valoración o el sentimiento ha bajado" + (brand.map { ": \($0)" } ?? "") + "; "
                + note(.inEnglish(alert.stored))
        case .reminder(let count, let isReviews, let oldest, let answered):
            reminder(count, isReviews, oldest)
                + (answered > 0
                    ? semicolon
                        + counted(
                            answered, "ya se ha respondido entretanto",
                            "ya se han respondido entretanto") : "")
        case .digest(let name): "toca \(quoted(name))"
        case .channel(let headline): headline
        case .test(let channel): "alguien ha pedido una prueba del canal \(channel)"
        }
    }

    private func reminder(_ count: Int, _ isReviews: Bool, _ oldest: String?) -> String {
        count == 1
            ? "una \(isReviews ? "reseña" : "mención") sigue esperando respuesta"
                + (oldest.map { ", desde el \($0)" } ?? "")
            : "\(figures.count(count)) \(isReviews ? "reseñas" : "menciones") siguen esperando "
                + "respuesta" + (oldest.map { "; la más antigua desde el \($0)" } ?? "")
    }

    private func sources(_ kind: SourceNotice.Kind, _ names: [String]) -> String {
        guard names.count > 1 else { return "\(names.first ?? "?") \(predicate(kind, count: 1))" }
        let rest = names.count - 3
        return "\(figures.count(names.count)) fuentes \(predicate(kind, count: names.count)): "
            + names.prefix(3).joined(separator: ", ") + (rest > 0 ? " y \(rest) más" : "")
    }

    private func surge(_ surge: SurgeTelling) -> String {
        let labels = surge.labels.map { label in
            label == .unscored || surge.count == 1 ? self.label(label) : self.label(label) + "s"
        }
        let what = labels.isEmpty ? "" : " " + labels.joined(separator: " o ")
        let window =
            switch surge.window {
            case .hours(let count): time(.duration(count, .hour))
            case .days(let count): time(.duration(count, .day))
            }
        let usual =
            surge.usual.lowerBound == surge.usual.upperBound
            ? figures.count(surge.usual.lowerBound)
            : "de \(figures.count(surge.usual.lowerBound)) a \(figures.count(surge.usual.upperBound))"
        let rarity =
            switch surge.rarity {
            case .never: "menos de una vez en 100 años"
            case .years(let count): "una vez en \(counted(count, "año", "años"))"
            case .timesAYear(let count): "\(counted(count, "vez", "veces")) al año"
            }
        return
            "\(self.count(.mentions(surge.count)))\(what) de \(surge.name) en \(window); lo habitual es "
            + "\(usual) (por azar, tantas llegan \(rarity))"
    }

    private func drop(_ drop: DropTelling) -> String {
        let (before, recent) = (figures.localized(drop.before), figures.localized(drop.recent))
        let days = time(.duration(drop.days, .day))
        return switch drop.figure {
        case .rating:
            "la valoración de \(drop.name) bajó de \(before) a \(recent) estrellas: "
                + "\(counted(drop.count, "valoración", "valoraciones")) en \(days) frente a "
                + "\(figures.count(drop.countBefore)) antes"
        case .sentiment:
            "el sentimiento sobre \(drop.name) bajó de \(before) a \(recent): "
                + "\(counted(drop.count, "mención valorada", "menciones valoradas")) en \(days) frente a "
                + "\(figures.count(drop.countBefore)) antes"
        }
    }

    func fact(_ fact: Weighing.Fact) -> String {
        switch fact {
        case .rating(let value, let scale, nil):
            "\(figures.localized(value)) de \(figures.localized(scale)) estrellas"
        case .rating(let value, let scale, let stars?):
            "\(figures.localized(value)) de \(figures.localized(scale)) "
                + "(\(figures.localized(stars)) \(stars == "1" ? "estrella" : "estrellas"))"
        case .label(let label): self.label(label)
        case .strongWords: "palabras fuertes"
        case .unsure: "juicio poco seguro"
        case .sites(let count): "en \(counted(count, "sitio", "sitios"))"
        case .survey: "respuesta de una encuesta"
        case .complaint(let number): "\(number).ª queja de este autor"
        }
    }

    func verdict(_ phrase: VerdictPhrase) -> String {
        switch phrase {
        case .noText: "Sin valorar: no hay texto."
        case .unknownLanguage:
            "Sin valorar: no se conoce el idioma, o hay demasiado poco texto para juzgar."
        case .unreadLanguage(let code):
            "Sin valorar: el idioma (\(code)) no es de los que Repute lee."
        case .tooLittleText: "Sin valorar: el texto dice demasiado poco para juzgar."
        case .judged(let label): "Juzgada \(self.label(label)) por una persona. El programa dice:"
        case .verdict(let label, let score, let sureness):
            "\(self.label(label).capitalizedFirst) (\(score), \(word(sureness)))"
        case .rated(let value, let scale): "valorada con \(value) de \(scale)"
        case .textAlone(let label, let score):
            "el texto por sí solo resulta "
                + (label == .negative ? "negativo" : label == .positive ? "positivo" : "neutro")
                + " (\(score))"
        case .textAloneSaysNothing: "el texto por sí solo no permite juzgar"
        case .nothingCounts: "ninguna de sus palabras cuenta"
        case .balance(let terms): "elogios y quejas se equilibran: \(terms)"
        case .statement(let terms): "más una constatación que una opinión, pese a \(terms)"
        case .tooLittle(let terms): "muy poco habla a favor de uno u otro lado: \(terms)"
        case .weakerWords(let count): counted(count, "palabra más débil", "palabras más débiles")
        case .fromOwnList: "(de su propia lista)"
        case .and: " y "
        case .disagreement:
            "La valoración y el texto se contradicen: debería verlo una persona."
        }
    }

    private func word(_ sureness: Sureness) -> String {
        switch sureness {
        case .sure: "seguro"
        case .fairlySure: "bastante seguro"
        case .guess: "una suposición"
        }
    }

    func rule(_ clause: ScoringClause) -> String {
        switch clause {
        case .negated(let words): "invertido por \(words)"
        case .stronger(let words): "reforzado por \(words)"
        case .weaker(let words): "suavizado por \(words)"
        case .excessive(let words): "agravado por \(words)"
        case .before(let words): "a la mitad antes de \(words)"
        case .after(let words): "más fuerte tras \(words)"
        case .conceded(let words): "menos fuerte tras \(words)"
        case .about(let words): "sobre \(words)"
        case .capitals: "subrayado por las mayúsculas"
        case .exclamation: "subrayado por \(quoted("!"))"
        case .longLetters: "subrayado por las letras alargadas"
        case .other: ""
        }
    }
}

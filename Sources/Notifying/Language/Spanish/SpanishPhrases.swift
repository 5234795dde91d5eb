import Model

/// Spanish, to people who are addressed as “usted”.
struct SpanishPhrases: TellingAnew {
    var language: LetterLanguage { .spanish }
    /// Four digits stay together, as the Real Academia wants it.
    var figures: Figures { Figures(decimalSign: ",", groupSign: ".", leastGrouped: 5) }
    var calendar: CalendarWords {
        CalendarWords(
            weekdays: ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"],
            months: [
                "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic",
            ], weekdayEnd: ", ")
    }

    func percent(_ share: Double) -> String {
        figures.plain(share * 100, decimals: 0) + "\u{A0}%"
    }

    func quoted(_ text: String) -> String { "«\(text)»" }

    func time(_ phrase: TimePhrase) -> String {
        switch phrase {
        case .duration(let number, let unit):
            switch unit {
            case .minute: counted(number, "minuto", "minutos")
            case .hour: counted(number, "hora", "horas")
            case .day: counted(number, "día", "días")
            case .week: counted(number, "semana", "semanas")
            }
        case .days(let start, let end), .span(let start, let end): "del \(start) al \(end)"
        }
    }

    func count(_ phrase: CountPhrase) -> String {
        switch phrase {
        case .mentions(let count): counted(count, "mención", "menciones")
        case .alerts(let count): counted(count, "aviso", "avisos")
        case .negative(let count): "\(figures.count(count)) \(form(count, "negativa", "negativas"))"
        case .unanswered(let count): "\(figures.count(count)) sin respuesta"
        case .severity(.critical, let count): counted(count, "crítico", "críticos")
        case .severity(.warning, let count): counted(count, "advertencia", "advertencias")
        case .severity(.info, let count): "\(figures.count(count)) a título informativo"
        case .new(let count, let kind, let span):
            new(count, kind, span.map { " en " + $0 } ?? "")
        case .about(let count, let isAll, let aspect):
            "\(isAll ? "todas" : figures.count(count)) sobre \(self.aspect(aspect).object)"
        case .averageStars(let mean): "\(figures.plain(mean, decimals: 1)) ★ de media"
        }
    }

    private func new(_ count: Int, _ kind: BurstWording.Kind, _ span: String) -> String {
        if count == 0 { return "Ninguna mención" }
        if count == 1 { return "1 mención nueva" }
        return switch kind {
        case .complaints: counted(count, "queja nueva", "quejas nuevas") + span
        case .negative:
            counted(count, "mención negativa nueva", "menciones negativas nuevas") + span
        case .positive:
            counted(count, "mención positiva nueva", "menciones positivas nuevas") + span
        case .mixed(negative: 0): counted(count, "mención nueva", "menciones nuevas") + span
        case .mixed(let negative):
            counted(count, "mención nueva", "menciones nuevas") + span
                + ", \(self.count(.negative(negative)))"
        }
    }

    func aspect(_ aspect: Aspect) -> AspectWords {
        switch aspect {
        case .transparency: AspectWords(name: "transparencia", object: "la transparencia")
        case .reliability: AspectWords(name: "fiabilidad", object: "la fiabilidad")
        case .integrity: AspectWords(name: "honestidad", object: "la honestidad")
        case .authenticity: AspectWords(name: "autenticidad", object: "la autenticidad")
        case .care: AspectWords(name: "trato al cliente", object: "el trato al cliente")
        case .value:
            AspectWords(name: "relación calidad-precio", object: "la relación calidad-precio")
        case .privacy: AspectWords(name: "privacidad", object: "la privacidad")
        case .product: AspectWords(name: "producto", object: "el producto")
        case .staff: AspectWords(name: "personal", object: "el personal")
        case .delivery: AspectWords(name: "entrega", object: "la entrega")
        case .place: AspectWords(name: "local", object: "el local")
        case .price: AspectWords(name: "precio", object: "el precio")
        case .website: AspectWords(name: "sitio web", object: "el sitio web")
        case .billing: AspectWords(name: "facturación", object: "la facturación")
        }
    }

    func label(_ label: Sentiment.Label) -> String {
        switch label {
        case .negative: "negativa"
        case .neutral: "neutra"
        case .positive: "positiva"
        case .unscored: "sin valorar"
        }
    }

    func severity(_ severity: Alert.Severity) -> String {
        switch severity {
        case .info: "información"
        case .warning: "advertencia"
        case .critical: "crítico"
        }
    }
}

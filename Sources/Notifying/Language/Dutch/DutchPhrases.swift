import Model

/// Dutch, to people who are addressed as “u”.
struct DutchPhrases: TellingAnew {
    var language: LetterLanguage { .dutch }
    var figures: Figures { Figures(decimalSign: ",", groupSign: ".") }
    var calendar: CalendarWords {
        CalendarWords(
            weekdays: ["zo", "ma", "di", "wo", "do", "vr", "za"],
            months: [
                "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
            ])
    }

    func percent(_ share: Double) -> String { figures.plain(share * 100, decimals: 0) + "%" }

    func quoted(_ text: String) -> String { "‘\(text)’" }

    func time(_ phrase: TimePhrase) -> String {
        switch phrase {
        case .duration(let number, let unit):
            switch unit {
            case .minute: counted(number, "minuut", "minuten")
            case .hour: counted(number, "uur", "uur")
            case .day: counted(number, "dag", "dagen")
            case .week: counted(number, "week", "weken")
            }
        case .days(let start, let end): "\(start) t/m \(end)"
        case .span(let start, let end): "\(start) tot \(end)"
        }
    }

    func count(_ phrase: CountPhrase) -> String {
        switch phrase {
        case .mentions(let count): counted(count, "vermelding", "vermeldingen")
        case .alerts(let count): counted(count, "melding", "meldingen")
        case .negative(let count): "\(figures.count(count)) negatief"
        case .unanswered(let count): "\(figures.count(count)) onbeantwoord"
        case .severity(.critical, let count): "\(figures.count(count)) kritiek"
        case .severity(.warning, let count): counted(count, "waarschuwing", "waarschuwingen")
        case .severity(.info, let count): "\(figures.count(count)) ter informatie"
        case .new(let count, let kind, let span):
            new(count, kind, span.map { " in " + $0 } ?? "")
        case .about(let count, let isAll, let aspect):
            "\(isAll ? "alle" : figures.count(count)) over \(self.aspect(aspect).object)"
        case .averageStars(let mean): "gemiddeld \(figures.plain(mean, decimals: 1)) ★"
        }
    }

    private func new(_ count: Int, _ kind: BurstWording.Kind, _ span: String) -> String {
        if count == 0 { return "Geen vermelding" }
        if count == 1 { return "1 nieuwe vermelding" }
        let total = figures.count(count)
        return switch kind {
        case .complaints: "\(total) nieuwe klachten\(span)"
        case .negative: "\(total) nieuwe negatieve vermeldingen\(span)"
        case .positive: "\(total) nieuwe positieve vermeldingen\(span)"
        case .mixed(negative: 0): "\(total) nieuwe vermeldingen\(span)"
        case .mixed(let negative):
            "\(total) nieuwe vermeldingen\(span), waarvan \(self.count(.negative(negative)))"
        }
    }

    func aspect(_ aspect: Aspect) -> AspectWords {
        switch aspect {
        case .transparency: AspectWords(name: "openheid", object: "de openheid")
        case .reliability: AspectWords(name: "betrouwbaarheid", object: "de betrouwbaarheid")
        case .integrity: AspectWords(name: "eerlijkheid", object: "de eerlijkheid")
        case .authenticity: AspectWords(name: "echtheid", object: "de echtheid")
        case .care: AspectWords(name: "omgang met klanten", object: "de omgang met klanten")
        case .value:
            AspectWords(name: "prijs-kwaliteitverhouding", object: "de prijs-kwaliteitverhouding")
        case .privacy: AspectWords(name: "privacybescherming", object: "de privacybescherming")
        case .product: AspectWords(name: "productkwaliteit", object: "het product")
        case .staff: AspectWords(name: "personeel", object: "het personeel")
        case .delivery: AspectWords(name: "bezorging", object: "de bezorging")
        case .place: AspectWords(name: "locatie", object: "de locatie")
        case .price: AspectWords(name: "prijs", object: "de prijs")
        case .website: AspectWords(name: "website", object: "de website")
        case .billing: AspectWords(name: "facturering", object: "de facturering")
        }
    }

    func label(_ label: Sentiment.Label) -> String {
        switch label {
        case .negative: "negatief"
        case .neutral: "neutraal"
        case .positive: "positief"
        case .unscored: "niet beoordeeld"
        }
    }

    func severity(_ severity: Alert.Severity) -> String {
        switch severity {
        case .info: "informatie"
        case .warning: "waarschuwing"
        case .critical: "kritiek"
        }
    }
}

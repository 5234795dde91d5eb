import Model

/// German, to people who are addressed as “Sie”.
struct GermanPhrases: TellingAnew {
    var language: LetterLanguage { .german }
    var figures: Figures { Figures(decimalSign: ",", groupSign: ".") }
    var calendar: CalendarWords {
        CalendarWords(
            weekdays: ["So.", "Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa."],
            months: [
                "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.",
                "Nov.", "Dez.",
            ], weekdayEnd: ", ", dayEnd: ". ")
    }

    func percent(_ share: Double) -> String {
        figures.plain(share * 100, decimals: 0) + "\u{A0}%"
    }

    func quoted(_ text: String) -> String { "„\(text)“" }

    /// Lengths are datives, as they stand behind “seit”, “nach”, “in” and “innerhalb von”.
    func time(_ phrase: TimePhrase) -> String {
        switch phrase {
        case .duration(let number, let unit):
            switch unit {
            case .minute: counted(number, "Minute", "Minuten")
            case .hour: counted(number, "Stunde", "Stunden")
            case .day: counted(number, "Tag", "Tagen")
            case .week: counted(number, "Woche", "Wochen")
            }
        case .days(let start, let end), .span(let start, let end): "\(start) bis \(end)"
        }
    }

    func count(_ phrase: CountPhrase) -> String {
        switch phrase {
        case .mentions(let count): counted(count, "Erwähnung", "Erwähnungen")
        case .alerts(let count): counted(count, "Alarm", "Alarme")
        case .negative(let count): "\(figures.count(count)) negativ"
        case .unanswered(let count): "\(figures.count(count)) unbeantwortet"
        case .severity(.critical, let count): "\(figures.count(count)) kritisch"
        case .severity(.warning, let count): counted(count, "Warnung", "Warnungen")
        case .severity(.info, let count): "\(figures.count(count)) zur Information"
        case .new(let count, let kind, let span):
            new(count, kind, span.map { " in " + $0 } ?? "")
        case .about(let count, let isAll, let aspect):
            "\(isAll ? "alle" : figures.count(count)) \(isAll || count != 1 ? "betreffen" : "betrifft") "
                + self.aspect(aspect).object
        case .averageStars(let mean): "im Schnitt \(figures.plain(mean, decimals: 1)) ★"
        }
    }

    private func new(_ count: Int, _ kind: BurstWording.Kind, _ span: String) -> String {
        if count == 0 { return "Keine Erwähnung" }
        if count == 1 { return "1 neue Erwähnung" }
        let total = figures.count(count)
        return switch kind {
        case .complaints: "\(total) neue Beschwerden\(span)"
        case .negative: "\(total) neue negative Erwähnungen\(span)"
        case .positive: "\(total) neue positive Erwähnungen\(span)"
        case .mixed(negative: 0): "\(total) neue Erwähnungen\(span)"
        case .mixed(let negative):
            "\(total) neue Erwähnungen\(span), \(figures.count(negative)) davon negativ"
        }
    }

    /// The object is an accusative.
    func aspect(_ aspect: Aspect) -> AspectWords {
        switch aspect {
        case .transparency: AspectWords(name: "Transparenz", object: "die Transparenz")
        case .reliability: AspectWords(name: "Zuverlässigkeit", object: "die Zuverlässigkeit")
        case .integrity: AspectWords(name: "Ehrlichkeit", object: "die Ehrlichkeit")
        case .authenticity: AspectWords(name: "Echtheit", object: "die Echtheit")
        case .care: AspectWords(name: "Umgang mit Kunden", object: "den Umgang mit Kunden")
        case .value:
            AspectWords(
                name: "Preis-Leistungs-Verhältnis", object: "das Preis-Leistungs-Verhältnis")
        case .privacy: AspectWords(name: "Datenschutz", object: "den Datenschutz")
        case .product: AspectWords(name: "Produkt", object: "das Produkt")
        case .staff: AspectWords(name: "Personal", object: "das Personal")
        case .delivery: AspectWords(name: "Lieferung", object: "die Lieferung")
        case .place: AspectWords(name: "Räumlichkeiten", object: "die Räumlichkeiten")
        case .price: AspectWords(name: "Preis", object: "den Preis")
        case .website: AspectWords(name: "Website", object: "die Website")
        case .billing: AspectWords(name: "Abrechnung", object: "die Abrechnung")
        }
    }

    func label(_ label: Sentiment.Label) -> String {
        switch label {
        case .negative: "negativ"
        case .neutral: "neutral"
        case .positive: "positiv"
        case .unscored: "unbewertet"
        }
    }

    func severity(_ severity: Alert.Severity) -> String {
        switch severity {
        case .info: "Information"
        case .warning: "Warnung"
        case .critical: "kritisch"
        }
    }
}

import Model

/// Italian, to people who are addressed without “tu”.
struct ItalianPhrases: TellingAnew {
    var language: LetterLanguage { .italian }
    var figures: Figures { Figures(decimalSign: ",", groupSign: ".") }
    var calendar: CalendarWords {
        CalendarWords(
            weekdays: ["dom", "lun", "mar", "mer", "gio", "ven", "sab"],
            months: [
                "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic",
            ])
    }

    func percent(_ share: Double) -> String { figures.plain(share * 100, decimals: 0) + "%" }

    func quoted(_ text: String) -> String { "«\(text)»" }

    func time(_ phrase: TimePhrase) -> String {
        switch phrase {
        case .duration(let number, let unit):
            switch unit {
            case .minute: counted(number, "minuto", "minuti")
            case .hour: counted(number, "ora", "ore")
            case .day: counted(number, "giorno", "giorni")
            case .week: counted(number, "settimana", "settimane")
            }
        case .days(let start, let end), .span(let start, let end): "da \(start) a \(end)"
        }
    }

    func count(_ phrase: CountPhrase) -> String {
        switch phrase {
        case .mentions(let count): counted(count, "menzione", "menzioni")
        case .alerts(let count): counted(count, "avviso", "avvisi")
        case .negative(let count): "\(figures.count(count)) \(form(count, "negativa", "negative"))"
        case .unanswered(let count): "\(figures.count(count)) senza risposta"
        case .severity(.critical, let count): counted(count, "critico", "critici")
        case .severity(.warning, let count): counted(count, "avvertimento", "avvertimenti")
        case .severity(.info, let count): "\(figures.count(count)) per informazione"
        case .new(let count, let kind, let span):
            new(count, kind, span.map { " in " + $0 } ?? "")
        case .about(let count, let isAll, let aspect):
            (isAll
                ? "tutte riguardano "
                : "\(figures.count(count)) \(form(count, "riguarda", "riguardano")) ")
                + self.aspect(aspect).object
        case .averageStars(let mean): "\(figures.plain(mean, decimals: 1)) ★ in media"
        }
    }

    private func new(_ count: Int, _ kind: BurstWording.Kind, _ span: String) -> String {
        if count == 0 { return "Nessuna menzione" }
        if count == 1 { return "1 nuova menzione" }
        return switch kind {
        case .complaints: counted(count, "nuovo reclamo", "nuovi reclami") + span
        case .negative:
            counted(count, "nuova menzione negativa", "nuove menzioni negative") + span
        case .positive:
            counted(count, "nuova menzione positiva", "nuove menzioni positive") + span
        case .mixed(negative: 0): counted(count, "nuova menzione", "nuove menzioni") + span
        case .mixed(let negative):
            counted(count, "nuova menzione", "nuove menzioni") + span
                + ", di cui \(self.count(.negative(negative)))"
        }
    }

    func aspect(_ aspect: Aspect) -> AspectWords {
        switch aspect {
        case .transparency: AspectWords(name: "trasparenza", object: "la trasparenza")
        case .reliability: AspectWords(name: "affidabilità", object: "l’affidabilità")
        case .integrity: AspectWords(name: "onestà", object: "l’onestà")
        case .authenticity: AspectWords(name: "autenticità", object: "l’autenticità")
        case .care: AspectWords(name: "attenzione ai clienti", object: "l’attenzione ai clienti")
        case .value:
            AspectWords(name: "rapporto qualità-prezzo", object: "il rapporto qualità-prezzo")
        case .privacy: AspectWords(name: "riservatezza", object: "la riservatezza")
        case .product: AspectWords(name: "prodotto", object: "il prodotto")
        case .staff: AspectWords(name: "personale", object: "il personale")
        case .delivery: AspectWords(name: "consegna", object: "la consegna")
        case .place: AspectWords(name: "locale", object: "il locale")
        case .price: AspectWords(name: "prezzo", object: "il prezzo")
        case .website: AspectWords(name: "sito web", object: "il sito web")
        case .billing: AspectWords(name: "fatturazione", object: "la fatturazione")
        }
    }

    func label(_ label: Sentiment.Label) -> String {
        switch label {
        case .negative: "negativa"
        case .neutral: "neutra"
        case .positive: "positiva"
        case .unscored: "non valutata"
        }
    }

    func severity(_ severity: Alert.Severity) -> String {
        switch severity {
        case .info: "informazione"
        case .warning: "avvertimento"
        case .critical: "critico"
        }
    }
}

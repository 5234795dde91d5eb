import Model

/// French, to people who are addressed as “vous”.
struct FrenchPhrases: TellingAnew {
    var language: LetterLanguage { .french }
    var figures: Figures { Figures(decimalSign: ",", groupSign: "\u{202F}") }
    var calendar: CalendarWords {
        CalendarWords(
            weekdays: ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."],
            months: [
                "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.",
                "nov.", "déc.",
            ])
    }

    // No line is broken at the blanks in front of them; that of the semicolon is a narrow one.
    var colon: String { "\u{A0}: " }
    var semicolon: String { "\u{202F}; " }

    func percent(_ share: Double) -> String {
        figures.plain(share * 100, decimals: 0) + "\u{A0}%"
    }

    func quoted(_ text: String) -> String { "«\u{A0}\(text)\u{A0}»" }

    func time(_ phrase: TimePhrase) -> String {
        switch phrase {
        case .duration(let number, let unit):
            switch unit {
            case .minute: counted(number, "minute", "minutes")
            case .hour: counted(number, "heure", "heures")
            case .day: counted(number, "jour", "jours")
            case .week: counted(number, "semaine", "semaines")
            }
        case .days(let start, let end), .span(let start, let end): "du \(start) au \(end)"
        }
    }

    func count(_ phrase: CountPhrase) -> String {
        switch phrase {
        case .mentions(let count): counted(count, "mention", "mentions")
        case .alerts(let count): counted(count, "alerte", "alertes")
        case .negative(let count): "\(figures.count(count)) \(form(count, "négative", "négatives"))"
        case .unanswered(let count): "\(figures.count(count)) sans réponse"
        case .severity(.critical, let count): counted(count, "critique", "critiques")
        case .severity(.warning, let count): counted(count, "avertissement", "avertissements")
        case .severity(.info, let count): "\(figures.count(count)) pour information"
        case .new(let count, let kind, let span):
            new(count, kind, span.map { " en " + $0 } ?? "")
        case .about(let count, let isAll, let aspect):
            (isAll
                ? "toutes concernent "
                : "\(figures.count(count)) \(form(count, "concerne", "concernent")) ")
                + self.aspect(aspect).object
        case .averageStars(let mean): "\(figures.plain(mean, decimals: 1)) ★ en moyenne"
        }
    }

    private func new(_ count: Int, _ kind: BurstWording.Kind, _ span: String) -> String {
        if count == 0 { return "Aucune mention" }
        if count == 1 { return "1 nouvelle mention" }
        return switch kind {
        case .complaints: counted(count, "nouvelle plainte", "nouvelles plaintes") + span
        case .negative:
            counted(count, "nouvelle mention négative", "nouvelles mentions négatives") + span
        case .positive:
            counted(count, "nouvelle mention positive", "nouvelles mentions positives") + span
        case .mixed(negative: 0): counted(count, "nouvelle mention", "nouvelles mentions") + span
        case .mixed(let negative):
            counted(count, "nouvelle mention", "nouvelles mentions") + span
                + ", dont \(self.count(.negative(negative)))"
        }
    }

    func aspect(_ aspect: Aspect) -> AspectWords {
        switch aspect {
        case .transparency: AspectWords(name: "transparence", object: "la transparence")
        case .reliability: AspectWords(name: "fiabilité", object: "la fiabilité")
        case .integrity: AspectWords(name: "honnêteté", object: "l’honnêteté")
        case .authenticity: AspectWords(name: "authenticité", object: "l’authenticité")
        case .care: AspectWords(name: "attention aux clients", object: "l’attention aux clients")
        case .value:
            AspectWords(name: "rapport qualité-prix", object: "le rapport qualité-prix")
        case .privacy: AspectWords(name: "vie privée", object: "la vie privée")
        case .product: AspectWords(name: "produit", object: "le produit")
        case .staff: AspectWords(name: "personnel", object: "le personnel")
        case .delivery: AspectWords(name: "livraison", object: "la livraison")
        case .place: AspectWords(name: "lieu", object: "le lieu")
        case .price: AspectWords(name: "prix", object: "le prix")
        case .website: AspectWords(name: "site web", object: "le site web")
        case .billing: AspectWords(name: "facturation", object: "la facturation")
        }
    }

    func label(_ label: Sentiment.Label) -> String {
        switch label {
        case .negative: "négatif"
        case .neutral: "neutre"
        case .positive: "positif"
        case .unscored: "non évalué"
        }
    }

    func severity(_ severity: Alert.Severity) -> String {
        switch severity {
        case .info: "information"
        case .warning: "avertissement"
        case .critical: "critique"
        }
    }
}

import Model

/// English.
struct EnglishPhrases: PhraseBook {
    var language: LetterLanguage { .english }
    var figures: Figures { .english }
    var calendar: CalendarWords { .english }

    func percent(_ share: Double) -> String { figures.plain(share * 100, decimals: 0) + " %" }

    func quoted(_ text: String) -> String { EnglishVerdict().quoted(text) }
    func verdict(_ phrase: VerdictPhrase) -> String { EnglishVerdict().verdict(phrase) }
    func rule(_ clause: ScoringClause) -> String { EnglishVerdict().rule(clause) }
    func scoringRule(_ rule: String) -> String? { rule }

    func time(_ phrase: TimePhrase) -> String {
        switch phrase {
        case .duration(let number, let unit):
            switch unit {
            case .minute: counted(number, "minute", "minutes")
            case .hour: counted(number, "hour", "hours")
            case .day: counted(number, "day", "days")
            case .week: counted(number, "week", "weeks")
            }
        case .days(let start, let end), .span(let start, let end): "\(start) to \(end)"
        }
    }

    func count(_ phrase: CountPhrase) -> String {
        switch phrase {
        case .mentions(let count): counted(count, "mention", "mentions")
        case .alerts(let count): counted(count, "alert", "alerts")
        case .negative(let count): "\(figures.count(count)) negative"
        case .unanswered(let count): "\(figures.count(count)) unanswered"
        case .severity(.critical, let count): "\(figures.count(count)) critical"
        case .severity(.warning, let count): counted(count, "warning", "warnings")
        case .severity(.info, let count): "\(figures.count(count)) for information"
        case .new(let count, let kind, let span):
            new(count, kind, span.map { " in " + $0 } ?? "")
        case .about(let count, let isAll, let aspect):
            "\(isAll ? "all" : figures.count(count)) about \(self.aspect(aspect).object)"
        case .averageStars(let mean): "\(figures.plain(mean, decimals: 1)) ★ on average"
        }
    }

    private func new(_ count: Int, _ kind: BurstWording.Kind, _ span: String) -> String {
        if count == 0 { return "No mention" }
        if count == 1 { return "1 new mention" }
        let total = figures.count(count)
        return switch kind {
        case .complaints: "\(total) new complaints\(span)"
        case .negative: "\(total) new negative mentions\(span)"
        case .positive: "\(total) new positive mentions\(span)"
        case .mixed(negative: 0): "\(total) new mentions\(span)"
        case .mixed(let negative):
            "\(total) new mentions\(span), \(figures.count(negative)) of them negative"
        }
    }

    func aspect(_ aspect: Aspect) -> AspectWords {
        let name =
            switch aspect {
            case .value: "value for money"
            case .care: "how people were treated"
            default: aspect.rawValue
            }
        return AspectWords(name: name, object: name)
    }
}

extension CalendarWords {
    static let english = CalendarWords(
        weekdays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
        months: [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ])
}

import FoundationEssentials
import Model

/// The words of one language, all that a letter or a message says of its own.
///
/// Every phrase is a case of an enumeration, which each language answers with a `switch`: one that is
/// missing in a language does not compile. Names, texts of strangers and times come in as they are to be
/// shown; numbers come in as numbers, since they decide the form of the words.
protocol PhraseBook: VerdictPhrases {
    var language: LetterLanguage { get }
    var figures: Figures { get }
    var calendar: CalendarWords { get }

    /// A share of 0 to 1 in whole percents.
    func percent(_ share: Double) -> String
    func label(_ label: Sentiment.Label) -> String
    func severity(_ severity: Alert.Severity) -> String
    func time(_ phrase: TimePhrase) -> String
    func count(_ phrase: CountPhrase) -> String
    func aspect(_ aspect: Aspect) -> AspectWords
    func mention(_ phrase: MentionPhrase) -> String
    func title(_ phrase: TitlePhrase) -> String
    func note(_ phrase: NotePhrase) -> String
    func digest(_ phrase: DigestPhrase) -> String
    func change(_ phrase: ChangePhrase) -> String
    func source(_ phrase: SourcePhrase) -> String
    func channel(_ phrase: ChannelPhrase) -> String
    func chat(_ phrase: ChatPhrase) -> String
    /// Why an alert was made, as a clause or sentence that begins with a small letter where it may.
    func why(_ alert: AlertFacts) -> String
    /// A fact that a severity was weighed by, such as `strong words`.
    func fact(_ fact: Weighing.Fact) -> String
    /// A rule of the scorer as it stands behind a word that counted; nil where there are no words for it.
    func scoringRule(_ rule: String) -> String?
    /// What is said of sources behind their names, such as `can't be reached`.
    func predicate(_ kind: SourceNotice.Kind, count: Int) -> String
    /// What a notice on a source means and what to do, as sentences; `detail` is the stored English.
    func meaning(of kind: SourceNotice.Kind, detail: String) -> String
}

extension PhraseBook {
    /// The text with blanks that no line is broken at where marks of the language want some; for a text
    /// that was made one line of plain blanks.
    func bound(_ text: String) -> String {
        guard language == .french else { return text }
        let marked = [(" :", "\u{A0}:"), (" ;", "\u{202F};"), ("« ", "«\u{A0}"), (" »", "\u{A0}»")]
            .reduce(text) { $0.replacing($1.0, with: $1.1) }
        return withBoundDigits(marked)
    }

    /// With the blanks between a digit and three others narrow, as between thousands.
    private func withBoundDigits(_ text: String) -> String {
        let characters = Array(text)
        func isDigit(_ index: Int) -> Bool {
            characters.indices.contains(index) && ("0"..."9").contains(characters[index])
        }
        var bound = ""
        for (index, character) in characters.enumerated() {
            let isInside =
                character == " " && isDigit(index - 1) && (1...3).allSatisfy { isDigit(index + $0) }
                && !isDigit(index + 4)
            bound.append(isInside ? "\u{202F}" : character)
        }
        return bound
    }

    /// A colon at the end of a line.
    var colonMark: String { String(colon.dropLast()) }

    /// The number with its noun in the right form, such as `1 mention`.
    func counted(_ number: Int, _ one: String, _ other: String) -> String {
        let figure = figures.count(number)
        switch language.plural(number) {
        case .one: return "\(figure) \(one)"
        case .other: return "\(figure) \(other)"
        case .many:
            let isElided =
                language == .french && (other.first.map { "aeiouéè".contains($0) } ?? false)
            let link = language == .italian ? "di " : isElided ? "d’" : "de "
            return "\(figure) \(link)\(other)"
        }
    }

    /// One of two forms by a number that is not told.
    func form(_ number: Int, _ one: String, _ other: String) -> String {
        language.plural(number) == .one ? one : other
    }

    /// How a severity came about, with its parts; the stored English where it can't be read.
    func weighing(_ severity: Alert.Severity, stored: String) -> String {
        guard let weighing = Weighing(parsing: stored) else {
            return self.severity(severity) + semicolon + note(.inEnglish(stored))
        }
        let parts = weighing.parts.map { "\(fact($0.fact)) (\($0.sign))" }
        return note(.weighed(severity, worstOf: weighing.worstOf)) + colon
            + parts.joined(separator: ", ")
    }

    /// A length of time as people say it; see `DurationWords`.
    func duration(_ seconds: Double) -> String {
        let (number, unit) = DurationWords.parts(seconds)
        return time(.duration(number, unit))
    }

    func signed(_ value: Double, places: Int) -> String {
        figures.localized(SignedFigure.text(value, places: places))
    }
}

extension PhraseBook {
    /// By the clause that a verdict has for it; rules in English words of their own are left out.
    func scoringRule(_ rule: String) -> String? {
        switch ScoringClause(rule, in: self) {
        case .other: nil
        case let clause: self.rule(clause)
        }
    }
}

/// The words of a language other than that of stored sentences, which it tells anew.
protocol TellingAnew: PhraseBook {
    /// What a notice says beyond its kind, as sentences; empty where that is nothing.
    func finding(_ telling: NoticeTelling) -> String
    /// What trouble of this kind means for the owner, as sentences.
    func meaning(of kind: SourceNotice.Kind) -> String
}

extension TellingAnew {
    /// The stored English behind the meaning where it can't be read.
    func meaning(of kind: SourceNotice.Kind, detail: String) -> String {
        guard let telling = NoticeTelling(kind, detail: detail) else {
            return "\(meaning(of: kind)) \(note(.inEnglish(detail)).capitalizedFirst)"
        }
        let meaning = meaning(of: kind)
        let finding = finding(telling)
        return switch telling {
        case .returned: finding
        case .failing: (finding.isEmpty ? "" : finding + " ") + meaning
        default: finding.isEmpty ? meaning : meaning + " " + finding
        }
    }
}

extension LetterLanguage {
    /// The words of this language.
    var book: any PhraseBook {
        switch self {
        case .english: EnglishPhrases()
        case .german: GermanPhrases()
        case .french: FrenchPhrases()
        case .spanish: SpanishPhrases()
        case .italian: ItalianPhrases()
        case .dutch: DutchPhrases()
        }
    }
}

/// The names of days and months, and how a date is put together of them.
struct CalendarWords: Sendable {
    /// Short names, Sunday first.
    var weekdays: [String]
    /// Short names, January first.
    var months: [String]
    /// Between the day of the week and what follows it.
    var weekdayEnd = " "
    /// Behind the number of the day.
    var dayEnd = " "
}

/// What an aspect is called.
struct AspectWords {
    /// By itself, such as `delivery`.
    var name: String
    /// As the object of a sentence, with its article where the language has one there.
    var object: String
}

extension TransparencyPage {
    /// How a verdict comes about, and how far it may be believed.
    var judging: [ReportBlock] {
        let lexicon = facts.lexicon
        let languages = lexicon.entries.filter { $0.code != "emoji" }
        let total = lexicon.entries.reduce(0) { $0 + $1.entries }
        var blocks: [ReportBlock] = [
            .note(
                "Where the author gave a rating, the rating is the verdict: up to two stars of five are negative, "
                    + "three neutral, four and five positive. The words are judged too; where they say the "
                    + "opposite, the mention is marked for a person to look at."),
            .note(
                "Without a rating the words decide. A list gives words, phrases and emoji a value from −4 to +4; "
                    + "rules that can be read change it: negation, words such as “very” and “slightly”, "
                    + "what stands before and after a “but”. The values add up to a score from −1 to +1. "
                    + "No part of it is hidden: every verdict can be shown word by word."),
            .note(
                "The list is edition \(lexicon.edition): \(FigureText.count(total)) entries for "
                    + "\(languages.count) languages. A text in another language, or too short to tell, is "
                    + "left unscored; it is never guessed."),
            .table(labels), .table(entries),
        ]
        blocks.append(lexicon.words.isEmpty ? .note("The owner added no words.") : .table(words))
        blocks += limits
        if facts.accuracy.isEmpty {
            blocks.append(
                .note(
                    "How often verdicts on this business were right is not known yet: nobody has checked "
                        + "enough of them."))
        } else {
            blocks.append(.measures(facts.accuracy))
        }
        return blocks
    }

    private var labels: ReportTable {
        let rows: [(String, String, ReportTone)] = [
            (
                "negative", "a complaint: rated at most two stars, or the words are clearly bad",
                .negative
            ),
            ("neutral", "three stars, or words that weigh neither way", .neutral),
            (
                "positive", "praise: rated four or five stars, or the words are clearly good",
                .positive
            ),
            ("unscored", "no verdict; counted, but in no share", .plain),
            (
                "confidence",
                "0 to 1: how often a verdict of this kind was right when the list was measured",
                .plain
            ),
            (
                "aspects",
                "what the text speaks of (reliability, care, value, staff, price, …), each with a "
                    + "verdict from the words around its name", .plain
            ),
        ]
        return ReportTable(
            id: "labels", caption: "What the words mean",
            columns: [
                ReportTable.Column("word", "Word"), ReportTable.Column("meaning", "Meaning"),
            ],
            rows: rows.map { row in
                ReportTable.Row([ReportTable.Cell(row.0, tone: row.2), ReportTable.Cell(row.1)])
            })
    }

    private var entries: ReportTable {
        ReportTable(
            id: "lexicon", caption: "Entries of the list",
            columns: [
                ReportTable.Column("language", "Language"),
                ReportTable.Column("entries", "Entries", isNumeric: true),
            ],
            rows: facts.lexicon.entries.map { language in
                ReportTable.Row([
                    ReportTable.Cell(Self.name(ofLanguage: language.code)),
                    ReportTable.Cell(
                        FigureText.count(language.entries), value: Double(language.entries)),
                ])
            })
    }

    private var words: ReportTable {
        ReportTable(
            id: "own-words", caption: "Words that the owner changed",
            columns: [
                ReportTable.Column("term", "Word"),
                ReportTable.Column("valence", "Value", isNumeric: true),
                ReportTable.Column("language", "Language"),
            ],
            rows: facts.lexicon.words.map { word in
                let tone: ReportTone =
                    switch word.valence ?? 0 {
                    case ..<0: .negative
                    case 0: .plain
                    default: .positive
                    }
                return ReportTable.Row([
                    ReportTable.Cell(word.term),
                    ReportTable.Cell(
                        word.valence.map { SentimentText.signed($0) } ?? "counts for nothing",
                        value: word.valence, tone: tone),
                    ReportTable.Cell(word.language.map(Self.name) ?? "all"),
                ])
            })
    }

    private var limits: [ReportBlock] {
        [
            .note(
                "What it can't do: it misses irony, praise that is meant as blame, and what only pictures or "
                    + "earlier messages explain; it knows nothing of the author and checks no fact; it "
                    + "can't tell a genuine review from an invented one."),
            .note(
                "A verdict is a help for sorting. Whoever answers reads the mention itself, and may correct "
                    + "the verdict."),
        ]
    }

    /// English names of the languages that the lexicon may have; a code that is unknown stands for itself.
    private static func name(ofLanguage code: String) -> String {
        let names = [
            "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
            "fi": "Finnish", "fr": "French", "it": "Italian", "ja": "Japanese", "nl": "Dutch",
            "no": "Norwegian", "nb": "Norwegian", "pl": "Polish", "pt": "Portuguese",
            "sv": "Swedish", "tr": "Turkish", "zh": "Chinese", "cs": "Czech", "ro": "Romanian",
            "hu": "Hungarian", "ru": "Russian", "uk": "Ukrainian", "emoji": "Emoji, any language",
        ]
        return names[code].map { code == "emoji" ? $0 : "\($0) (\(code))" } ?? code
    }
}

import Model

/// One mention of a letter in words, the same in the text, the HTML and the subject.
struct MentionWording {
    /// A term that counted, with the rules that changed it.
    struct Word {
        /// As it stands in the text, else in the lexicon's spelling.
        var term: String
        var weight: Double
        var rules: [String]
    }

    /// How many of the words that counted are listed; the strongest are.
    static let wordLimit = 12

    /// How many characters of the verdict are shown: four terms and their rules have room.
    static let verdictLimit = 1000

    let mention: Mention
    let body: MarkedBody
    /// In the order of the text.
    let words: [Word]
    /// Words that counted but are not listed.
    let furtherWords: Int
    private let letter: Letter
    /// The words of the letter's language.
    var book: any PhraseBook { letter.book }

    /// The wording of `mention`, showing at most `textLimit` characters of its text.
    init(_ mention: Mention, in letter: Letter, textLimit: Int) {
        self.mention = mention
        self.letter = letter
        let all = mention.sentiment.contributions
        body = MarkedBody(mention.entry, contributions: all, limit: textLimit)
        let strongest = all.indices.sorted {
            (abs(all[$0].weight), $1) > (abs(all[$1].weight), $0)
        }
        let text = mention.entry.body
        words = strongest.prefix(Self.wordLimit).sorted().map { index in
            Word(
                term: Self.term(all[index], in: text), weight: all[index].weight,
                rules: all[index].rules.prefix(4).compactMap { rule in
                    letter.book.scoringRule(rule).map {
                        letter.book.bound(OneLine.text($0, limit: 80))
                    }
                })
        }
        furtherWords = all.count - words.count
    }

    var source: String { OneLine.text(letter.title(of: mention.source), limit: 80) }

    /// Who wrote it, nil where the source does not say.
    var author: String? { mention.entry.author.map { OneLine.text($0, limit: 80) } }

    /// When it was written, on the owner's clock.
    var time: String { letter.time(mention.occurredAt) }

    /// The brands by name; nil where that says no more than the business's own name.
    var about: String? {
        let names = mention.brands.map { OneLine.text(letter.name(of: $0.brand), limit: 80) }
        return names.isEmpty || names == [letter.business] ? nil : names.joined(separator: ", ")
    }

    /// Full stars of five, nil where the mention has no rating.
    var stars: Int? { mention.entry.rating.map { Int($0.stars.rounded()) } }

    /// `★★☆☆☆`, nil where the mention has no rating.
    var starRow: String? { stars.map(Self.row) }

    private static func row(_ stars: Int) -> String {
        let full = min(max(stars, 0), 5)
        return String(repeating: "★", count: full) + String(repeating: "☆", count: 5 - full)
    }

    /// What it said before the edit that is told; nil where none is.
    var earlier: Letter.Wording? { letter.edits[mention.id] }

    /// What it is, in a subject: the edit, the stars, else `Negative mention`.
    var kindName: String {
        editLine ?? starRow ?? book.mention(.kind(mention.sentiment.label))
    }

    /// The stars, else the verdict with a colon, in front of its first words.
    var lead: String { starRow ?? labelName.capitalizedFirst + book.colonMark }

    /// The verdict in one word.
    var labelName: String { book.label(mention.sentiment.label) }

    /// What the link to it says.
    func linkLabel(_ frame: MentionFrame) -> String {
        book.mention(frame.isToAnswer ? .answerOn(source) : .readOn(source))
    }

    /// `Edited from ★★★★★ to ★☆☆☆☆`, by verdict where it has no stars; nil where no edit is told.
    var editLine: String? {
        guard let earlier else { return nil }
        if let before = earlier.rating, let starRow {
            return book.mention(
                .editedStars(Self.row(Int(before.stars.rounded())), starRow))
        }
        let now = mention.sentiment.label
        return book.mention(
            earlier.label == now ? .editedWorse : .editedLabels(earlier.label, now))
    }

    /// When the edit was seen, on the owner's clock.
    var editTime: String? {
        earlier.map { letter.time($0.replacedAt) }
    }

    /// The earlier words, at most `limit` characters of them, and how many characters are left out.
    func earlierWords(limit: Int) -> (text: String, omitted: Int)? {
        guard let earlier else { return nil }
        let isRepeated = earlier.title.map { earlier.text?.hasPrefix($0) ?? false } ?? false
        let whole = ReadableText.cleaned(
            [isRepeated ? nil : earlier.title, earlier.text].compactMap { $0 }
                .joined(separator: "\n\n"))
        let shown = whole.prefix(limit)
        return (String(shown), whole.count - shown.count)
    }

    /// The sites that tell the same story, this mention's not among them; nil where there are none.
    var story: StoryWording? {
        letter.incidents[mention.id].flatMap { StoryWording($0, of: mention, in: letter) }
    }

    /// When it was found to be listed no more; nil while it is listed.
    var delisting: String? {
        mention.delistedAt.map {
            book.mention(.delisted(since: letter.time($0)))
        }
    }

    /// The rating on the scale of its source and in a word, such as `2 of 5, bad`.
    var rating: String? {
        guard let rating = mention.entry.rating, let stars else { return nil }
        let figures = book.figures
        return book.mention(
            .rating(figures.short(rating.value), of: figures.short(rating.max), stars: stars))
    }

    /// The verdict and its reasons in one sentence; in English the same that `repute explain` prints.
    var verdict: String {
        let sentence = VerdictSentence(
            mention.sentiment, rating: mention.entry.rating, body: mention.entry.body, in: book)
        return book.bound(OneLine.text(sentence.text, limit: Self.verdictLimit))
    }

    /// Where a person reads it: an http or https address without blanks, else nil.
    var link: String? { WebLink.checked(mention.entry.url) }

    /// The first words in quotes, for a subject or a list; nil where there is no text.
    func quote(limit: Int) -> String? {
        let entry = mention.entry
        let isRepeated = entry.title.map { entry.text?.hasPrefix($0) ?? false } ?? false
        let parts = [isRepeated ? nil : entry.title, entry.text].compactMap { $0 }
        let line = OneLine.text(
            parts.map { OneLine.text($0, limit: limit) }.joined(separator: " – "), limit: limit)
        return line.isEmpty ? nil : book.quoted(line)
    }

    /// The mention in one line: stars or verdict, source, first words.
    var line: String {
        "\(starRow ?? labelName) · \(source) · \(quote(limit: 60) ?? book.mention(.noText))"
    }

    private static func term(_ item: Contribution, in text: String) -> String {
        let utf8 = text.utf8
        guard item.span.lowerBound >= 0, !item.span.isEmpty, item.span.upperBound <= utf8.count,
            let lower = String.Index(
                utf8.index(text.startIndex, offsetBy: item.span.lowerBound), within: text),
            let upper = String.Index(
                utf8.index(text.startIndex, offsetBy: item.span.upperBound), within: text)
        else { return OneLine.text(item.term, limit: 60) }
        return OneLine.text(String(text[lower..<upper]), limit: 60)
    }
}

extension String {
    /// The text with its first letter in upper case.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

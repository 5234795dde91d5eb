import Model
import TextProcessing

/// Judged texts and how the engine judges them with the lines that were accepted so far.
struct SuggestionTrial {
    let texts: [JudgedText]
    /// The language that each text was read in; nil where it is not known.
    let languages: [String?]
    /// The words of each text, and pairs of words that follow each other, each once.
    let terms: [Set<String>]
    private var labels: [Sentiment.Label]
    private var lexicon: Lexicon

    init(lexicon: Lexicon, texts: [JudgedText]) {
        self.texts = texts
        self.lexicon = lexicon
        let verdicts = texts.map { Self.verdict(on: $0, by: lexicon) }
        labels = verdicts.map(\.label)
        languages = verdicts.map(\.language)
        terms = texts.map { Self.terms(of: $0.text) }
    }

    /// Whether the engine judges a text otherwise than the person.
    func isWrong(_ place: Int) -> Bool { labels[place] != texts[place].label }

    /// The mentions that a line of an overlay mends and breaks among the texts at these places, in the
    /// order of their numbers; none for a line that no overlay can have.
    func changes(by line: String, texts places: [Int]) -> (mended: [MentionID], broken: [MentionID])
    {
        guard let changed = adding(line) else { return ([], []) }
        var (mended, broken): ([MentionID], [MentionID]) = ([], [])
        for place in places {
            let judged = texts[place]
            let label = Self.verdict(on: judged, by: changed).label
            guard label != labels[place] else { continue }
            if label == judged.label { mended.append(judged.mention) }
            if labels[place] == judged.label { broken.append(judged.mention) }
        }
        return (mended.sorted(), broken.sorted())
    }

    /// Puts a line in force; it stands in the texts at these places and in no others.
    mutating func accept(_ line: String, texts places: [Int]) {
        guard let changed = adding(line) else { return }
        lexicon = changed
        for place in places { labels[place] = Self.verdict(on: texts[place], by: changed).label }
    }

    private func adding(_ line: String) -> Lexicon? {
        (try? LexiconOverlay(parsing: line, file: "proposal")).map(lexicon.adding)
    }

    private static func verdict(on judged: JudgedText, by lexicon: Lexicon) -> Verdict {
        SentimentScorer(lexicon: lexicon).verdict(
            text: judged.text, language: judged.language, genre: judged.genre)
    }

    private static func terms(of text: String) -> Set<String> {
        let bytes = Array(text.utf8)
        var terms: Set<String> = []
        var former: String?
        for token in Tokenizer.tokens(in: text) {
            guard token.kind == .word, token.end - token.start <= longestWord else {
                former = nil
                continue
            }
            let word = String(decoding: bytes[token.start..<token.end], as: UTF8.self).lowercased()
            if word.count >= shortestWord { terms.insert(word) }
            if let former { terms.insert(former + " " + word) }
            former = word
        }
        return terms
    }

    /// In characters; what is shorter is hardly an opinion, alone.
    private static let shortestWord = 3
    /// In bytes.
    private static let longestWord = 60
}

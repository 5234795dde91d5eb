import Model
import Reporting
import Scoring

/// Tags texts with marked aspects and compares.
struct AspectEvaluationRun {
    let scorer: SentimentScorer
    /// The language of all texts; nil guesses.
    var language: String?
    var genre: Genre?
    var map = AspectCategoryMap()

    /// What all of `files` say together; blocks.
    func page(of files: [String]) throws -> AspectEvaluationPage {
        var evaluation = AspectEvaluation()
        for file in files {
            let table = try Self.text(of: file)
            let examples = try AspectExample.examples(parsing: table, file: file, map: map)
            add(examples, to: &evaluation)
        }
        return AspectEvaluationPage(evaluation: evaluation)
    }

    /// Everything in a file, or in standard input for `-`; what is not UTF-8 is mended.
    static func text(of file: String) throws(CommandFailure) -> String {
        let input = file == "-" ? .standardInput : try FileDescriptor.opened(file)
        defer { if file != "-" { input.close() } }
        var bytes: [UInt8] = []
        while try input.read(into: &bytes, atMost: 1 << 20) > 0 {}
        return String(decoding: bytes, as: UTF8.self)
    }

    private func add(_ examples: [AspectExample], to evaluation: inout AspectEvaluation) {
        var order: [String] = []
        var texts: [String: [AspectExample]] = [:]
        for example in examples {
            if texts[example.text] == nil { order.append(example.text) }
            texts[example.text, default: []].append(example)
        }
        for text in order {
            let sentiment = scorer.score(text: text, language: language, genre: genre)
            let tagged = AspectTagger.aspects(
                in: text, language: sentiment.language ?? language,
                contributions: sentiment.contributions)
            let marks = (texts[text] ?? []).map { example in
                AspectEvaluation.Mark(
                    aspects: example.aspects, label: example.label,
                    given: given(example, sentiment, tagged))
            }
            evaluation.add(marks, tagged: tagged)
        }
    }

    /// What the tagger says where it is told what to look at: at the marked words, else of the aspect,
    /// else of the whole text.
    private func given(
        _ example: AspectExample, _ sentiment: Sentiment, _ tagged: [AspectOpinion]
    ) -> Sentiment.Label? {
        if let term = example.term, let range = example.text.firstRange(of: term) {
            let bytes = example.text.utf8
            let start = bytes.distance(from: bytes.startIndex, to: range.lowerBound)
            return AspectTagger.opinion(
                at: start..<start + term.utf8.count, in: example.text,
                language: sentiment.language ?? language, contributions: sentiment.contributions
            ).label
        }
        guard !example.aspects.isEmpty else { return nil }
        let wanted = example.aspects.lazy.compactMap { aspect in
            tagged.first { $0.aspect == aspect }
        }
        return wanted.first?.label ?? sentiment.textLabel
    }
}

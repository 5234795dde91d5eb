import ArgumentParser
import Assembly
import Reporting
import Scoring

/// The command `repute score`.
struct ScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Scores texts from standard input, one a line, as one JSON object a line.",
        discussion: """
            Every line gets an object, also an empty one:
            {"score":-0.82,"label":"negative","confidence":0.91}. The score goes from -1 to 1; the \
            label unscored means that there is no verdict. Bytes that are no UTF-8 are mended.

            Examples:
              echo "Never again." | repute score
              repute score --explain < reviews.txt > scores.jsonl
              repute score --language de < bewertungen.txt
            """)

    @Flag(help: "Add the language, the lexicon and the words that counted.")
    var explain = false

    @Option(
        help: ArgumentHelp(
            "The language of all texts; guessed for each unless given.", valueName: "code"))
    var language: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let scorer = try await Workplace.openOrStandalone(options).assembly.scorer
        let language = language?.lowercased()
        let stream = Self.stream(by: scorer, language: language, explains: explain)
        if FileDescriptor.standardInput.isTerminal {
            Console.complain("reading texts from the terminal, one a line; end with Ctrl-D")
        }
        try await onOwnThread { try Self.copy(through: stream) }
    }

    /// The stream of the verdicts of `scorer`.
    static func stream(
        by scorer: SentimentScorer, language: String?, explains: Bool
    ) -> ScoreStream {
        guard !explains else {
            return ScoreStream { text, json in
                ScoreLine.write(scorer.score(text: text, language: language), to: &json)
            }
        }
        return ScoreStream { text, json in
            let verdict = scorer.verdict(text: text, language: language)
            ScoreLine.write(
                score: verdict.score, label: verdict.label, confidence: verdict.confidence,
                to: &json)
        }
    }

    /// Reads standard input to its end and writes the answers.
    private static func copy(through stream: ScoreStream) throws {
        var stream = stream
        var bytes: [UInt8] = []
        while try FileDescriptor.standardInput.read(into: &bytes, atMost: 1 << 18) > 0 {
            try FileDescriptor.standardOutput.write(stream.answers(to: bytes))
            bytes.removeAll(keepingCapacity: true)
        }
        try FileDescriptor.standardOutput.write(stream.end())
    }
}

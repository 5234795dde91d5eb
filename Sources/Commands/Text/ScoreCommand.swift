import ArgumentParser
import Assembly
import Model
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
              repute score --language de --genre review < bewertungen.txt
            """)

    @Flag(help: "Add the language, the lexicon and the words that counted.")
    var explain = false

    @Option(
        help: ArgumentHelp(
            "The language of all texts; guessed for each unless given.", valueName: "code"))
    var language: String?

    @Option(help: "The kind of all texts; any kind unless given.")
    var genre: Genre?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let scorer = try await Workplace.openOrStandalone(options).assembly.scorer
        let language = language?.lowercased()
        let stream = Self.stream(by: scorer, language: language, genre: genre, explains: explain)
        if FileDescriptor.standardInput.isTerminal {
            Console.complain("reading texts from the terminal, one a line; end with Ctrl-D")
        }
        try await onOwnThread { try Self.copy(through: stream) }
    }

    /// The stream of the verdicts of `scorer`.
    static func stream(
        by scorer: SentimentScorer, language: String?, genre: Genre? = nil, explains: Bool
    ) -> ScoreStream {
        ScoreStream {
            let session = ScoringSession(scorer, language: language, genre: genre)
            guard !explains else {
                return { line, json in
                    session.explain(line) { ScoreLine.write($0, to: &json) }
                }
            }
            return { line, json in
                let verdict = session.verdict(of: line)
                ScoreLine.write(
                    score: verdict.score, label: verdict.label, confidence: verdict.confidence,
                    to: &json)
            }
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

import ArgumentParser
import Assembly
import Model
import Reporting
import Scoring

/// The command `repute lexicon eval`.
struct LexiconEvalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Measures the scorer on texts that people labelled.",
        discussion: """
            A file is a table of tab-separated columns without quoting. Its first line names them, in \
            any order: label (negative, neutral or positive) and text have to be there; rating (a \
            number), lang (a language code) and source may be; others are passed over.

            For every source, or file where none is named, and in the mean of them: accuracy; macro-F1 \
            over the labels that occur; precision, recall and F1 of negatives; AUC of negatives \
            against the rest; recall of negatives at a precision of 0.8; the share of texts without \
            verdict, which count as neutral; how often text and rating are opposite; how far the stated \
            confidence is from the share right. Overlays of the configuration count.

            Examples:
              repute lexicon eval labelled.tsv
              repute lexicon eval --genre review --mistakes 20 reviews.tsv
              repute lexicon eval --by lang --format json *.tsv
            """)

    @Argument(help: "Files of labelled texts, or - for standard input.", completion: .file())
    var files: [String]

    @Option(help: ArgumentHelp("The language of all texts.", valueName: "code"))
    var language: String?

    @Flag(help: "Guess the language of each text, whatever the column lang says.")
    var guessLanguage = false

    @Option(help: "The kind of all texts; any kind unless given.")
    var genre: Genre?

    @Option(help: "By what the figures are told apart.")
    var by = EvaluationRun.Grouping.source

    @Option(help: ArgumentHelp("Only the first texts of each file.", valueName: "count"))
    var limit: Int?

    @Option(help: ArgumentHelp("Show so many of the surest mistakes.", valueName: "count"))
    var mistakes = 0

    @Flag(help: "The files mark aspects: columns aspect_category, aspect_polarity, text, term.")
    var aspects = false

    @Option(
        help: ArgumentHelp("What aspect each category stands for.", valueName: "file"),
        completion: .file())
    var map: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit is at least 1.") }
        guard (0...10_000).contains(mistakes) else {
            throw ValidationError("--mistakes is from 0 to 10000.")
        }
        if map != nil, !aspects { throw ValidationError("--map goes with --aspects.") }
        if language != nil, guessLanguage {
            throw ValidationError("--language and --guess-language exclude each other.")
        }
    }

    func run() async throws {
        let workplace = try await Workplace.openOrStandalone(options)
        if aspects { return try await printAspects(in: workplace) }
        var run = EvaluationRun(scorer: workplace.assembly.scorer, mistakeLimit: mistakes)
        run.language = language?.lowercased()
        run.guessesLanguage = guessLanguage
        run.genre = genre
        run.grouping = by
        run.limit = limit
        let (files, prepared) = (files, run)
        let page = try await onOwnThread { try Self.page(of: files, by: prepared) }
        try await workplace.console.print(page.rendered(as: options.format, for: workplace.reader))
    }

    private func printAspects(in workplace: Workplace) async throws {
        var run = AspectEvaluationRun(scorer: workplace.assembly.scorer)
        run.language = language?.lowercased()
        run.genre = genre
        let (files, map, prepared) = (files, map, run)
        let page = try await onOwnThread {
            var run = prepared
            if let map {
                run.map = try AspectCategoryMap(
                    parsing: AspectEvaluationRun.text(of: map), file: map)
            }
            return try run.page(of: files)
        }
        try await workplace.console.print(page.rendered(as: options.format, for: workplace.reader))
    }

    /// Reads all files; blocks.
    static func page(of files: [String], by run: EvaluationRun) throws -> EvaluationPage {
        let progress = Progress()
        defer { progress.clear() }
        var run = run
        for file in files {
            let input = file == "-" ? .standardInput : try FileDescriptor.opened(file)
            defer { if file != "-" { input.close() } }
            try run.read(input, file: file) { progress.show("\(file): \($0) texts scored") }
        }
        return EvaluationPage(groups: run.groups, mistakes: run.mistakes.mistakes)
    }
}

extension EvaluationRun.Grouping: ExpressibleByArgument {}

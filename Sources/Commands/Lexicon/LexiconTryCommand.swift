import ArgumentParser
import Assembly
import Model
import Monitor
import Reporting
import Scoring
import Settings
import Storage

/// The command `repute lexicon try`.
struct LexiconTryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: "Shows which stored mentions new words would turn, before anything changes.",
        discussion: """
            Judges every stored mention twice, by the words that are in force and by these with the \
            new ones, and lists those whose text would be judged otherwise. Where a rating makes the \
            verdict only the reading of the text changes. Nothing is stored. To put lines in force, \
            write them into a file that `lexicons:` names.

            A valence goes from -4 to 4, - silences a word, and a language may follow it: sick=2:en. \
            What begins with - stands behind --.

            Examples:
              repute lexicon try sick=2
              repute lexicon try "fell flat=-2" samovar=- pünktlich=1.5:de --since 90d
              repute lexicon try --file my-words.tsv --format json | jq .flipped
            """)

    @Argument(help: ArgumentHelp("Words with their valences.", valueName: "word=valence"))
    var lines: [TrialLine] = []

    @Option(help: ArgumentHelp("An overlay file; may be repeated.", valueName: "path"))
    var file: [String] = []

    @Option(help: ArgumentHelp("How many that turn are listed.", valueName: "count"))
    var limit = 25

    @OptionGroup(title: "Filters") var filters: MentionFilterOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if lines.isEmpty, file.isEmpty {
            throw ValidationError("Give words with their valences, such as sick=2, or a --file.")
        }
        guard (1...100_000).contains(limit) else {
            throw ValidationError("--limit takes 1 to 100000.")
        }
    }

    func run() async throws {
        let workplace = try await Workplace.open(options)
        _ = try workplace.brand(filters.brand)
        let page = try await self.page(trying: try await tried(), workplace)
        try await workplace.console.print(page.rendered(as: options.format, for: workplace.reader))
    }

    /// The lines of the files, then those of the command line.
    func tried() async throws -> OverlayFiles {
        let file = file
        let files = try await onOwnThread {
            try file.map { path in
                (
                    file: path,
                    text: String(
                        decoding: try FileDescriptor.contents(
                            ofFile: path, limit: OverlayFiles.sizeLimit), as: UTF8.self)
                )
            }
        }
        let given = (
            file: "the command line",
            text: lines.map { $0.text + "\n" }.joined()
        )
        return OverlayFiles(files + (lines.isEmpty ? [] : [given]))
    }

    /// What the lines would change in the store.
    func page(trying tried: OverlayFiles, _ workplace: Workplace) async throws
        -> LexiconTrialPage
    {
        let scorer = workplace.assembly.scorer
        let changed = SentimentScorer(lexicon: try tried.added(to: scorer.lexicon))
        let filter = filters.filter(
            search: nil, now: workplace.now, zone: workplace.reader.time.zone)
        let progress = Progress()
        defer { progress.clear() }
        return try await workplace.withStore { store in
            let trial = LexiconTrial(
                now: workplace.assembly.pipeline(scoringBy: scorer),
                then: workplace.assembly.pipeline(scoringBy: changed),
                scorers: (scorer, changed),
                sources: Dictionary(
                    workplace.settings.sources.map { ($0.id, $0) },
                    uniquingKeysWith: { first, _ in first }),
                persons: PersonVerdicts.present(try await store.corrections(of: nil)),
                limit: limit)
            return try await trial.run(filter, lines: tried.lines, in: store) { read in
                progress.show("\(read) mentions read")
            }
        }
    }
}

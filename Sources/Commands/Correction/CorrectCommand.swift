import ArgumentParser
import FoundationEssentials
import Model
import Reporting
import Storage

/// The command `repute correct`.
struct CorrectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Says how a mention is really meant; the engine's verdict is kept beside yours.",
        discussion: """
            Your verdict counts in every list, filter and report from then on. It is about the present \
            wording: an edit is judged by the engine anew. A verdict that is the engine's own confirms \
            it. With --dimension the verdict is on what the mention says of that, and `none` means that \
            it does not speak of it.

            With --sample mentions are drawn at random and shown without the engine's verdict, one \
            after the other; only these say how accurate the engine is on your mentions \
            (`repute corrections`).

            Examples:
              repute correct 42 positive --note "irony"
              repute correct 42 57 negative
              repute correct 42 negative --dimension care --dimension reliability
              repute correct 42 none --dimension integrity
              repute correct --sample 20 --since 90d
            """)

    @Argument(
        help: ArgumentHelp(
            "Numbers of mentions, then negative, neutral, positive or none.",
            valueName: "id… verdict"))
    var words: [String] = []

    @Option(help: ArgumentHelp("What your verdict is on; may be repeated.", valueName: "aspect"))
    var dimension: [Aspect] = []

    @Option(help: ArgumentHelp("Draw so many at random, 1 to 500, and ask.", valueName: "count"))
    var sample: Int?

    @Option(help: "What you want to remember of it.")
    var note: String?

    @OptionGroup var person: ActingPerson
    @OptionGroup(title: "Filters, with --sample") var filters: MentionFilterOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard let sample else {
            _ = try CorrectionWords(words, hasAspect: !dimension.isEmpty)
            return
        }
        guard words.isEmpty, dimension.isEmpty else {
            throw ValidationError(
                "--sample asks for each verdict; give no numbers and no dimension.")
        }
        guard (1...500).contains(sample) else {
            throw ValidationError("--sample takes 1 to 500.")
        }
    }

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let by = try person.name()
        let note = try note.map { try PersonText.note($0) }
        let page =
            if let sample {
                try await draw(sample, by: by, note: note, workplace)
            } else {
                try await workplace.withStore {
                    try await judge(in: $0, by: by, note: note, now: workplace.now)
                }
            }
        try await workplace.console.print(
            page.rendered(as: options.format, for: workplace.reader))
        if page.rows.contains(where: { $0.correction == nil }) { throw CommandFailure(.failed) }
    }

    /// Stores the verdict on each of the mentions, or of their aspects.
    func judge(in store: any Store, by: String, note: String?, now: Date) async throws
        -> JudgementPage
    {
        let words = try CorrectionWords(words, hasAspect: !dimension.isEmpty)
        let aspects: [Aspect?] = dimension.isEmpty ? [nil] : dimension
        let judgements = words.mentions.flatMap { mention in
            aspects.map { aspect in
                Judgement(
                    mention: mention, aspect: aspect, label: words.label, by: by, note: note)
            }
        }
        return JudgementPage(
            judgements, outcomes: try await store.correct(judgements, now: now))
    }

    private func draw(_ count: Int, by: String, note: String?, _ workplace: Workplace)
        async throws -> JudgementPage
    {
        _ = try workplace.brand(filters.brand)
        let filter = filters.filter(
            search: nil, now: workplace.now, zone: workplace.reader.time.zone)
        return try await workplace.withStore { store in
            let mentions = try await store.sample(filter, count: count)
            guard !mentions.isEmpty else {
                throw CommandFailure(
                    .noInput, "there is no mention that was not judged yet, or none that fits")
            }
            return try await SampleSession(
                store: store, dialogue: .system, names: workplace.names, by: by, note: note
            ).run(mentions, now: workplace.now)
        }
    }
}

extension JudgementPage {
    /// The page of verdicts and what became of each.
    init(_ judgements: [Judgement], outcomes: [JudgementOutcome]) {
        self.init(
            rows: zip(judgements, outcomes).map { judgement, outcome in
                var row = Row(
                    mention: judgement.mention, aspect: judgement.aspect, correction: nil)
                switch outcome {
                case .stored(let correction, let changed):
                    row.correction = correction
                    row.isChanged = changed
                case .unknown:
                    row.refusal =
                        "there is no such mention; `repute mentions` lists those there are"
                case .edited: row.refusal = "it was edited meanwhile; read it again"
                }
                return row
            })
    }
}

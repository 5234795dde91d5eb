import ArgumentParser
import FoundationEssentials
import Model
import Reporting
import Settings
import Storage

/// The command `repute source pause`.
struct SourcePauseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "Stops polling sources until they are resumed.",
        discussion: """
            Works while the daemon runs and needs no reload. Everything is kept, nothing is told \
            meanwhile. What comes after the pause counts as news.

            Examples:
              repute source pause town-forum
              repute source pause town-forum local-news
            """)

    @Argument(help: "The ids of the sources.")
    var ids: [SourceID]

    @OptionGroup var options: GlobalOptions

    func run() async throws { try await SourcePausing(ids: ids, options: options).run(true) }
}

/// The command `repute source resume`.
struct SourceResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Polls paused sources again, at once.",
        discussion: """
            Examples:
              repute source resume town-forum
            """)

    @Argument(help: "The ids of the sources.")
    var ids: [SourceID]

    @OptionGroup var options: GlobalOptions

    func run() async throws { try await SourcePausing(ids: ids, options: options).run(false) }
}

/// Pauses sources, or resumes them.
struct SourcePausing {
    let ids: [SourceID]
    let options: GlobalOptions

    func run(_ isPaused: Bool) async throws {
        let workplace = try await Workplace.open(options)
        let sources = try ids.map { id in try workplace.source(id) }
        if let imported = sources.first(where: \.isImported) {
            throw CommandFailure(
                .usage,
                "\(imported.id) is filled by imports and never polled, so it can't be paused")
        }
        let rows = try await workplace.withStore { store in
            try await Self.outcomes(sources, isPaused, store: store, now: workplace.now)
        }
        try await workplace.console.print(
            SourceDeed.rendered(rows, as: options.format, style: workplace.console.style))
        if rows.contains(where: { !$0.isDone }) { throw CommandFailure(.failed) }
    }

    /// Changes each source and tells what became of it.
    static func outcomes(
        _ sources: [Source], _ isPaused: Bool, store: any Store, now: Date
    ) async throws -> [SourceDeed] {
        let before = Dictionary(
            try await store.sourceStates().map { ($0.source, $0.pausedAt != nil) }
        ) { first, _ in first }
        var deeds: [SourceDeed] = []
        for source in sources {
            let isDone = try await store.setPaused(source.id, isPaused, now: now)
            deeds.append(deed(source, isPaused, isDone: isDone, wasPaused: before[source.id]))
        }
        return deeds
    }

    private static func deed(
        _ source: Source, _ isPaused: Bool, isDone: Bool, wasPaused: Bool?
    ) -> SourceDeed {
        let text: String
        if !isDone {
            text =
                "the daemon has not registered it yet; start or reload it first, or set "
                + "`enabled: false` in the configuration"
        } else if wasPaused == isPaused {
            text = isPaused ? "was paused already" : "was not paused"
        } else if isPaused {
            text = "paused; `repute source resume \(source.id)` polls it again"
        } else {
            text =
                source.isEnabled
                ? "is polled again" : "resumed, but `enabled: false` keeps it from being polled"
        }
        return SourceDeed(source: source.id, isDone: isDone, text: text)
    }
}

/// What became of a source that something was done to.
struct SourceDeed: Sendable, Hashable {
    var source: SourceID
    var isDone: Bool
    /// A clause for the owner.
    var text: String

    static func rendered(
        _ deeds: [SourceDeed], as format: OutputFormat, style: TerminalStyle
    ) -> String {
        switch format {
        case .table, .markdown:
            deeds.map { deed in
                style.paint("\(deed.source)", deed.isDone ? nil : .negative) + ": \(deed.text)\n"
            }.joined()
        case .json: JSONValue.array(deeds.map(\.json)).text + "\n"
        case .jsonl: deeds.map { $0.json.text + "\n" }.joined()
        case .csv:
            CSV.record(["source", "done", "detail"])
                + deeds.map {
                    CSV.record([
                        CSV.text($0.source.rawValue), CSV.number($0.isDone ? "true" : "false"),
                        CSV.text($0.text),
                    ])
                }.joined()
        }
    }

    private var json: JSONValue {
        .members([
            "source": .string(source.rawValue), "done": .bool(isDone), "detail": .string(text),
        ])
    }
}

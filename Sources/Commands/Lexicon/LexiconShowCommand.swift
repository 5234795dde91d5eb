import ArgumentParser
import FoundationEssentials
import Model
import Reporting
import Scoring
import Settings

/// The command `repute lexicon show`.
struct LexiconShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows what the lexicon knows of terms, and where it has it from.",
        discussion: """
            For every term its valence (-4 to 4), how much it speaks for an opinion, its part, and \
            whether a person wrote it, it was learned, or a list of your own says so, with the line; \
            then what it counts where it is negated, and the phrases that begin with it. Exit code 1 \
            means that one of the terms is not there.

            Examples:
              repute lexicon show rude
              repute lexicon show --language de --no-phrases "nie wieder" pünktlich
            """)

    @Argument(help: "Words, phrases or emoji.")
    var terms: [String]

    @Option(help: ArgumentHelp("Only in this language, such as de, or emoji.", valueName: "code"))
    var language: String?

    @Flag(inversion: .prefixedNo, help: "Show the phrases that begin with a term.")
    var phrases = true

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let console = Workplace.console(options)
        let settings = try await Workplace.settings(options)
        let overlays = try await onOwnThread { try OverlayFiles(settings) }
        let knowledge = try LexiconKnowledge(overlays)
        let languages = try knowledge.languages(language)
        var rows: [LexiconEntry] = []
        var unknown: [String] = []
        for term in terms {
            let found = knowledge.entries(for: term, in: languages, withPhrases: phrases)
            if found.isEmpty { unknown.append(term) }
            rows += found
        }
        for term in unknown { Console.complain("“\(term)” is not in the lexicon") }
        if !rows.isEmpty || unknown.isEmpty || options.format != .table {
            let reader = console.reader(zone: settings.business.timeZone, now: .now)
            try await console.print(
                knowledge.listing(rows).rendered(as: options.format, for: reader))
        }
        if !unknown.isEmpty { throw CommandFailure(.failed) }
    }
}

/// The command `repute lexicon list`.
struct LexiconListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the entries of a language's lexicon.",
        discussion: """
            Examples:
              repute lexicon list --language en --part negator
              repute lexicon list --language de --origin learned --format csv
            """)

    @Option(help: ArgumentHelp("The language, such as de, or emoji.", valueName: "code"))
    var language: String

    @Option(help: "Only entries that come from there.")
    var origin: Contribution.Origin?

    @Option(help: "Only entries of this part.")
    var part: LexiconEntry.Part?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let console = Workplace.console(options)
        let settings = try await Workplace.settings(options)
        let overlays = try await onOwnThread { try OverlayFiles(settings) }
        let knowledge = try LexiconKnowledge(overlays)
        let rows = try knowledge.languages(language).flatMap(knowledge.lexicon.entries)
            .filter { origin == nil || $0.origin == origin }
            .filter { part == nil || $0.part == part }
        let reader = console.reader(zone: settings.business.timeZone, now: .now)
        try await console.print(knowledge.listing(rows).rendered(as: options.format, for: reader))
    }
}

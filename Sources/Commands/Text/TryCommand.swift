import ArgumentParser
import Assembly
import Foundation
import Model
import Reporting
import Settings

/// The command `repute try`.
struct TryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: "Reads, matches and scores feeds without storing anything.",
        discussion: """
            Works without a configuration; with one, its brands are matched and the id of a source \
            may stand for its address. JSON gives one object for each input, one a line; where an \
            input fails, the others go on.

            Examples:
              repute try https://www.example.com/feed.xml
              repute try --format json reviews/*.xml
              curl -s https://api.example.com/reviews | repute try --recipe trustpilot -
            """)

    @Argument(
        help: ArgumentHelp("Files, http(s) addresses, ids of sources, or - for standard input."),
        completion: .file())
    var inputs: [String]

    @Option(
        help: ArgumentHelp(
            "Read JSON by this recipe; found by its shape unless given.", valueName: "name"))
    var recipe: String?

    @Option(
        help: ArgumentHelp("The zone of dates that name none; UTC unless given.", valueName: "zone")
    )
    var timeZone: String?

    @Option(help: "Score the texts as this kind; what source or recipe say unless given.")
    var genre: Genre?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if let timeZone, TimeZone(identifier: timeZone) == nil {
            throw ValidationError("\(timeZone) is no time zone; they look like Europe/Berlin.")
        }
        if inputs.count(where: { $0 == "-" }) > 1 {
            throw ValidationError("Standard input can be read only once.")
        }
    }

    func run() async throws {
        let workplace = try await Workplace.openOrStandalone(options)
        try checkRecipe(workplace.settings)
        let sources = workplace.settings.sources
        let tried = inputs.map { argument in
            TryInput(argument: argument, sources: sources) {
                FileManager.default.fileExists(atPath: $0)
            }
        }
        let run = TryRun(
            pipeline: workplace.assembly.pipeline,
            fetcher: tried.contains(where: \.isFetched)
                ? workplace.assembly.fetcher(reaching: tried.compactMap(\.typedAddress)) : nil,
            sources: sources, recipe: recipe, timeZone: timeZone, genre: genre,
            now: workplace.now)
        let output = TryOutput(
            format: options.format, isSingle: inputs.count == 1, names: workplace.names,
            reader: workplace.reader)
        try await print(tried, run, output, workplace.console)
    }

    /// Prints the results in the order of the inputs; fails at the end if one failed.
    private func print(
        _ tried: [TryInput], _ run: TryRun, _ output: TryOutput, _ console: Console
    ) async throws {
        let progress = Progress()
        var output = output
        var done = 0
        try await inOrder(tried, limit: 4, work: { await run.result(of: $0) }) { result in
            progress.clear()
            if case .failure(let failure) = result { Console.complain(failure.message) }
            let bytes = output.bytes(for: result)
            if !bytes.isEmpty { try await console.print(bytes) }
            done += 1
            if done < tried.count { progress.show("\(done) of \(tried.count) read") }
        }
        progress.clear()
        let rest = output.end()
        if !rest.isEmpty { try await console.print(rest) }
        if let code = output.firstFailure { throw CommandFailure(code) }
    }

    private func checkRecipe(_ settings: Settings) throws {
        guard let recipe, settings.recipes.recipe(named: recipe) == nil else { return }
        let names = settings.recipes.names.joined(separator: ", ")
        throw CommandFailure(.usage, "no recipe is called \(recipe); there are: \(names)")
    }
}

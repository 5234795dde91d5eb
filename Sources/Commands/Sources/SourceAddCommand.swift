import ArgumentParser
import Assembly
import Foundation
import Model
import Reporting
import Settings

/// The command `repute source add`.
struct SourceAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Finds the feed of a page or fills in a recipe, and adds it as a source.",
        discussion: """
            For an address: a feed is taken as it is; of a web page the feeds that it names, the \
            reviews in it, or a feed at one of the usual addresses are looked for; pages of known \
            sites get their recipe. For a recipe: NAME=VALUE gives its parameters. A secret never \
            stands on the command line: NAME_file=PATH or NAME_credential=NAME says where it is, \
            else it is asked for, or read from standard input, and kept in a file that only the \
            daemon can read.

            What was found is shown, with the newest three entries as they would be stored; then \
            repute.d/sources/ID.yaml is written beside the configuration, unless the whole would \
            not load with it, and the daemon is asked to reload. In a terminal you are asked first.

            Examples:
              repute source add https://www.example.com/blog
              repute source add https://www.example.com/ --pick 2 --id news --yes
              repute source add app-store app=1234567890 country=gb --brand cafe
              repute source add trustpilot unit=46d6a890 key_file=/etc/repute/trustpilot.key
            """)

    @Argument(help: "An http(s) address, or the name of a recipe.")
    var target: String

    @Argument(help: ArgumentHelp("The recipe's parameters.", valueName: "name=value"))
    var values: [String] = []

    @Option(help: "The id of the source; made from its title unless given.")
    var id: SourceID?

    @Option(help: "What people read for it; what the feed calls itself unless given.")
    var title: String?

    @Option(help: "The brand that its entries are about.")
    var brand: BrandID?

    @Option(help: "What its entries are.")
    var kind: Source.Kind?

    @Option(help: ArgumentHelp("Time between two polls: 15m, 2h, …", valueName: "duration"))
    var interval: String?

    @Option(help: ArgumentHelp("The zone of dates that name none.", valueName: "zone"))
    var timeZone: String?

    @Option(help: ArgumentHelp("Which one, where a page has several feeds.", valueName: "number"))
    var pick: Int?

    @Flag(help: "Take the page of a known site as any other, without its recipe.")
    var noRecipe = false

    @Flag(help: "Don't fetch anything; the address is taken as it is.")
    var noFetch = false

    @Flag(help: "Show what would be added, and write nothing.")
    var dryRun = false

    @Flag(name: [.long, .short], help: "Don't ask.")
    var yes = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if let pick, pick < 1 { throw ValidationError("--pick counts from 1.") }
    }

    func run() async throws {
        let workplace = try await Workplace.open(options)
        guard let path = workplace.configuration else {
            throw CommandFailure(.configuration, "there is no configuration to add a source to")
        }
        let storePath = workplace.settings.storagePath
        let addition = SourceAddition(
            request: SourceAddition.Request(
                target: target, values: try values.map { try KeyValue($0) }, id: id, title: title,
                brand: try workplace.brand(brand), kind: kind, interval: interval,
                timeZone: timeZone, pick: pick, recognizesSites: !noRecipe, fetches: !noFetch,
                isDryRun: dryRun, isAgreed: yes),
            workplace: workplace, folder: SourceFolder(configuration: path, storePath: storePath),
            dialogue: .system, reload: DaemonReload(storePath: storePath),
            show: { try await workplace.console.print($0) })
        let added = try await addition.run()
        let text =
            options.format == .table
            ? added.outcome(for: workplace.reader) : added.json.text + "\n"
        try await workplace.console.print(text)
    }
}

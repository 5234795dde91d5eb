import ArgumentParser
import Foundation
import Model
import Parsing
import Reporting
import Settings

/// The command `repute import`.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Stores old reviews or survey answers from a CSV or JSON file.",
        discussion: """
            Reads separated values (comma, semicolon or tab; the first line names the columns), one \
            JSON object a line, or a JSON array. Columns are known by their names in seven languages, \
            --map says what they hold otherwise. Ratings keep their scale: 0 to 10 of a Net Promoter \
            question, 1 to 5 of a satisfaction question or of stars, what --scale says.

            Rows are matched and scored like polled entries, count as history and never alert. A row \
            is known by its id, else by author, date and text: importing a file twice adds nothing. \
            A bad row is told with its line, the others are taken, and the exit code is 1.

            The source is one of the configuration, or a new one that only imports fill.

            Examples:
              repute import reviews.csv --source old-reviews --dry-run
              repute import nps.csv --source nps-2025 --kind survey --map text="Why?" --map rating=Q1
              repute import answers.jsonl --source csat --kind survey --scale 1-5 --brand cafe
            """)

    @Argument(help: "A CSV or JSON file, or - for standard input.", completion: .file())
    var file: String

    @Option(help: "The source that the rows go to; made if it is not configured.")
    var source: SourceID

    @Option(
        help: ArgumentHelp(
            "What a column holds: id, date, author, rating, title, text, url, language or reply.",
            valueName: "field=column"))
    var map: [String] = []

    @Option(help: "What the rows are; told by their columns unless given.")
    var kind: Source.Kind?

    @Option(help: "The brand that the rows are about.")
    var brand: BrandID?

    @Option(help: ArgumentHelp("The scale of ratings that are numbers alone.", valueName: "0-10"))
    var scale: RatingScale?

    @Option(
        help: ArgumentHelp(
            "The zone of dates that name none; yours unless given.", valueName: "zone"))
    var timeZone: String?

    @Flag(help: "In dates such as 03/04/2026 the day comes first.")
    var dayFirst = false

    @Option(help: ArgumentHelp("The charset, where the bytes do not tell it.", valueName: "name"))
    var charset: String?

    @Option(help: ArgumentHelp("Give up after so many bad rows.", valueName: "number"))
    var limitErrors: Int?

    @Flag(help: "Show what would be stored, and store nothing.")
    var dryRun = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if let timeZone, TimeZone(identifier: timeZone) == nil {
            throw ValidationError("\(timeZone) is no time zone; they look like Europe/Berlin.")
        }
        if let charset, !ImportedTable.knowsCharset(charset) {
            throw ValidationError("\(charset) is no charset; try UTF-8, ISO-8859-1 or UTF-16.")
        }
        if let limitErrors, limitErrors < 1 {
            throw ValidationError("--limit-errors counts from 1.")
        }
        for pair in map { _ = try ImportRun.field(pair) }
    }

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let path = file
        let bytes = try await onOwnThread {
            path == "-"
                ? try FileDescriptor.standardInput.readAll(limit: TryRun.sizeLimit)
                : try FileDescriptor.contents(ofFile: path, limit: TryRun.sizeLimit)
        }
        let storePath = workplace.settings.storagePath
        let run = ImportRun(
            request: ImportRun.Request(
                file: path, source: source, map: map, kind: kind,
                brand: try workplace.brand(brand), scale: scale, timeZone: timeZone,
                isDayFirst: dayFirst ? true : nil, charset: charset, faultLimit: limitErrors,
                isDryRun: dryRun),
            workplace: workplace,
            folder: SourceFolder(
                configuration: workplace.configuration ?? "", storePath: storePath),
            reload: DaemonReload(storePath: storePath), complain: { Console.complain($0) })
        let page = try await run.page(of: bytes)
        try await workplace.console.print(
            page.rendered(as: options.format, names: workplace.names, for: workplace.reader))
        if !page.faults.isEmpty { throw CommandFailure(.failed) }
    }
}

/// A scale on the command line: `0-10`, `1-5`.
struct RatingScale: ExpressibleByArgument, Sendable, Hashable {
    let bounds: ClosedRange<Double>

    init?(argument: String) {
        let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let low = Double(parts[0]), let high = Double(parts[1]),
            low.isFinite, high.isFinite, low < high, high <= 1_000_000
        else { return nil }
        bounds = low...high
    }
}

import ArgumentParser
import Assembly
import Foundation
import Model
import Parsing
import Reporting
import Settings
import TextProcessing

/// The command `repute source import`.
struct SourceImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Adds the feeds of another reader's list (OPML).",
        discussion: """
            Every feed becomes a source of mentions with a drop-in file of its own; addresses that \
            are configured already are left out and told, lines without a usable address too (exit \
            code 1). Nothing is fetched; `repute check --online` shows what the feeds give.

            Examples:
              repute source import feeds.opml --dry-run
              repute source import feeds.opml --brand cafe
            """)

    @Argument(help: "An OPML file, or - for standard input.", completion: .file())
    var file: String

    @Option(help: "The only brand that is looked for in them.")
    var brand: BrandID?

    @Option(help: "What their entries are.")
    var kind: Source.Kind?

    @Option(help: ArgumentHelp("Time between two polls: 15m, 2h, …", valueName: "duration"))
    var interval: String?

    @Flag(help: "Show what would be added, and write nothing.")
    var dryRun = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let path = file
        let bytes = try await onOwnThread {
            path == "-"
                ? try FileDescriptor.standardInput.readAll(limit: 64 << 20)
                : try FileDescriptor.contents(ofFile: path, limit: 64 << 20)
        }
        let storePath = workplace.settings.storagePath
        let run = SubscriptionImport(
            name: path, workplace: workplace,
            folder: SourceFolder(
                configuration: workplace.configuration ?? "", storePath: storePath),
            reload: DaemonReload(storePath: storePath), brand: try workplace.brand(brand),
            kind: kind, interval: interval)
        let result = try await run.result(of: bytes, isDryRun: dryRun)
        try await workplace.console.print(
            result.rendered(as: options.format, for: workplace.reader))
        if result.rows.contains(where: \.isBad) { throw CommandFailure(.failed) }
    }
}

/// Makes sources of a list of feeds.
struct SubscriptionImport {
    /// What became of one feed.
    struct Row: Sendable, Hashable {
        enum Outcome: String, Sendable, Hashable {
            case added
            case known
            case bad
        }

        var outcome: Outcome
        var source: SourceID?
        var title: String?
        /// Masked.
        var address: String
        var line: Int
        /// Why it was not added; nil where it was.
        var reason: String?

        var isBad: Bool { outcome == .bad }
    }

    struct Result: Sendable {
        var rows: [Row]
        var isDryRun: Bool
        var reload = AddedSource.Reload.notAsked

        func rendered(as format: OutputFormat, for reader: Reader) -> String {
            let listing = Listing(
                columns: [
                    Listing.Column("outcome", "Outcome"), Listing.Column("source", "Source"),
                    Listing.Column("title", "Title", minimum: 10, maximum: 40),
                    Listing.Column("address", "Address", minimum: 16, maximum: 60),
                    Listing.Column("line", "Line", alignment: .trailing),
                    Listing.Column("reason", "Why", minimum: 10, maximum: 60),
                ],
                rows: rows.map { row in
                    [
                        .state(row.outcome.rawValue, row.isBad ? .negative : nil),
                        .text(row.source?.rawValue), .text(row.title), .text(row.address),
                        .integer(row.line), .text(row.reason),
                    ]
                }, whenEmpty: "The list has no feed.", footer: format == .table ? footer : [])
            return listing.rendered(as: format, for: reader)
        }

        private var footer: [String] {
            let added = rows.count { $0.outcome == .added }
            let verb = isDryRun ? "would be added" : "added"
            var lines = [
                "\(added) \(verb), \(rows.count { $0.outcome == .known }) known already, "
                    + "\(rows.count(where: \.isBad)) bad"
            ]
            switch reload {
            case .asked(let process):
                lines.append("The daemon (process \(process)) was asked to reload.")
            case .byHand(let advice): lines.append(advice)
            case .notAsked: break
            }
            return lines
        }
    }

    let name: String
    let workplace: Workplace
    let folder: SourceFolder
    let reload: DaemonReload
    var brand: BrandID?
    var kind: Source.Kind?
    var interval: String?

    /// Reads the list and, unless it is a dry run, writes the drop-ins.
    func result(of bytes: [UInt8], isDryRun: Bool) async throws -> Result {
        let list: SubscriptionList
        do throws(SubscriptionListError) {
            list = try SubscriptionList(reading: bytes)
        } catch {
            let place = error.line.map { ":\($0)" } ?? ""
            throw CommandFailure(.badData, "\(name)\(place): \(error.detail)")
        }
        var (rows, dropIns) = plan(list)
        for line in list.linesWithoutAddress {
            rows.append(
                Row(outcome: .bad, address: "", line: line, reason: "it has no address (xmlUrl)"))
        }
        rows.sort { $0.line < $1.line }
        var result = Result(rows: rows, isDryRun: isDryRun)
        guard !dropIns.isEmpty else { return result }
        let (folder, comment, drafts) = (folder, comment, dropIns)
        try await onOwnThread {
            let shelter = try SecretShelter(drafts)
            _ = try folder.settings(with: drafts, comment: comment, secretsIn: shelter?.path)
            withExtendedLifetime(shelter) {}
            if !isDryRun { try folder.write(drafts, comment: comment) }
        }
        if !isDryRun { result.reload = reload.ask() }
        return result
    }

    private var comment: String {
        "Imported by `repute source import` on \(workplace.reader.time.day(workplace.now))."
    }

    private func plan(_ list: SubscriptionList) -> ([Row], [DropIn]) {
        var known: [String: SourceID] = [:]
        for source in workplace.settings.sources where !source.isImported {
            known[Self.key(source.url.reveal())] = source.id
        }
        var taken = Set(workplace.settings.sources.map(\.id.rawValue))
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for file in files { taken.insert(String(file.prefix { $0 != "." })) }
        var rows: [Row] = []
        var dropIns: [DropIn] = []
        for feed in list.feeds {
            var row = Row(
                outcome: .bad, title: feed.title, address: MaskedURL.masked(feed.url),
                line: feed.line)
            if let address = CanonicalURL.absolute(feed.url, base: nil), feed.url.contains("://") {
                if let other = known[Self.key(address)] {
                    row.outcome = .known
                    row.reason = "the source \(other) has this address"
                } else {
                    let dropIn = dropIn(of: feed, address, taken: &taken)
                    known[Self.key(address)] = dropIn.id
                    dropIns.append(dropIn)
                    row.outcome = .added
                    row.source = dropIn.id
                }
            } else {
                row.reason = "this is no http(s) address"
            }
            rows.append(row)
        }
        return (rows, dropIns)
    }

    private func dropIn(
        of feed: SubscriptionList.Feed, _ address: String, taken: inout Set<String>
    ) -> DropIn {
        let id = DropIn.identifier(
            from: [feed.title, SourceAddition.host(of: address)], taken: taken)
        taken.insert(id.rawValue)
        var dropIn = DropIn(id: id)
        let title = (feed.folders + [feed.title].compactMap(\.self)).filter { !$0.isEmpty }
        dropIn.title = title.isEmpty ? nil : String(title.joined(separator: " / ").prefix(120))
        dropIn.setAddress(address)
        dropIn.brand = brand
        dropIn.kind = kind
        dropIn.interval = interval
        return dropIn
    }

    /// What tells whether two addresses are one feed: the scheme and a slash at the end do not.
    static func key(_ url: String) -> String {
        let canonical = CanonicalURL.absolute(url, base: nil) ?? url
        var rest =
            canonical.firstRange(of: "://").map { canonical[$0.upperBound...] } ?? canonical[...]
        if rest.hasSuffix("/") { rest.removeLast() }
        return String(rest)
    }
}

import ArgumentParser
import Model
import Reporting
import Storage

/// The command `repute mentions`.
struct MentionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mentions",
        abstract: "Lists mentions, the newest first.",
        discussion: """
            Every option narrows the list. Programs get all fields with --format json, jsonl or csv.

            Examples:
              repute mentions --label negative --since 7d
              repute mentions --stars 1..2 --unanswered --sort oldest
              repute mentions --source google --format csv --limit 1000 > google.csv
            """)

    @OptionGroup(title: "Filters") var filters: MentionFilterOptions
    @OptionGroup var paging: PageOptions
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let text = try await Self.text(workplace, filters, paging, search: nil)
        try await workplace.console.print(text)
    }

    /// One page of the list; `search` is for `repute search`.
    static func text(
        _ workplace: Workplace, _ filters: MentionFilterOptions, _ paging: PageOptions,
        search: String?
    ) async throws -> String {
        _ = try workplace.brand(filters.brand)
        let reader = workplace.reader
        let filter = filters.filter(search: search, now: workplace.now, zone: reader.time.zone)
        let found = try await workplace.withStore {
            try await $0.mentions(filter, page: paging.window)
        }
        let footer = paging.footer(shown: found.rows.count, total: found.total)
        return MentionListing.listing(found.rows, names: workplace.names, footer: footer)
            .rendered(as: workplace.console.format, for: reader)
    }
}

import ArgumentParser
import Model
import Reporting
import Settings
import Storage

/// The command `repute source show`.
struct SourceShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Tells the whole story of a source.",
        discussion: """
            How it stands and since when, its polls and what the server said, how often it brings \
            news and how long a silence would be told, what is left of the server's quota, its \
            mentions week by week, its limits, and what you were told of it.

            Examples:
              repute source show shop-reviews
              repute source show shop-reviews --format json | jq .cadence
            """)

    @Argument(help: "The id of the source.")
    var id: SourceID

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let source = try workplace.source(id)
        let page = try await workplace.withStore {
            try await SourceStory(workplace: workplace, source: source).page($0)
        }
        let text = page.rendered(
            as: options.format, names: workplace.names, for: workplace.reader)
        try await workplace.console.print(text)
    }
}

/// Gathers what is known of a source.
struct SourceStory {
    let workplace: Workplace
    let source: Source

    /// How many weeks are counted.
    private static let weeks = 12

    func page(_ store: any Store) async throws -> SourcePage {
        let settings = workplace.settings
        let state = try await store.sourceStates().first { $0.source == source.id }
        var page = SourcePage(source: source, state: state)
        page.place = workplace.place(of: source.id)
        page.recipe = settings.origins[source.id]?.recipe
        page.limits = SourceProbe.limits(of: source, settings)
        page.silenceLimit = state?.cadence.silenceLimit(
            falseAlarmsPerYear: settings.health.falseAlarmsPerYear)
        page.notices = try await store.sourceNotices(of: source.id, limit: 10)
        if !source.isImported {
            let host = Self.host(of: (state?.movedTo ?? source.url).reveal())
            let today = CalendarDay(workplace.now, secondsFromGMT: 0)
            page.host = try await store.hostUsages().first { $0.host == host && $0.day == today }
            page.hostBudget = settings.polling.hostBudgets[host]
        }
        try await count(&page, store)
        return page
    }

    /// The authority of an address in lower case, as usage is counted by.
    static func host(of url: String) -> String {
        guard let mark = url.firstRange(of: "://") else { return "" }
        let authority = url[mark.upperBound...].prefix { !"/?#".contains($0) }
        return authority.split(separator: "@", omittingEmptySubsequences: false).last?
            .lowercased() ?? ""
    }

    private func count(_ page: inout SourcePage, _ store: any Store) async throws {
        let today = workplace.reader.time.calendarDay(workplace.now).number
        func counts(_ from: Int, _ to: Int) async throws -> SentimentCounts {
            try await store.sourceCounts(
                brands: nil, from: CalendarDay(number: from), to: CalendarDay(number: to)
            ).first { $0.source == source.id }?.counts ?? SentimentCounts()
        }
        page.totals = try await counts(-100_000, today + 1)
        for week in (0..<Self.weeks).reversed() {
            let last = today - week * 7
            page.weeks.append(try await counts(last - 6, last))
        }
    }
}

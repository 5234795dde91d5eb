import ArgumentParser
import FoundationEssentials
import Model
import Reporting
import Settings
import Storage

/// The command `repute report`.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Sums up a period and compares it with the one before.",
        discussion: """
            Counts, trend by day, sources, stars, languages, the most negative mentions and what \
            waits for an answer. CSV gives the days, one a line.

            Examples:
              repute report
              repute report --since 7d --brand cafe-morgenrot
              repute report --since 2026-10-01 --until 2026-10-31 --format markdown
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: ArgumentHelp("The first day: 30d, 2026-10-01, …", valueName: "time"))
    var since: Instant?

    @Option(help: ArgumentHelp("The last day; today unless given.", valueName: "time"))
    var until: Instant?

    @Option(
        help: ArgumentHelp(
            "Only this brand; may be repeated. Else all that are no competitors.", valueName: "id"))
    var brand: [BrandID] = []

    @Flag(inversion: .prefixedNo, help: "Whether to compare with as many days before.")
    var compare = true

    func run() async throws {
        let workplace = try await Workplace.open(options)
        for id in brand { _ = try workplace.brand(id) }
        let period = try period(in: workplace)
        let report = try await workplace.withStore { store in
            try await self.report(over: period, workplace, store: store)
        }
        let text = report.rendered(
            as: options.format, names: workplace.names, for: workplace.reader)
        try await workplace.console.print(text)
    }

    private func period(in workplace: Workplace) throws -> ClosedRange<CalendarDay> {
        let time = workplace.reader.time
        func day(_ instant: Instant) -> CalendarDay {
            time.calendarDay(instant.date(now: time.now, zone: time.zone))
        }
        let last = until.map(day) ?? time.calendarDay(time.now)
        // The last 30 days are today and the 29 days before it.
        let first =
            since.map { since in
                CalendarDay(
                    number: min(last.number, day(since).number + (since.isRelative ? 1 : 0)))
            } ?? CalendarDay(number: last.number - 29)
        guard since.map(day).map({ $0 <= last }) ?? true else {
            throw ValidationError("--since is later than --until.")
        }
        return first...last
    }

    private func report(
        over period: ClosedRange<CalendarDay>, _ workplace: Workplace, store: any Store
    ) async throws -> Report {
        let own = workplace.ownBrands
        let brands = brand.isEmpty ? own : brand
        let (from, to) = (period.lowerBound, period.upperBound)
        let worst = try await negative(
            brands, period, workplace, store, isUnanswered: nil, limit: 5)
        let waiting = try await negative(
            brands, period, workplace, store, isUnanswered: true, limit: 1)
        return Report(
            business: workplace.settings.business.name,
            brands: brand.map(workplace.names.name(of:)), period: period,
            daily: try await store.dailyCounts(brands: brands, from: from, to: to),
            previous: compare ? try await previous(of: period, brands, store) : nil,
            sources: try await store.sourceCounts(brands: brands, from: from, to: to),
            languages: try await store.languageCounts(brands: brands, from: from, to: to)
                .map { Report.LanguageCounts(language: $0.language, counts: $0.counts) },
            stars: try await store.starDistribution(brands: brands, from: from, to: to),
            aspects: try await store.aspectCounts(brands: brands, from: from, to: to),
            aspectWords: try await store.aspectWords(
                brands: brands, from: from, to: to, limit: 3),
            worst: worst.rows, unanswered: waiting.total,
            oldestUnanswered: try await store.oldestUnanswered(brands: brands))
    }

    private func previous(
        of period: ClosedRange<CalendarDay>, _ brands: [BrandID], _ store: any Store
    ) async throws -> SentimentCounts {
        let days = period.upperBound.number - period.lowerBound.number + 1
        let daily = try await store.dailyCounts(
            brands: brands, from: CalendarDay(number: period.lowerBound.number - days),
            to: CalendarDay(number: period.lowerBound.number - 1))
        return daily.reduce(SentimentCounts()) { $0 + $1.counts }
    }

    /// Negative mentions of the period, the worst first.
    private func negative(
        _ brands: [BrandID], _ period: ClosedRange<CalendarDay>, _ workplace: Workplace,
        _ store: any Store, isUnanswered: Bool?, limit: Int
    ) async throws -> PageOf<Mention> {
        let time = workplace.reader.time
        var filter = MentionFilter(
            labels: [.negative], since: time.start(of: period.lowerBound),
            until: time.start(of: CalendarDay(number: period.upperBound.number + 1)),
            isUnanswered: isUnanswered, order: .mostNegativeFirst)
        var found = PageOf<Mention>(rows: [], total: 0)
        for brand in brands {
            filter.brand = brand
            let page = try await store.mentions(filter, page: Page(limit: limit))
            let known = Set(found.rows.map(\.id))
            found.rows += page.rows.filter { !known.contains($0.id) }
            found.total += page.total
        }
        let worst = found.rows.sorted { $0.sentiment.score < $1.sentiment.score }
        return PageOf(rows: Array(worst.prefix(limit)), total: found.total)
    }
}

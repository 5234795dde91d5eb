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
        abstract: "Sums up a period and compares it with another.",
        discussion: """
            The views: summary, the essence of the others; trend, how the figures went; trust, what \
            mentions speak of and how right the verdicts are; response, how reviews are answered; \
            sources, where mentions come from and what could not be had; competitors, the share of \
            voice. Every figure shows how it is computed and how well it is known; too few mentions \
            make none. CSV has one figure a record.

            Examples:
              repute report
              repute report trust --since 90d --brand cafe-morgenrot
              repute report response --since 2026-10-01 --until 2026-10-31 --compare year
              repute report --format html > october.html
              repute report --format json | jq '.sections.overview.measures.rating'
            """)

    @Argument(help: "What to look at.")
    var view: ReportView = .summary

    @OptionGroup var options: DocumentOptions

    @Option(help: ArgumentHelp("The first day: 30d, 2026-10-01, …", valueName: "time"))
    var since: Instant?

    @Option(help: ArgumentHelp("The last day; today unless given.", valueName: "time"))
    var until: Instant?

    @Option(help: "With as many days before, with the same days a year before, or with nothing.")
    var compare: PeriodComparison = .previous

    @Option(
        help: ArgumentHelp(
            "Only this brand; may be repeated. Else all that are no competitors.", valueName: "id"))
    var brand: [BrandID] = []

    @Option(
        defaultAsFlag: MentionNumbering.latest,
        help: "Name the mentions behind every figure: the latest 20, or all.")
    var ids: MentionNumbering?

    func run() async throws {
        let workplace = try await Workplace.open(options.global)
        for id in brand { _ = try workplace.brand(id) }
        let period = try period(in: workplace)
        let reading = FiguresReading(
            workplace: workplace, view: view, brands: brand, period: period,
            comparison: compare.period(before: period), namesMentions: ids != nil)
        let figures = try await workplace.withStore { try await reading.figures(from: $0) }
        var document = ReportComposer(figures).document(view)
        if ids == .latest { document = document.naming(atMost: MentionNumbering.limit) }
        try await workplace.console.print(
            document.rendered(
                as: options.format, names: workplace.names, for: workplace.reader))
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
        guard last.number - first.number < Self.mostDays else {
            throw ValidationError("A report is over at most ten years; give a later --since.")
        }
        return first...last
    }

    private static let mostDays = 3_660
}

/// How many of the mentions behind a figure are named.
enum MentionNumbering: String, ExpressibleByArgument, CaseIterable, Sendable {
    case latest
    case all

    /// So many are the latest.
    static let limit = 20
}

/// What a report is compared with.
enum PeriodComparison: String, ExpressibleByArgument, CaseIterable, Sendable {
    case previous
    case year
    case none

    /// The period to compare with; as long as the one that is looked at.
    func period(before period: ClosedRange<CalendarDay>) -> ClosedRange<CalendarDay>? {
        let length = period.upperBound.number - period.lowerBound.number
        switch self {
        case .none: return nil
        case .previous:
            let last = period.lowerBound.number - 1
            return CalendarDay(number: last - length)...CalendarDay(number: last)
        case .year:
            let date = CivilDate(daysSince1970: period.lowerBound.number)
            let day = min(date.day, CivilDate.days(inMonth: date.month, of: date.year - 1))
            let first = CivilDate(year: date.year - 1, month: date.month, day: day)
            let number = first?.daysSince1970 ?? period.lowerBound.number - 365
            return CalendarDay(number: number)...CalendarDay(number: number + length)
        }
    }
}

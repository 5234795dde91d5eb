import Alerting
import ArgumentParser
import FoundationEssentials
import Matching
import Model
import Monitor
import Reporting
import Scheduling
import Settings
import Storage

/// The command `repute inbox`.
struct InboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "Lists what waits for an answer, the oldest first.",
        discussion: """
            That is what is negative and open, and what somebody has seen or reopened; competitors' \
            mentions don't count. Waiting begins when it was written, or reopened; when it is due, in your \
            business hours, is said by the rules of type `unanswered`. Programs also get \
            `waitingSeconds` and `overdueSeconds` of business hours.

            Examples:
              repute inbox
              repute inbox --mine Ada
              repute inbox --format json | jq '.[] | select(.overdue)'
            """)

    @Option(
        help: ArgumentHelp("Only what this person cares for, whatever it is.", valueName: "name"))
    var mine: String?

    @OptionGroup var paging: PageOptions
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let listing = try await workplace.withStore { store in
            try await Inbox(workplace: workplace, store: store)
                .listing(mine: mine, paging: paging)
        }
        try await workplace.console.print(
            listing.rendered(as: options.format, for: workplace.reader))
    }
}

/// What waits for an answer, with what the rules say of it.
struct Inbox {
    let workplace: Workplace
    let store: any Store

    private var now: Date { workplace.now }
    private var calendar: BusinessCalendar { workplace.settings.business.calendar }

    func listing(mine: String?, paging: PageOptions) async throws -> Listing {
        let waiting = try await store.waiting(
            brands: Self.brands(workplace), assignee: mine, page: paging.window)
        var rows: [InboxListing.Row] = []
        for mention in waiting.rows { rows.append(try await row(mention)) }
        return InboxListing.listing(
            rows, names: workplace.names, now: now,
            footer: paging.footer(shown: rows.count, total: waiting.total))
    }

    /// The brands whose mentions wait; nil for all, where there is no competitor to leave out.
    static func brands(_ workplace: Workplace) -> [BrandID]? {
        workplace.settings.brands.contains { $0.brand.isCompetitor } ? workplace.ownBrands : nil
    }

    private func row(_ mention: Mention) async throws -> InboxListing.Row {
        let due = try await dueDate(of: mention)
        let isReopened = mention.triageState == .reopened
        let since =
            isReopened
            ? try await WaitStart(store: store).start(of: mention, labels: []) : mention.occurredAt
        return InboxListing.Row(
            mention: mention, since: since, waiting: open(from: since), due: due,
            overdue: due.map(open) ?? 0)
    }

    /// For how long the business was open since a moment.
    private func open(from start: Date) -> TimeInterval {
        OpeningTimes(calendar, from: start, to: now).seconds(from: start, to: now)
    }

    /// When an answer is due by the strictest rule that asks for one.
    private func dueDate(of mention: Mention) async throws -> Date? {
        let settings = workplace.settings
        let planner = ReminderPlanner(
            brands: settings.brands.map(\.brand), calendar: calendar,
            timeZone: settings.business.timeZone)
        var dates: [Date] = []
        for rule in settings.reminders where rule.isEnabled {
            let since = try await WaitStart(store: store)
                .start(of: mention, labels: rule.conditions.labels)
            let waiting = try await facts(of: mention, since: since, for: rule)
            if let date = planner.deadline(of: rule, for: waiting) { dates.append(date) }
        }
        return dates.min()
    }

    /// The mention as a rule looks at it; what the rule does not ask about is not looked up.
    private func facts(of mention: Mention, since: Date, for rule: ReminderRule) async throws
        -> WaitingMention
    {
        let conditions = rule.conditions
        var waiting = WaitingMention(mention: mention, since: since)
        if !conditions.aspects.isEmpty || !conditions.authors.isEmpty {
            // The history of mentions is asked by number: this one and no other.
            let past = try await store.history(
                since: .distantPast, after: mention.id - 1, limit: 1, aspects: true
            ).first { $0.mention.id == mention.id }
            waiting.author = past?.author
            waiting.mention = past?.mention ?? mention
        }
        if conditions.minSites != nil, mention.incident != nil {
            waiting.siteCount = try await store.incident(of: mention.id)?.siteCount ?? 1
        }
        return waiting
    }
}

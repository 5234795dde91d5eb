import ArgumentParser
import FoundationEssentials
import Model
import Reporting
import Storage

/// The command `repute flag`.
struct FlagCommand: AsyncParsableCommand {
    /// More flags in one go are a slip of the pen.
    private static let limit = 100

    static let configuration = CommandConfiguration(
        commandName: "flag",
        abstract: "Records that a mention is suspected to be a fake, or what came of that.",
        discussion: """
            Nothing is sent to the site; its own address for reports is shown where the source gives \
            one. A flag changes no figure: reports show how many mentions were flagged by stars, so \
            that it is seen if only bad ones are.

            Examples:
              repute flag 42 --reason "never was a guest, same text as 40"
              repute flag 42 --outcome removed
              repute flags --open
            """)

    @Argument(
        help: ArgumentHelp("Numbers of mentions: 12, #12, or 12..20.", valueName: "id"),
        transform: MentionNumbers.init(parsing:))
    var numbers: [MentionNumbers]

    @Option(help: ArgumentHelp("Why you suspect it.", valueName: "text"))
    var reason: String?

    @Option(help: "What came of it.")
    var outcome: SuspicionFlag.Outcome?

    @OptionGroup var person: ActingPerson
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (reason == nil) != (outcome == nil) else {
            throw ValidationError(
                "Give --reason TEXT to flag it, or --outcome removed, kept or withdrawn to say what "
                    + "came of that.")
        }
        if let reason { _ = try PersonText.note(reason, "--reason") }
    }

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let page = try await page(workplace)
        try await workplace.console.print(
            page.rendered(as: options.format, for: workplace.reader))
        if !page.isApplied { throw CommandFailure(.failed) }
    }

    /// Flags or settles what is named; what came of each.
    func page(_ workplace: Workplace) async throws -> FlagPage {
        let by = try person.name()
        let reason = try reason.map { try PersonText.note($0, "--reason") }
        return try await workplace.withStore { store in
            let selected = try await store.select(
                MentionSelection(.numbers(numbers.map(\.range))), limit: Self.limit)
            var page = FlagPage(missing: selected.missing)
            for id in selected.mentions {
                guard let mention = try await store.mention(id) else { continue }
                let receipt =
                    if let outcome {
                        try await store.settleFlag(of: id, as: outcome, at: workplace.now)
                    } else {
                        try await store.flag(id, reason: reason ?? "", by: by, at: workplace.now)
                    }
                page.rows.append(Self.row(mention, receipt, workplace.reader.time))
            }
            return page
        }
    }

    private static func row(_ mention: Mention, _ receipt: FlagReceipt, _ time: TimeText)
        -> FlagPage.Row
    {
        switch receipt {
        case .done(let flag): return FlagPage.Row(mention: mention, flag: flag)
        case .refused(let flag):
            let sentence =
                flag.outcome.map {
                    "the last flag is settled: \($0.rawValue); flag it again with --reason"
                } ?? "is flagged already, by \(flag.by) on \(time.absolute(flag.at))"
            return FlagPage.Row(mention: mention, flag: flag, refusal: sentence)
        case .unflagged:
            return FlagPage.Row(
                mention: mention, flag: nil, refusal: "is not flagged; flag it with --reason")
        case .unknown:
            return FlagPage.Row(mention: mention, flag: nil, refusal: "there is no such mention")
        }
    }
}

/// The command `repute flags`.
struct FlagsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flags",
        abstract: "Lists suspected fakes, the latest first.",
        discussion: """
            The last line says how many of the mentions of the last 365 days were flagged, by stars.

            Examples:
              repute flags --open
              repute flags --format csv > fakes.csv
            """)

    @Flag(name: .customLong("open"), help: "Only those of which the outcome is not known.")
    var isOpen = false

    @OptionGroup var paging: PageOptions
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let listing = try await workplace.withStore { try await self.listing(workplace, $0) }
        try await workplace.console.print(
            listing.rendered(as: options.format, for: workplace.reader))
    }

    func listing(_ workplace: Workplace, _ store: any Store) async throws -> Listing {
        let found = try await store.flags(isOpen: isOpen ? true : nil, page: paging.window)
        let today = workplace.reader.time.calendarDay(workplace.now)
        let counts = try await store.flagCounts(
            brands: Inbox.brands(workplace), from: CalendarDay(number: today.number - 364),
            to: today)
        var footer = paging.footer(shown: found.rows.count, total: found.total)
        footer += FlagRates.lines(
            counts.map {
                FlagRates.Rate(stars: $0.stars, flagged: $0.flagged, mentions: $0.mentions)
            })
        return FlagListing.listing(
            found.rows.map { FlagListing.Row(flag: $0.flag, mention: $0.mention) },
            names: workplace.names, footer: footer)
    }
}

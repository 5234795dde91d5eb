import Alerting
import ArgumentParser
import FoundationEssentials
import Model
import Reporting
import Settings
import Storage

/// The command `repute silence add`.
struct SilenceAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Silences what all of the given conditions hold for.",
        discussion: """
            Times are those of the owner's zone: 18:00 is the next 18:00, 2026-12-24 the beginning of \
            that day. Without --for and --until a silence ends after 24 hours. A rule is one of the \
            configuration, or source-health or delivery-health; digests are not silenced.

            Examples:
              repute silence add --source town-forum --for 2h --comment "moving servers"
              repute silence add --rule complaints --brand inn --until "2026-12-27 08:00"
              repute silence add --everything --from 22:00 --until 07:00
            """)

    @Option(help: ArgumentHelp("Only what comes from this source.", valueName: "id"))
    var source: SourceID?

    @Option(help: ArgumentHelp("Only what is about this brand.", valueName: "id"))
    var brand: BrandID?

    @Option(help: ArgumentHelp("Only alerts of this rule.", valueName: "id"))
    var rule: RuleID?

    @Option(help: ArgumentHelp("Only this mention.", valueName: "number"))
    var mention: MentionID?

    @Flag(help: "All alerts, whatever they are about.")
    var everything = false

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("How long it holds: 2h, 1d12h, 1w.", valueName: "duration"))
    var duration: Span?

    @Option(help: ArgumentHelp("Until when it holds.", valueName: "time"))
    var until: LocalMoment?

    @Option(help: ArgumentHelp("From when it holds; now unless given.", valueName: "time"))
    var from: LocalMoment?

    @Option(help: ArgumentHelp("Why, for whoever reads the list.", valueName: "text"))
    var comment: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        let isNarrowed = source != nil || brand != nil || rule != nil || mention != nil
        guard isNarrowed != everything else {
            throw ValidationError(
                "Say what to silence: --source, --brand, --rule, --mention, or --everything alone.")
        }
        if duration != nil, until != nil {
            throw ValidationError("--for and --until say the same; give one of them.")
        }
        if let comment, comment.utf8.count > 1000 {
            throw ValidationError("--comment takes at most 1000 bytes.")
        }
    }

    func run() async throws {
        let workplace = try await Workplace.open(options)
        var silence = try silence(in: workplace)
        silence.id = try await workplace.withStore { store in
            if let mention { _ = try await ShowCommand.mention(mention, store: store) }
            return try await store.add(silence)
        }
        let listing = SilenceListing.listing(
            [silence], names: workplace.names, now: workplace.now)
        try await workplace.console.print(
            listing.rendered(as: options.format, for: workplace.reader))
    }

    /// The silence that is asked for, not stored yet.
    func silence(in workplace: Workplace) throws -> AlertSilence {
        if let source { _ = try workplace.source(source) }
        _ = try workplace.brand(brand)
        if let rule { try check(rule, workplace) }
        let (now, zone) = (workplace.now, workplace.reader.time.zone)
        let start = try date(from, "--from", after: now, zone) ?? now
        let end =
            try date(until, "--until", after: start, zone)
            ?? start.addingTimeInterval(duration?.seconds ?? 86_400)
        return AlertSilence(
            id: 0, rule: rule, source: source, brand: brand, mention: mention, start: start,
            end: end, comment: comment.flatMap { $0.isEmpty ? nil : $0 })
    }

    private func date(
        _ moment: LocalMoment?, _ option: String, after start: Date, _ zone: TimeZone
    ) throws -> Date? {
        guard let moment else { return nil }
        guard let date = moment.date(after: start, zone: zone), date > start else {
            throw CommandFailure(
                .usage,
                "\(option) \(moment.text) is over already, or no time in \(zone.identifier)")
        }
        return date
    }

    private func check(_ rule: RuleID, _ workplace: Workplace) throws {
        if rule == .sourceHealth || rule == .deliveryHealth { return }
        if workplace.settings.digests.contains(where: { $0.id == rule }) {
            throw CommandFailure(
                .usage,
                "\(rule) is a digest, which silences don't cover; set `enabled: false` on it instead"
            )
        }
        try workplace.check(rule: rule)
    }
}

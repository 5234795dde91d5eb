import Alerting
import ArgumentParser
import Assembly
import FoundationEssentials
import Model
import Monitor
import Reporting
import Settings
import Storage

/// The command `repute rules replay`.
struct RulesReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Says what the rules would have sent over a time that is past.",
        discussion: """
            Runs the code that decides over the stored mentions and their edits, in the order in which \
            they were seen, on a clock that they set, and shows the figures beside what was sent: \
            alerts of each rule, mentions that a cool-down would have held back, that would have \
            waited for the digest, that a silence covered, that tell a told story (copies), that came \
            with the first poll of a source or are harmless edits (history), and alerts that quiet \
            hours would have put off. Nothing is stored or sent. With --rules the rules of another \
            configuration are tried on this one's history. Rules on mentions, surges, drops and missing \
            answers are replayed, and digests: when they would have gone, and of how many new mentions. \
            The watches over sources and channels are not, since how these stood is not stored.

            Examples:
              repute rules replay --since 90d
              repute rules replay --since 30d --rules new.yaml --rule complaints --list
              repute rules replay --since 1y --list --limit 10000 --format csv > alerts.csv
            """)

    @Option(
        help: ArgumentHelp(
            "From when on: 90d, 2026-09-01, …; 30d unless given.", valueName: "time"))
    var since: Instant?

    @Option(
        help: ArgumentHelp("Take the rules from this configuration instead.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var rules: String?

    @Option(
        help: ArgumentHelp("Only this rule, even if it is off; may be repeated.", valueName: "id"))
    var rule: [RuleID] = []

    @Option(help: ArgumentHelp("Only alerts on this brand.", valueName: "id"))
    var brand: BrandID?

    @Flag(inversion: .prefixedNo, help: "Whether silences keep alerts back, as they did.")
    var silences = true

    @Flag(help: "List each alert with its mentions and its reason.")
    var list = false

    @Option(
        help: ArgumentHelp("How many alerts to list, 1 to 1000000.", valueName: "count"))
    var limit = 100

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (1...1_000_000).contains(limit) else {
            throw ValidationError("--limit takes 1 to 1000000.")
        }
    }

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let settings = try await tried(workplace)
        let run = ReplayRun(
            settings: settings, only: Set(rule), brand: brand, heedsSilences: silences,
            listLimit: list ? limit : nil, reader: workplace.reader)
        try run.check()
        let now = workplace.now
        let start =
            since?.date(now: now, zone: workplace.reader.time.zone)
            ?? now.addingTimeInterval(-30 * 86_400)
        guard start < now else { throw ValidationError("--since is not in the past.") }
        let progress = Progress()
        let page = try await workplace.withStore { store in
            try await run.page(in: store, since: start, until: now, progress: progress.show)
        }
        progress.clear()
        try await workplace.console.print(
            page.rendered(as: options.format, names: workplace.names, for: workplace.reader))
    }

    /// The settings whose rules are tried.
    private func tried(_ workplace: Workplace) async throws -> Settings {
        guard let rules else { return workplace.settings }
        return try await onOwnThread {
            do throws(SettingsProblems) {
                return try SettingsLoader().load(path: rules)
            } catch {
                throw CommandFailure(error)
            }
        }
    }
}

import ArgumentParser
import FoundationEssentials
import Model
import Reporting
import Settings
import Storage

/// The command `repute rules list`.
struct RulesListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists every rule and digest: what it asks for, how urgent, where it goes.",
        discussion: """
            Rules that are switched off are marked. The two rules that watch sources and channels \
            themselves are listed where somebody is told of them.

            Examples:
              repute rules list
              repute rules list --format json | jq '.[] | select(.lastSpoke == null) | .id'
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let moments = try await workplace.withStore { try await $0.lastAlerts() }
        let listing = RuleListing.listing(
            Self.rows(workplace.settings, moments: moments, now: workplace.now))
        try await workplace.console.print(
            listing.rendered(as: options.format, for: workplace.reader))
    }

    /// A row for each rule, in the order of the files, then the digests, then the rules of Repute's own.
    static func rows(_ settings: Settings, moments: [AlertMoment], now: Date)
        -> [RuleListing.Row]
    {
        let last = Dictionary(moments.map { ($0.rule, $0.at) }) { max($0, $1) }
        return RuleBook(settings: settings).rows(now: now).map { row in
            var row = row
            row.lastSpoke = last[row.id]
            return row
        }
    }
}

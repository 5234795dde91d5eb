import Alerting
import ArgumentParser
import Model
import Reporting
import Settings
import Storage

/// The command `repute status`.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Shows how everything stands: sources, complaints without answer, outbox.",
        discussion: """
            The oldest complaint that nobody answered comes first, then how all complaints stand \
            (`repute inbox` lists those that wait), then the sources with their \
            health and a sentence on each that is not simply well (unreachable, unreadable, quiet or \
            gone since when, paused, short of quota), then the alerts on their way, channels that \
            can't deliver, silences in force, and when the next digest is sent.

            With --check, all that is one line for a monitoring system, and the exit code tells the \
            state: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN. What was found follows, a line each. \
            Critical are a daemon that does not run, a store that can't be read, a channel whose \
            receiver wants no more letters, and sources that are all dead; the options say from where \
            on the rest is. Run it as the user of the daemon.

            Examples:
              repute status
              repute status --check --warning-outbox 30m --critical-complaint 7d
              repute status --format json | jq '.sources[] | select(.health == "unreachable")'
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup(title: "Monitoring") var checking: StatusCheckOptions

    func run() async throws {
        if checking.check {
            let verdict = await Self.verdict(options, checking.thresholds)
            try await Workplace.console(options).print(verdict.text)
            if verdict.state != .ok { throw ExitCode(verdict.state.rawValue) }
            return
        }
        let workplace = try await Workplace.open(options)
        let page = try await workplace.withStore { try await Self.page(workplace, store: $0) }
        let text = page.rendered(
            as: options.format, names: workplace.names, for: workplace.reader)
        try await workplace.console.print(text)
    }

    static func page(_ workplace: Workplace, store: any Store) async throws -> StatusPage {
        let outbox = try await store.outboxSummary()
        var page = StatusPage(
            business: workplace.settings.business.name,
            totals: try await store.totals(),
            oldestUnanswered: try await store.oldestUnanswered(brands: workplace.ownBrands),
            sources: workplace.settings.sources,
            states: Dictionary(
                try await store.sourceStates().map { ($0.source, $0) },
                uniquingKeysWith: { first, _ in first }),
            outbox: StatusPage.Outbox(
                pending: outbox.pending, retrying: outbox.retrying, delivered: outbox.delivered,
                givenUp: outbox.givenUp, oldestPending: outbox.oldestPending))
        let counts = try await store.triageCounts(brands: Inbox.brands(workplace))
        for state in Triage.State.allCases { page.complaints[state] = counts[.negative, state] }
        page.outbox.channels = try await store.channelStates()
        page.outbox.pendingByChannel = try await store.pendingDeliveries()
        page.silences = try await store.silences().filter { $0.isInForce(at: workplace.now) }
        page.nextDigest = nextDigest(workplace)
        return page
    }

    private static func nextDigest(_ workplace: Workplace) -> StatusPage.NextDigest? {
        let zone = workplace.settings.business.timeZone
        return workplace.settings.digests.filter(\.isEnabled).map { plan in
            StatusPage.NextDigest(
                digest: plan.id, at: plan.nextSlot(after: workplace.now, timeZone: zone))
        }.min { $0.at < $1.at }
    }
}

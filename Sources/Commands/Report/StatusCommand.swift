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

            Examples:
              repute status
              repute status --format json | jq '.sources[] | select(.health == "unreachable")'
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
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

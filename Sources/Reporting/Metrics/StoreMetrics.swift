import FoundationEssentials
import Model

extension MetricsPage {
    /// The store's files, the outbox and the channels.
    var store: [Metric] {
        let files = [
            Metric(
                "repute_store_up", .gauge, "Whether the store answered",
                facts.stored == nil ? 0 : 1),
            Metric(
                "repute_store_size_bytes", .gauge, "Size of the database",
                facts.files.store.map(Double.init)),
            Metric(
                "repute_store_wal_size_bytes", .gauge, "Size of the database's write-ahead log",
                facts.files.log.map(Double.init)),
            Metric(
                "repute_store_free_bytes", .gauge,
                "What can still be written to the file system of the database",
                facts.files.free.map(Double.init)),
        ]
        guard let stored = facts.stored else { return files }
        return files + outbox(stored) + channels(stored.outbox)
    }

    private func outbox(_ stored: MetricsFacts.Stored) -> [Metric] {
        let outbox = stored.outbox
        return [
            Metric(
                "repute_outbox_deliveries", .gauge,
                "Deliveries in the store by state; settled ones leave with retention",
                [
                    ("pending", outbox.pending), ("delivered", outbox.delivered),
                    ("given-up", outbox.givenUp),
                ].map { Metric.Sample(Double($0.1), [Metric.Label("state", $0.0)]) }),
            Metric(
                "repute_outbox_retrying", .gauge, "Pending deliveries that failed at least once",
                Double(outbox.retrying)),
            Metric(
                "repute_outbox_oldest_pending_age_seconds", .gauge,
                "How long the oldest pending delivery waits; 0 if none does",
                age(since: outbox.oldestPending)),
            Metric(
                "repute_oldest_complaint_age_seconds", .gauge,
                "How long the oldest complaint waits for an answer; 0 if none does",
                age(since: stored.oldestComplaint)),
        ]
    }

    private func channels(_ outbox: StatusPage.Outbox) -> [Metric] {
        let states = Dictionary(
            outbox.channels.map { ($0.channel, $0) }, uniquingKeysWith: { first, _ in first })
        func metric(
            _ name: String, _ help: String, _ value: (ChannelID, ChannelState?) -> Int
        ) -> Metric {
            Metric(
                name, .gauge, help,
                facts.channels.map {
                    Metric.Sample(
                        Double(value($0, states[$0])), [Metric.Label("channel", $0.rawValue)])
                })
        }
        return [
            metric("repute_channel_pending", "Pending deliveries of the channel") { channel, _ in
                outbox.pendingByChannel[channel] ?? 0
            },
            metric("repute_channel_failures", "Attempts that failed since the last that did not") {
                $1?.failures ?? 0
            },
            metric(
                "repute_channel_closed",
                "Whether the receiver wants no more letters, so that none is tried"
            ) { $1?.disabledAt == nil ? 0 : 1 },
        ]
    }

    /// Seconds from `date` to now, 0 where there is none or the clock was set back.
    private func age(since date: Date?) -> Double {
        date.map { max(0, facts.now.timeIntervalSince($0)) } ?? 0
    }
}

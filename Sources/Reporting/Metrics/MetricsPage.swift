import FoundationEssentials
import Model

/// Every metric of a daemon.
///
/// Labels hold only names out of the configuration and words of closed lists: no address, no name of a
/// person, no text of a feed.
public struct MetricsPage: Sendable {
    let facts: MetricsFacts

    /// The metrics of `facts`.
    public init(_ facts: MetricsFacts) { self.facts = facts }

    /// All of them, in the order of the manual.
    public var metrics: [Metric] {
        process + configuration + loops + polls + deliveries + store + sources + mentions
    }

    /// The text that a monitoring system reads.
    public var text: String { MetricText.text(of: metrics) }

    private var process: [Metric] {
        let process = facts.process
        return [
            Metric(
                "repute_build_info", .gauge, "Always 1; the label tells the release that runs",
                [Metric.Sample(1, [Metric.Label("version", facts.version)])]),
            Metric(
                "process_start_time_seconds", .gauge, "When the daemon began, in Unix time",
                process.start.timeIntervalSince1970),
            Metric(
                "process_cpu_seconds_total", .counter, "Processor time that was used",
                process.processorSeconds),
            Metric(
                "process_resident_memory_bytes", .gauge, "Memory that is in use",
                process.residentBytes.map(Double.init)),
            Metric(
                "process_open_fds", .gauge, "Open file descriptors",
                process.descriptors.map(Double.init)),
            Metric(
                "process_max_fds", .gauge, "How many file descriptors may be open",
                process.descriptorLimit.map(Double.init)),
        ]
    }

    private var configuration: [Metric] {
        [
            Metric(
                "repute_config_last_reload_successful", .gauge,
                "Whether the configuration that was read last is in force",
                facts.isConfigurationGood ? 1 : 0),
            Metric(
                "repute_config_loaded_timestamp_seconds", .gauge,
                "When the configuration in force was read, in Unix time",
                facts.configured.timeIntervalSince1970),
            Metric(
                "repute_retention_age_seconds", .gauge,
                "After what time things are removed; kinds that are kept for ever are left out",
                facts.retention.map { Metric.Sample($0.age, [Metric.Label("kind", $0.kind)]) }),
        ]
    }

    private var loops: [Metric] {
        func labels(_ loop: MetricsFacts.Loop) -> [Metric.Label] {
            [Metric.Label("loop", loop.name)]
                + (loop.channel.map { [Metric.Label("channel", $0.rawValue)] } ?? [])
        }
        return [
            Metric(
                "repute_loop_heartbeat_age_seconds", .gauge,
                "Time since the loop last moved; a healthy one moves every 30 seconds or is at work",
                facts.loops.map { Metric.Sample($0.age, labels($0)) }),
            Metric(
                "repute_loop_up", .gauge, "Whether the loop could go all its way the last time",
                facts.loops.map { Metric.Sample($0.isWell ? 1 : 0, labels($0)) }),
        ]
    }

    private var polls: [Metric] {
        let work = facts.work
        let durations = work.pollDurations
        return [
            Metric(
                "repute_polls_total", .counter, "Polls of sources by how they ended",
                WorkCounts.PollOutcome.allCases.map {
                    Metric.Sample(
                        Double(work.polls[$0] ?? 0), [Metric.Label("outcome", $0.rawValue)])
                }),
            Metric(
                "repute_poll_failures_total", .counter, "Failed polls by reason",
                PollFailure.Reason.allCases.map {
                    Metric.Sample(
                        Double(work.failures[$0] ?? 0), [Metric.Label("reason", $0.rawValue)])
                }),
            Metric(
                "repute_poll_duration_seconds",
                "How long polls took, from the request to the read document",
                durations: Array(zip(DurationCounts.bounds, durations.buckets)),
                count: durations.count, sum: durations.sum),
            counter(
                "repute_entries_read_total", "Entries in the documents that were read", work.entries
            ),
            counter(
                "repute_entries_scored_total",
                "Entries that were matched and scored, since they were new or had another wording",
                work.scored),
            counter(
                "repute_mentions_new_total", "Mentions that were stored for the first time",
                work.newMentions),
            counter(
                "repute_mentions_changed_total", "Mentions that got another wording",
                work.changedMentions),
            Metric(
                "repute_retention_removed_total", .counter,
                "What retention removed: mentions, names of authors, deliveries",
                [
                    ("mentions", work.removedMentions), ("authors", work.removedAuthors),
                    ("deliveries", work.removedDeliveries),
                ].map { Metric.Sample(Double($0.1), [Metric.Label("kind", $0.0)]) }),
            Metric(
                "repute_retention_last_run_timestamp_seconds", .gauge,
                "When retention last ended, in Unix time; left out until it did",
                work.lastRetention?.timeIntervalSince1970),
        ]
    }

    private var deliveries: [Metric] {
        let work = facts.work
        let channels = Set(facts.channels).union(work.attempts.keys).sorted()
        return [
            Metric(
                "repute_alerts_total", .counter, "Alerts that were decided, by rule",
                work.alerts.sorted { $0.key < $1.key }.map {
                    Metric.Sample(Double($0.value), [Metric.Label("rule", $0.key.rawValue)])
                }),
            Metric(
                "repute_delivery_attempts_total", .counter,
                "Attempts to hand over a letter, by channel and how they ended",
                channels.flatMap { channel in
                    WorkCounts.AttemptOutcome.allCases.map {
                        Metric.Sample(
                            Double(work.attempts[channel]?[$0] ?? 0),
                            [
                                Metric.Label("channel", channel.rawValue),
                                Metric.Label("outcome", $0.rawValue),
                            ])
                    }
                }),
        ]
    }

    private func counter(_ name: String, _ help: String, _ count: Int) -> Metric {
        Metric(name, .counter, help, Double(count))
    }
}

import FoundationEssentials
import Model
import Testing

@testable import Reporting

/// Facts on an inn with two sources, of which one fails.
private func inn(_ change: (inout MetricsFacts) -> Void = { _ in }) -> MetricsFacts {
    let (good, bad) = (SourceID(trusted: "map"), SourceID(trusted: "news"))
    let mail = ChannelID(trusted: "mail")
    var facts = MetricsFacts(
        now: Sample.now, version: "1.2.3",
        sources: [
            Source(id: good, url: Secret("https://a.example/token-1"), kind: .review),
            Source(id: bad, url: Secret("https://b.example/token-2"), kind: .mention),
        ], channels: [mail], sourceLimit: 2,
        process: MetricsFacts.Process(start: Sample.now.addingTimeInterval(-60)),
        configured: Sample.now.addingTimeInterval(-60))
    var well = SourceState(source: good, nextPoll: Sample.now, urlDigest: "d")
    well.lastSuccess = Sample.now.addingTimeInterval(-420)
    well.health = .well
    var failing = SourceState(source: bad, nextPoll: Sample.now, urlDigest: "e")
    failing.health = .unreachable
    failing.failures = 3
    failing.lastFailure = PollFailure(reason: .dns, detail: "b.example has no address")
    var outbox = StatusPage.Outbox(
        pending: 2, retrying: 1, delivered: 40, givenUp: 1,
        oldestPending: Sample.now.addingTimeInterval(-300))
    outbox.pendingByChannel = [mail: 2]
    outbox.channels = [ChannelState(channel: mail, failures: 4, lastError: "owner@inn.example: no")]
    facts.stored = MetricsFacts.Stored(
        states: [well, failing],
        counts: [
            SourceCounts(source: good, counts: SentimentCounts(negative: 3, positive: 5)),
            SourceCounts(
                source: SourceID(trusted: "former"), counts: SentimentCounts(neutral: 2)),
        ], outbox: outbox, oldestComplaint: nil)
    facts.loops = [
        MetricsFacts.Loop(name: "deliver", channel: mail, age: 2.5, isWell: false),
        MetricsFacts.Loop(name: "poll", channel: nil, age: 0.25, isWell: true),
    ]
    change(&facts)
    return facts
}

private func lines(_ facts: MetricsFacts, of name: String) -> [String] {
    MetricsPage(facts).text.split(separator: "\n").map(String.init).filter {
        $0.hasPrefix(name + "{") || $0.hasPrefix(name + " ")
    }
}

struct `The metrics of a daemon` {
    @Test(arguments: [
        ("repute_build_info", ["repute_build_info{version=\"1.2.3\"} 1"]),
        (
            "repute_source_up",
            ["repute_source_up{source=\"map\"} 1", "repute_source_up{source=\"news\"} 0"]
        ),
        (
            "repute_source_last_success_timestamp_seconds",
            [
                "repute_source_last_success_timestamp_seconds{source=\"map\"} 1795348380",
                "repute_source_last_success_timestamp_seconds{source=\"news\"} 0",
            ]
        ),
        (
            "repute_sources_oldest_success_timestamp_seconds",
            ["repute_sources_oldest_success_timestamp_seconds 0"]
        ),
        (
            "repute_loop_heartbeat_age_seconds",
            [
                "repute_loop_heartbeat_age_seconds{loop=\"deliver\",channel=\"mail\"} 2.5",
                "repute_loop_heartbeat_age_seconds{loop=\"poll\"} 0.25",
            ]
        ),
        (
            "repute_loop_up",
            [
                "repute_loop_up{loop=\"deliver\",channel=\"mail\"} 0",
                "repute_loop_up{loop=\"poll\"} 1",
            ]
        ),
        (
            "repute_outbox_oldest_pending_age_seconds",
            ["repute_outbox_oldest_pending_age_seconds 300"]
        ),
        ("repute_oldest_complaint_age_seconds", ["repute_oldest_complaint_age_seconds 0"]),
        ("repute_channel_pending", ["repute_channel_pending{channel=\"mail\"} 2"]),
        ("repute_channel_failures", ["repute_channel_failures{channel=\"mail\"} 4"]),
        ("repute_channel_closed", ["repute_channel_closed{channel=\"mail\"} 0"]),
        ("repute_store_up", ["repute_store_up 1"]),
        ("repute_metrics_by_source", ["repute_metrics_by_source 1"]),
        ("repute_store_wal_size_bytes", []),
    ])
    func `tell what is known`(name: String, expected: [String]) {
        #expect(lines(inn(), of: name) == expected)
    }

    @Test func `count sources by how they stand, empty states too`() {
        let found = lines(inn(), of: "repute_sources")
        #expect(found.count == SourceCondition.allCases.count)
        #expect(found.contains("repute_sources{state=\"ok\"} 1"))
        #expect(found.contains("repute_sources{state=\"unreachable\"} 1"))
        #expect(found.contains("repute_sources{state=\"paused\"} 0"))
    }

    @Test func `count mentions by source and label, those of former sources under no name`() {
        let found = lines(inn(), of: "repute_mentions")
        #expect(found.contains("repute_mentions{source=\"map\",label=\"negative\"} 3"))
        #expect(found.contains("repute_mentions{source=\"\",label=\"neutral\"} 2"))
        #expect(found.count == 8)
    }

    @Test func `are summed, and say so, where there are too many sources`() {
        let facts = inn { $0.sourceLimit = 1 }
        #expect(lines(facts, of: "repute_metrics_by_source") == ["repute_metrics_by_source 0"])
        #expect(lines(facts, of: "repute_source_up") == [])
        #expect(
            lines(facts, of: "repute_mentions") == [
                "repute_mentions{source=\"\",label=\"negative\"} 3",
                "repute_mentions{source=\"\",label=\"neutral\"} 2",
                "repute_mentions{source=\"\",label=\"positive\"} 5",
                "repute_mentions{source=\"\",label=\"unscored\"} 0",
            ])
        #expect(lines(facts, of: "repute_sources").contains("repute_sources{state=\"ok\"} 1"))
    }

    @Test func `of a store that is silent are those of the process`() {
        let facts = inn { $0.stored = nil }
        #expect(lines(facts, of: "repute_store_up") == ["repute_store_up 0"])
        #expect(lines(facts, of: "repute_outbox_deliveries") == [])
        #expect(lines(facts, of: "repute_polls_total").count == 3)
    }

    @Test func `count work by closed lists of words`() {
        let facts = inn { facts in
            facts.work.polls = [.read: 4, .failed: 1]
            facts.work.failures = [.dns: 1]
            facts.work.attempts = [ChannelID(trusted: "mail"): [.delivered: 2]]
            facts.work.alerts = [RuleID(trusted: "complaints"): 7]
            facts.work.pollDurations.add(0.3)
            facts.work.pollDurations.add(500)
        }
        #expect(
            lines(facts, of: "repute_polls_total") == [
                "repute_polls_total{outcome=\"read\"} 4",
                "repute_polls_total{outcome=\"unchanged\"} 0",
                "repute_polls_total{outcome=\"failed\"} 1",
            ])
        #expect(
            lines(facts, of: "repute_poll_failures_total").count
                == PollFailure.Reason.allCases.count)
        #expect(
            lines(facts, of: "repute_delivery_attempts_total").contains(
                "repute_delivery_attempts_total{channel=\"mail\",outcome=\"delivered\"} 2"))
        #expect(
            lines(facts, of: "repute_alerts_total") == [
                "repute_alerts_total{rule=\"complaints\"} 7"
            ])
        let buckets = lines(facts, of: "repute_poll_duration_seconds_bucket")
        #expect(buckets[1].hasSuffix("{le=\"0.25\"} 0") && buckets[2].hasSuffix("{le=\"0.5\"} 1"))
        #expect(buckets.last == "repute_poll_duration_seconds_bucket{le=\"+Inf\"} 2")
        #expect(
            lines(facts, of: "repute_poll_duration_seconds_sum") == [
                "repute_poll_duration_seconds_sum 500.3"
            ])
    }

    @Test func `hold no address, no secret and no name of a person`() {
        let text = MetricsPage(inn()).text
        for secret in ["token-", "example", "@", "http"] {
            #expect(!text.contains(secret), "\(secret)")
        }
    }

    @Test func `are named and described by the rules of Prometheus`() {
        for metric in MetricsPage(inn()).metrics {
            let isCounter = metric.name.hasSuffix("_total")
            #expect(isCounter == (metric.kind == .counter), "\(metric.name)")
            #expect(metric.name.hasPrefix("repute_") || metric.name.hasPrefix("process_"))
            #expect(!metric.help.isEmpty && !metric.help.hasSuffix("."), "\(metric.name)")
            #expect(
                Set(metric.samples.map { "\($0.suffix)\($0.labels)" }).count
                    == metric.samples.count, "\(metric.name) has a value twice")
        }
    }
}

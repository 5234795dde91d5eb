import FoundationEssentials
import Model

extension MetricsPage {
    /// Whether sources have figures of their own, or only together.
    private var isBySource: Bool { facts.sources.count <= facts.sourceLimit }

    /// How the sources stand.
    var sources: [Metric] {
        let limit = [
            Metric(
                "repute_metrics_by_source", .gauge,
                "Whether sources have figures of their own; 0 where there are more than "
                    + "metrics.source_limit of them, which are summed then",
                isBySource ? 1 : 0)
        ]
        guard let stored = facts.stored else { return limit }
        let states = Dictionary(
            stored.states.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
        let asked = facts.sources.filter { $0.isPolled && states[$0.id]?.pausedAt == nil }
        return limit + [conditions(states), oldestSuccess(asked, states)]
            + (isBySource ? single(asked, states) : [])
    }

    private func conditions(_ states: [SourceID: SourceState]) -> Metric {
        var counts: [SourceCondition: Int] = [:]
        for source in facts.sources {
            counts[SourceCondition(source: source, state: states[source.id]), default: 0] += 1
        }
        return Metric(
            "repute_sources", .gauge, "Configured sources by how they stand",
            SourceCondition.allCases.map {
                Metric.Sample(Double(counts[$0] ?? 0), [Metric.Label("state", $0.rawValue)])
            })
    }

    private func oldestSuccess(_ asked: [Source], _ states: [SourceID: SourceState]) -> Metric {
        Metric(
            "repute_sources_oldest_success_timestamp_seconds", .gauge,
            "When the polled source last answered that has not for the longest time, in Unix time; "
                + "0 if one never did, left out where none is polled",
            asked.map { states[$0.id]?.lastSuccess?.timeIntervalSince1970 ?? 0 }.min())
    }

    private func single(_ asked: [Source], _ states: [SourceID: SourceState]) -> [Metric] {
        func metric(
            _ name: String, _ help: String, _ value: (SourceCondition, SourceState?) -> Double
        ) -> Metric {
            Metric(
                name, .gauge, help,
                asked.map { source in
                    let state = states[source.id]
                    return Metric.Sample(
                        value(SourceCondition(source: source, state: state), state),
                        [Metric.Label("source", source.id.rawValue)])
                })
        }
        return [
            metric(
                "repute_source_up", "Whether the last poll of the source brought what can be read"
            ) {
                condition, state in
                condition.isFailing || state?.lastSuccess == nil ? 0 : 1
            },
            metric("repute_source_failures", "Polls of the source that failed since one did not") {
                Double($1?.failures ?? 0)
            },
            metric(
                "repute_source_last_success_timestamp_seconds",
                "When the source last answered as it should, in Unix time; 0 if it never did"
            ) { $1?.lastSuccess?.timeIntervalSince1970 ?? 0 },
        ]
    }

    /// Mentions by source and label.
    var mentions: [Metric] {
        guard let counted = facts.stored?.counts else { return [] }
        let known = Set(facts.sources.map(\.id))
        var samples: [Metric.Sample] = []
        func add(_ counts: SentimentCounts, _ labels: [Metric.Label]) {
            for (label, count) in [
                (Sentiment.Label.negative, counts.negative), (.neutral, counts.neutral),
                (.positive, counts.positive), (.unscored, counts.unscored),
            ] {
                samples.append(
                    Metric.Sample(Double(count), labels + [Metric.Label("label", label.rawValue)]))
            }
        }
        // What sources brought that are configured no more is summed under no name, as is all where
        // there are too many.
        var rest = SentimentCounts()
        for counts in counted {
            if isBySource, known.contains(counts.source) {
                add(counts.counts, [Metric.Label("source", counts.source.rawValue)])
            } else {
                rest.negative += counts.counts.negative
                rest.neutral += counts.counts.neutral
                rest.positive += counts.counts.positive
                rest.unscored += counts.counts.unscored
            }
        }
        if rest.total > 0 || samples.isEmpty { add(rest, [Metric.Label("source", "")]) }
        return [
            Metric(
                "repute_mentions", .gauge,
                "Mentions that were ever stored, by source and how they were felt; no source: those of "
                    + "sources that are configured no more, or of all", samples)
        ]
    }
}

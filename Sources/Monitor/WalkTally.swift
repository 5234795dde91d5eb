import FoundationEssentials
public import Model
import Storage
import Synchronization

/// Counts what the walks do, for whoever wants to see inside; safe from any task.
public final class WalkTally: Sendable {
    /// Guards the counts.
    private let held = Mutex(WorkCounts())

    /// Nothing done.
    public init() {}

    /// What was done so far.
    public var counts: WorkCounts { held.withLock { $0 } }

    func count(_ report: SourceReport) {
        guard report.wasPolled else { return }
        held.withLock { counts in
            if let failure = report.failure {
                counts.polls[.failed, default: 0] += 1
                counts.failures[failure.reason, default: 0] += 1
            } else {
                counts.polls[report.entries == nil ? .unchanged : .read, default: 0] += 1
            }
            counts.pollDurations.add(report.duration / .seconds(1))
            counts.entries += report.entries ?? 0
            counts.scored += report.scored
            counts.newMentions += report.receipt.new.count
            counts.changedMentions += report.receipt.changed.count
        }
    }

    func countAlerts(of rules: [RuleID]) {
        guard !rules.isEmpty else { return }
        held.withLock { counts in
            for rule in rules { counts.alerts[rule, default: 0] += 1 }
        }
    }

    func count(_ outcome: AttemptOutcome, through channel: ChannelID) {
        let outcome: WorkCounts.AttemptOutcome =
            switch outcome {
            case .delivered: .delivered
            case .retry: .retried
            case .givenUp: .givenUp
            case .cancelled: .cancelled
            }
        held.withLock { $0.attempts[channel, default: [:]][outcome, default: 0] += 1 }
    }

    func count(_ pruned: Pruned, at now: Date) {
        held.withLock { counts in
            counts.removedMentions += pruned.mentions
            counts.removedAuthors += pruned.authors
            counts.removedDeliveries += pruned.deliveries
            counts.lastRetention = now
        }
    }
}

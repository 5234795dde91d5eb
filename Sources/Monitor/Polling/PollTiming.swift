import FoundationEssentials
import Model
import Scheduling

/// When a source that answered as it should is asked again.
///
/// The interval adapts to its cadence where the owner gave it room, is stretched where a budget of its
/// host asks for that, and never falls into the hours that the feed asks to leave out, unless those
/// would put it off for more than a day.
struct PollTiming: Sendable {
    let source: Source
    /// Before the poll.
    let state: SourceState
    /// The shortest interval at which the budget of its host lasts the day; 0 without a budget.
    let budgetInterval: TimeInterval
    let now: Date
    /// Drawn from 0..<1.
    let random: Double

    /// How long a complaint keeps its source at the shortest interval, in seconds: a day.
    static let urgency: TimeInterval = 86_400
    private static let day: TimeInterval = 86_400

    /// The next poll after a success that left the source with `cadence`; `wait` is what the feed or the
    /// server says nothing new comes before, in seconds.
    func nextPoll(
        cadence: Cadence, wait: TimeInterval?, skips: SkippedTimes?, urgentUntil: Date?
    ) -> Date {
        let adaptive = AdaptiveInterval(
            shortest: source.interval, longest: source.longestInterval)
        let interval = adaptive.interval(
            arrivalsPerDay: cadence.observedDays > 0
                ? cadence.arrivals / cadence.observedDays : nil,
            silence: cadence.lastArrival.map { max(0, now.timeIntervalSince($0)) },
            isUrgent: urgentUntil.map { $0 > now } ?? false)
        let next = PollSchedule(interval: max(interval, budgetInterval)).nextPoll(
            after: .success(timeToLive: wait), now: now,
            lateness: state.lastPoll == nil ? 0 : now.timeIntervalSince(state.nextPoll),
            random: random)
        guard let skips else { return next }
        return min(skips.earliest(from: next), max(next, now.addingTimeInterval(Self.day)))
    }
}

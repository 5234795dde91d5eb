import FoundationEssentials
import Model

/// Whether many sources fail, or come back, at about the same time, as they do where the owner's own
/// connection is the cause.
struct Outage {
    private let states: [SourceState]
    private let now: Date

    init(states: [SourceState], now: Date) {
        self.states = states
        self.now = now
    }

    var sourceCount: Int { states.count }

    /// Whether notices are of so many sources that they have a common cause: more than half of all,
    /// and three at least.
    func isOutage(_ notices: [SourceNotice]) -> Bool {
        isOutage(Set(notices.map(\.source)).count)
    }

    /// Until when these notices, all of one kind, wait for others: the present where they need not;
    /// nil where they have no common cause and never had.
    func end(of notices: [SourceNotice]) -> Date? {
        guard let first = notices.first, let oldest = notices.map(\.at).min() else { return nil }
        let named = Set(notices.map(\.source))
        let others = states.count { state in
            guard !named.contains(state.source) else { return false }
            return first.kind == .unreachable ? isFailing(state) : state.health == .unreachable
        }
        guard isOutage(named.count + others) else { return nil }
        // A notice from the future, as after a clock that was set back, has waited long enough.
        if others == 0 || oldest > now { return now }
        return max(oldest.addingTimeInterval(NoticeDecider.patience), now)
    }

    private func isOutage(_ count: Int) -> Bool {
        count >= NoticeDecider.leastOutage && count * 2 > states.count
    }

    /// Whether it can't be reached at the moment, but nobody was told so far.
    private func isFailing(_ state: SourceState) -> Bool {
        state.failures > 0 && state.health != .unreachable
            && state.lastFailure?.reason.health == .unreachable
    }
}

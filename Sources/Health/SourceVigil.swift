public import FoundationEssentials
public import Model

/// Watches one source: from its state and the outcome of a poll to its next state, and to at most one
/// notice for a change of it.
///
/// A failure is told when it has lasted for the grace time, and once; a run of failures only ever gets
/// worse in the owner's eyes (unreachable, then unreadable, then gone), so that a server that fails now
/// in this way and now in that is not told at every turn. Everything that is needed is in the row,
/// so restarts change nothing. What was not watched is not judged: after a pause of
/// the source or the daemon, a run of failures begins anew, and a source that is well then is
/// so silently.
public struct SourceVigil: Sendable {
    /// When the owner is told.
    public var policy: WatchPolicy
    /// How the notices speak.
    public var wording: HealthWording
    /// The longest time between two polls of the source when all is well, in seconds.
    public var interval: TimeInterval

    /// A watch over one source.
    public init(policy: WatchPolicy, wording: HealthWording, interval: TimeInterval) {
        self.policy = policy
        self.wording = wording
        self.interval = interval
    }

    /// What a poll changes.
    public struct Verdict: Sendable, Hashable {
        /// `SourceState.health`.
        public var health: SourceHealth
        /// `SourceState.healthSince`.
        public var healthSince: Date?
        /// `SourceState.failingSince`.
        public var failingSince: Date?
        /// `SourceState.shape`.
        public var shape: SourceShape
        /// What the owner is to be told; nil for nothing.
        public var notice: HealthNotice?
    }

    /// What a successful poll brought.
    public struct Reading: Sendable, Hashable {
        /// What the entries of the document have; nil where the document is the one of before.
        public var document: SourceShape?
        /// Whether it was the first document that counts.
        public var isBaseline: Bool
        /// Whether something new came.
        public var broughtNews: Bool
        /// Whether the document still lists entries that it listed before.
        public var isCovered: Bool
        /// The cadence after the poll.
        public var cadence: Cadence

        /// A reading.
        public init(
            document: SourceShape?, isBaseline: Bool = false, broughtNews: Bool = false,
            isCovered: Bool = true, cadence: Cadence = Cadence()
        ) {
            self.document = document
            self.isBaseline = isBaseline
            self.broughtNews = broughtNews
            self.isCovered = isCovered
            self.cadence = cadence
        }
    }

    /// What a failed poll of a source in `state` makes of it; the next try is at `nextPoll`.
    public func verdict(
        on failure: PollFailure, of state: SourceState, nextPoll: Date, now: Date
    ) -> Verdict {
        let target = failure.reason.health
        var verdict = Verdict(
            health: state.health, healthSince: state.healthSince ?? now,
            failingSince: beginning(of: state, now: now), shape: SourceShape(code: state.shape))
        let since = verdict.failingSince ?? now
        let isDue = target == .gone || now.timeIntervalSince(since) >= policy.grace
        guard isDue, target.gravity > state.health.gravity else { return verdict }
        let wasTold = state.health.gravity > 0
        verdict.health = target
        // The whole time in which nothing came is one, however its reasons changed.
        if !wasTold { verdict.healthSince = since }
        verdict.notice = HealthNotice(
            kind: target == .gone ? .gone : target == .unreadable ? .unreadable : .unreachable,
            detail: FailureWording(wording: wording).sentence(
                failure, since: since, hadOther: wasTold, nextPoll: nextPoll, now: now),
            since: since)
        return verdict
    }

    /// What a successful poll of a source in `state` makes of it.
    public func verdict(on reading: Reading, of state: SourceState, now: Date) -> Verdict {
        let (shape, fault) = judged(reading, SourceShape(code: state.shape))
        guard let fault else { return wellVerdict(on: reading, of: state, shape: shape, now: now) }
        let since = beginning(of: state, now: now)
        var verdict = Verdict(
            health: state.health, healthSince: state.healthSince ?? now, failingSince: since,
            shape: shape)
        if state.health == .waiting { verdict.health = .well }
        guard state.health != .unreadable, now.timeIntervalSince(since) >= policy.grace else {
            return verdict
        }
        verdict.health = .unreadable
        if state.health.gravity == 0 { verdict.healthSince = since }
        verdict.notice = HealthNotice(
            kind: .unreadable, detail: fault.sentence(wording, since: since, now: now),
            since: since)
        return verdict
    }

    /// Whether nobody watched the source for longer than its schedule explains.
    public func wasUnwatched(_ state: SourceState, now: Date) -> Bool {
        guard let last = state.lastPoll else { return false }
        let asked = (state.lastFailure?.retryAfter ?? 0) + 3600
        return now.timeIntervalSince(last) > max(2 * interval, 2 * 86_400, asked)
    }

    /// When the present run of failures began, as far as it was watched.
    private func beginning(of state: SourceState, now: Date) -> Date {
        if wasUnwatched(state, now: now), state.health.gravity == 0 { return now }
        return min(state.failingSince ?? now, now)
    }

    /// What is remembered of the documents, and what is wrong with the present one.
    private func judged(
        _ reading: Reading, _ before: SourceShape
    ) -> (shape: SourceShape, fault: DocumentFault?) {
        var shape = before
        guard let document = reading.document else {
            // The document is the one of before, and so is what is wrong with it.
            if !before.lostFields.isEmpty { return (shape, .loss(before.loss)) }
            return (shape, before.isEmpty && !before.mayBeEmpty ? .emptiness : nil)
        }
        if document.entryCount == 0 {
            if reading.isBaseline { shape = SourceShape(code: 0) }
            if reading.isBaseline || before.entryCount == 0 { shape.mayBeEmpty = true }
            shape.isEmpty = true
            return (shape, shape.mayBeEmpty ? nil : .emptiness)
        }
        if reading.isBaseline {
            var first = document
            first.mayBeEmpty = before.mayBeEmpty
            return (first, nil)
        }
        if before.isEmpty { shape.mayBeEmpty = true }
        shape.isEmpty = false
        let lost = before.lost(in: document)
        if !lost.isEmpty {
            shape.mark(lost: lost)
            return (shape, .loss(shape.loss))
        }
        if document.entryCount < SourceShape.leastEntries, !before.isMended(by: document) {
            return (shape, .loss(before.loss))
        }
        return (shape.learning(from: document), nil)
    }

    private func wellVerdict(
        on reading: Reading, of state: SourceState, shape: SourceShape, now: Date
    ) -> Verdict {
        let isSilent =
            !reading.broughtNews
            && reading.cadence.isSuspiciouslyQuiet(falseAlarmsPerYear: policy.falseAlarmsPerYear)
        var verdict = Verdict(health: .well, healthSince: now, failingSince: nil, shape: shape)
        let telling = WellWording(wording: wording, policy: policy, now: now)
        switch state.health {
        case .waiting: break
        case .well where !isSilent: verdict.healthSince = state.healthSince ?? now
        case .well:
            verdict.health = .quiet
            verdict.healthSince = reading.cadence.lastArrival ?? now
            verdict.notice = telling.silence(reading.cadence)
        case .quiet where reading.broughtNews:
            verdict.notice = telling.speech(since: state.healthSince)
        case .quiet:
            verdict.health = .quiet
            verdict.healthSince = state.healthSince ?? now
        case .unreachable, .unreadable, .gone:
            if isSilent {
                verdict.health = .quiet
                verdict.healthSince = reading.cadence.lastArrival ?? now
            }
            guard !wasUnwatched(state, now: now) else { break }
            verdict.notice = telling.recovery(of: state, reading: reading, isSilent: isSilent)
        }
        return verdict
    }
}

extension SourceHealth {
    /// How far a source is from giving anything: a told run of failures only rises.
    fileprivate var gravity: Int {
        switch self {
        case .waiting, .well, .quiet: 0
        case .unreachable: 1
        case .unreadable: 2
        case .gone: 3
        }
    }
}

import Fetching
import FoundationEssentials
import Health
import Model
import Scheduling
import Storage
import TextProcessing

/// What a poll makes of a source's state, and what the owner is to be told of it.
struct StateAfterPoll: Sendable {
    let source: Source
    let state: SourceState
    let configuration: MonitorConfiguration
    let now: Date
    /// The shortest interval at which the budget of its host lasts the day; 0 without a budget.
    let budgetInterval: TimeInterval
    /// Drawn from 0..<1, for the jitter of the schedule.
    let random: Double

    /// The next state, and the notices about the change.
    struct Change: Sendable {
        var state: SourceState
        var notices: [HealthNotice] = []
    }

    /// The document is the one of before.
    func unchanged(_ notes: FetchNotes, hasMissing: Bool) -> Change {
        var change = succeeded(notes)
        change.state.cadence.observe(arrivals: 0, at: now, day: configuration.day)
        schedule(&change.state, wait: notes.freshFor)
        judge(
            SourceVigil.Reading(document: nil, cadence: change.state.cadence), hasMissing, &change)
        change.state.answer = notes.answer ?? "The document is the one of before."
        return change
    }

    /// A document came, and `review` is what was found in it.
    func read(_ document: PolledDocument, review: DocumentReview.Findings) -> Change {
        let feed = document.feed
        let isBaseline = state.baselineAt == nil
        var change = succeeded(document.notes)
        change.state.baselineAt = state.baselineAt ?? now
        change.state.bodyDigest = document.digest
        change.state.feedTitle = feed.title ?? state.feedTitle
        change.state.format = feed.format
        change.state.lastEntryCount = feed.entries.count
        change.state.quotaRemaining = feed.quotaRemaining ?? change.state.quotaRemaining
        if !review.drafts.isEmpty { change.state.lastChange = now }
        if isBaseline, state.cadence.day == nil {
            change.state.cadence = Cadence(
                published: feed.entries.compactMap { $0.published ?? $0.updated }, now: now,
                day: configuration.day)
        } else {
            change.state.cadence.observe(
                arrivals: review.arrivals, at: now, day: configuration.day)
        }
        if review.drafts.contains(where: \.isOpenComplaint) {
            change.state.urgentUntil = now.addingTimeInterval(PollTiming.urgency)
        }
        change.state.timeToLive = feed.timeToLive
        change.state.skips = feed.skips
        schedule(
            &change.state,
            wait: [feed.backoff, document.notes.freshFor].compactMap { $0 }.max())
        var shape = SourceShape(of: feed.entries)
        shape.isChurning = review.isChurning
        let reading = SourceVigil.Reading(
            document: shape, isBaseline: isBaseline, broughtNews: review.arrivals > 0,
            isCovered: review.gap == nil, cadence: change.state.cadence)
        let told = judge(reading, review.hasMissing, &change)
        // A recovery after a failure says itself what may have been missed.
        if let gap = review.gap, told?.kind != .recovered || state.health == .quiet {
            change.notices.append(gap)
        }
        change.state.answer = Self.answer(document, review: review)
        return change
    }

    /// Nothing usable came.
    func failed(_ failure: PollFailure) -> Change {
        var next = state
        next.lastPoll = now
        next.failures = state.failures + 1
        next.lastFailure = failure
        next.nextPoll = PollSchedule(interval: source.interval).nextPoll(
            after: failure.reason == .gone
                ? .gone : .failure(failures: next.failures, retryAfter: failure.retryAfter),
            now: now, random: random)
        let verdict = vigil.verdict(on: failure, of: state, nextPoll: next.nextPoll, now: now)
        next.health = verdict.health
        next.healthSince = verdict.healthSince
        next.failingSince = verdict.failingSince
        next.answer =
            failure.retryAfter.map {
                "\(failure.detail) It asks to be left alone for \(DurationText.approximate($0))."
            } ?? failure.detail
        return Change(state: next, notices: verdict.notice.map { [$0] } ?? [])
    }

    /// Sets the next poll of a source that answered as it should.
    private func schedule(_ next: inout SourceState, wait: TimeInterval?) {
        let timing = PollTiming(
            source: source, state: state, budgetInterval: budgetInterval, now: now, random: random)
        next.nextPoll = timing.nextPoll(
            cadence: next.cadence, wait: [wait, next.timeToLive].compactMap { $0 }.max(),
            skips: next.skips, urgentUntil: next.urgentUntil)
    }

    private func succeeded(_ notes: FetchNotes) -> Change {
        var next = state
        next.urlDigest = FeedFetcher.urlDigest(of: source)
        next.lastPoll = now
        next.lastSuccess = now
        next.validators = notes.validators
        next.movedTo = notes.movedTo
        next.failures = 0
        next.lastFailure = nil
        next.quotaRemaining = notes.rateLimit?.remaining ?? state.quotaRemaining
        let relocation = relocation(to: notes.movedTo)?.notice(wording: wording)
        return Change(state: next, notices: relocation.map { [$0] } ?? [])
    }

    /// Puts what the vigil says into `change`, and returns what it tells.
    @discardableResult
    private func judge(
        _ reading: SourceVigil.Reading, _ hasMissing: Bool, _ change: inout Change
    ) -> HealthNotice? {
        let verdict = vigil.verdict(on: reading, of: state, now: now)
        var shape = verdict.shape
        shape.hasMissing = hasMissing
        shape.isChurning = reading.document?.isChurning ?? shape.isChurning
        change.state.health = verdict.health
        change.state.healthSince = verdict.healthSince
        change.state.failingSince = verdict.failingSince
        change.state.shape = shape.code
        if let notice = verdict.notice { change.notices.append(notice) }
        return verdict.notice
    }

    /// Where the source is read from now on, if that is another address to a reader's eye.
    private func relocation(to target: Secret?) -> Relocation? {
        guard target != state.movedTo else { return nil }
        let old = MaskedURL.masked((state.movedTo ?? source.url).reveal())
        let new = MaskedURL.masked((target ?? source.url).reveal())
        guard old != new else { return nil }
        return target == nil ? .returned(from: old, to: new) : .moved(from: old, to: new)
    }

    private static func answer(
        _ document: PolledDocument, review: DocumentReview.Findings
    ) -> String {
        let count = document.feed.entries.count
        let entries = count == 1 ? "1 entry" : "\(count) entries"
        let pages = document.pages == 1 ? "" : " on \(document.pages) pages"
        let said = document.notes.answer.map { $0 + " " } ?? ""
        return "\(said)\(entries)\(pages), \(review.arrivals) new."
    }

    private var vigil: SourceVigil {
        SourceVigil(
            policy: configuration.watch, wording: wording,
            interval: max(source.interval, source.longestInterval ?? 0))
    }

    private var wording: HealthWording {
        OwnerTime(zone: configuration.timeZone).wording(for: source)
    }
}

extension MentionDraft {
    /// Whether it is a negative mention that is news and has no answer of the owner.
    fileprivate var isOpenComplaint: Bool {
        isNews && sentiment?.label == .negative && entry.ownerReply == nil
    }
}

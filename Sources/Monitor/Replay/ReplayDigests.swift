import Alerting
import FoundationEssentials
import Model
import Storage

/// When digests would have gone, and which of them would have had nothing to tell.
///
/// What rules decide is that of the replay; troubles of sources, and alerts on sources and channels, are
/// those that are stored.
struct ReplayDigests {
    /// A digest whose time has come.
    struct Due {
        var plan: DigestPlan
        /// What it tells of.
        var period: Alert.Period
        /// The mentions that came in it; 0 where that was not learnt.
        var mentions: Int
        var isEmpty: Bool
    }

    private struct Watch {
        let plan: DigestPlan
        /// Rules on brands of which it does not tell.
        let foreign: Set<RuleID>
        var mark: RuleMark
        var nextSlot: Date
        /// The mentions of the next digest, once they were asked for.
        var mentions: Int?
        /// Whether rules have decided something since the last slot that it tells of.
        var isEventful = false
    }

    private var watches: [Watch]
    private let timeZone: TimeZone
    private let brands: [Brand]
    private var waiting: ReplayWaiting
    private let stored: ReplayStoredEvents

    /// The digests of `rules` from `begin` on, or from the first mention on that is stored, if that is
    /// later.
    init(rules: ReplayRules, begin: Date, until: Date, store: any Store)
        async throws(StorageError)
    {
        timeZone = rules.timeZone
        brands = rules.brands
        waiting = ReplayWaiting()
        let plans = rules.digests.filter(\.isEnabled)
        let first = plans.isEmpty ? nil : try await store.firstArrival()
        let start = max(begin, first ?? begin)
        watches = plans.map { plan in
            // The slot at the very start is told of.
            let before = Date(
                timeIntervalSinceReferenceDate: start.timeIntervalSinceReferenceDate.nextDown)
            let last = plan.lastSlot(atOrBefore: before, timeZone: rules.timeZone)
            return Watch(
                plan: plan,
                foreign: Set(
                    rules.mentionRules.filter {
                        !$0.conditions.brands.isEmpty && !plan.tells(of: $0.conditions.brands)
                    }.map(\.id)),
                mark: RuleMark(rule: plan.id, at: last),
                nextSlot: plan.nextSlot(after: last, timeZone: rules.timeZone))
        }
        stored =
            plans.contains { !$0.sendsEmpty }
            ? try await ReplayStoredEvents(
                sources: rules.sources, begin: begin, until: until, store: store)
            : ReplayStoredEvents()
    }

    /// When the next digest is due; nil if none is.
    var nextDue: Date? { watches.map(\.nextSlot).min() }

    /// Asks the store how many mentions the next digest of each plan tells of, where it is due by `end` and
    /// not before `since`.
    mutating func learn(since: Date, by end: Date, from store: any Store)
        async throws(StorageError)
    {
        for place in watches.indices where watches[place].mentions == nil {
            let watch = watches[place]
            guard watch.nextSlot <= end, watch.nextSlot >= since else { continue }
            watches[place].mentions = try await store.arrivals(
                brands: brands(of: watch.plan), from: watch.mark.at, to: watch.nextSlot, limit: 0
            ).counts.total
        }
    }

    /// The digests that are due by `now`, the next of each plan.
    mutating func take(now: Date) -> [Due] {
        var due: [Due] = []
        for place in watches.indices where watches[place].nextSlot <= now {
            let watch = watches[place]
            let slot = watch.nextSlot
            watches[place].nextSlot = watch.plan.nextSlot(after: slot, timeZone: timeZone)
            (watches[place].mentions, watches[place].isEventful) = (nil, false)
            guard
                let decision = watch.plan.decision(mark: watch.mark, now: slot, timeZone: timeZone)
            else { continue }
            watches[place].mark = decision.mark
            guard let period = decision.period else { continue }
            let mentions = watch.mentions ?? 0
            let isEmpty =
                mentions == 0 && !watch.isEventful
                && !waiting.hasAny(of: brands(of: watch.plan), at: slot)
                && !stored.hasAny(for: watch.plan, in: period)
            due.append(
                Due(plan: watch.plan, period: period, mentions: mentions, isEmpty: isEmpty))
        }
        return due
    }

    /// Sees mentions that may wait for an answer.
    mutating func see(_ batch: ReplayBatch) {
        guard watches.contains(where: { !$0.plan.sendsEmpty }) else { return }
        for sighting in batch.sightings { waiting.see(sighting.mention, now: batch.at) }
    }

    /// An alert on `brand` was made.
    mutating func noteAlert(on brand: BrandID?) {
        for place in watches.indices where watches[place].plan.alertsCount(on: brand) {
            watches[place].isEventful = true
        }
    }

    /// Something that digests tell was decided on a mention of these brands without an alert.
    mutating func noteDecision(by rule: RuleID, on brands: Set<BrandID>) {
        for place in watches.indices
        where watches[place].plan.tells(of: brands) && !watches[place].foreign.contains(rule) {
            watches[place].isEventful = true
        }
    }

    /// The brands whose mentions are counted; nil for all mentions, where there is no competitor.
    private func brands(of plan: DigestPlan) -> [BrandID]? {
        if !plan.brands.isEmpty { return plan.brands.sorted() }
        guard brands.contains(where: \.isCompetitor) else { return nil }
        return brands.filter { !$0.isCompetitor }.map(\.id)
    }
}

extension DecisionNote.Outcome {
    /// Whether digests tell of it.
    var isForDigests: Bool { self == .silenced || self == .digest }
}

extension DigestPlan {
    /// Whether its limits, if it has any, let in what is about one of `others`.
    fileprivate func tells(of others: Set<BrandID>) -> Bool {
        brands.isEmpty || !brands.isDisjoint(with: others)
    }

    fileprivate func alertsCount(on brand: BrandID?) -> Bool {
        brands.isEmpty || brand.map(brands.contains) ?? false
    }
}

/// Negative reviews that a digest would have called unanswered.
private struct ReplayWaiting {
    private struct Review {
        let brands: [BrandID]
        let occurredAt: Date
        /// When it was answered; nil if never.
        let end: Date?
    }

    private var reviews: [MentionID: Review] = [:]

    mutating func see(_ mention: Mention, now: Date) {
        guard mention.kind == .review, mention.sentiment.label == .negative else {
            reviews[mention.id] = nil
            return
        }
        let end = mention.isOpen ? nil : mention.answeredAt ?? now
        guard end.map({ $0 > now }) ?? true else {
            reviews[mention.id] = nil
            return
        }
        reviews[mention.id] = Review(
            brands: mention.brands.map(\.brand), occurredAt: mention.occurredAt, end: end)
    }

    /// Whether one on these brands waits; nil for one on any, or none.
    ///
    /// Those that wait no more are forgotten.
    mutating func hasAny(of brands: [BrandID]?, at now: Date) -> Bool {
        let oldest = now.addingTimeInterval(-DigestBook.unansweredSpan)
        reviews = reviews.filter { _, review in
            review.occurredAt >= oldest && review.end.map { $0 > now } ?? true
        }
        guard let brands else { return !reviews.isEmpty }
        return reviews.values.contains { $0.brands.contains(where: brands.contains) }
    }
}

/// What is stored on sources and channels and makes a digest worth reading.
private struct ReplayStoredEvents {
    /// When alerts on sources and channels were made, in order.
    private var alerts: [Date] = []
    /// When sources got into a trouble, or out of it, in order.
    private var changes: [(at: Date, source: SourceID, isTrouble: Bool)] = []
    private var sources: [SourceID: Source] = [:]

    /// Nothing.
    init() {}

    init(sources: [Source], begin: Date, until: Date, store: any Store)
        async throws(StorageError)
    {
        self.sources = Dictionary(
            sources.filter(\.isPolled).map { ($0.id, $0) }
        ) { first, _ in first }
        changes = try await store.sourceNotices(from: .distantPast, to: until)
            .filter { $0.kind.isTrouble || $0.kind == .recovered }
            .map { ($0.at, $0.source, $0.kind.isTrouble) }
        var window = Page(limit: 2000)
        while true {
            let page = try await store.alerts(since: begin, page: window)
            alerts += page.rows.filter { $0.kind == .sources || $0.kind == .channel }
                .map(\.createdAt)
            guard page.rows.count == window.limit else { break }
            window = Page(offset: window.offset + window.limit, limit: window.limit)
        }
    }

    /// Whether a source was in trouble at the end of the period, or the plan tells of an alert in it.
    func hasAny(for plan: DigestPlan, in period: Alert.Period) -> Bool {
        if plan.brands.isEmpty, alerts.contains(where: { $0 >= period.start && $0 < period.end }) {
            return true
        }
        var troubled: Set<SourceID> = []
        for change in changes.prefix(while: { $0.at <= period.end }) {
            if change.isTrouble {
                troubled.insert(change.source)
            } else {
                troubled.remove(change.source)
            }
        }
        return troubled.contains { source in
            sources[source].map { $0.brand.map { plan.tells(of: [$0]) } ?? true } ?? false
        }
    }
}

import Alerting
import FoundationEssentials
import Model
import Notifying
import Storage

/// Puts digests together from the store as it is.
struct DigestBook {
    /// How many of the worst mentions, and of those that wait for an answer, a digest names.
    private static let named = 5
    /// How many of the mentions that a rule left for the digest it names.
    private static let matched = 10
    /// How far back unanswered mentions are looked for, in seconds.
    static let unansweredSpan: TimeInterval = 90 * 86_400

    let store: any Store
    let configuration: MonitorConfiguration

    /// What `period` has brought, as `plan` asks for it.
    func digest(of plan: DigestPlan, period: Alert.Period) async throws(StorageError) -> Digest {
        let length = period.end.timeIntervalSince(period.start)
        let previous = Alert.Period(
            start: period.start.addingTimeInterval(-length), end: period.start)
        let lastDay = configuration.day(period.end.addingTimeInterval(-1))
        var digest = Digest(
            title: plan.name, period: period, previous: previous, lastDay: lastDay)
        let brands = brands(of: plan)
        let now = try await store.arrivals(
            brands: brands, from: period.start, to: period.end, limit: Self.named)
        let before = try await store.arrivals(
            brands: brands, from: previous.start, to: previous.end, limit: 0)
        (digest.counts, digest.aspects) = (now.counts, now.aspects)
        (digest.countsBefore, digest.aspectsBefore) = (before.counts, before.aspects)
        (digest.worst, digest.best) = (now.worst, Array(now.best.prefix(3)))
        digest.days = try await store.dailyCounts(
            brands: brands,
            from: CalendarDay(number: lastDay.number - digest.dayCount + 1), to: lastDay)
        try await addAnswers(to: &digest, brands: brands)
        try await addTroubles(to: &digest, of: plan)
        try await addDecisions(to: &digest, of: plan)
        return digest
    }

    /// The brands that are told of; nil for all mentions, where there is no competitor to leave out.
    private func brands(of plan: DigestPlan) -> [BrandID]? {
        if !plan.brands.isEmpty { return plan.brands.sorted() }
        guard configuration.brands.contains(where: \.isCompetitor) else { return nil }
        return configuration.brands.filter { !$0.isCompetitor }.map(\.id)
    }

    private func addAnswers(to digest: inout Digest, brands: [BrandID]?)
        async throws(StorageError)
    {
        let since = digest.period.end.addingTimeInterval(-Self.unansweredSpan)
        var filter = MentionFilter(
            kind: .review, labels: [.negative], since: since, isUnanswered: true,
            order: .oldestFirst)
        filter.anyBrand = brands.map(Set.init)
        let waiting = try await store.mentions(filter, page: Page(limit: Self.named))
        digest.unansweredCount = waiting.total
        digest.unanswered = waiting.rows
        digest.responses = try await store.responses(
            brands: brands, from: digest.period.start, to: digest.period.end)
        digest.responsesBefore = try await store.responses(
            brands: brands, from: digest.previous.start, to: digest.previous.end)
    }

    /// Sources of other brands are no trouble of a digest that is limited; one that is read for all brands
    /// is a trouble of each.
    private func addTroubles(to digest: inout Digest, of plan: DigestPlan)
        async throws(StorageError)
    {
        for state in try await store.sourceStates() {
            guard let source = configuration.sources[state.source], source.isPolled,
                state.pausedAt == nil, state.health != .well, state.health != .waiting,
                source.brand.map({ plan.tells(of: [$0]) }) ?? true
            else { continue }
            digest.troubles.append(
                Digest.SourceTrouble(
                    source: state.source, health: state.health, since: state.healthSince))
        }
    }

    /// What rules left for a digest that is not limited is told whomever it is about, competitors and
    /// mentions of no brand included: nobody else tells it.
    private func addDecisions(to digest: inout Digest, of plan: DigestPlan)
        async throws(StorageError)
    {
        let (from, to) = (digest.period.start, digest.period.end)
        let brands = plan.brands.isEmpty ? nil : plan.brands.sorted()
        // A rule on other brands has its word on a mention of several, which is not for this reader.
        let foreign = Set(
            configuration.decider.rules.filter {
                !$0.conditions.brands.isEmpty && !plan.tells(of: $0.conditions.brands)
            }.map(\.id))
        for count in try await store.outcomeCounts(brands: brands, from: from, to: to)
        where !foreign.contains(count.rule) {
            switch DecisionNote.Outcome(rawValue: count.outcome) {
            case .silenced: digest.silenced += count.count
            case .digest:
                let mentions = try await store.mentions(
                    decidedAs: count.outcome, by: count.rule, brands: brands, from: from, to: to,
                    limit: Self.matched)
                digest.matches.append(
                    Digest.Matches(
                        rule: configuration.ruleTitles[count.rule] ?? count.rule.rawValue,
                        mentions: mentions, count: count.count))
            default: continue
            }
        }
        digest.alerts = try await store.alertCount(brands: brands, from: from, to: to)
    }
}

extension DigestPlan {
    /// Whether its limits, if it has any, let in what is about one of `others`.
    fileprivate func tells(of others: Set<BrandID>) -> Bool {
        brands.isEmpty || !brands.isDisjoint(with: others)
    }
}

extension Digest {
    /// Whether there is nothing to tell.
    var isEmpty: Bool {
        counts.total == 0 && unansweredCount == 0 && troubles.isEmpty && matches.isEmpty
            && silenced == 0 && alerts == 0
    }
}

import Alerting
import FoundationEssentials
import Model
import Storage

/// What surge rules would have said, asked whenever something came that they count.
struct ReplaySurges {
    /// One rule on one brand.
    fileprivate struct Watch {
        let rule: SurgeRule
        let decider: SurgeDecider
        let brand: Brand
        var counter: ReplayCounter
        var mark: RuleMark?
        var nextLook = Date.distantPast
        /// Whether something came since the last look.
        var isStirred = false
    }

    private var watches: [Watch] = []
    private let silences: [AlertSilence]

    /// Watches over brands from `begin` on; what occurred before is counted by `store`.
    init(rules: ReplayRules, begin: Date, store: any Store) async throws(StorageError) {
        silences = rules.silences
        let first = try await store.firstArrival()
        for rule in rules.surges where rule.isEnabled {
            for brand in rules.brands
            where rule.brands.isEmpty ? !brand.isCompetitor : rule.brands.contains(brand.id) {
                let question = rule.question(now: begin)
                let hours = Int((begin.timeIntervalSince(question.start) / 3600).rounded(.up))
                let start = begin.addingTimeInterval(-Double(hours) * 3600)
                let counts = try await store.spanCounts(
                    rule.countQuestion(brand: brand.id), from: start, width: 3600, count: hours)
                watches.append(
                    Watch(
                        rule: rule, decider: SurgeDecider(rule: rule), brand: brand,
                        counter: ReplayCounter(hours: counts, from: start),
                        mark: RuleMark(
                            rule: rule.id, key: brand.id.rawValue, at: first ?? begin)))
            }
        }
    }

    /// Counts what was seen, an edit in the place of what it was before, and looks at it at `now`.
    mutating func look(at batch: ReplayBatch, begin: Date) -> [WatchDecision.Telling] {
        guard !watches.isEmpty else { return [] }
        return watches.indices.compactMap { place in
            for sighting in batch.sightings where sighting.mention.occurredAt >= begin {
                Self.count(sighting, in: &watches[place])
            }
            return look(&watches[place], now: batch.at)
        }
    }

    private static func count(_ sighting: ReplayBatch.Sighting, in watch: inout Watch) {
        let mention = sighting.mention
        let isCounted = watch.counts(mention, label: mention.sentiment.label)
        if let edit = sighting.edit {
            let wasCounted = watch.counts(mention, label: edit.former.sentiment.label)
            if wasCounted, !isCounted { watch.counter.remove(mention.occurredAt) }
            if wasCounted || !isCounted { return }
        }
        guard isCounted else { return }
        watch.counter.add(mention.occurredAt)
        watch.isStirred = true
    }

    private func look(_ watch: inout Watch, now: Date) -> WatchDecision.Telling? {
        guard watch.isStirred || watch.mark?.value != nil, now >= watch.nextLook else { return nil }
        watch.isStirred = false
        watch.nextLook = now.addingTimeInterval(WatchWalk.countRest)
        let question = watch.rule.question(now: now)
        let decision = watch.decider.decision(
            brand: watch.brand.id, name: watch.brand.name,
            counts: watch.counter.counts(
                from: question.start, width: question.width, count: question.count),
            mark: watch.mark, now: now)
        guard let decision else { return nil }
        if let telling = decision.telling {
            let isSilenced = silences.contains {
                $0.isInForce(at: now) && $0.covers(brand: telling.brand, by: telling.rule)
            }
            // As in the daemon: nothing is remembered, so that it speaks when the silence is over.
            if isSilenced { return nil }
        }
        watch.mark = decision.mark
        return decision.telling
    }
}

extension ReplaySurges.Watch {
    /// Whether the rule counts the mention, were this its verdict.
    fileprivate func counts(_ mention: Mention, label: Sentiment.Label) -> Bool {
        (rule.labels.isEmpty || rule.labels.contains(label))
            && (rule.sources.isEmpty || rule.sources.contains(mention.source))
            && (rule.kinds.isEmpty || rule.kinds.contains(mention.kind))
            && mention.brands.contains { $0.brand == brand.id }
    }
}

import Alerting
import FoundationEssentials
import Model
import Storage

/// What drop rules would have said, asked when something came that they count and when a day has begun, but
/// only as mentions are seen.
///
/// Days up to that on which the replay begins are counted by the store, as mentions read now.
struct ReplayDrops {
    /// One rule on one brand.
    fileprivate struct Watch {
        let rule: DropRule
        let decider: DropDecider
        let brand: Brand
        var days: [CalendarDay: DayFigure]
        var mark: RuleMark?
        var nextLook = Date.distantPast
        var lastDay: CalendarDay
        /// Whether something came since the last look.
        var isStirred = false
    }

    private var watches: [Watch] = []
    private let silences: [AlertSilence]
    private let timeZone: TimeZone
    private let first: CalendarDay

    /// Watches over brands from `begin` on.
    init(rules: ReplayRules, begin: Date, store: any Store) async throws(StorageError) {
        silences = rules.silences
        timeZone = rules.timeZone
        first = Self.day(begin, rules.timeZone)
        for rule in rules.drops where rule.isEnabled {
            for brand in rules.brands
            where rule.brands.isEmpty ? !brand.isCompetitor : rule.brands.contains(brand.id) {
                let figures = try await store.dailyFigures(
                    rule.figure, of: rule.countQuestion(brand: brand.id),
                    from: rule.question(today: first).from,
                    to: first)
                watches.append(
                    Watch(
                        rule: rule, decider: DropDecider(rule: rule), brand: brand,
                        days: Dictionary(figures.map { ($0.day, $0) }) { first, _ in first },
                        lastDay: first))
            }
        }
    }

    /// Counts what was seen, an edit in the place of what it was before, and looks at it.
    mutating func look(at batch: ReplayBatch) -> [WatchDecision.Telling] {
        guard !watches.isEmpty else { return [] }
        let today = Self.day(batch.at, timeZone)
        for sighting in batch.sightings {
            let day = Self.day(sighting.mention.occurredAt, timeZone)
            guard day > first else { continue }
            for place in watches.indices { watches[place].count(sighting, on: day) }
        }
        return watches.indices.compactMap { look(at: $0, today: today, now: batch.at) }
    }

    private mutating func look(at place: Int, today: CalendarDay, now: Date)
        -> WatchDecision.Telling?
    {
        let watch = watches[place]
        guard watch.isStirred || watch.lastDay != today, now >= watch.nextLook else { return nil }
        watches[place].isStirred = false
        watches[place].lastDay = today
        watches[place].nextLook = now.addingTimeInterval(WatchWalk.averageRest)
        let span = watch.rule.question(today: today)
        let figures = (span.from.number...max(span.from.number, span.to.number)).compactMap {
            watch.days[CalendarDay(number: $0)]
        }
        let decision = watch.decider.decision(
            brand: watch.brand.id, name: watch.brand.name, figures: figures, mark: watch.mark,
            today: today, timeZone: timeZone, now: now)
        guard let decision else { return nil }
        if let telling = decision.telling {
            let isSilenced = silences.contains {
                $0.isInForce(at: now) && $0.covers(brand: telling.brand, by: telling.rule)
            }
            // As in the daemon: nothing is remembered, so that it speaks when the silence is over.
            if isSilenced { return nil }
        }
        watches[place].mark = decision.mark
        return decision.telling
    }

    private static func day(_ date: Date, _ zone: TimeZone) -> CalendarDay {
        CalendarDay(date, secondsFromGMT: zone.secondsFromGMT(for: date))
    }
}

extension ReplayDrops.Watch {
    /// Counts a mention on its day, an edit in the place of what it was before.
    fileprivate mutating func count(_ sighting: ReplayBatch.Sighting, on day: CalendarDay) {
        guard counts(sighting.mention) else { return }
        let figure = figure(of: sighting.mention)
        let former = sighting.edit.flatMap { self.figure(of: $0.former) }
        guard figure != former else { return }
        var sums = days[day] ?? DayFigure(day: day, count: 0, sum: 0, squares: 0)
        if let former { sums.add(former, times: -1) }
        if let figure { sums.add(figure, times: 1) }
        days[day] = sums.count > 0 ? sums : nil
        isStirred = true
    }

    private func counts(_ mention: Mention) -> Bool {
        (rule.sources.isEmpty || rule.sources.contains(mention.source))
            && mention.brands.contains { $0.brand == brand.id }
    }

    private func figure(of mention: Mention) -> Double? {
        switch rule.figure {
        case .rating: mention.entry.rating?.stars
        case .sentiment:
            mention.sentiment.label == .unscored ? nil : mention.sentiment.score
        }
    }
}

extension DayFigure {
    fileprivate mutating func add(_ figure: Double, times: Int) {
        count += times
        sum += Double(times) * figure
        squares += Double(times) * figure * figure
    }
}

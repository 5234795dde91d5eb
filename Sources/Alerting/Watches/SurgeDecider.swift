public import FoundationEssentials
public import Model

/// Decides whether a brand has more mentions than usual.
///
/// A count is unusual if so high a count, or a higher one, would be met by chance less often a year than
/// the rule allows, although the window slides on with every look (see `docs/surges.md`). Mentions count
/// by the time at which they occurred, so what a source brings late is counted late.
public struct SurgeDecider: Sendable {
    private let rule: SurgeRule
    private let window: SurgeWindow

    /// Fewer mentions are never a surge, however quiet the time before.
    private static let leastCount = 3
    /// Days of history without which nothing is called unusual; three windows where that is more.
    private static let leastDays = 14

    /// The decider of a rule.
    public init(rule: SurgeRule) {
        self.rule = rule
        window = SurgeWindow(rule.window)
    }

    /// What the rule does at `now` about a brand, or about all where it is nil; nil for nothing.
    ///
    /// `counts` are those that `SurgeRule.question(now:)` asks for. The mark is the rule's of this brand:
    /// without a value it says since when the brand is watched, with one when what count was told. A
    /// surge is told once, and again when the count has doubled; it is over when the count is usual again
    /// and the window that was told has passed.
    public func decision(
        brand: BrandID?, name: String, counts: [Int], mark: RuleMark?, now: Date
    ) -> WatchDecision? {
        guard rule.isEnabled, counts.count == window.count else { return nil }
        let key = brand?.rawValue ?? ""
        guard let mark else {
            let first = RuleMark(rule: rule.id, key: key, at: now)
            return decision(brand, name, counts, first, now)
                ?? WatchDecision(telling: nil, mark: first)
        }
        return decision(brand, name, counts, mark, now)
    }

    private func decision(
        _ brand: BrandID?, _ name: String, _ counts: [Int], _ mark: RuleMark, _ now: Date
    ) -> WatchDecision? {
        let neededDays = max(Self.leastDays, 3 * window.days)
        let isTold = mark.value != nil
        guard isTold || window.present(counts) >= Self.leastCount else { return nil }
        // A rule that has spoken knew enough then.
        let age = now.timeIntervalSince(mark.at) / 86_400
        let watched = (age > 0 ? Int(min(age, 1e6)) : 0) + (isTold ? neededDays + window.days : 0)
        let history = SurgeHistory(counts: counts, window: window, watchedDays: watched)
        let figure = history.knownDays >= neededDays ? unusual(history) : nil
        guard let figure, figure.perYear <= rule.falseAlarmsPerYear else {
            let isOver = abs(now.timeIntervalSince(mark.at)) >= window.length
            guard isTold, isOver else { return nil }
            let since = mark.at.addingTimeInterval(-Double(neededDays + window.days) * 86_400)
            return WatchDecision(
                telling: nil, mark: RuleMark(rule: rule.id, key: mark.key, at: since))
        }
        guard Double(history.present) >= 2 * (mark.value ?? 0) else { return nil }
        let telling = WatchDecision.Telling(
            rule: rule.id, brand: brand, kind: .surge, severity: rule.severity,
            reason: reason(name, history, figure),
            period: Alert.Period(start: now.addingTimeInterval(-window.length), end: now),
            channels: rule.channels)
        return WatchDecision(
            telling: telling,
            mark: RuleMark(
                rule: rule.id, key: mark.key, at: now, value: Double(history.present)))
    }

    /// How often a year a count as high as the present one is met by chance; nil for an ordinary one.
    private func unusual(_ history: SurgeHistory) -> SurgeFigure? {
        guard history.present >= Self.leastCount else { return nil }
        return SurgeFigure(
            history: history, windowsPerYear: window.perYear, limit: rule.falseAlarmsPerYear)
    }

    private func reason(
        _ name: String, _ history: SurgeHistory, _ figure: SurgeFigure
    ) -> String {
        SurgeTelling(
            count: history.present, labels: Sentiment.Label.allCases.filter(rule.labels.contains),
            name: name, window: window.told, usual: history.usual, rarity: figure.rarity
        ).text
    }
}

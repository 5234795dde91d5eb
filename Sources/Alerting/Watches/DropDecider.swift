public import FoundationEssentials
public import Model
import Scheduling

/// Decides whether the ratings or the sentiment of a brand have fallen.
///
/// The average of the last days is compared with that of the time before, up to a year. A fall is told if it
/// is as great as the rule asks, and would be met by chance less often a year than the rule allows (see
/// `docs/surges.md`).
public struct DropDecider: Sendable {
    private let rule: DropRule

    /// Fewer recent, or earlier, figures are never compared.
    static let leastRecent = 5.0
    static let leastEarlier = 20.0

    /// The decider of a rule.
    public init(rule: DropRule) { self.rule = rule }

    /// What the rule does at `now` about a brand, or about all where it is nil; nil for nothing.
    ///
    /// `figures` are those that `DropRule.question(today:)` asks for, in any order. A mark with a value says
    /// what average was told: it is told again when the average is lower by `least`, and forgotten when it
    /// is nearer than half of that to what was before.
    public func decision(
        brand: BrandID?, name: String, figures: [DayFigure], mark: RuleMark?, today: CalendarDay,
        timeZone: TimeZone, now: Date
    ) -> WatchDecision? {
        let span = rule.question(today: today)
        let recentStart = CalendarDay(number: today.number - rule.boundedDays + 1)
        let days = figures.filter { $0.day >= span.from && $0.day <= span.to }
        let recent = DropFigures(days.filter { $0.day >= recentStart })
        let earlier = DropFigures(days.filter { $0.day < recentStart })
        guard rule.isEnabled, recent.count >= Self.leastRecent,
            earlier.count >= Self.leastEarlier,
            let model = DropModel(earlier: earlier, recent: recent, range: rule.figure.range)
        else { return nil }
        let key = brand?.rawValue ?? ""
        if let told = mark?.value {
            if model.recent > model.before - rule.least / 2 {
                return WatchDecision(telling: nil, mark: RuleMark(rule: rule.id, key: key, at: now))
            }
            guard model.recent <= told - rule.least else { return nil }
        }
        guard model.before - model.recent >= rule.least,
            model.perYear(days: rule.boundedDays) <= rule.falseAlarmsPerYear
        else { return nil }
        let start = LocalClock(timeZone).date(day: recentStart.number, minute: 0)
        let telling = WatchDecision.Telling(
            rule: rule.id, brand: brand, kind: .drop, severity: rule.severity,
            reason: reason(name, model, recent, earlier),
            period: Alert.Period(start: min(start, now), end: now), channels: rule.channels)
        return WatchDecision(
            telling: telling,
            mark: RuleMark(rule: rule.id, key: key, at: now, value: model.recent))
    }

    private func reason(
        _ name: String, _ model: DropModel, _ recent: DropFigures, _ earlier: DropFigures
    ) -> String {
        let isRating = rule.figure == .rating
        func text(_ mean: Double) -> String {
            isRating ? Figure.tenths(mean) : SignedFigure.text(mean, places: 2)
        }
        return DropTelling(
            figure: isRating ? .rating : .sentiment, name: name, before: text(model.before),
            recent: text(model.recent), count: Int(recent.count), days: rule.boundedDays,
            countBefore: Int(earlier.count)
        ).text
    }
}

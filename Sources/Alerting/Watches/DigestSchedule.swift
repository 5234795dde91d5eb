public import FoundationEssentials
public import Model
import Scheduling

/// What a digest does at a moment: tell of a period, or only remember something.
public struct DigestDecision: Sendable, Hashable {
    /// The time that it tells of; nil where nothing is told.
    public var period: Alert.Period?
    /// What it remembers from now on.
    public var mark: RuleMark

    /// A decision.
    public init(period: Alert.Period?, mark: RuleMark) {
        self.period = period
        self.mark = mark
    }
}

/// When a digest is due, and of what time it then tells.
///
/// A slot is a day of the rhythm and the digest's minute by the owner's clock: the first moment after it
/// where the clocks skip that minute, the first of the two where they show it twice; a day that the zone
/// skipped has none. Every digest tells of the time from the end of the one before to the latest slot that
/// has come, so that the periods follow each other without a gap and without an overlap, however long
/// nobody asked.
extension DigestPlan {
    /// A clock that is behind the mark by less than this is waited for, in seconds.
    private static let longestWait: TimeInterval = 2 * 86_400

    /// The latest slot up to `now`.
    public func lastSlot(atOrBefore now: Date, timeZone: TimeZone) -> Date {
        slot(timeZone, near: now, days: Array((-14...1).reversed())) { $0 <= now } ?? now
    }

    /// The first slot behind `date`.
    public func nextSlot(after date: Date, timeZone: TimeZone) -> Date {
        slot(timeZone, near: date, days: Array(-1...15)) { $0 > date }
            ?? date.addingTimeInterval(length)
    }

    /// What it does at `now`, by its `mark`; nil for nothing.
    ///
    /// The mark says where the period of the next digest begins. Without one it only remembers the last
    /// slot: the first digest comes with the next one and tells of the time between them.
    ///
    /// A mark in the future means that the clock was set back. Up to two days are waited for, so that
    /// nothing is told twice. Beyond that the next period begins at `now`, and the old mark is set aside
    /// as the `value` of the new one (seconds since 1970): if the clock soon jumps past it, as that of a
    /// computer that has only just asked for the time, what follows begins there, and nothing of the years
    /// between is told again.
    public func decision(mark: RuleMark?, now: Date, timeZone: TimeZone) -> DigestDecision? {
        guard isEnabled else { return nil }
        let slot = lastSlot(atOrBefore: now, timeZone: timeZone)
        guard let mark else {
            return DigestDecision(period: nil, mark: RuleMark(rule: id, at: slot))
        }
        guard mark.at <= now else {
            guard mark.at.timeIntervalSince(now) > Self.longestWait else { return nil }
            let aside = max(mark.at.timeIntervalSince1970, mark.value ?? -.infinity)
            return DigestDecision(
                period: nil, mark: RuleMark(rule: id, at: now, value: aside))
        }
        let (start, aside) = start(mark, now: now)
        guard slot > start else { return nil }
        return DigestDecision(
            period: Alert.Period(start: start, end: slot),
            mark: RuleMark(rule: id, at: slot, value: aside))
    }

    /// Where the next period begins, and the mark that stays set aside.
    private func start(_ mark: RuleMark, now: Date) -> (Date, aside: Double?) {
        guard let value = mark.value, value.isFinite else { return (mark.at, nil) }
        let aside = Date(timeIntervalSince1970: value)
        guard aside <= now else { return (mark.at, value) }
        let isFar = aside.timeIntervalSince(mark.at) > 2 * length
        return (isFar ? aside : mark.at, nil)
    }

    /// Seconds from one slot to the next, but for changes of the clocks.
    private var length: TimeInterval {
        switch rhythm {
        case .daily: 86_400
        case .weekly: 7 * 86_400
        }
    }

    /// The first of the slots on `days`, counted from the day of `date`, that `isWanted`.
    private func slot(
        _ timeZone: TimeZone, near date: Date, days: [Int], where isWanted: (Date) -> Bool
    ) -> Date? {
        let clock = LocalClock(timeZone)
        let today = clock.reading(at: date).day
        for day in days.map({ today + $0 }) where isOn(day) && clock.has(day: day) {
            let slot = clock.date(day: day, minute: min(max(minute, 0), 1439))
            if isWanted(slot) { return slot }
        }
        return nil
    }

    private func isOn(_ day: Int) -> Bool {
        switch rhythm {
        case .daily: true
        case .weekly(let weekday): LocalClock.weekday(of: day) == min(max(weekday, 1), 7)
        }
    }
}

public import FoundationEssentials

/// How often a source brings news, learned from the days on which it was read.
///
/// Days are calendar days of the owner. A day is active if something new came on it, however much: a
/// burst counts once. Only days on which the source could be read are observed, and old ones count
/// less and less: every further observed day multiplies what was counted before by `retention`.
/// The days since the last active one are not in the sums until the silence ends, so that a
/// source that died does not teach us that silence is normal.
public struct Cadence: Sendable, Hashable {
    /// Days on which the source was read, weighted, up to the last active one.
    public var observedDays: Double
    /// Those of them on which something new came, weighted; never above `observedDays`.
    public var activeDays: Double
    /// New entries on those days, weighted.
    public var arrivals: Double
    /// Observed days in a row that ended without news, up to and without `day`.
    public var silentDays: Int
    /// The longest silence that ended by itself, in days; it fades as the days do, and counts for
    /// `longestHabit` at most.
    public var longestSilence: Double
    /// The last day that was observed; nil until the first.
    public var day: CalendarDay?
    /// When something new was last seen; nil if never.
    public var lastArrival: Date?

    /// What a day more leaves of the weight of those before: half after ninety days.
    public static let retention = 0.992_328
    /// Fewer observed days than this, weighted, say nothing about silence.
    public static let leastObservedDays = 28.0
    /// Fewer active days than this, weighted, say nothing about silence.
    public static let leastActiveDays = 4.0

    /// A silence of more days than this is an outage that was mended, and no habit.
    public static let longestHabit = 90

    /// A cadence of which nothing is known.
    public init(
        observedDays: Double = 0, activeDays: Double = 0, arrivals: Double = 0,
        silentDays: Int = 0, longestSilence: Double = 0, day: CalendarDay? = nil,
        lastArrival: Date? = nil
    ) {
        self.observedDays = observedDays
        self.activeDays = activeDays
        self.arrivals = arrivals
        self.silentDays = silentDays
        self.longestSilence = longestSilence
        self.day = day
        self.lastArrival = lastArrival
    }

    /// The cadence that the dates of a first document tell of: from the day after its oldest entry, where
    /// the list begins, to `now`.
    ///
    /// A source's dates are hints: those in the future, before 1995 or absent are left out, and dates
    /// that all fall on one day tell nothing. The silence counts from `now` on, since nobody watched
    /// before. `day` maps a time to the owner's calendar day.
    public init(published: [Date], now: Date, day: (Date) -> CalendarDay) {
        let plausible = published.filter { $0 <= now && $0.timeIntervalSince1970 >= 788_918_400 }
        let today = day(now)
        var counts: [CalendarDay: Int] = [:]
        for date in plausible { counts[day(date), default: 0] += 1 }
        self.init(day: today, lastArrival: plausible.max())
        guard let oldest = counts.keys.min(), counts.count > 1 else { return }
        // A day that is not over counts only if something came on it.
        let last = counts[today] == nil ? today.number - 1 : today.number
        observedDays = Self.weight(ofDays: last - oldest.number)
        for (day, count) in counts where day > oldest {
            let weight = Self.weight(afterDays: last - day.number)
            activeDays += weight
            arrivals += weight * Double(count)
        }
        activeDays = min(activeDays, observedDays)
        let days = counts.keys.sorted()
        for (day, next) in zip(days, days.dropFirst()) {
            noteSilence(of: next.number - day.number - 1, daysAgo: last - next.number)
        }
    }

    /// Takes a reading of the source at `now` that brought `count` new entries; `day` maps a time to the
    /// owner's calendar day.
    ///
    /// A day on which nobody could read the source is never told of, and so is not observed.
    public mutating func observe(arrivals count: Int, at now: Date, day: (Date) -> CalendarDay) {
        let today = max(day(now), self.day ?? day(now))
        if let last = self.day, today > last {
            silentDays += isActive(last, day: day) ? 0 : 1
        }
        let isFirstOfDay = self.day.map { !isActive($0, day: day) || today > $0 } ?? true
        self.day = today
        guard count > 0 else { return }
        if isFirstOfDay { addActiveDay() }
        arrivals += Double(count)
        lastArrival = max(now, lastArrival ?? now)
    }

    /// The share of observed days on which something new came; 0 while nothing is known.
    public var activeShare: Double { observedDays > 0 ? activeDays / observedDays : 0 }

    /// New entries on a day that has any, on average; 0 while nothing is known.
    public var arrivalsPerActiveDay: Double { activeDays > 0 ? arrivals / activeDays : 0 }

    private func isActive(_ candidate: CalendarDay, day: (Date) -> CalendarDay) -> Bool {
        lastArrival.map(day) == candidate
    }

    private mutating func addActiveDay() {
        let before = Self.weight(afterDays: silentDays + 1)
        // The silent days are one to `silentDays` days old, and this one is none.
        observedDays =
            observedDays * before + Self.retention * Self.weight(ofDays: silentDays) + 1
        activeDays = activeDays * before + 1
        arrivals *= before
        longestSilence *= before
        noteSilence(of: silentDays, daysAgo: 0)
        silentDays = 0
    }

    private mutating func noteSilence(of days: Int, daysAgo: Int) {
        let weight = Self.weight(afterDays: daysAgo)
        longestSilence = max(longestSilence, Double(min(days, Self.longestHabit)) * weight)
    }

    /// What is left of the weight of a day after so many more.
    private static func weight(afterDays days: Int) -> Double {
        var (weight, power, rest) = (1.0, retention, max(days, 0))
        while rest > 0 {
            if rest & 1 == 1 { weight *= power }
            power *= power
            rest >>= 1
        }
        return weight
    }

    /// The weight of so many days in a row, of which the last counts 1.
    private static func weight(ofDays days: Int) -> Double {
        days > 0 ? (1 - weight(afterDays: days)) / (1 - retention) : 0
    }
}

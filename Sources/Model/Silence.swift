/// How long a source may be silent before it is suspicious.
///
/// The model: on each day something new comes with the same unknown chance q, independently. With
/// Jeffreys' prior, k active of n observed days leave q with a Beta distribution of a = k + ½ and
/// b = n − k + ½, and the next g days are all silent with the chance
///
///     P(g) = B(a, b + g) / B(a, b) = Π (b + i) / (a + b + i) for i = 0 ..< g
///
/// (the beta-binomial distribution at none of g). Every active day begins a gap, if only one of no
/// days, so in a year there are 365.25 · q gaps, by our estimate 365.25 · a / (a + b), and 365.25 · a /
/// (a + b) · P(g) of them are g days long or longer though nothing is wrong. The limit is the least g at
/// which this is at most the number of false alarms that the owner allows. Since long gaps go with a
/// small q, which makes few of them, this never counts too few: E[q (1 − q)^g] ≤ E[q] · E[(1 − q)^g].
///
/// Days that depend on each other break this: where one entry brings others, silences are longer than
/// the model knows. So the limit is never below one and a half times the longest silence that
/// ended by itself. It only ever makes the limit later, and so the false alarms fewer.
///
/// Only whole days count, since nobody knows at what hour a source uses to bring its news.
extension Cadence {
    /// The longest silence that is reckoned with, in days.
    public static let longestSilence = 3653

    /// Gaps between active days in a year, estimated.
    public var gapsPerYear: Double { 365.25 * a / (a + b) }

    /// The chance that a source that is well brings nothing for the next `days` days.
    public func chanceOfSilence(days: Int) -> Double {
        var chance = 1.0
        for day in 0..<min(max(days, 0), Self.longestSilence) {
            chance *= (b + Double(day)) / (a + b + Double(day))
        }
        return chance
    }

    /// After how many silent days in a row the source is suspiciously quiet, if a source that is well may
    /// be called so `rate` times a year.
    ///
    /// Nil while too little is known (`leastObservedDays`, `leastActiveDays`), where the rate is 0 or less,
    /// and where ten years would not be enough. Never below 1.
    public func silenceLimit(falseAlarmsPerYear rate: Double) -> Int? {
        guard rate > 0, observedDays >= Self.leastObservedDays,
            activeDays >= Self.leastActiveDays
        else { return nil }
        let least = rate / gapsPerYear
        var chance = 1.0
        for day in 0..<Self.longestSilence {
            chance *= (b + Double(day)) / (a + b + Double(day))
            if chance <= least { return max(day + 1, habitLimit) }
        }
        return nil
    }

    /// Whether it has been silent for longer than a source that is well would be, but for `rate` times a
    /// year.
    public func isSuspiciouslyQuiet(falseAlarmsPerYear rate: Double) -> Bool {
        guard silentDays > 0, let limit = silenceLimit(falseAlarmsPerYear: rate) else {
            return false
        }
        return silentDays >= limit
    }

    /// What the silences of before allow.
    private var habitLimit: Int { Int(min(1.5 * longestSilence, 1000).rounded(.up)) }

    private var a: Double { activeDays + 0.5 }
    private var b: Double { max(observedDays - activeDays, 0) + 0.5 }
}

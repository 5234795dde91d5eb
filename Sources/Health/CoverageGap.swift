public import FoundationEssentials
public import Model

/// A time of which nobody knows whether entries came and went in it, since the source lists nothing of
/// what it listed before.
public struct CoverageGap: Sendable, Hashable {
    /// When the source was last read.
    public var start: Date
    /// The oldest date that the document has in the time since, or when it was read.
    public var end: Date
    /// How many entries the source lists, further pages included.
    public var entryCount: Int
    /// The time between two polls, in seconds.
    public var interval: TimeInterval
    /// Whether it was not read for longer than its schedule explains.
    public var wasUnwatched: Bool

    /// The gap between a reading at `start` and a document of `entries` read at `now`.
    public init(
        start: Date, now: Date, entries: [Entry], interval: TimeInterval, wasUnwatched: Bool
    ) {
        self.start = start
        end =
            entries.compactMap { $0.published ?? $0.updated }.filter { $0 > start && $0 <= now }
            .min() ?? now
        entryCount = entries.count
        self.interval = interval
        self.wasUnwatched = wasUnwatched
    }

    /// An interval at which half of the list would be new at most, by what came this time and on other
    /// days; nil where no shorter one would do.
    ///
    /// It is one that people write: 1, 2, 5, 10, 15 or 30 minutes, or 1, 2, 3, 6 or 12 hours.
    public func shorterInterval(cadence: Cadence) -> TimeInterval? {
        let elapsed = max(end.timeIntervalSince(start), 60) / 86_400
        let daily = max(Double(entryCount) / elapsed, cadence.arrivalsPerActiveDay)
        guard daily > 0, !wasUnwatched else { return nil }
        let wanted = Double(entryCount) / 2 / daily * 86_400
        return Self.intervals.last { $0 <= wanted && $0 < interval }
    }

    private static let intervals: [TimeInterval] = [
        60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200,
    ]

    /// What the owner reads of it.
    public func notice(cadence: Cadence, wording: HealthWording) -> HealthNotice {
        let advice =
            if let interval = shorterInterval(cadence: cadence) {
                "Shorten its interval to \(wording.span(interval)) or less"
                    + " (it is \(wording.span(self.interval)))."
            } else if wasUnwatched {
                "It had not been read for so long."
            } else {
                "A shorter interval would not help: look for a feed of it that lists more."
            }
        return HealthNotice(
            kind: .gap,
            detail:
                "\(wording.name) lists nothing of what it listed before, so entries between "
                + "\(wording.time(start)) and \(wording.time(end)) may have been missed: it only "
                + "lists \(HealthWording.count(entryCount, "entry", "entries")). \(advice)",
            since: start)
    }
}

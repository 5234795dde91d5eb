public import Model

/// Figures over many mentions; all from rollups or covering indexes, so that a million mentions
/// cost milliseconds.
public protocol StatisticsStore: Sendable {
    /// Counts by day of the owner's calendar, days without mentions left out, oldest first.
    ///
    /// Nil brands: all mentions, each counted once. Several brands: a mention counts once for each
    /// of them that it is about.
    func dailyCounts(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [DayCounts]

    /// Counts by source over the days, most mentions first.
    func sourceCounts(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [SourceCounts]

    /// Counts by language over the days, most mentions first; mentions of unknown language are
    /// under nil.
    func languageCounts(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [(language: String?, counts: SentimentCounts)]

    /// How many mentions gave each number of stars, rounded to whole stars; keys 1 to 5.
    func starDistribution(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [Int: Int]

    /// Mentions and negative ones, stored so far.
    func totals() async throws(StorageError) -> SentimentCounts
}

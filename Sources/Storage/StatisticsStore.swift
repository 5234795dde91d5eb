public import FoundationEssentials
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

    /// How many mentions have each rating, the lowest first.
    func ratingCounts(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [RatingCount]

    /// How the aspects that mentions of the days name were felt, in the order of `Aspect.allCases`;
    /// aspects that none names are left out.
    func aspectCounts(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [AspectCounts]

    /// The words that mentions of the days name each aspect with: for every aspect and label the
    /// `limit` commonest, most mentions first, and of equals in alphabetical order.
    ///
    /// A mention counts once for each different words, and once for each of several brands; one that was
    /// pruned or forgotten does not.
    func aspectWords(brands: [BrandID]?, from: CalendarDay, to: CalendarDay, limit: Int)
        async throws(StorageError) -> [AspectWordCount]

    /// How many mentions that `question` asks for occurred in each of the spans of `width` seconds that
    /// follow each other from `start` on; `count` of them, none where `width` is not above 0.
    ///
    /// Here and in `dailyFigures` a mention is of the kind that its source has now.
    func spanCounts(_ question: CountQuestion, from start: Date, width: TimeInterval, count: Int)
        async throws(StorageError) -> [Int]

    /// Ratings or scores by day of the owner's calendar, days without one left out, oldest first.
    func dailyFigures(
        _ figure: FigureKind, of question: CountQuestion, from: CalendarDay, to: CalendarDay
    ) async throws(StorageError) -> [DayFigure]

    /// What came from `from` to before `to`: mentions that were first seen then, whatever their date,
    /// without those of a source's first poll or an import.
    ///
    /// Nil brands: all mentions; several: a mention counts once, if it is about any of them. `limit` says
    /// how many of the worst and of the best are given in full.
    func arrivals(brands: [BrandID]?, from: Date, to: Date, limit: Int)
        async throws(StorageError) -> Arrivals

    /// How mentions that occurred from `from` to before `to` were answered by the owner, publicly or
    /// privately; reviews only.
    ///
    /// Nil brands: all mentions; several: a mention counts once, if it is about any of them.
    func responses(brands: [BrandID]?, from: Date, to: Date)
        async throws(StorageError) -> ResponseCounts

    /// Mentions and negative ones, stored so far.
    func totals() async throws(StorageError) -> SentimentCounts
}

public import FoundationEssentials
public import Model

/// What reports ask beside the figures of `StatisticsStore`.
///
/// Nil brands: all mentions; several: here a mention counts once, if it is about any of them. What was
/// pruned is not counted.
public protocol ReportStore: Sendable {
    /// The clocks of the reviews that occurred from `from` to before `to`, oldest first.
    func answerClocks(brands: [BrandID]?, from: Date, to: Date)
        async throws(StorageError) -> [AnswerClock]

    /// The answers to surveys that have a rating and occurred from `from` to before `to`, oldest first.
    func surveyAnswers(brands: [BrandID]?, from: Date, to: Date)
        async throws(StorageError) -> [SurveyAnswer]

    /// Those who wrote at least twice in one place on the days, by exactly the same name, the most
    /// frequent first.
    ///
    /// The time grows with the mentions of the days.
    func repeatAuthors(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [RepeatAuthor]

    /// The mentions of the days that are flagged as suspected fakes, each with its latest flag, newest
    /// first; withdrawn flags are left out.
    func flaggedMentions(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [FlaggedMention]

    /// The most negative mentions of the days, worst first, of equals the one stored last; at most `limit`.
    func worstMentions(brands: [BrandID]?, from: CalendarDay, to: CalendarDay, limit: Int)
        async throws(StorageError) -> [Mention]

    /// What is counted of every mention of the days, newest first.
    func mentionTraces(brands: [BrandID]?, from: CalendarDay, to: CalendarDay)
        async throws(StorageError) -> [MentionTrace]

    /// The notices about sources from `from` to before `to`, oldest first.
    func sourceNotices(from: Date, to: Date) async throws(StorageError) -> [SourceNotice]
}

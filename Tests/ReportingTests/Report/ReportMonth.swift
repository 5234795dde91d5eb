import FoundationEssentials
import Model

@testable import Reporting

/// An invented October of a café, whose figures are computed by hand in the tests.
enum ReportMonth {
    static let october = day(2026, 10, 1)...day(2026, 10, 31)
    static let september = day(2026, 8, 31)...day(2026, 9, 30)
    static let map = SourceID(trusted: "map-reviews")
    static let press = SourceID(trusted: "press")
    static let names = Names(
        sources: [map: "Map reviews", press: "Press"],
        brands: [BrandID(trusted: "cafe"): "Café Morgenrot"])

    static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDay {
        CalendarDay(number: CivilDate(year: year, month: month, day: day)?.daysSince1970 ?? 0)
    }

    /// 50 mentions: 12 negative, 6 neutral, 30 positive, 2 unscored; 30 of them rated.
    static var now: PeriodFigures {
        var figures = PeriodFigures(
            period: october,
            daily: [
                days(day(2026, 10, 2), SentimentCounts(negative: 2, neutral: 2, positive: 10)),
                days(day(2026, 10, 12), SentimentCounts(negative: 4, neutral: 2, positive: 10)),
                days(
                    day(2026, 10, 25),
                    SentimentCounts(negative: 6, neutral: 2, positive: 10, unscored: 2)),
            ])
        figures.sources = [
            SourceCounts(
                source: map,
                counts: SentimentCounts(
                    negative: 10, neutral: 4, positive: 26, rated: 30, starSum: 115)),
            SourceCounts(
                source: press,
                counts: SentimentCounts(negative: 2, neutral: 2, positive: 4, unscored: 2)),
        ]
        figures.languages = [
            LanguageCounts(
                language: "de", counts: SentimentCounts(negative: 12, neutral: 6, positive: 30)),
            LanguageCounts(language: nil, counts: SentimentCounts(unscored: 2)),
        ]
        figures.ratings = [
            RatingCount(stars: 1, count: 3), RatingCount(stars: 2, count: 3),
            RatingCount(stars: 3, count: 4), RatingCount(stars: 4, count: 6),
            RatingCount(stars: 5, count: 14),
        ]
        figures.aspects = [
            AspectCounts(aspect: .care, negative: 15, neutral: 1, positive: 4),
            AspectCounts(aspect: .delivery, negative: 2, positive: 3),
        ]
        figures.words = [
            word(.care, .negative, "rude", 14), word(.care, .negative, "ignored", 2),
            word(.care, .positive, "kind", 4), word(.delivery, .negative, "late", 2),
        ]
        figures.waits = waits
        return figures
    }

    /// 30 mentions: 4 negative, 6 neutral, 20 positive; 20 of them rated.
    static var before: PeriodFigures {
        PeriodFigures(
            period: september,
            daily: [
                days(
                    day(2026, 9, 7), SentimentCounts(negative: 4, neutral: 6, positive: 20))
            ],
            sources: [
                SourceCounts(
                    source: map,
                    counts: SentimentCounts(
                        negative: 4, neutral: 6, positive: 20, rated: 20, starSum: 88))
            ],
            ratings: [
                RatingCount(stars: 2, count: 2), RatingCount(stars: 4, count: 6),
                RatingCount(stars: 5, count: 12),
            ],
            aspects: [AspectCounts(aspect: .care, positive: 3)],
            words: [word(.care, .positive, "kind", 3)])
    }

    /// Twelve reviews: ten answered after one to ten business hours, two that wait.
    static var waits: [AnswerWait] {
        (1...12).map { number in
            let isAnswered = number <= 10
            let occurred = Sample.now.addingTimeInterval(-40 * 86_400 + Double(number) * 86_400)
            let hours = isAnswered ? Double(number) : Double(number) * 2
            return AnswerWait(
                clock: AnswerClock(
                    mention: MentionID(100 + number), source: map,
                    stars: number <= 6 ? 1 : 5, occurredAt: occurred,
                    answeredAt: isAnswered ? occurred.addingTimeInterval(hours * 3600 * 3) : nil,
                    isAnswered: isAnswered, state: isAnswered ? .answeredPublicly : .new),
                day: CalendarDay(occurred, secondsFromGMT: 0), elapsed: hours * 3600 * 3,
                businessElapsed: hours * 3600)
        }
    }

    static var figures: ReportFigures {
        ReportFigures(
            business: "Café Morgenrot", names: names, time: Sample.time, now: now, before: before,
            oldestUnanswered: Sample.mention(), worst: [Sample.mention()])
    }

    static func answer(_ value: Double, _ scale: ClosedRange<Double>, id: MentionID = 1)
        -> SurveyAnswer?
    {
        Rating(value: value, min: scale.lowerBound, max: scale.upperBound).map {
            SurveyAnswer(mention: id, rating: $0)
        }
    }

    static func word(_ aspect: Aspect, _ label: Sentiment.Label, _ words: String, _ count: Int)
        -> AspectWordCount
    {
        AspectWordCount(aspect: aspect, label: label, words: words, count: count)
    }

    private static func days(_ day: CalendarDay, _ counts: SentimentCounts) -> DayCounts {
        DayCounts(day: day, counts: counts)
    }
}

extension ReportDocument {
    /// The figure of that id.
    func measure(_ id: String) -> Measure? {
        sections.flatMap(\.blocks).lazy.compactMap { block -> Measure? in
            if case .measures(let measures) = block { measures.first { $0.id == id } } else { nil }
        }.first
    }

    /// The table of that id.
    func table(_ id: String) -> ReportTable? {
        sections.flatMap(\.blocks).lazy.compactMap { block -> ReportTable? in
            if case .table(let table) = block, table.id == id { table } else { nil }
        }.first
    }

    /// All notes.
    var notes: [String] {
        sections.flatMap(\.blocks).compactMap { block in
            if case .note(let note) = block { note } else { nil }
        }
    }
}

extension ReportTable {
    /// The texts of the row that begins so.
    func texts(_ title: String) -> [String]? {
        rows.first { $0.cells.first?.text == title }?.cells.map(\.text)
    }
}

import FoundationEssentials
import Matching
import Model
import Reporting
import Scheduling
import Settings
import Storage

/// Asks the store for what a view needs, and for no more.
struct FiguresReading: Sendable {
    let workplace: Workplace
    let view: ReportView
    /// The chosen brands; empty for all of the owner's own.
    let brands: [BrandID]
    let period: ClosedRange<CalendarDay>
    let comparison: ClosedRange<CalendarDay>?
    /// Whether every figure names its mentions.
    let namesMentions: Bool

    private var counted: [BrandID] { brands.isEmpty ? workplace.ownBrands : brands }
    private var time: TimeText { workplace.reader.time }

    func figures(from store: any Store) async throws -> ReportFigures {
        let settings = workplace.settings
        var figures = ReportFigures(
            business: settings.business.name, brands: brands.map(workplace.names.name(of:)),
            brandCount: counted.count, names: workplace.names, time: time,
            now: try await figures(of: period, from: store, isPresent: true),
            oldestUnanswered: try await store.oldestUnanswered(brands: counted),
            hasBusinessHours: settings.business.hours != nil
                || !settings.business.holidays.isEmpty)
        if let comparison {
            figures.before = try await self.figures(of: comparison, from: store, isPresent: false)
        }
        if view == .summary {
            figures.worst = try await store.worstMentions(
                brands: counted, from: period.lowerBound, to: period.upperBound, limit: 5)
        }
        if view == .summary || view == .competitors {
            figures.voices = try await voices(from: store)
        }
        if view == .sources {
            figures.coverage = try await CoverageReading(
                workplace: workplace, brands: counted, period: period
            ).coverage(from: store)
        }
        if view == .trust {
            figures.accuracy = MeasuredAccuracy(try await store.corrections(of: nil))
        }
        return figures
    }

    private func figures(
        of period: ClosedRange<CalendarDay>, from store: any Store, isPresent: Bool
    ) async throws -> PeriodFigures {
        let (from, to) = (period.lowerBound, period.upperBound)
        var figures = PeriodFigures(
            period: period,
            daily: try await store.dailyCounts(brands: counted, from: from, to: to))
        if view != .response, view != .competitors {
            figures.ratings = try await store.ratingCounts(brands: counted, from: from, to: to)
        }
        if view == .summary || view == .sources {
            figures.sources = try await store.sourceCounts(brands: counted, from: from, to: to)
        }
        if view == .summary || view == .trust {
            figures.aspects = try await store.aspectCounts(brands: counted, from: from, to: to)
            figures.words = try await store.aspectWords(
                brands: counted, from: from, to: to, limit: .max)
            figures.surveys = try await store.surveyAnswers(
                brands: counted, from: start(of: from), to: end(of: to))
        }
        if view == .summary || view == .response || view == .trend && isPresent {
            figures.waits = try await waits(over: period, from: store)
        }
        if isPresent { try await addPresent(to: &figures, from: store) }
        return figures
    }

    /// What is not compared.
    private func addPresent(to figures: inout PeriodFigures, from store: any Store) async throws {
        let (from, to) = (period.lowerBound, period.upperBound)
        if view == .sources {
            figures.languages = try await store.languageCounts(
                brands: counted, from: from, to: to
            ).map { LanguageCounts(language: $0.language, counts: $0.counts) }
            figures.authors = try await store.repeatAuthors(brands: counted, from: from, to: to)
        }
        if view == .trust {
            figures.flags = try await store.flaggedMentions(brands: counted, from: from, to: to)
        }
        if namesMentions {
            figures.traces = try await store.mentionTraces(brands: counted, from: from, to: to)
        }
    }

    private func waits(over period: ClosedRange<CalendarDay>, from store: any Store)
        async throws -> [AnswerWait]
    {
        let (from, to) = (start(of: period.lowerBound), end(of: period.upperBound))
        let clocks = try await store.answerClocks(brands: counted, from: from, to: to)
        guard !clocks.isEmpty else { return [] }
        let latest = clocks.compactMap(\.answeredAt).max().map { max($0, time.now) } ?? time.now
        let openings = OpeningTimes(workplace.settings.business.calendar, from: from, to: latest)
        // The clocks come oldest first, so that most are of the day of the one before.
        var day = period.lowerBound
        var next = end(of: day)
        return clocks.map { clock in
            if clock.occurredAt >= next {
                day = time.calendarDay(clock.occurredAt)
                next = end(of: day)
            }
            let answered =
                clock.answeredAt ?? (clock.isWaiting ? max(time.now, clock.occurredAt) : nil)
            return AnswerWait(
                clock: clock, day: day,
                elapsed: answered.map { $0.timeIntervalSince(clock.occurredAt) },
                businessElapsed: answered.map {
                    openings.seconds(from: clock.occurredAt, to: $0)
                })
        }
    }

    private func voices(from store: any Store) async throws -> [ReportFigures.Voice] {
        let all = workplace.settings.brands.map(\.brand)
        guard all.contains(where: \.isCompetitor) else { return [] }
        let own = all.filter { !$0.isCompetitor && (brands.isEmpty || brands.contains($0.id)) }
        let rivals = all.filter(\.isCompetitor)
        var voices: [ReportFigures.Voice] = []
        for brand in own + rivals {
            var voice = ReportFigures.Voice(
                brand: brand, counts: try await total(of: brand.id, over: period, from: store))
            if let comparison {
                voice.previous = try await total(of: brand.id, over: comparison, from: store)
            }
            if namesMentions {
                voice.traces = try await store.mentionTraces(
                    brands: [brand.id], from: period.lowerBound, to: period.upperBound)
            }
            voices.append(voice)
        }
        return voices
    }

    private func total(
        of brand: BrandID, over period: ClosedRange<CalendarDay>, from store: any Store
    ) async throws -> SentimentCounts {
        try await store.dailyCounts(
            brands: [brand], from: period.lowerBound, to: period.upperBound
        ).reduce(SentimentCounts()) { $0 + $1.counts }
    }

    private func start(of day: CalendarDay) -> Date { time.start(of: day) }
    private func end(of day: CalendarDay) -> Date {
        time.start(of: CalendarDay(number: day.number + 1))
    }
}

extension AnswerClock {
    /// Whether it waits for its first answer.
    fileprivate var isWaiting: Bool { !isAnswered && state.isOpen }
}

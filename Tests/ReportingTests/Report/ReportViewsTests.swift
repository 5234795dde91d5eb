import FoundationEssentials
import Model
import Testing

@testable import Reporting

/// Whether two numbers are the same to four decimals.
private func isNear(_ left: Double?, _ right: Double) -> Bool {
    left.map { abs($0 - right) < 0.00005001 } ?? false
}

struct `A report of an invented month` {
    private func document(_ view: ReportView, _ figures: ReportFigures = ReportMonth.figures)
        -> ReportDocument
    {
        ReportComposer(figures).document(view)
    }

    @Test(arguments: ReportView.allCases)
    func `begins with what waits longest and has unique ids`(view: ReportView) {
        let document = document(view)
        #expect(document.id == view.rawValue)
        guard case .quotes(let list)? = document.sections.first?.blocks.first else {
            Issue.record("no quote first")
            return
        }
        #expect(list.title == "Oldest unanswered" && list.mentions.map(\.id) == [7])
        let sections = document.sections.map(\.id)
        #expect(Set(sections).count == sections.count)
        var blocks: [String] = []
        for block in document.sections.flatMap(\.blocks) {
            switch block {
            case .measures(let measures): blocks += measures.map(\.id)
            case .table(let table):
                blocks.append(table.id)
                #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count })
            case .trend(let chart):
                blocks.append(chart.id)
                #expect(chart.series.allSatisfy { $0.values.count == chart.steps.count })
            case .bars(let chart): blocks.append(chart.id)
            case .quotes(let list): blocks.append(list.id)
            case .note: break
            }
        }
        #expect(Set(blocks).count == blocks.count, "\(blocks)")
    }

    @Test func `has the shares of the scored with Wilson's interval`() throws {
        let negative = try #require(document(.summary).measure("negative-share"))
        // 12 of 48 scored; 4 of 30 before.
        #expect(isNear(negative.value, 0.25))
        #expect(isNear(negative.interval?.lowerBound, 0.1492))
        #expect(isNear(negative.interval?.upperBound, 0.3878))
        #expect(negative.formula == "12 negative ÷ 48 scored")
        #expect(isNear(negative.change?.previous, 4.0 / 30))
        #expect(negative.change?.isSignificant == false)
        let volume = try #require(document(.summary).measure("volume"))
        #expect(volume.value == 50 && volume.change?.previous == 30)
        #expect(volume.formula == "12 negative + 6 neutral + 30 positive + 2 unscored")
    }

    @Test func `has the mean rating with Student's interval`() throws {
        let rating = try #require(document(.summary).measure("rating"))
        // (3 · 1 + 3 · 2 + 4 · 3 + 6 · 4 + 14 · 5) ÷ 30, 88 ÷ 20 before.
        #expect(isNear(rating.value, 115.0 / 30))
        #expect(isNear(rating.interval?.lowerBound, 3.3137))
        #expect(isNear(rating.interval?.upperBound, 4.3530))
        #expect(rating.change == .init(previous: 4.4, previousCount: 20, isSignificant: false))
        #expect(rating.formula == "115 stars ÷ 30 rated")
        let stars = try #require(document(.summary).table("stars"))
        #expect(stars.texts("★★★★★") == ["★★★★★", "14", "47 %", "30–64 %", "12"])
        #expect(stars.texts("★☆☆☆☆") == ["★☆☆☆☆", "3", "10 %", "3–26 %", "0"])
    }

    @Test func `has the response rate and times by Kaplan and Meier`() throws {
        let response = document(.response)
        let rate = try #require(response.measure("response-rate"))
        #expect(isNear(rate.value, 10.0 / 12))
        #expect(rate.formula == "10 answered ÷ 12 reviews")
        let median = try #require(response.measure("first-response"))
        #expect(isNear(median.value, 21_600))
        #expect(median.formula == "median of 10 answered, 2 still waiting (Kaplan–Meier)")
        #expect(isNear(response.measure("first-response-clock")?.value, 64_800))
        // A sixth of them waits still, so that nobody knows when nine of ten are answered.
        let most = try #require(response.measure("first-response-90"))
        #expect(most.value == nil && most.formula.hasSuffix("; not known yet: too many still wait"))
        let stars = try #require(response.table("response-by-rating"))
        #expect(stars.texts("★☆☆☆☆")?.prefix(3) == ["★☆☆☆☆", "6", "6"])
        #expect(response.table("states")?.texts("new") == ["new", "2", "17 %", "waits"])
        let weeks = try #require(response.table("response-by-week"))
        #expect(weeks.rows.map { $0.cells[1].value ?? 0 }.reduce(0, +) == 12)
        #expect(weeks.rows.first?.cells.first?.text == "2026-10-01")
        #expect(weeks.rows.dropFirst().first?.cells.first?.text == "2026-10-05")
    }

    @Test func `finds the aspects and topics that changed, among many tests`() throws {
        let trust = document(.trust)
        let table = try #require(trust.table("trust"))
        #expect(table.rows.count == 7)
        #expect(
            table.texts("care")
                == ["care", "20", "15", "4", "rude 14, ignored 2", "kind 4", "▲ +30 points"])
        #expect(table.rows.first { $0.cells[0].text == "care" }?.cells.last?.tone == .negative)
        #expect(table.texts("privacy")?[1] == "0")
        #expect(trust.table("aspects")?.texts("delivery")?.last == "may be chance")
        let topics = try #require(trust.table("topics"))
        #expect(topics.rows.map { $0.cells[0].text } == ["rude", "kind"])
        #expect(topics.texts("rude")?.last == "▲ +28 points")
        #expect(topics.texts("kind")?.last == "may be chance")
    }

    @Test func `names sources, languages and the gaps of sources`() throws {
        var figures = ReportMonth.figures
        figures.now.authors = [
            RepeatAuthor(
                source: ReportMonth.map, author: "=HYPERLINK(1)",
                counts: SentimentCounts(negative: 3), mentions: [9, 8, 7])
        ]
        figures.coverage = [SourceCoverage(source: ReportMonth.press, gaps: ["It was gone."])]
        let document = document(.sources, figures)
        #expect(
            document.table("sources")?.texts("Map reviews")
                == ["Map reviews", "40", "80 %", "10", "26", "3.83", "30"])
        #expect(
            document.table("sources")?.texts("Press")
                == ["Press", "10", "20 %", "2", "4", "–", "0"])
        #expect(document.table("languages")?.texts("not known")?[1] == "2")
        #expect(document.table("authors")?.texts("=HYPERLINK(1)")?[2] == "3")
        #expect(document.table("coverage")?.texts("Press") == ["Press", "It was gone."])
    }

    @Test func `counts NPS and CSAT from surveys by their scales alone`() throws {
        var figures = ReportMonth.figures
        let promoters = (0..<12).compactMap { _ in ReportMonth.answer(9, 0...10) }
        let others = [7.0, 8, 3, 6].compactMap { ReportMonth.answer($0, 0...10) }
        figures.now.surveys =
            promoters + others
            + [5.0, 4, 3].compactMap { ReportMonth.answer($0, 1...5) }
            + [1.0].compactMap { ReportMonth.answer($0, 0...1) }
        let document = document(.trust, figures)
        let score = try #require(document.measure("nps"))
        #expect(score.value == 62.5 && score.count == 16)
        #expect(
            score.formula == "100 × (12 promoters (9–10) − 2 detractors (0–6)) ÷ 16 answers")
        let satisfaction = try #require(document.measure("csat"))
        #expect(satisfaction.value == nil && satisfaction.interval == nil)
        #expect(
            satisfaction.formula
                == "2 satisfied (4–5) ÷ 3 answers; too few to tell: 3 of at least 10")
        #expect(document.notes.contains { $0.hasPrefix("1 answer on another scale") })
        #expect(self.document(.trust).measure("nps") == nil)
    }

    @Test func `shows flags by rating and measured accuracy`() throws {
        var figures = ReportMonth.figures
        figures.now.flags = [
            FlaggedMention(mention: 1, stars: 1, outcome: .removed),
            FlaggedMention(mention: 2, stars: 1.2, outcome: nil),
        ]
        figures.accuracy = MeasuredAccuracy(
            (0..<25).map { number in
                Correction(
                    id: Int64(number), mention: MentionID(number), version: 1,
                    label: number < 20 ? .negative : .positive, machineLabel: .negative,
                    basis: .text, lexicon: "x", at: Sample.now, by: "Ada", isSampled: true)
            })
        let document = document(.trust, figures)
        #expect(document.table("flags")?.texts("★☆☆☆☆")?[2] == "2")
        #expect(document.table("flags")?.texts("unrated")?.prefix(3) == ["unrated", "20", "0"])
        #expect(document.measure("accuracy")?.value == 0.8)
    }

    @Test func `compares the voices of competitors`() throws {
        var figures = ReportMonth.figures
        func voice(_ name: String, _ isCompetitor: Bool, _ now: Int, _ before: Int)
            -> ReportFigures.Voice
        {
            ReportFigures.Voice(
                brand: Brand(
                    id: BrandID(trusted: name), name: name, isCompetitor: isCompetitor),
                counts: SentimentCounts(negative: now), previous: SentimentCounts(negative: before))
        }
        figures.voices = [voice("ours", false, 60, 30), voice("theirs", true, 40, 70)]
        let table = try #require(document(.competitors, figures).table("voice"))
        #expect(
            table.texts("ours")
                == ["ours", "own", "60", "60 %", "50–69 %", "30 %", "▲ +30 points"])
        #expect(table.texts("theirs")?.last == "▼ −30 points")
        figures.voices = [voice("ours", false, 60, 30), voice("silent", true, 0, 0)]
        #expect(document(.competitors, figures).table("voice")?.texts("silent")?[2] == "0")
        #expect(document(.competitors).notes.first?.hasPrefix("No competitor") == true)
    }
}

struct `A report of little` {
    private func document(_ view: ReportView, _ now: PeriodFigures, before: PeriodFigures? = nil)
        -> ReportDocument
    {
        ReportComposer(
            ReportFigures(
                business: "X", names: Names(), time: Sample.time, now: now, before: before)
        ).document(view)
    }

    @Test(arguments: ReportView.allCases)
    func `is made of an empty period too, and says so`(view: ReportView) {
        let document = document(
            view, PeriodFigures(period: ReportMonth.october),
            before: PeriodFigures(period: ReportMonth.september))
        #expect(document.notes.contains("No mention in this period."))
        #expect(document.notes.contains { $0.hasPrefix("Oldest unanswered: none") })
        for format in DocumentFormat.allCases {
            #expect(!document.rendered(as: format, names: Names(), for: Sample.plain).isEmpty)
        }
    }

    @Test func `refuses figures of one mention`() throws {
        let day = ReportMonth.october.lowerBound
        var now = PeriodFigures(
            period: day...day,
            daily: [DayCounts(day: day, counts: SentimentCounts(negative: 1, rated: 1, starSum: 2))]
        )
        now.ratings = [RatingCount(stars: 2, count: 1)]
        let document = document(.summary, now)
        let negative = try #require(document.measure("negative-share"))
        #expect(negative.value == nil && negative.interval == nil && negative.change == nil)
        #expect(
            negative.formula == "1 negative ÷ 1 scored; too few to tell: 1 of at least 10")
        #expect(document.measure("rating")?.value == nil)
        #expect(document.measure("volume")?.value == 1)
        let trend = self.document(.trend, now)
        #expect(trend.notes.contains { $0 == "Too few to tell a trend: 1 of at least 30 ratings." })
    }

    @Test func `tells no change from a period that is not stored`() throws {
        let document = document(
            .summary, ReportMonth.now, before: PeriodFigures(period: ReportMonth.september))
        let rating = try #require(document.measure("rating"))
        #expect(rating.change == .init(previous: nil, previousCount: 0, isSignificant: nil))
        #expect(document.notes.contains { $0.hasPrefix("Nothing is stored of the period") })
    }

    @Test func `names the mentions of each brand, and those of them that are scored`() throws {
        var figures = ReportFigures(
            business: "X", names: Names(), time: Sample.time,
            now: PeriodFigures(period: ReportMonth.october))
        let named = [("ours", false, [3, 2] as [MentionID]), ("theirs", true, [2, 1])]
        figures.voices = named.map { name, rival, ids in
            var voice = ReportFigures.Voice(
                brand: Brand(id: BrandID(trusted: name), name: name, isCompetitor: rival),
                counts: SentimentCounts(negative: 1, unscored: 1))
            voice.traces = ids.map { id in
                MentionTrace(
                    mention: id, day: ReportMonth.october.lowerBound, source: ReportMonth.map,
                    label: id == 2 ? .unscored : .negative)
            }
            return voice
        }
        let document = ReportComposer(figures).document(.competitors)
        #expect(document.table("voice")?.rows.map(\.ids) == [[3, 2], [2, 1]])
        #expect(document.table("feeling")?.rows.map(\.ids) == [[3], [1]])
        #expect(document.naming(atMost: 1).table("voice")?.rows.map(\.moreIDs) == [1, 1])
        for place in figures.voices.indices { figures.voices[place].traces = nil }
        let unnamed = ReportComposer(figures).document(.competitors)
        #expect(unnamed.table("voice")?.rows.allSatisfy { $0.ids == nil } == true)
    }

    @Test func `names the mentions behind each figure, and how many it leaves out`() throws {
        var now = ReportMonth.now
        now.traces = (1...50).reversed().map { number in
            MentionTrace(
                mention: MentionID(number), day: now.period.lowerBound, source: ReportMonth.map,
                label: number <= 12 ? .negative : .positive, stars: nil,
                aspects: number == 3 ? [ReportMonth.word(.care, .negative, "rude", 1)] : [])
        }
        let document = document(.trust, now)
        #expect(document.measure("negative-share")?.ids == (1...12).reversed().map { $0 })
        #expect(
            document.table("topics")?.rows.first { $0.cells[0].text == "rude" }?.ids == [3])
        let cut = document.naming(atMost: 5)
        #expect(cut.measure("negative-share")?.ids == [12, 11, 10, 9, 8])
        #expect(cut.measure("negative-share")?.moreIDs == 7)
        let text = cut.rendered(as: .table, names: Names(), for: Sample.plain)
        #expect(text.contains("  mentions: #12 #11 #10 #9 #8 and 7 more (--ids all)\n"))
        #expect(self.document(.trust, ReportMonth.now).measure("negative-share")?.ids == nil)
    }
}

struct `The steps of a trend` {
    @Test func `are days, weeks from Monday on, or months`() {
        let month = TrendSteps(of: ReportMonth.october)
        #expect(month.daysPerStep == 1 && month.steps.count == 31)
        let quarter = TrendSteps(of: ReportMonth.day(2026, 8, 5)...ReportMonth.day(2026, 10, 31))
        #expect(quarter.daysPerStep == 7)
        // 5 August 2026 was a Wednesday.
        #expect(quarter.steps.first == ReportMonth.day(2026, 8, 5)...ReportMonth.day(2026, 8, 9))
        #expect(quarter.steps[1].lowerBound == ReportMonth.day(2026, 8, 10))
        let years = TrendSteps(of: ReportMonth.day(2024, 11, 23)...ReportMonth.day(2026, 11, 22))
        #expect(years.daysPerStep == 30 && years.steps.count == 25)
        #expect(years.steps[1].upperBound == ReportMonth.day(2024, 12, 31))
    }

    @Test func `cover every day once`() {
        for length in [1, 2, 42, 43, 200, 371, 372, 1000] {
            let first = ReportMonth.day(2023, 12, 29).number
            let period = CalendarDay(number: first)...CalendarDay(number: first + length - 1)
            let steps = TrendSteps(of: period)
            let days = steps.steps.flatMap { $0.lowerBound.number...$0.upperBound.number }
            #expect(days == Array(first..<first + length))
            let sums = steps.sums(days.map { (CalendarDay(number: $0), 1) }, 0, +=)
            #expect(sums.reduce(0, +) == length)
        }
    }
}

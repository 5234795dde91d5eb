import ArgumentParser
import Assembly
import Foundation
import Model
import Reporting
import Storage
import Testing

@testable import Commands

/// An inn with a rival, an invented October in its store, and reports on it.
private struct ReportedInn {
    let shop: SourceShop
    /// 1 November 2026, 12:00 in Berlin.
    private let now = Date(timeIntervalSince1970: 1_793_530_800)

    init() async throws {
        shop = try SourceShop(
            """
              - {id: rival, name: Old Mill, competitor: true}
            business: {name: Harbour Inn, time_zone: Europe/Berlin, hours: "Mon-Fri 09:00-18:00"}
            sources:
              - {id: guests, title: Guest book, url: "https://a.example/f.xml", kind: review, brand: inn}
              - {id: survey, url: "https://a.example/s.xml", kind: survey, brand: inn, enabled: false}
              - {id: press, url: "https://a.example/p.xml", kind: mention}
            """)
        try await fill()
    }

    /// On each day of October a review at 10:00; every third is bad.
    ///
    /// Bad ones are answered two business hours
    /// later, but those of the last week wait.
    private func fill() async throws {
        let assembly = try Assembly(settings: shop.settings())
        try await shop.withStore { store in
            for day in 1...31 {
                let time = try Date(
                    "2026-10-\(day < 10 ? "0" : "")\(day)T10:00:00+02:00", strategy: .iso8601)
                let isBad = day.isMultiple(of: 3)
                let reply = Entry.OwnerReply(text: "Sorry", date: time.addingTimeInterval(7200))
                try await record(
                    "r\(day)", "guests", .review, isBad ? "Rude staff." : "Kind staff.",
                    stars: isBad ? 1 : 5, reply: isBad && day < 25 ? reply : nil, at: time, store)
            }
            for answer in 0..<12 {
                let time = try Date("2026-10-20T12:00:00Z", strategy: .iso8601)
                try await record(
                    "s\(answer)", "survey", .survey, nil, rating: answer < 9 ? 10 : 3, at: time,
                    store)
            }
            try await record(
                "p", "press", .mention, "Old Mill is closed.", brand: "rival",
                at: Date("2026-10-05T12:00:00Z", strategy: .iso8601), store)
        }
        await assembly.shutdown()
    }

    private func record(
        _ key: String, _ source: String, _ kind: Source.Kind, _ text: String?,
        stars: Double? = nil, rating: Double? = nil, reply: Entry.OwnerReply? = nil,
        brand: String = "inn", at time: Date, _ store: any Store
    ) async throws {
        let id = SourceID(trusted: source)
        let entry = Entry(
            identity: EntryIdentity(rung: .stableID, key: key), id: key, text: text, author: "Ada",
            published: time,
            rating: stars.flatMap { Rating(value: $0, min: 1, max: 5) }
                ?? rating.flatMap { Rating(value: $0, min: 0, max: 10) }, ownerReply: reply)
        let isBad = stars == 1
        let label: Sentiment.Label = stars == nil ? .neutral : isBad ? .negative : .positive
        let opinions =
            stars == nil
            ? []
            : [AspectOpinion(aspect: .care, score: 0, label: label, spans: [0..<4])]
        _ = try await store.record(
            PollRecord(
                source: id, kind: kind,
                state: SourceState(source: id, nextPoll: time, urlDigest: "u"),
                drafts: [
                    MentionDraft(
                        entry: entry, contentDigest: key,
                        brands: [Mention.BrandMatch(brand: BrandID(trusted: brand))],
                        sentiment: Sentiment(
                            score: isBad ? -0.9 : 0.5, label: label, confidence: 1, basis: .rating,
                            language: "en", aspects: opinions, lexicon: "x"),
                        isNews: true, occurredAt: time)
                ], isBaseline: false, now: time,
                // Berlin is two hours ahead of UTC until the 25th, then one.
                day: { CalendarDay($0, secondsFromGMT: 7200) }))
    }

    func document(
        _ view: ReportView, brands: [BrandID] = [], ids: Bool = false,
        _ period: (Int, Int) = (20_727, 20_757), compare: PeriodComparison = .previous
    ) async throws -> ReportDocument {
        let assembly = try Assembly(settings: shop.settings())
        let workplace = Workplace(
            assembly: assembly,
            console: Console(format: .table, color: .never, environment: [:]), now: now,
            configuration: shop.configuration)
        let days = CalendarDay(number: period.0)...CalendarDay(number: period.1)
        let reading = FiguresReading(
            workplace: workplace, view: view, brands: brands, period: days,
            comparison: compare.period(before: days), namesMentions: ids)
        let document = try await workplace.withStore {
            ReportComposer(try await reading.figures(from: $0)).document(view)
        }
        await assembly.shutdown()
        return document
    }
}

extension ReportDocument {
    fileprivate func measure(_ id: String) -> Measure? {
        for case .measures(let measures) in sections.flatMap(\.blocks) {
            if let measure = measures.first(where: { $0.id == id }) { return measure }
        }
        return nil
    }

    fileprivate func row(_ table: String, _ title: String) -> [String]? {
        for case .table(let found) in sections.flatMap(\.blocks) where found.id == table {
            return found.rows.first { $0.cells[0].text == title }?.cells.map(\.text)
        }
        return nil
    }
}

struct `A report from a store` {
    @Test func `has the figures of the month, by hand`() async throws {
        let inn = try await ReportedInn()
        let summary = try await inn.document(.summary)
        // 31 reviews, of which 10 on days that 3 divides, and 12 answers to the survey.
        #expect(summary.measure("volume")?.value == 43)
        #expect(summary.measure("negative-share")?.formula == "10 negative ÷ 43 scored")
        #expect(summary.measure("rating")?.formula.hasSuffix("÷ 43 rated") == true)
        // 9 of 10 on the scale 0–10, 3 of 0.
        #expect(summary.measure("nps")?.value == 50)
        #expect(summary.measure("response-rate")?.formula == "8 answered ÷ 31 reviews")
        #expect(summary.row("trust", "care")?.prefix(4) == ["care", "31", "10", "21"])
        #expect(summary.row("topics", "rude")?.prefix(3) == ["rude", "care", "10"])
        #expect(summary.row("sources", "Guest book")?.prefix(2) == ["Guest book", "31"])
        #expect(summary.row("voice", "Old Mill")?[2] == "1")
        // The oldest bad review without a reply is that of the 27th.
        guard case .quotes(let waiting)? = summary.sections.first?.blocks.first else {
            Issue.record("nothing waits")
            return
        }
        #expect(waiting.mentions.map(\.entry.id) == ["r27"])
    }

    @Test func `counts waits in business hours and on the clock`() async throws {
        let inn = try await ReportedInn()
        let response = try await inn.document(.response)
        // Of 31 too many wait, so that no median is known.
        let median = try #require(response.measure("first-response"))
        #expect(median.value == nil && median.formula.contains("8 answered, 23 still waiting"))
        #expect(response.row("states", "answered-publicly")?[1] == "8")
        #expect(response.row("states", "new")?[1] == "23")
        // On Saturday the 3rd nobody is in: two hours by the clock are none in business.
        let ids = try await inn.document(.response, ids: true).measure("response-rate")?.ids
        #expect(ids?.count == 8)
    }

    @Test func `names exactly the mentions that it counts`() async throws {
        let inn = try await ReportedInn()
        for view in ReportView.allCases {
            let document = try await inn.document(view, ids: true)
            for case .measures(let measures) in document.sections.flatMap(\.blocks) {
                for measure in measures where measure.unit != .duration {
                    let ids = try #require(measure.ids, "\(measure.id)")
                    #expect(Set(ids).count == ids.count)
                    let part = measure.formula.split(separator: " ").first.flatMap { Int($0) }
                    if measure.unit == .share { #expect(ids.count == part, "\(measure.id)") }
                    if measure.id == "volume" { #expect(ids.count == measure.count) }
                }
            }
            for case .table(let table) in document.sections.flatMap(\.blocks)
            where ["sources", "trust", "languages", "stars"].contains(table.id) {
                for row in table.rows {
                    #expect(row.ids?.count == row.cells[1].value.map { Int($0) }, "\(table.id)")
                }
            }
        }
    }

    @Test func `of a brand, or a month, without mentions is empty but whole`() async throws {
        let inn = try await ReportedInn()
        for view in ReportView.allCases {
            let nothing = try await inn.document(view, (20_400, 20_430), compare: .year)
            #expect(nothing.sections.first?.id == "waiting")
            let rival = try await inn.document(view, brands: [BrandID(trusted: "rival")])
            #expect(rival.brands == ["Old Mill"])
        }
        let empty = try await inn.document(.summary, (20_400, 20_430))
        #expect(empty.measure("volume")?.value == 0)
        #expect(empty.measure("negative-share")?.value == nil)
    }

    @Test func `says what the sources could not give`() async throws {
        let inn = try await ReportedInn()
        let sources = try await inn.document(.sources)
        #expect(
            sources.row("coverage", "survey")?[1]
                == "It is switched off, so that nothing comes from it.")
        #expect(sources.row("coverage", "press")?[1] == "It was never read so far.")
    }
}

struct `The days of a comparison` {
    private func days(_ from: String, _ to: String) throws -> ClosedRange<CalendarDay> {
        func day(_ text: String) throws -> CalendarDay {
            CalendarDay(try Date(text + "T00:00:00Z", strategy: .iso8601), secondsFromGMT: 0)
        }
        return try day(from)...day(to)
    }

    @Test func `are as many, right before or a year before`() throws {
        let october = try days("2026-10-01", "2026-10-31")
        #expect(
            PeriodComparison.previous.period(before: october)
                == (try days("2026-08-31", "2026-09-30")))
        #expect(
            PeriodComparison.year.period(before: october)
                == (try days("2025-10-01", "2025-10-31")))
        #expect(PeriodComparison.none.period(before: october) == nil)
        #expect(
            PeriodComparison.year.period(before: try days("2028-02-29", "2028-03-01"))
                == (try days("2027-02-28", "2027-03-01")))
    }
}

struct `The formats of a report` {
    @Test func `have HTML, which other commands refuse`() throws {
        #expect(try ReportCommand.parse(["--format", "html"]).options.format == .html)
        let error = #expect(throws: (any Error).self) {
            try StatusCommand.parse(["--format", "html"])
        }
        let message = error.map { StatusCommand.message(for: $0) } ?? ""
        #expect(message.contains("html") && message.contains("markdown"))
    }
}

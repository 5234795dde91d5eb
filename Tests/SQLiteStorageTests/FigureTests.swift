import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

private let today = utcDay(present)

/// Reviews of the bakery and one of the rival, and an article about both, in the hours after the
/// present.
private func filledStore() async throws -> SQLiteStore {
    let store = try await sampleStore()
    try await store.record([
        draft("1", score: -0.5, stars: 1, at: present),
        draft("2", score: -0.7, stars: 2, at: hours(1).addingTimeInterval(-1)),
        draft("3", score: 0.5, stars: 4.5, at: hours(1)),
        draft("4", score: -0.4, brands: [rival], at: hours(1)),
        draft("5", score: -0.4, at: hours(3)), draft("6", score: -0.4, at: hours(-1)),
    ])
    try await store.record(
        [draft("7", score: -0.2, brands: [bakery, rival], at: hours(2))], from: press)
    return store
}

struct `Counts by span` {
    private func counts(_ question: CountQuestion) async throws -> [Int] {
        try await filledStore().spanCounts(question, from: present, width: 3600, count: 3)
    }

    @Test func `count each mention in the span that it occurred in`() async throws {
        #expect(try await counts(CountQuestion(brand: bakery)) == [2, 1, 1])
        #expect(try await counts(CountQuestion(brand: bakery, labels: [.negative])) == [2, 0, 1])
        #expect(
            try await counts(CountQuestion(brand: bakery, labels: [.negative, .positive]))
                == [2, 1, 1])
        #expect(try await counts(CountQuestion(brand: rival)) == [0, 1, 1])
    }

    @Test func `count a mention of two brands once where no brand is named`() async throws {
        #expect(try await counts(CountQuestion()) == [2, 2, 1])
        #expect(try await counts(CountQuestion(labels: [.negative])) == [2, 1, 1])
    }

    @Test(arguments: [bakery, nil])
    func `leave out other sources and kinds`(brand: BrandID?) async throws {
        #expect(try await counts(CountQuestion(brand: brand, sources: [press])) == [0, 0, 1])
        #expect(try await counts(CountQuestion(brand: brand, kinds: [.mention])) == [0, 0, 1])
        #expect(
            try await counts(
                CountQuestion(brand: brand, sources: [press], kinds: [.review])) == [0, 0, 0])
        #expect(
            try await counts(CountQuestion(brand: brand, kinds: [.review, .mention])).last == 1)
    }

    @Test func `are none for no spans, or spans without width`() async throws {
        let store = try await filledStore()
        for (width, count) in [(3600.0, 0), (0, 3), (-1, 3), (3600, -1)] {
            #expect(
                try await store.spanCounts(
                    CountQuestion(), from: present, width: width, count: count) == [])
        }
    }
}

struct `Figures by day` {
    @Test func `are those of the mentions that have one`() async throws {
        let store = try await filledStore()
        try await store.record([draft("8", score: 0, label: .unscored, stars: 5, at: hours(48))])
        func figures(_ figure: FigureKind, _ question: CountQuestion) async throws -> [DayFigure] {
            try await store.dailyFigures(
                figure, of: question, from: today, to: CalendarDay(number: today.number + 9))
        }
        #expect(
            try await figures(.rating, CountQuestion(brand: bakery)) == [
                DayFigure(day: today, count: 3, sum: 7.5, squares: 1 + 4 + 20.25),
                DayFigure(
                    day: CalendarDay(number: today.number + 2), count: 1, sum: 5, squares: 25),
            ])
        let felt = try await figures(.sentiment, CountQuestion(brand: rival))
        #expect(felt.map(\.count) == [2])
        #expect(abs((felt.first?.sum ?? 0) + 0.6) < 1e-9)
        #expect(abs((felt.first?.squares ?? 0) - 0.2) < 1e-9)
        #expect(try await figures(.rating, CountQuestion(brand: rival)) == [])
        #expect(try await figures(.sentiment, CountQuestion(sources: [press])).map(\.count) == [1])
        #expect(
            try await figures(.sentiment, CountQuestion(brand: bakery, labels: [.positive]))
                .map(\.sum) == [0.5])
        #expect(try await figures(.rating, CountQuestion(kinds: [.mention])) == [])
    }

    @Test func `follow an edit`() async throws {
        let store = try await filledStore()
        try await store.record([draft("3", "Better", score: 0.9, stars: 5, at: hours(1))])
        let question = CountQuestion(brand: bakery, labels: [.positive])
        for (figure, sum) in [(FigureKind.rating, 5.0), (.sentiment, 0.9)] {
            #expect(
                try await store.dailyFigures(figure, of: question, from: today, to: today)
                    .map(\.sum) == [sum])
        }
    }
}

struct `Responses` {
    @Test func `count reviews of the time, their answers and how long these took`() async throws {
        let store = try await sampleStore()
        func answer(_ date: Date?) -> Entry.OwnerReply { .init(text: "Thanks", date: date) }
        try await store.record([
            draft("1", reply: answer(hours(5)), at: present),
            draft("2", reply: answer(hours(2)), at: hours(1)),
            draft("3", reply: answer(hours(-9)), at: hours(1)), draft("4", at: hours(2)),
            draft("5", reply: answer(nil), at: hours(2)),
            draft("6", brands: [rival], at: hours(2)), draft("7", at: hours(9)),
            draft("8", at: hours(-1)),
        ])
        try await store.record([draft("9", at: hours(1))], from: press)
        let counts = try await store.responses(brands: [bakery], from: present, to: hours(9))
        #expect(counts == ResponseCounts(mentions: 5, answered: 4, delays: [0, 3600, 5 * 3600]))
        #expect(try await store.responses(brands: nil, from: present, to: hours(9)).mentions == 6)
        #expect(
            try await store.responses(brands: [rival], from: hours(9), to: hours(99))
                == ResponseCounts())
    }
}

struct `What came in a time` {
    private func store() async throws -> SQLiteStore {
        let store = try await sampleStore()
        try await store.record([draft("history", score: -1)], at: hours(1), isBaseline: true)
        var told = draft("2", score: -0.9, brands: [bakery, rival], stars: 2, at: hours(-500))
        told.sentiment?.aspects = [
            AspectOpinion(aspect: .staff, score: -0.4, label: .negative, spans: [0..<4])
        ]
        try await store.record(
            [
                draft("1", score: -0.5, stars: 1), told, draft("3", score: 0.5, stars: 4),
                draft("4", score: 0.8), draft("5", score: 0),
                draft("6", score: 0, label: .unscored),
            ], at: hours(2))
        try await store.record([draft("7", brands: [rival])], from: press, at: hours(3))
        try await store.record([draft("8")], at: hours(4))
        return store
    }

    @Test func `is what was first seen then, whatever its date, without history`() async throws {
        let store = try await store()
        let all = try await store.arrivals(brands: nil, from: hours(1), to: hours(4), limit: 9)
        #expect(
            all.counts
                == SentimentCounts(
                    negative: 3, neutral: 1, positive: 2, unscored: 1, rated: 3, starSum: 7))
        #expect(all.aspects == [AspectCounts(aspect: .staff, negative: 1)])
        #expect(all.worst.map(\.entry.id) == ["2", "7", "1"])
        #expect(all.best.map(\.entry.id) == ["4", "3"])
    }

    @Test func `about several brands is counted once, and named up to the limit`() async throws {
        let store = try await store()
        func arrivals(_ brands: [BrandID]) async throws -> Arrivals {
            try await store.arrivals(brands: brands, from: hours(1), to: hours(4), limit: 1)
        }
        let both = try await arrivals([bakery, rival])
        #expect(both.counts.total == 7)
        #expect(both.worst.map(\.entry.id) == ["2"])
        #expect(both.best.map(\.entry.id) == ["4"])
        #expect(
            try await arrivals([rival]).counts
                == SentimentCounts(
                    negative: 2, rated: 1, starSum: 2))
        #expect(try await arrivals([]) == Arrivals())
        let none = try await store.arrivals(brands: nil, from: hours(9), to: hours(99), limit: 9)
        #expect(none == Arrivals())
    }
}

import FoundationEssentials
import Model
import Testing

struct `A calendar day` {
    @Test(arguments: [
        (0.0, 0, 0), (86_399.9, 0, 0), (86_400, 0, 1), (-0.5, 0, -1), (-86_400, 0, -1),
        (-86_401, 0, -2), (82_800, 3600, 1), (82_799, 3600, 0), (3599, -3600, -1),
        (3600, -3600, 0), (1_793_523_600, 50_400, 20_758),
    ])
    func `is that of the owner's zone`(seconds: Double, offset: Int, number: Int) {
        let date = Date(timeIntervalSince1970: seconds)
        #expect(CalendarDay(date, secondsFromGMT: offset).number == number)
    }

    @Test func `comes before later ones`() {
        #expect(CalendarDay(number: -1) < CalendarDay(number: 0))
        #expect(!(CalendarDay(number: 0) < CalendarDay(number: 0)))
    }
}

struct `Counts of sentiment` {
    private let counts = SentimentCounts(
        negative: 1, neutral: 2, positive: 5, unscored: 3, rated: 4, starSum: 14)

    @Test func `give shares of what has a verdict`() {
        #expect(counts.total == 11)
        #expect(counts.scored == 8)
        #expect(counts.negativeShare == 0.125)
        #expect(counts.meanStars == 3.5)
    }

    @Test func `give no share of nothing`() {
        let none = SentimentCounts(unscored: 2)
        #expect(none.negativeShare == nil)
        #expect(none.meanStars == nil)
    }

    @Test func `add up`() {
        #expect(counts + SentimentCounts() == counts)
        #expect((counts + counts).total == 22)
        #expect((counts + counts).meanStars == 3.5)
    }
}

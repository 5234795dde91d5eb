import Model
import Testing

@testable import Parsing

struct `A rating in a text` {
    @Test(
        arguments: [
            ("4/5", 4.0, 1.0, 5.0), ("4,5 / 5", 4.5, 1.0, 5.0), ("4 out of 5", 4.0, 1.0, 5.0),
            ("8/10", 8.0, 0.0, 10.0),
            ("0/5", 0.0, 0.0, 5.0), ("85/100", 85.0, 0.0, 100.0), ("★★★☆☆", 3.0, 1.0, 5.0),
            ("⭐⭐⭐⭐", 4.0, 1.0, 5.0),
            ("★★★★½", 4.5, 1.0, 5.0), ("Rating: 4.5/5", 4.5, 1.0, 5.0),
            ("Rated 3 of 4", 3.0, 0.0, 4.0),
            ("Bewertung: 2 von 5 Sternen", 2.0, 1.0, 5.0), ("3 stars", 3.0, 1.0, 5.0),
            ("1 star", 1.0, 1.0, 5.0),
            ("4/5 - Great soup", 4.0, 1.0, 5.0), ("2/5: never again", 2.0, 1.0, 5.0),
            ("★☆☆☆☆ Never again", 1.0, 1.0, 5.0),
            ("1 out of 5 stars. Cold soup and no word of it.", 1.0, 1.0, 5.0),
            ("4/5 stars", 4.0, 1.0, 5.0),
            ("Great soup – 4/5", 4.0, 1.0, 5.0), ("Great soup. ★★★★☆", 4.0, 1.0, 5.0),
            ("Cold soup\nRating: 2/5", 2.0, 1.0, 5.0),
            ("All was cold. Score: 3/10.", 3.0, 0.0, 10.0),
            ("I give it 4/5 stars!", 4.0, 1.0, 5.0), ("Nice | 9/10", 9.0, 0.0, 10.0),
        ] as [(String, Double, Double, Double)])
    func `is read where it is clear`(text: String, value: Double, min: Double, max: Double) {
        #expect(RatingText.rating(inProse: text) == Rating(value: value, min: min, max: max))
    }

    @Test(
        arguments: [
            "", "open 24/7", "24/7", "4/5 of the guests left", "4 out of 5 doctors agree",
            "It was moved to 4/5", "on 11/22/2026", "5/4/2026", "1/2", "half of 1/2 cup",
            "4/5/2026 was the day",
            "a 5-star hotel with bad soup", "⭐⭐ SALE ⭐⭐", "★ News", "6/5", "Part 3 of 5",
            "Thread (3/5)",
            "3/5 cups of flour", "Top 10/100 places", "9/11", "5", "4 5", "/5", "4/", "4/5/",
            "number 4.5",
            "192.168.4/5", "2026", "10:30", "★★★★★★★", "☆☆☆☆☆☆",
        ] as [String])
    func `is not made of other numbers`(text: String) {
        #expect(RatingText.rating(inProse: text) == nil)
    }

    @Test func `of a field may be a number alone, on the scale that is told`() {
        #expect(RatingText.rating(inField: " 4 ") == Rating(value: 4, min: 1, max: 5))
        #expect(RatingText.rating(inField: "7", scale: 0...10) == Rating(value: 7, min: 0, max: 10))
        #expect(RatingText.rating(inField: "7") == nil)
        #expect(RatingText.rating(inField: "four") == nil)
        #expect(RatingText.rating(inField: "4 of hearts") == nil)
        #expect(RatingText.rating(inField: "80%") == Rating(value: 80, min: 0, max: 100))
    }
}

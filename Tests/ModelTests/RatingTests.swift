import Model
import Testing

struct `A rating` {
    @Test(arguments: [
        (1.0, 1.0, 5.0, 0.0, 1.0), (5, 1, 5, 1, 5), (3, 1, 5, 0.5, 3), (0, 0, 10, 0, 1),
        (7.5, 0, 10, 0.75, 4), (-1, -1, 1, 0, 1), (1, 0, 1, 1, 5),
    ])
    func `has its place on the scale of its source and on five stars`(
        value: Double, min: Double, max: Double, fraction: Double, stars: Double
    ) throws {
        let rating = try #require(Rating(value: value, min: min, max: max))
        #expect(rating.fraction == fraction)
        #expect(rating.stars == stars)
    }

    @Test(arguments: [
        (0.0, 1.0, 5.0), (5.5, 1, 5), (1, 5, 1), (1, 1, 1), (.nan, 1, 5), (3, .nan, 5),
        (3, 1, .infinity), (-.infinity, -.infinity, 5), (3, 1, .nan),
    ])
    func `is refused off its scale or on none`(value: Double, min: Double, max: Double) {
        #expect(Rating(value: value, min: min, max: max) == nil)
    }
}

import Model

/// How often the verdict on a text says the opposite of the rating beside it.
///
/// A bare number names no scale: the worst is 1 (0 where one is lower) and the best is the smallest
/// of 5, 10 and 100 that holds every rating added.
public struct RatingAgreement: Sendable, Hashable {
    private var numbers: [Double: Verdicts] = [:]

    private struct Verdicts: Sendable, Hashable {
        var count = 0
        var negatives = 0
        var positives = 0
    }

    /// How many texts have a rating.
    public var count: Int { numbers.values.reduce(0) { $0 + $1.count } }

    /// The scale that the numbers are read on; nil where there are none, or none that fits.
    public var scale: ClosedRange<Double>? {
        guard let lowest = numbers.keys.min(), let highest = numbers.keys.max(), lowest >= 0
        else { return nil }
        let best = [5.0, 10, 100].first { highest <= $0 }
        return best.map { (lowest < 1 ? 0 : 1)...$0 }
    }

    /// How many texts were called positive with a rating of at most 2 stars of 5, or negative with
    /// one of at least 4; nil where there is no scale.
    public var oppositeCount: Int? {
        guard let scale else { return nil }
        return numbers.reduce(0) { sum, entry in
            let rating = Rating(value: entry.key, min: scale.lowerBound, max: scale.upperBound)
            guard let stars = rating?.stars else { return sum }
            if stars < 2.5 { return sum + entry.value.positives }
            return stars >= 3.5 ? sum + entry.value.negatives : sum
        }
    }

    /// The share of rated texts whose verdict is the opposite; nil where there is none.
    public var oppositeShare: Double? {
        guard let oppositeCount, count > 0 else { return nil }
        return Double(oppositeCount) / Double(count)
    }

    mutating func add(_ rating: Double, label: Sentiment.Label) {
        guard rating.isFinite else { return }
        numbers[rating, default: Verdicts()].count += 1
        if label == .negative { numbers[rating]?.negatives += 1 }
        if label == .positive { numbers[rating]?.positives += 1 }
    }

    mutating func add(_ other: RatingAgreement) {
        for (rating, verdicts) in other.numbers {
            numbers[rating, default: Verdicts()].count += verdicts.count
            numbers[rating]?.negatives += verdicts.negatives
            numbers[rating]?.positives += verdicts.positives
        }
    }
}

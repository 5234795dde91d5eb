/// A rating on the scale of its source, such as 2 of 1…5.
public struct Rating: Sendable, Hashable {
    /// What was given: finite, `min` to `max`.
    public let value: Double
    /// The worst that the scale allows.
    public let min: Double
    /// The best that the scale allows; above `min`.
    public let max: Double

    /// Takes a rating whose numbers are finite, whose scale is not empty and which lies on it.
    public init?(value: Double, min: Double, max: Double) {
        guard value.isFinite, min.isFinite, max.isFinite, min < max, (min...max).contains(value)
        else { return nil }
        self.value = value
        self.min = min
        self.max = max
    }

    /// The place on the scale, 0 for the worst and 1 for the best.
    public var fraction: Double { (value - min) / (max - min) }

    /// The same place on the scale of 1 to 5 stars, so that sources can be compared.
    public var stars: Double { 1 + 4 * fraction }
}

/// Where something stands in the configuration.
struct Place: Sendable, Hashable {
    var file: String
    var line: Int
    /// Counted in Unicode scalars from 1.
    var column: Int
}

/// A value and where it stands, so that a later check can still point at it.
struct Placed<Value> {
    var value: Value
    var place: Place
}

extension Placed: Sendable where Value: Sendable {}

/// A figure that a mention has and that can be averaged.
public enum FigureKind: String, Sendable, Hashable, CaseIterable {
    /// The rating in stars, 1 to 5; mentions without one don't count.
    case rating
    /// The score, −1 to 1; unscored mentions don't count.
    case sentiment
}

/// What the figures of one day come to.
public struct DayFigure: Sendable, Hashable {
    /// The day in the owner's zone.
    public var day: CalendarDay
    /// How many mentions have the figure.
    public var count: Int
    /// The sum of the figures.
    public var sum: Double
    /// The sum of their squares.
    public var squares: Double

    /// The figures of `day`.
    public init(day: CalendarDay, count: Int, sum: Double, squares: Double) {
        self.day = day
        self.count = count
        self.sum = sum
        self.squares = squares
    }
}

/// What an alert says of ratings or sentiment that have fallen.
///
/// The alert stores it as its English text, which reads back as the same figures, so that it can be told in
/// other languages.
public struct DropTelling: Sendable, Hashable {
    /// What has fallen.
    public enum Figure: Sendable, Hashable {
        case rating
        case sentiment
    }

    /// What has fallen.
    public var figure: Figure
    /// The brand's name.
    public var name: String
    /// The average before, with a decimal point.
    public var before: String
    /// The recent average.
    public var recent: String
    /// How many recent ratings or mentions there are, and in how many days.
    public var count: Int
    /// Days that the recent average is over.
    public var days: Int
    /// How many there were before.
    public var countBefore: Int

    /// The figures of a drop.
    public init(
        figure: Figure, name: String, before: String, recent: String, count: Int, days: Int,
        countBefore: Int
    ) {
        self.figure = figure
        self.name = name
        self.before = before
        self.recent = recent
        self.count = count
        self.days = days
        self.countBefore = countBefore
    }

    /// Such as `the rating of Hollow Oak fell from 4.5 to 3.9 stars: 31 ratings in 30 days against 188
    /// before`.
    public var text: String {
        let time = days == 1 ? "1 day" : "\(days) days"
        return switch figure {
        case .rating:
            "the rating of \(name) fell from \(before) to \(recent) stars: \(count) ratings in "
                + "\(time) against \(countBefore) before"
        case .sentiment:
            "the sentiment of \(name) fell from \(before) to \(recent): \(count) scored mentions in "
                + "\(time) against \(countBefore) before"
        }
    }

    /// Reads `text` back; nil for any other text.
    public init?(parsing text: String) {
        guard let (head, tail) = TellingText.halves(ofLast: text, at: " fell from "),
            let (means, counts) = TellingText.halves(of: tail, at: ": "),
            let (before, recent) = TellingText.halves(of: means, at: " to "),
            let (what, name) = TellingText.halves(of: head, at: " of ")
        else { return nil }
        let isRating = what == "the rating"
        let numbers = counts.split(separator: " ").compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        self.init(
            figure: isRating ? .rating : .sentiment, name: String(name), before: String(before),
            recent: String(isRating ? recent.dropLast(" stars".count) : recent),
            count: numbers[0], days: numbers[1], countBefore: numbers[2])
        guard self.text == text else { return nil }
    }
}

import FoundationEssentials

/// Reads the times of payloads.
enum MappedDate {
    /// The moment that `text` tells; nil if it tells none or one outside the years 1 to 9999.
    static func date(
        _ text: String, as format: FieldAlternative.TimeFormat, timeZone: TimeZone?
    ) -> Date? {
        switch format {
        case .text: FeedDate.parse(text, timeZone: timeZone)
        case .epoch: Double(text).flatMap { WrittenMoment.bounded($0) }
        case .epochMilliseconds: Double(text).flatMap { WrittenMoment.bounded($0 / 1000) }
        case .auto: guessed(text, timeZone: timeZone)
        }
    }

    /// The moment of a number or a written date.
    ///
    /// A number of nine digits and more counts from 1970 in the unit that its size suggests: what
    /// would lie beyond the year 5000 in seconds is milliseconds, and so on. Anything else is a
    /// written date; one of eight digits may be `20260630`.
    private static func guessed(_ text: String, timeZone: TimeZone?) -> Date? {
        guard let number = Double(text), number >= 1e8 else {
            return FeedDate.parse(text, timeZone: timeZone)
        }
        var seconds = number
        for _ in 0..<3 where seconds >= 1e11 { seconds /= 1000 }
        return WrittenMoment.bounded(seconds)
    }
}

public import FoundationEssentials
import Model

/// Reads the dates of feeds, in every form that is met in the wild.
///
/// RFC 822 and 2822 with two- and four-digit years, obsolete and named zones and without weekday,
/// seconds or zone (a wrong weekday is not looked at); ISO 8601, RFC 3339 and W3C-DTF in full, to the
/// month or to the year, as ordinal or week date, with any number of fractional digits; `asctime`;
/// numeric dates; month names of twenty languages; dates of Chinese, Japanese and Korean; Unix time in seconds, milliseconds, microseconds and nanoseconds.
public enum FeedDate {
    /// The moment that `text` tells, or nil if it tells none or one outside the years 1 to 9999.
    ///
    /// A date without zone is one of `timeZone`, or of UTC where that is nil; a date without time is
    /// the first moment of its day. Of a numeric date with slashes, the month comes first unless it
    /// can't be one. Takes time linear in the length of `text`, of which 100 bytes are looked at.
    public static func parse(_ text: String, timeZone: TimeZone?) -> Date? {
        var text = text
        return text.withUTF8 { bytes in
            var scanner = DateScanner(bytes)
            guard let found = scanner.moment() else { return nil }
            return found.date(in: timeZone)
        }
    }
}

/// A date and time as written, before the zone is applied.
struct WrittenMoment {
    enum Zone: Hashable {
        /// Seconds east of UTC.
        case offset(Int)
        /// Seconds east of UTC where nothing else is known.
        case assumed(Int)
        case none
    }

    var day: CivilDate
    /// Since midnight, in seconds; up to a leap second or `24:00` past the day.
    var time: Double = 0
    var zone = Zone.none

    /// The moment; nil outside the years 1 to 9999.
    func date(in timeZone: TimeZone?) -> Date? {
        let local = Double(day.daysSince1970) * 86_400 + time
        var moment: Double
        switch zone {
        case .offset(let offset): moment = local - Double(offset)
        case .assumed(let offset) where timeZone == nil: moment = local - Double(offset)
        case .none, .assumed:
            moment = local
            if let timeZone {
                // The offset at the moment taken as UTC is a guess; the one at the guess decides.
                let guess = timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: local))
                let near = Date(timeIntervalSince1970: local - Double(guess))
                moment = local - Double(timeZone.secondsFromGMT(for: near))
            }
        }
        return Self.bounded(moment)
    }

    /// The moment so many seconds after 1970 if it lies in the years 1 to 9999.
    static func bounded(_ seconds: Double) -> Date? {
        guard (-62_135_596_800..<253_402_300_800).contains(seconds) else { return nil }
        return Date(timeIntervalSince1970: seconds)
    }
}

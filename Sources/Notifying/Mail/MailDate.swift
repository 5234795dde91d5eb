import FoundationEssentials
import Model

/// A moment on the clock of a zone, for headers and for people.
struct MailDate {
    private let date: CivilDate
    private let secondOfDay: Int
    private let weekday: Int
    private let offset: Int
    private let words: CalendarWords

    /// The wall clock of `zone` at `moment`, told in `words`; moments outside the years 1 to 9999 are
    /// moved to the nearest day inside.
    init(_ moment: Date, in zone: TimeZone, words: CalendarWords) {
        let seconds = min(max(moment.timeIntervalSince1970, -62_135_510_400), 253_402_214_400)
        offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)) / 60 * 60
        let local = Int(seconds.rounded(.down)) + offset
        let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        date = CivilDate(daysSince1970: days)
        secondOfDay = local - days * 86_400
        weekday = Self.weekday(ofDay: days)
        self.words = words
    }

    /// 0 for Sunday; 1 January 1970 was a Thursday.
    private static func weekday(ofDay days: Int) -> Int { ((days + 4) % 7 + 7) % 7 }

    /// The `date-time` of RFC 5322, 3.3, such as `Sun, 22 Nov 2026 10:30:00 +0100`; in English, whatever
    /// the words.
    var rfc5322: String {
        let minutes = abs(offset) / 60
        let english = CalendarWords.english
        return
            "\(english.weekdays[weekday]), \(day(in: english)) \(clock):\(two(secondOfDay % 60)) "
            + (offset < 0 ? "-" : "+") + two(minutes / 60) + two(minutes % 60)
    }

    /// For people, such as `Sun 22 Nov 2026, 10:30 (UTC+1)`.
    var readable: String {
        let minutes = abs(offset) / 60
        let rest = minutes % 60 == 0 ? "" : ":" + two(minutes % 60)
        let zone = minutes == 0 ? "UTC" : "UTC\(offset < 0 ? "−" : "+")\(minutes / 60)\(rest)"
        return "\(weekdayName)\(day(in: words)), \(clock) (\(zone))"
    }

    /// The time of day, such as `10:30`, with the day before it if `other` is on another one.
    func short(beside other: MailDate) -> String {
        date == other.date ? clock : "\(day(in: words)), \(clock)"
    }

    /// The day of the week and the time, such as `Sat 22:10`, where `other` is less than a week later;
    /// else with the day: `Sat 14 Nov, 22:10`.
    func recent(beside other: MailDate) -> String {
        let distance = other.date.daysSince1970 - date.daysSince1970
        return (0..<7).contains(distance) ? weekdayName + clock : dayAndTime
    }

    /// The day without its year, such as `Sat 21 Nov`.
    var dayName: String { Self.dayName(date, weekday, words) }

    /// The day without its year, such as `Sat 21 Nov`.
    static func dayName(_ day: CalendarDay, words: CalendarWords) -> String {
        let days = min(max(day.number, -719_162), 2_932_896)
        return dayName(CivilDate(daysSince1970: days), weekday(ofDay: days), words)
    }

    private static func dayName(
        _ date: CivilDate, _ weekday: Int, _ words: CalendarWords
    ) -> String {
        words.weekdays[weekday] + words.weekdayEnd + "\(date.day)" + words.dayEnd
            + words.months[date.month - 1]
    }

    /// Whether it is the first minute of a day.
    var isMidnight: Bool { secondOfDay < 60 }

    /// The day and the time, such as `Sat 21 Nov, 08:00`.
    var dayAndTime: String { "\(dayName), \(clock)" }

    private var weekdayName: String { words.weekdays[weekday] + words.weekdayEnd }

    private func day(in words: CalendarWords) -> String {
        let year = String(date.year)
        let padding = String(repeating: "0", count: max(0, 4 - year.utf8.count))
        return "\(date.day)\(words.dayEnd)\(words.months[date.month - 1]) \(padding)\(year)"
    }

    private var clock: String { two(secondOfDay / 3600) + ":" + two(secondOfDay / 60 % 60) }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

extension Letter {
    /// A moment on the owner's clock, in the language of the letter.
    func date(_ moment: Date) -> MailDate {
        MailDate(moment, in: timeZone, words: book.calendar)
    }

    /// For people, such as `Sun 22 Nov 2026, 10:30 (UTC+1)`.
    func time(_ moment: Date) -> String { date(moment).readable }

    /// The day on which a mention was made, without its year.
    func dayName(of mention: Mention) -> String { date(mention.occurredAt).dayName }
}

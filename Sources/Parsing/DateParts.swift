import Model

/// What a date in words has given so far.
struct DateParts {
    var day: Int?
    var month: Int?
    var year: Int?
    var time: Double?
    var zone = WrittenMoment.Zone.none
    /// A number that is the month if no name of one comes, else the year.
    private var second: Int?
    private var hasFullYear = false

    /// Whether only the time may be missing.
    var isDay: Bool { day != nil && month != nil && year != nil }

    /// Takes a number that stands alone: a year if it can only be one, else first the day.
    mutating func add(_ number: Int, digits: Int) {
        if digits <= 2, day != nil, month == nil, year == nil, second == nil {
            second = number
        } else if digits >= 3 || (day != nil && year == nil) {
            if year == nil {
                year = Self.fullYear(number, digits: digits)
                hasFullYear = digits == 4
            }
        } else if day == nil {
            day = number
        }
    }

    /// The moment, where day, month and year are known.
    var moment: WrittenMoment? {
        let year = year ?? (month == nil ? nil : second.map { Self.fullYear($0, digits: 2) })
        guard let year, let month = month ?? (hasFullYear ? second : nil),
            let date = CivilDate(year: year, month: month, day: day ?? 1)
        else { return nil }
        return WrittenMoment(day: date, time: time ?? 0, zone: zone)
    }

    /// The year that is meant by one written with so many digits (RFC 2822, 4.3).
    static func fullYear(_ written: Int, digits: Int) -> Int {
        switch digits {
        case 1...2: written < 50 ? 2000 + written : 1900 + written
        case 3: 1900 + written
        default: written
        }
    }
}

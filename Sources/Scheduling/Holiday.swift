import FoundationEssentials

/// A day on which a business is closed, whatever its hours.
public enum Holiday: Sendable, Hashable {
    /// One day of one year.
    case date(year: Int, month: Int, day: Int)
    /// The same day of every year; 29 February only of those that have it.
    case yearly(month: Int, day: Int)

    private static let calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    /// Reads `2026-12-24`, or `12-25` for every year; nil for anything else and for days that don't
    /// exist.
    public init?(parsing text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isPlain = parts.joined().utf8.allSatisfy { (0x30...0x39).contains($0) }
        let numbers = parts.compactMap { Int($0) }
        guard isPlain, numbers.count == parts.count else { return nil }
        switch parts.map(\.utf8.count) {
        case [4, 2, 2]: self = .date(year: numbers[0], month: numbers[1], day: numbers[2])
        case [2, 2]: self = .yearly(month: numbers[0], day: numbers[1])
        default: return nil
        }
        guard exists else { return nil }
    }

    /// Both kinds that a day, counted from 1 January 1970, could be.
    static func kinds(ofDay day: Int) -> [Holiday] {
        let date = Date(timeIntervalSince1970: TimeInterval(day) * 86_400)
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        guard let year = parts.year, let month = parts.month, let day = parts.day else { return [] }
        return [.date(year: year, month: month, day: day), .yearly(month: month, day: day)]
    }

    private var exists: Bool {
        // 2000 was a leap year, so it had every day that a year can have.
        let (year, month, day) =
            switch self {
            case .date(let year, let month, let day): (year, month, day)
            case .yearly(let month, let day): (2000, month, day)
            }
        guard year > 0, (1...12).contains(month), (1...31).contains(day) else { return false }
        let parts = DateComponents(year: year, month: month, day: day)
        guard let date = Self.calendar.date(from: parts) else { return false }
        return Self.calendar.component(.month, from: date) == month
    }
}

extension Holiday: CustomStringConvertible {
    /// The text that reads back as the same day.
    public var description: String {
        func pad(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return switch self {
        case .date(let year, let month, let day):
            "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
        case .yearly(let month, let day): "\(pad(month, 2))-\(pad(day, 2))"
        }
    }
}

/// What is wrong with business hours as text.
public struct BusinessHoursError: Error, Sendable, Hashable {
    /// The closed list of reasons.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case empty
        case unknownWord = "unknown-word"
        case badTime = "bad-time"
        case timesWithoutDays = "times-without-days"
        case daysWithoutTimes = "days-without-times"
    }

    /// What kind of mistake it is.
    public var reason: Reason
    /// One sentence for the owner.
    public var detail: String
    /// Where in the text it is, counted in characters from 1.
    public var column: Int
}

/// Reads business hours word by word: days gather until times come; times belong to the days before.
struct BusinessHoursReader {
    struct Token {
        var text: Substring
        var column: Int
    }

    static let dayNames = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    private var days: Set<Int> = []
    private var daysToken: Token?
    private var haveTimes = false
    private var ranges: [Range<Int>] = []

    static func tokens(of text: String) -> [Token] {
        var tokens: [Token] = []
        for (offset, index) in text.indices.enumerated() {
            let isSeparator = text[index].isWhitespace || text[index] == "," || text[index] == ";"
            if isSeparator { continue }
            let after = text.index(after: index)
            if let last = tokens.last, last.text.endIndex == index {
                tokens[tokens.count - 1].text = text[last.text.startIndex..<after]
            } else {
                tokens.append(Token(text: text[index..<after], column: offset + 1))
            }
        }
        return tokens
    }

    mutating func take(_ token: Token) throws(BusinessHoursError) {
        guard token.text.first?.isNumber == true else { return try takeDays(token) }
        guard !days.isEmpty else {
            throw BusinessHoursError(
                reason: .timesWithoutDays,
                detail: "\(token.text) stands before any day; write it as in Mon-Fri 09:00-18:00.",
                column: token.column)
        }
        let times = token.text.split(separator: "-", omittingEmptySubsequences: false)
        guard times.count == 2, let start = Self.minutes(times[0]), start < 1440,
            let end = Self.minutes(times[1]), start != end
        else {
            throw BusinessHoursError(
                reason: .badTime,
                detail: "\(token.text) is not a range of times; write it as in 09:00-18:00.",
                column: token.column)
        }
        haveTimes = true
        for day in days {
            let midnight = day * BusinessHours.dayLength
            let length = end > start ? end - start : end + BusinessHours.dayLength - start
            ranges.append(midnight + start..<midnight + start + length)
        }
    }

    func finish() throws(BusinessHoursError) -> [Range<Int>] {
        if let daysToken, !haveTimes {
            throw BusinessHoursError(
                reason: .daysWithoutTimes,
                detail: "No times follow \(daysToken.text); write them as in Mon-Fri 09:00-18:00.",
                column: daysToken.column)
        }
        guard !ranges.isEmpty else {
            throw BusinessHoursError(
                reason: .empty, detail: "No hours are given; write them as in Mon-Fri 09:00-18:00.",
                column: 1)
        }
        return ranges
    }

    private mutating func takeDays(_ token: Token) throws(BusinessHoursError) {
        if haveTimes {
            days = []
            haveTimes = false
        }
        daysToken = token
        if token.text.lowercased() == "daily" {
            days = Set(0..<7)
            return
        }
        let ends = token.text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count <= 2, let first = Self.day(ends[0]), let last = ends.last.flatMap(Self.day)
        else {
            throw BusinessHoursError(
                reason: .unknownWord,
                detail:
                    "\(token.text) is neither a day (Mon to Sun, or daily) nor a range of days.",
                column: token.column)
        }
        let count = (last - first + 7) % 7
        for step in 0...count { days.insert((first + step) % 7) }
    }

    private static func day(_ text: Substring) -> Int? {
        let name = text.lowercased()
        return dayNames.firstIndex { $0 == name || $0.prefix(3) == name }
    }

    /// `H:MM` or `HH:MM`, up to `24:00`, or whole hours.
    private static func minutes(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
            (1...2).contains(parts[0].count), parts.count == 1 || parts[1].count == 2,
            let hour = Int(parts[0]), let minute = parts.count == 2 ? Int(parts[1]) : 0
        else { return nil }
        let total = hour * 60 + minute
        return minute < 60 && total <= 1440 ? total : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

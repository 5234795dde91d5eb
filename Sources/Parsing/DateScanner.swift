import FoundationEssentials
import Model

/// Walks over the bytes of a written date.
struct DateScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var end: Int

    /// A scanner of at most the first 100 of `bytes`, which must outlive it.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        end = min(bytes.count, 100)
        while end > 0, Self.isSpace(bytes[end - 1]) { end -= 1 }
        skipSpaces()
    }

    /// The date and time, whatever its form.
    mutating func moment() -> WrittenMoment? {
        let start = position
        let run = digitRun(at: position)
        if run == end - position || isUnixTimeWithFraction(run) { return unixTimeOrCompact(run) }
        if run == 8, at(position + 8) == UInt8(ascii: "T") || at(position + 8) == 0x20 {
            return compactISO()
        }
        if run == 4, let next = at(position + 4) {
            if next == UInt8(ascii: "-") || next == UInt8(ascii: "/") || next == UInt8(ascii: "."),
                let found = iso()
            {
                return found
            }
            position = start
            if next >= 0xE4, let found = eastAsian() { return found }
            position = start
        }
        if run == 1 || run == 2, let found = numeric(run) { return found }
        position = start
        return words()
    }

    // MARK: Digits only

    private func isUnixTimeWithFraction(_ run: Int) -> Bool {
        guard run >= 9, at(position + run) == UInt8(ascii: ".") else { return false }
        return position + run + 1 + digitRun(at: position + run + 1) == end
    }

    private mutating func unixTimeOrCompact(_ run: Int) -> WrittenMoment? {
        switch run {
        case 4:
            return year().flatMap { CivilDate(year: $0, month: 1, day: 1) }.map { .init(day: $0) }
        case 8: return compactDay().map { .init(day: $0) }
        case 12, 14: if startsWithYear { return compactISO() }
        default: break
        }
        guard (9...19).contains(run), let whole = number(run) else { return nil }
        let unit: Double =
            switch run {
            case 9...11: 1
            case 12...14: 1e3
            case 15...16: 1e6
            default: 1e9
            }
        let seconds = Double(whole) / unit + (run <= 11 ? fraction() : 0)
        guard let date = WrittenMoment.bounded(seconds) else { return nil }
        let days = Int((date.timeIntervalSince1970 / 86_400).rounded(.down))
        return WrittenMoment(
            day: CivilDate(daysSince1970: days), time: seconds - Double(days) * 86_400,
            zone: .offset(0))
    }

    private var startsWithYear: Bool {
        let century = (at(position), at(position + 1))
        return century == (0x31, 0x39) || century == (0x32, 0x30)
    }

    private mutating func compactDay() -> CivilDate? {
        guard let year = number(4), let month = number(2), let day = number(2) else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// `YYYYMMDDThhmmss`, with or without the T, seconds and zone.
    private mutating func compactISO() -> WrittenMoment? {
        guard let day = compactDay() else { return nil }
        if at(position) == UInt8(ascii: "T") || at(position) == 0x20 { position += 1 }
        var found = WrittenMoment(day: day)
        let run = digitRun(at: position)
        if run == 4 || run == 6, let hour = number(2), let minute = number(2) {
            let second = run == 6 ? number(2) ?? 0 : 0
            guard let time = Self.seconds(hour, minute, Double(second) + fraction()) else {
                return nil
            }
            found.time = time
        } else {
            guard let time = time() else { return nil }
            found.time = time
        }
        found.zone = zone()
        return found
    }

    // MARK: ISO 8601

    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY-DDD`, and what may follow.
    private mutating func iso() -> WrittenMoment? {
        guard let year = year() else { return nil }
        position += 1
        let run = digitRun(at: position)
        if run == 3 { return ordinal(year) }
        guard run == 1 || run == 2, let month = number(run) else { return nil }
        guard let separator = at(position), separator < 0x30, separator != 0x20 else {
            return position == end
                ? CivilDate(year: year, month: month, day: 1).map { .init(day: $0) } : nil
        }
        position += 1
        let days = digitRun(at: position)
        guard days == 1 || days == 2, let day = number(days),
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        return timed(date)
    }

    private mutating func ordinal(_ year: Int) -> WrittenMoment? {
        guard let day = number(3), (1...366).contains(day),
            let first = CivilDate(year: year, month: 1, day: 1)
        else { return nil }
        return timed(CivilDate(daysSince1970: first.daysSince1970 + day - 1))
    }

    /// The time and zone that follow a date; a date alone where nothing follows. Nil where a time
    /// stands that can't be.
    private mutating func timed(_ day: CivilDate) -> WrittenMoment? {
        var found = WrittenMoment(day: day)
        while let byte = at(position), !(0x30...0x39).contains(byte) {
            // T, t, an underscore, a comma, "at", spaces; a zone may follow the date at once
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "Z") || byte == UInt8(ascii: "-") {
                found.zone = zone()
                return found
            }
            position += 1
        }
        guard position < end else { return found }
        guard let time = time() else { return nil }
        found.time = time
        found.zone = zone()
        return found
    }

    // MARK: Numeric and East Asian

    /// `D.M.Y`, `D-M-Y` and `M/D/Y`, years with two or four digits.
    private mutating func numeric(_ run: Int) -> WrittenMoment? {
        guard let first = number(run), let separator = at(position),
            separator == UInt8(ascii: ".") || separator == UInt8(ascii: "-")
                || separator == UInt8(ascii: "/")
        else { return nil }
        position += 1
        let secondRun = digitRun(at: position)
        guard secondRun == 1 || secondRun == 2, let second = number(secondRun),
            at(position) == separator
        else { return nil }
        position += 1
        let yearRun = digitRun(at: position)
        guard yearRun == 2 || yearRun == 4, let written = number(yearRun) else { return nil }
        let year = Self.fullYear(written, digits: yearRun)
        let monthFirst = separator == UInt8(ascii: "/") && first <= 12
        let day = CivilDate(
            year: year, month: monthFirst ? first : second, day: monthFirst ? second : first)
        return day.flatMap { timed($0) }
    }

    /// `2026年11月22日` and `2026년 11월 22일`: numbers parted by characters.
    private mutating func eastAsian() -> WrittenMoment? {
        guard let year = year() else { return nil }
        var parts: [Int] = []
        while parts.count < 2 {
            while let byte = at(position), byte >= 0x80 || byte == 0x20 { position += 1 }
            let run = digitRun(at: position)
            guard run == 1 || run == 2, let part = number(run) else { return nil }
            parts.append(part)
        }
        return CivilDate(year: year, month: parts[0], day: parts[1]).flatMap { timed($0) }
    }

    // MARK: RFC 822, asctime and prose

    /// Weekday, day, month name, year, time and zone in whatever order they stand.
    private mutating func words() -> WrittenMoment? {
        var parts = DateParts()
        while let byte = at(position) {
            if (0x30...0x39).contains(byte) {
                guard takeNumber(into: &parts) else { return nil }
            } else if Self.isLetter(byte) {
                takeWord(into: &parts)
            } else if byte == UInt8(ascii: "("), parts.time != nil {
                break
            } else if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"), parts.time != nil,
                (0x30...0x39).contains(at(position + 1) ?? 0)
            {
                parts.zone = zone()
            } else {
                position += 1
            }
        }
        return parts.moment
    }

    private mutating func takeNumber(into parts: inout DateParts) -> Bool {
        let run = digitRun(at: position)
        if run <= 2, at(position + run) == UInt8(ascii: ":"), parts.time == nil {
            guard let time = time() else { return false }
            parts.time = time
            return true
        }
        guard run <= 4, let number = number(run) else { return false }
        parts.add(number, digits: run)
        return true
    }

    private mutating func takeWord(into parts: inout DateParts) {
        let start = position
        while let byte = at(position), Self.isLetter(byte) { position += 1 }
        let word = UnsafeBufferPointer(rebasing: bytes[start..<position])
        if parts.time != nil, parts.zone == .none, parts.month != nil {
            position = start
            let zone = zone()
            if zone != .none { parts.zone = zone }
            while let byte = at(position), Self.isLetter(byte) { position += 1 }
        } else if let month = DateNames.month(word) {
            parts.month = month
        }
    }

    // MARK: Parts

    /// `h:mm`, `hh:mm:ss`, with a fraction and am or pm.
    private mutating func time() -> Double? {
        let run = digitRun(at: position)
        guard run == 1 || run == 2, var hour = number(run) else { return nil }
        var minute = 0
        var second = 0.0
        if at(position) == UInt8(ascii: ":") {
            position += 1
            guard let read = number(min(2, digitRun(at: position))) else { return nil }
            minute = read
        }
        if at(position) == UInt8(ascii: ":") {
            position += 1
            guard let read = number(min(2, digitRun(at: position))) else { return nil }
            second = Double(read) + fraction()
        }
        let beforeMark = position
        skipSpaces()
        let mark = (at(position) ?? 0) | 0x20
        if mark == UInt8(ascii: "a") || mark == UInt8(ascii: "p"),
            (at(position + 1) ?? 0) | 0x20 == UInt8(ascii: "m"),
            !Self.isLetter(at(position + 2) ?? 0)
        {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (mark == UInt8(ascii: "p") ? 12 : 0)
            position += 2
        } else {
            position = beforeMark
        }
        return Self.seconds(hour, minute, second)
    }

    private static func seconds(_ hour: Int, _ minute: Int, _ second: Double) -> Double? {
        guard (0...59).contains(minute), (0..<61).contains(second),
            (0...23).contains(hour) || (hour == 24 && minute == 0 && second == 0)
        else { return nil }
        return Double(hour * 3600 + minute * 60) + second
    }

    /// The zone that follows; `none` where none does. An unknown name is UTC (RFC 2822, 4.3).
    private mutating func zone() -> WrittenMoment.Zone {
        skipSpaces()
        guard let first = at(position) else { return .none }
        if first == UInt8(ascii: "+") || first == UInt8(ascii: "-") { return offset() }
        guard Self.isLetter(first), first < 0x80 else { return .none }
        let start = position
        while let byte = at(position), Self.isLetter(byte) { position += 1 }
        let name = UnsafeBufferPointer(rebasing: bytes[start..<position])
        let known = DateNames.offset(name)
        if let sign = at(position), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            known == 0
        {
            return offset()
        }
        return .offset(known ?? 0)
    }

    /// `+hh`, `+hhmm`, `+hh:mm` and `+h:mm`; an impossible one is UTC.
    private mutating func offset() -> WrittenMoment.Zone {
        let isWest = at(position) == UInt8(ascii: "-")
        position += 1
        let run = digitRun(at: position)
        var hours = 0
        var minutes = 0
        if run >= 3 {
            hours = number(run == 3 ? 1 : 2) ?? 0
            minutes = number(2) ?? 0
            position += digitRun(at: position)
        } else if let read = number(run) {
            hours = read
            if at(position) == UInt8(ascii: ":") {
                position += 1
                minutes = number(min(2, digitRun(at: position))) ?? 0
            }
        }
        guard hours <= 23, minutes <= 59 else { return .offset(0) }
        return .offset((isWest ? -1 : 1) * (hours * 3600 + minutes * 60))
    }

    private mutating func year() -> Int? { number(4) }

    static func fullYear(_ written: Int, digits: Int) -> Int {
        switch digits {
        case 1...2: written < 50 ? 2000 + written : 1900 + written
        case 3: 1900 + written
        default: written
        }
    }

    // MARK: Bytes

    private func at(_ index: Int) -> UInt8? { index < end ? bytes[index] : nil }

    private func digitRun(at start: Int) -> Int {
        var index = start
        while index < end, (0x30...0x39).contains(bytes[index]) { index += 1 }
        return max(0, index - start)
    }

    /// The number of exactly `digits` digits, 1 to 19 of them.
    private mutating func number(_ digits: Int) -> Int? {
        guard (1...19).contains(digits), digitRun(at: position) >= digits else { return nil }
        var value = 0
        for index in position..<(position + digits) {
            let (tenfold, overflows) = value.multipliedReportingOverflow(by: 10)
            let (sum, carries) = tenfold.addingReportingOverflow(Int(bytes[index] - 0x30))
            if overflows || carries { return nil }
            value = sum
        }
        position += digits
        return value
    }

    /// A point or comma and the digits after it as a fraction of one; nine digits count.
    private mutating func fraction() -> Double {
        guard at(position) == UInt8(ascii: ".") || at(position) == UInt8(ascii: ",") else {
            return 0
        }
        let run = digitRun(at: position + 1)
        guard run > 0 else { return 0 }
        position += 1
        var value = 0.0
        var scale = 1.0
        for index in position..<(position + min(run, 9)) {
            scale *= 10
            value = value * 10 + Double(bytes[index] - 0x30)
        }
        position += run
        return value / scale
    }

    private mutating func skipSpaces() {
        while position < end, Self.isSpace(bytes[position]) { position += 1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
    }
}

/// What a date in words has given so far.
struct DateParts {
    var day: Int?
    var month: Int?
    var year: Int?
    var time: Double?
    var zone = WrittenMoment.Zone.none

    /// Takes a number that stands alone: a year if it can only be one, else first the day.
    mutating func add(_ number: Int, digits: Int) {
        if digits >= 3 || (day != nil && year == nil) {
            if year == nil { year = DateScanner.fullYear(number, digits: digits) }
        } else if day == nil {
            day = number
        }
    }

    /// The moment, where day, month and year are known.
    var moment: WrittenMoment? {
        guard let year, let month, let date = CivilDate(year: year, month: month, day: day ?? 1)
        else { return nil }
        return WrittenMoment(day: date, time: time ?? 0, zone: zone)
    }
}

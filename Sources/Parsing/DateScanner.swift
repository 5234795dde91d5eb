import FoundationEssentials
import Model

/// Walks over the bytes of a written date.
struct DateScanner {
    private var cursor: DateCursor

    /// A scanner of at most the first 100 of `bytes`, which must outlive it.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        cursor = DateCursor(bytes)
    }

    /// The date and time, whatever its form.
    mutating func moment() -> WrittenMoment? {
        let start = cursor.position
        let run = cursor.digitRun(at: cursor.position)
        if run == cursor.end - cursor.position || isUnixTimeWithFraction(run) {
            return unixTimeOrCompact(run)
        }
        if run == 8,
            cursor.at(cursor.position + 8) == UInt8(ascii: "T")
                || cursor.at(cursor.position + 8) == 0x20
        {
            return compactISO()
        }
        if run == 4, let week = week() { return week }
        cursor.position = start
        if run == 4, let next = cursor.at(cursor.position + 4) {
            if next == UInt8(ascii: "-") || next == UInt8(ascii: "/") || next == UInt8(ascii: "."),
                let found = iso()
            {
                return found
            }
            cursor.position = start
            if next >= 0xE4, let found = eastAsian() { return found }
            cursor.position = start
        }
        if run == 1 || run == 2, let found = numeric(run) { return found }
        cursor.position = start
        return words()
    }

    // MARK: Digits only

    private func isUnixTimeWithFraction(_ run: Int) -> Bool {
        guard run >= 9, cursor.at(cursor.position + run) == UInt8(ascii: ".") else { return false }
        return cursor.position + run + 1 + cursor.digitRun(at: cursor.position + run + 1)
            == cursor.end
    }

    private mutating func unixTimeOrCompact(_ run: Int) -> WrittenMoment? {
        switch run {
        case 4:
            return cursor.year().flatMap { CivilDate(year: $0, month: 1, day: 1) }.map {
                .init(day: $0)
            }
        case 6 where cursor.position + 6 == cursor.end: return shortDay()
        case 7 where startsWithYear: return cursor.year().flatMap { ordinal($0) }
        case 8: return compactDay().map { .init(day: $0) }
        case 12, 14: if startsWithYear { return compactISO() }
        default: break
        }
        guard (9...19).contains(run), let whole = cursor.number(run) else { return nil }
        let unit: Double =
            switch run {
            case 9...11: 1
            case 12...14: 1e3
            case 15...16: 1e6
            default: 1e9
            }
        let seconds = Double(whole) / unit + (run <= 11 ? cursor.fraction() : 0)
        guard let date = WrittenMoment.bounded(seconds) else { return nil }
        let days = Int((date.timeIntervalSince1970 / 86_400).rounded(.down))
        return WrittenMoment(
            day: CivilDate(daysSince1970: days), time: seconds - Double(days) * 86_400,
            zone: .offset(0))
    }

    private var startsWithYear: Bool {
        let century = (cursor.at(cursor.position), cursor.at(cursor.position + 1))
        return century == (0x31, 0x39) || century == (0x32, 0x30)
    }

    private mutating func compactDay() -> CivilDate? {
        guard let year = cursor.number(4), let month = cursor.number(2), let day = cursor.number(2)
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    /// `YYMMDD`.
    private mutating func shortDay() -> WrittenMoment? {
        guard let year = cursor.number(2), let month = cursor.number(2), let day = cursor.number(2)
        else { return nil }
        return CivilDate(year: DateParts.fullYear(year, digits: 2), month: month, day: day)
            .map { .init(day: $0) }
    }

    /// `YYYYMMDDThhmmss`, with or without the T, seconds and zone.
    private mutating func compactISO() -> WrittenMoment? {
        guard let day = compactDay() else { return nil }
        if cursor.at(cursor.position) == UInt8(ascii: "T") || cursor.at(cursor.position) == 0x20 {
            cursor.position += 1
        }
        var found = WrittenMoment(day: day)
        let run = cursor.digitRun(at: cursor.position)
        if run == 4 || run == 6, let hour = cursor.number(2), let minute = cursor.number(2) {
            let second = run == 6 ? cursor.number(2) ?? 0 : 0
            guard let time = DateCursor.seconds(hour, minute, Double(second) + cursor.fraction())
            else {
                return nil
            }
            found.time = time
        } else {
            guard let time = cursor.time() else { return nil }
            found.time = time
        }
        found.zone = cursor.zone()
        return found
    }

    // MARK: ISO 8601

    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY-DDD`, and what may follow.
    private mutating func iso() -> WrittenMoment? {
        guard let year = cursor.year() else { return nil }
        cursor.position += 1
        let run = cursor.digitRun(at: cursor.position)
        if run == 3 { return ordinal(year) }
        guard run == 1 || run == 2, let month = cursor.number(run) else { return nil }
        guard let separator = cursor.at(cursor.position), separator < 0x30, separator != 0x20 else {
            return cursor.position == cursor.end
                ? CivilDate(year: year, month: month, day: 1).map { .init(day: $0) } : nil
        }
        cursor.position += 1
        let days = cursor.digitRun(at: cursor.position)
        guard days == 1 || days == 2, let day = cursor.number(days),
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        return timed(date)
    }

    private mutating func ordinal(_ year: Int) -> WrittenMoment? {
        guard let day = cursor.number(3), (1...366).contains(day),
            let first = CivilDate(year: year, month: 1, day: 1)
        else { return nil }
        return timed(CivilDate(daysSince1970: first.daysSince1970 + day - 1))
    }

    /// `YYYY-Www-D` and `YYYYWwwD`, without day the Monday (ISO 8601, 5.2.3).
    private mutating func week() -> WrittenMoment? {
        guard let year = cursor.year() else { return nil }
        if cursor.at(cursor.position) == UInt8(ascii: "-") { cursor.position += 1 }
        guard (cursor.at(cursor.position) ?? 0) | 0x20 == UInt8(ascii: "w") else { return nil }
        cursor.position += 1
        guard let week = cursor.number(2), (1...53).contains(week),
            let fourth = CivilDate(year: year, month: 1, day: 4)
        else { return nil }
        if cursor.at(cursor.position) == UInt8(ascii: "-") { cursor.position += 1 }
        var weekday = 1
        if cursor.digitRun(at: cursor.position) == 1 { weekday = cursor.number(1) ?? 1 }
        guard (1...7).contains(weekday) else { return nil }
        // The fourth of January is in the first week; 1970-01-01 was a Thursday.
        let monday = fourth.daysSince1970 - (fourth.daysSince1970 % 7 + 10) % 7
        return timed(CivilDate(daysSince1970: monday + (week - 1) * 7 + weekday - 1))
    }

    /// A date with the time and zone that follow it, if any do.
    ///
    /// Nil where a time stands that can't be.
    private mutating func timed(_ day: CivilDate) -> WrittenMoment? {
        var found = WrittenMoment(day: day)
        while let byte = cursor.at(cursor.position), !(0x30...0x39).contains(byte) {
            // T, t, an underscore, a comma, "at", a dash, spaces; a zone may follow the date at once
            if byte >= 0x80 {
                return eastAsianTime(day)
            } else if byte == UInt8(ascii: "-"), cursor.at(cursor.position + 1) == 0x20 {
                cursor.position += 1
            } else if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "Z")
                || byte == UInt8(ascii: "-")
            {
                found.zone = cursor.zone()
                return found
            }
            cursor.position += 1
        }
        guard cursor.position < cursor.end else { return found }
        guard let time = cursor.time() else { return nil }
        found.time = time
        found.zone = cursor.zone()
        return found
    }

    // MARK: Numeric and East Asian

    /// `D.M.Y`, `D-M-Y` and `M/D/Y`, years with two or four digits.
    private mutating func numeric(_ run: Int) -> WrittenMoment? {
        guard let first = cursor.number(run), let separator = cursor.at(cursor.position),
            separator == UInt8(ascii: ".") || separator == UInt8(ascii: "-")
                || separator == UInt8(ascii: "/")
        else { return nil }
        cursor.position += 1
        let secondRun = cursor.digitRun(at: cursor.position)
        guard secondRun == 1 || secondRun == 2, let second = cursor.number(secondRun),
            cursor.at(cursor.position) == separator
        else { return nil }
        cursor.position += 1
        let yearRun = cursor.digitRun(at: cursor.position)
        guard yearRun == 2 || yearRun == 4, let written = cursor.number(yearRun) else { return nil }
        let year = DateParts.fullYear(written, digits: yearRun)
        if separator == UInt8(ascii: "-"), run == 2, yearRun == 2,
            let day = CivilDate(
                year: DateParts.fullYear(first, digits: 2), month: second, day: written)
        {
            // ISO 8601 of 1988, where the century may be left out.
            return timed(day)
        }
        let monthFirst = separator == UInt8(ascii: "/") && first <= 12
        let day = CivilDate(
            year: year, month: monthFirst ? first : second, day: monthFirst ? second : first)
        return day.flatMap { timed($0) }
    }

    /// `2026年11月22日` and `2026년 11월 22일`: numbers parted by characters.
    private mutating func eastAsian() -> WrittenMoment? {
        guard let year = cursor.year() else { return nil }
        var parts: [Int] = []
        while parts.count < 2 {
            while let byte = cursor.at(cursor.position), byte >= 0x80 || byte == 0x20 {
                cursor.position += 1
            }
            let run = cursor.digitRun(at: cursor.position)
            guard run == 1 || run == 2, let part = cursor.number(run) else { return nil }
            parts.append(part)
        }
        guard let day = CivilDate(year: year, month: parts[0], day: parts[1]) else { return nil }
        return eastAsianTime(day)
    }

    /// The time behind an East Asian date: `午後3時04分05秒`, `오후 3:04:05`, `15:04`.
    private mutating func eastAsianTime(_ day: CivilDate) -> WrittenMoment? {
        var isAfternoon = false
        var found = WrittenMoment(day: day)
        while let byte = cursor.at(cursor.position), !(0x30...0x39).contains(byte) {
            isAfternoon = isAfternoon || Self.afternoon.contains { stands($0) }
            if Self.korean.contains(where: { stands($0) }) { found.zone = .assumed(9 * 3600) }
            cursor.position += 1
        }
        var parts: [Int] = []
        while parts.count < 3, cursor.digitRun(at: cursor.position) > 0 {
            let run = cursor.digitRun(at: cursor.position)
            guard run <= 2, let part = cursor.number(run) else { return nil }
            parts.append(part)
            while let byte = cursor.at(cursor.position), byte >= 0x80 || byte == UInt8(ascii: ":") {
                cursor.position += 1
            }
            if run < 3, cursor.at(cursor.position) == 0x20,
                cursor.digitRun(at: cursor.position + 1) > 0
            {
                cursor.position += 1
            }
        }
        // A day alone is the same day everywhere.
        if parts.isEmpty { return WrittenMoment(day: day) }
        parts += [0, 0, 0]
        if isAfternoon, parts[0] < 12 { parts[0] += 12 }
        guard let time = DateCursor.seconds(parts[0], parts[1], Double(parts[2])) else {
            return nil
        }
        found.time = time
        let zone = cursor.zone()
        if zone != .none { found.zone = zone }
        return found
    }

    private static let afternoon = ["오후", "午後", "下午"]
    /// Words that only Korean dates hold; there is one zone for all of them.
    private static let korean = ["일", "오전", "오후"]

    private func stands(_ word: String) -> Bool {
        var index = cursor.position
        for byte in word.utf8 {
            guard cursor.at(index) == byte else { return false }
            index += 1
        }
        return true
    }

    // MARK: RFC 822, asctime and prose

    /// Weekday, day, month name, year, time and zone in whatever order they stand.
    private mutating func words() -> WrittenMoment? {
        var parts = DateParts()
        while let byte = cursor.at(cursor.position) {
            if (0x30...0x39).contains(byte) {
                guard takeNumber(into: &parts) else { return nil }
            } else if DateCursor.isLetter(byte) {
                takeWord(into: &parts)
            } else if byte == UInt8(ascii: "("), parts.time != nil {
                break
            } else if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"), parts.time != nil,
                (0x30...0x39).contains(cursor.at(cursor.position + 1) ?? 0)
            {
                parts.zone = cursor.zone()
            } else {
                cursor.position += 1
            }
        }
        return parts.moment
    }

    private mutating func takeNumber(into parts: inout DateParts) -> Bool {
        let run = cursor.digitRun(at: cursor.position)
        if run <= 2, cursor.at(cursor.position + run) == UInt8(ascii: ":"), parts.time == nil {
            guard let time = cursor.time() else { return false }
            parts.time = time
            return true
        }
        if let day = numericDay(run) {
            parts.day = day.day
            parts.month = day.month
            parts.year = day.year
            return true
        }
        if run <= 2, parts.isDay, parts.time == nil {
            parts.time = cursor.proseTime()
            return parts.time != nil
        }
        guard run <= 4, let number = cursor.number(run) else { return false }
        parts.add(number, digits: run)
        return true
    }

    /// The day of a numeric date among words, such as `2006/09/15` and `03/30/2020`; the cursor stays
    /// where none stands.
    private mutating func numericDay(_ run: Int) -> CivilDate? {
        let start = cursor.position
        let separator = cursor.at(start + run) ?? 0
        guard "/-.".utf8.contains(separator), cursor.digitRun(at: start + run + 1) > 0 else {
            return nil
        }
        guard run <= 2 || run == 4, let first = cursor.number(run) else { return nil }
        cursor.position += 1
        let middleRun = cursor.digitRun(at: cursor.position)
        if middleRun <= 2, let middle = cursor.number(middleRun),
            cursor.at(cursor.position) == separator
        {
            cursor.position += 1
            let lastRun = cursor.digitRun(at: cursor.position)
            if run == 4, lastRun <= 2, let day = cursor.number(lastRun),
                let found = CivilDate(year: first, month: middle, day: day)
            {
                return found
            }
            if run <= 2, lastRun == 4, let year = cursor.number(4) {
                let monthFirst = separator == UInt8(ascii: "/") && first <= 12
                if let found = CivilDate(
                    year: year, month: monthFirst ? first : middle,
                    day: monthFirst ? middle : first)
                {
                    return found
                }
            }
        }
        cursor.position = start
        return nil
    }

    private mutating func takeWord(into parts: inout DateParts) {
        let start = cursor.position
        while let byte = cursor.at(cursor.position), DateCursor.isLetter(byte) {
            cursor.position += 1
        }
        let word = UnsafeBufferPointer(rebasing: cursor.bytes[start..<cursor.position])
        if parts.time != nil, parts.zone == .none, parts.month != nil {
            cursor.position = start
            let zone = cursor.zone()
            if zone != .none { parts.zone = zone }
            while let byte = cursor.at(cursor.position), DateCursor.isLetter(byte) {
                cursor.position += 1
            }
        } else if let month = DateNames.month(word) {
            parts.month = month
        }
    }
}

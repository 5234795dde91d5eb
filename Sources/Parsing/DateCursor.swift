/// Reads numbers, times and zones off the bytes of a written date.
struct DateCursor {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    let end: Int

    /// A cursor before the first character of `bytes` that is no space; spaces at the end and what
    /// follows the first 100 bytes are not looked at.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        var end = min(bytes.count, 100)
        while end > 0, Self.isSpace(bytes[end - 1]) { end -= 1 }
        self.end = end
        skipSpaces()
    }

    /// `h:mm`, `hh:mm:ss`, with a fraction and am or pm.
    mutating func time() -> Double? {
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
        if let isAfternoon = half() {
            guard (0...12).contains(hour) else { return nil }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        return Self.seconds(hour, minute, second)
    }

    /// `am`, `PM`, `a.m.` and the like: whether it is the afternoon; nil where neither stands.
    private mutating func half() -> Bool? {
        var index = position
        while at(index) == 0x20 { index += 1 }
        let mark = (at(index) ?? 0) | 0x20
        guard mark == UInt8(ascii: "a") || mark == UInt8(ascii: "p") else { return nil }
        index += 1
        if at(index) == UInt8(ascii: ".") { index += 1 }
        guard (at(index) ?? 0) | 0x20 == UInt8(ascii: "m"), !Self.isLetter(at(index + 1) ?? 0)
        else { return nil }
        index += 1
        if at(index) == UInt8(ascii: ".") { index += 1 }
        position = index
        return mark == UInt8(ascii: "p")
    }

    /// A time as prose has it where a date is complete: `19h48`, `19.48.21`, `7.48 pm`, `15`.
    mutating func proseTime() -> Double? {
        let run = digitRun(at: position)
        guard run == 1 || run == 2, var hour = number(run) else { return nil }
        var parts = [0, 0]
        for index in parts.indices {
            let mark = (at(position) ?? 0) | 0x20
            guard mark == UInt8(ascii: "h") || mark == UInt8(ascii: "."),
                digitRun(at: position + 1) == 2
            else { break }
            position += 1
            parts[index] = number(2) ?? 0
        }
        if let isAfternoon = half(), hour <= 12 { hour = hour % 12 + (isAfternoon ? 12 : 0) }
        return Self.seconds(hour, parts[0], Double(parts[1]))
    }

    static func seconds(_ hour: Int, _ minute: Int, _ second: Double) -> Double? {
        guard (0...59).contains(minute), (0..<61).contains(second),
            (0...23).contains(hour) || (hour == 24 && minute == 0 && second == 0)
        else { return nil }
        return Double(hour * 3600 + minute * 60) + second
    }

    /// The zone that follows; `none` where none does.
    ///
    /// An unknown name is UTC (RFC 2822, 4.3).
    mutating func zone() -> WrittenMoment.Zone {
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

    mutating func year() -> Int? { number(4) }

    // MARK: Bytes

    func at(_ index: Int) -> UInt8? { index < end ? bytes[index] : nil }

    func digitRun(at start: Int) -> Int {
        var index = start
        while index < end, (0x30...0x39).contains(bytes[index]) { index += 1 }
        return max(0, index - start)
    }

    /// The number of exactly `digits` digits, 1 to 19 of them.
    mutating func number(_ digits: Int) -> Int? {
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
    mutating func fraction() -> Double {
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

    mutating func skipSpaces() {
        while position < end, Self.isSpace(bytes[position]) { position += 1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

    static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
    }
}

/// Words and emoji: the tokens whose spelling is folded while it is hashed.
extension Tokenizer {
    /// Reads the word at `place`, or behind one space, into `token`, in the shortest way; gives where
    /// it ends.
    ///
    /// Only a word of ASCII letters that no sign behind it makes part of anything else, as most are.
    /// Nil where it is anything else.
    @inline(__always)
    static func plainWord(
        in bytes: UnsafeBufferPointer<UInt8>, at place: Int, into token: UnsafeMutablePointer<Token>
    ) -> Int? {
        let start = bytes[place] == 0x20 ? place &+ 1 : place
        if start &+ 8 <= bytes.count, let base = bytes.baseAddress {
            let word = ShortWord(UnsafeRawPointer(base + start))
            if word.length > 0 {
                guard word.isWhole else { return nil }
                var traits = word.traits
                if start > 0, bytes[start &- 1] == UInt8(ascii: "#") {
                    traits |= Token.Traits.hashtag.rawValue
                }
                let end = start &+ word.length
                token.initialize(
                    to: Token(
                        start: start, end: end, key: word.key, kind: .word,
                        traits: Token.Traits(rawValue: traits)))
                return end
            }
        }
        return longWord(in: bytes, from: start, into: token)
    }

    /// The same for a word of any length, letter by letter.
    @inline(__always)
    private static func longWord(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int,
        into token: UnsafeMutablePointer<Token>
    ) -> Int? {
        var place = start
        var key = TermHash.seed
        // the letters' bits, the last letter, whether it was the same as the one before it
        var (bits, last, wasSame, isLong) = (UInt8(0), UInt8(0), UInt8(0), UInt8(0))
        while place < bytes.count {
            let byte = bytes[place]
            let lower = byte | 0x20
            guard lower &- 0x61 < 26 else { break }
            key = TermHash.appending(lower, to: key)
            bits |= byte
            let isSame: UInt8 = lower == last ? 1 : 0
            isLong |= isSame & wasSame
            (wasSame, last) = (isSame, lower)
            place &+= 1
        }
        let next = place < bytes.count ? bytes[place] : 0x20
        guard place > start, ASCIIRole.endsWord(next), last != UInt8(ascii: "w") else {
            return nil
        }
        // the raw values of the traits; a capital letter lacks bit 0x20
        var traits = (bits & 0x20) >> 4 | isLong << 2 | (~bytes[start] & 0x20) << 1
        if bits & 0x20 == 0, place &- start > 1 { traits |= Token.Traits.capitals.rawValue }
        if start > 0, bytes[start &- 1] == UInt8(ascii: "#") {
            traits |= Token.Traits.hashtag.rawValue
        }
        token.initialize(
            to: Token(
                start: start, end: place, key: key, kind: .word,
                traits: Token.Traits(rawValue: traits)))
        return place
    }

    /// The word at `position`, which holds a letter.
    mutating func word() -> Token {
        let start = position
        var spelling = Spelling()
        position = spelling.appendLetters(of: bytes, from: position)
        scan: while position < bytes.count {
            let byte = bytes[position]
            switch ASCIIRole.of(byte) {
            case .letter, .digit:
                spelling.append(ascii: byte)
                position += 1
            case .beyond:
                guard appendBeyondASCII(to: &spelling) else { break scan }
            default:
                guard byte == UInt8(ascii: "'"), goesOn(afterSign: 1) else { break scan }
                if apostrophe(length: 1, in: &spelling) { break scan }
            }
        }
        if isAddress { return address(from: start) }
        var traits = spelling.traits
        if start > 0, bytes[start - 1] == UInt8(ascii: "#") { traits.insert(.hashtag) }
        return Token(start: start, end: position, key: spelling.key, kind: .word, traits: traits)
    }

    /// Reads a scalar beyond ASCII inside a word; false where it ends the word.
    private mutating func appendBeyondASCII(to spelling: inout Spelling) -> Bool {
        let scalar = DecodedScalar(bytes, at: position)
        switch ScalarRole(scalar.value) {
        case .letter: spelling.append(letter: scalar, from: bytes, at: position)
        case .mark: spelling.append(raw: bytes, at: position, length: scalar.length)
        case .ignorable: break
        case .symbol where scalar.value == 0x2019:
            guard goesOn(afterSign: scalar.length) else { return false }
            return !apostrophe(length: scalar.length, in: &spelling)
        default: return false
        }
        position += scalar.length
        return true
    }

    /// Whether a letter follows a sign of `length` bytes.
    private func goesOn(afterSign length: Int) -> Bool {
        guard let byte = byteAt(length) else { return false }
        if byte < 0x80 { return ASCIIRole.of(byte) == .letter }
        return ScalarRole(DecodedScalar(bytes, at: position + length).value) == .letter
    }

    /// Reads an apostrophe of `length` bytes; true where it ends the word.
    private mutating func apostrophe(length: Int, in spelling: inout Spelling) -> Bool {
        spelling.append(ascii: UInt8(ascii: "'"))
        let isEnding = isEnglishEnding(at: position + length)
        position += length
        return !isEnding
    }

    /// Whether `s`, `t`, `d`, `m`, `re`, `ve` or `ll` stands at `place` and nothing behind it.
    private func isEnglishEnding(at place: Int) -> Bool {
        func letter(_ distance: Int) -> UInt8 {
            guard place + distance < bytes.count else { return 0 }
            let byte = bytes[place + distance]
            return ASCIIRole.of(byte) == .letter || byte >= 0x80 ? byte | 0x20 : 0
        }
        let (first, second, third) = (letter(0), letter(1), letter(2))
        if second == 0 { return "stdm".utf8.contains(first) }
        guard third == 0 else { return false }
        let e = UInt8(ascii: "e")
        let l = UInt8(ascii: "l")
        return (first == UInt8(ascii: "r") && second == e)
            || (first == UInt8(ascii: "v") && second == e) || (first == l && second == l)
    }

    /// Whether the word just read is the start of a link or mail address.
    private var isAddress: Bool {
        guard let byte = byteAt(0) else { return false }
        switch byte {
        case UInt8(ascii: ":"):
            return byteAt(1) == UInt8(ascii: "/") && byteAt(2) == UInt8(ascii: "/")
        case UInt8(ascii: "@"): return byteAt(1).map(ASCIIRole.isAlphanumeric) ?? false
        case UInt8(ascii: "."):
            guard position >= 3, byteAt(1).map(ASCIIRole.isAlphanumeric) ?? false else {
                return false
            }
            let isStart = position == 3 || !ASCIIRole.isAlphanumeric(bytes[position - 4])
            return isStart
                && (1...3).allSatisfy { bytes[position - $0] | 0x20 == UInt8(ascii: "w") }
        default: return false
        }
    }

    /// The emoji that begins with `first`, with everything joined to it.
    ///
    /// Skin tones, variation selectors and the signs for man and woman do not count for the key.
    mutating func emoji(_ first: DecodedScalar) -> Token {
        let start = position
        var key = TermHash.seed
        var scalar = first
        while true {
            if !Self.isModifier(scalar.value) {
                for place in position..<position + scalar.length {
                    key = TermHash.appending(bytes[place], to: key)
                }
            }
            position += scalar.length
            guard let next = continuation() else { break }
            scalar = next
        }
        return Token(start: start, end: position, key: key, kind: .emoji)
    }

    /// The next scalar of the same emoji, joiners skipped; nil where it ends.
    private mutating func continuation() -> DecodedScalar? {
        var isJoined = false
        while position < bytes.count, bytes[position] >= 0x80 {
            let scalar = DecodedScalar(bytes, at: position)
            if scalar.value == 0x200D {
                isJoined = true
            } else if Self.isModifier(scalar.value), scalar.value > 0x2700 {
                isJoined = false
            } else if ScalarRole(scalar.value) == .mark {
                isJoined = false
            } else {
                return isJoined && ScalarRole(scalar.value) == .emoji ? scalar : nil
            }
            position += scalar.length
        }
        return nil
    }

    private static func isModifier(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x1F3FB...0x1F3FF, 0xFE00...0xFE0F, 0xE0020...0xE007F, 0x2640, 0x2642: true
        default: false
        }
    }
}

/// A word's key and traits while it is read.
private struct Spelling {
    var key = TermHash.seed
    private var last: UInt8 = 0
    private var run = 1
    private var capitals = 0
    private var flags: Token.Traits = []
    private var letters = 0

    /// Reads the ASCII letters at `start`, the most of any text, in the shortest loop; gives where
    /// they end.
    @inline(__always)
    mutating func appendLetters(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        var (key, last, beforeLast) = (self.key, UInt8(0), UInt8(0))
        var capitalCount = 0
        var isLong = false
        while place < bytes.count {
            let byte = bytes[place]
            let lower = byte | 0x20
            guard lower &- 0x61 < 26 else { break }
            capitalCount &+= Int(1 &- (byte >> 5 & 1))
            key = TermHash.appending(lower, to: key)
            isLong = isLong || (lower == last && lower == beforeLast)
            (beforeLast, last) = (last, lower)
            place &+= 1
        }
        let count = place - start
        guard count > 0 else { return start }
        self.key = key
        self.last = last
        run = last == beforeLast ? 2 : 1
        letters = count
        capitals = capitalCount
        if isLong { flags.insert(.elongated) }
        if bytes[start] & 0x20 == 0 { flags.insert(.initialCapital) }
        if capitalCount < count { flags.insert(.smallLetters) }
        return place
    }

    @inline(__always)
    mutating func append(ascii byte: UInt8) {
        var lower = byte
        if byte &- 0x41 < 26 {
            lower = byte | 0x20
            capitals += 1
            if letters == 0 { flags.insert(.initialCapital) }
        } else if byte &- 0x61 < 26 {
            flags.insert(.smallLetters)
        }
        letters += 1
        key = TermHash.appending(lower, to: key)
        if lower == last {
            run += 1
            if run == 3, lower > 0x60 { flags.insert(.elongated) }
        } else {
            last = lower
            run = 1
        }
    }

    mutating func append(
        letter: DecodedScalar, from bytes: UnsafeBufferPointer<UInt8>, at place: Int
    ) {
        if LatinLetter.isCapital(letter.value) {
            capitals += 1
            if letters == 0 { flags.insert(.initialCapital) }
        } else {
            flags.insert(.smallLetters)
        }
        letters += 1
        if let parts = LatinLetter.parts(of: letter.value) {
            key = TermHash.appending(parts.base, to: key)
            key = TermHash.appending(0xCC, to: key)
            key = TermHash.appending(parts.mark, to: key)
            last = 0
        } else {
            if letter.value > 0x24F { flags.insert(.otherScript) }
            appendLowercased(letter, from: bytes, at: place)
        }
    }

    private mutating func appendLowercased(
        _ letter: DecodedScalar, from bytes: UnsafeBufferPointer<UInt8>, at place: Int
    ) {
        let lower = LatinLetter.lowercased(letter.value)
        guard lower != letter.value, let scalar = Unicode.Scalar(lower) else {
            return append(raw: bytes, at: place, length: letter.length)
        }
        for byte in UTF8.encode(scalar) ?? .init() { key = TermHash.appending(byte, to: key) }
        last = 0
    }

    mutating func append(raw bytes: UnsafeBufferPointer<UInt8>, at place: Int, length: Int) {
        for offset in place..<place + length { key = TermHash.appending(bytes[offset], to: key) }
        last = 0
    }

    var traits: Token.Traits {
        var traits = flags
        if capitals >= 2, !flags.contains(.smallLetters) { traits.insert(.capitals) }
        return traits
    }
}

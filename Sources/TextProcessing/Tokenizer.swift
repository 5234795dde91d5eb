/// Cuts a text into words, numbers, emoji and breaks in one pass over its UTF-8 bytes.
///
/// No string is made for a token: it is a range of bytes and the `TermHash` of what stands there.
/// Time is linear in the bytes whatever they hold. Offsets lie between whole scalars; marks and
/// joiners belong to the token before them.
///
/// An apostrophe joins an English ending to its word (`don't`, `she'll`) and otherwise ends the
/// word that it shortens (`l'` `hôtel`). A hyphen divides words without breaking the clause, so
/// that `rip-off` and `rip off` are the same two tokens.
public struct Tokenizer {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The tokens of `text` in order.
    public static func tokens(in text: String) -> [Token] {
        var tokens: [Token] = []
        var copy = text
        copy.withUTF8 { append(tokensOf: $0, to: &tokens) }
        return tokens
    }

    /// Appends the tokens of `bytes` to `tokens`, without any other allocation.
    ///
    /// Bytes that are not UTF-8 divide words like a symbol.
    public static func append(
        tokensOf bytes: UnsafeBufferPointer<UInt8>, to tokens: inout [Token]
    ) {
        var tokenizer = Tokenizer(bytes)
        // an array is told of many tokens at once, since it asks each time whether it is shared
        withUnsafeTemporaryAllocation(of: Token.self, capacity: chunkSize) { chunk in
            guard let first = chunk.baseAddress else { return }
            var count = 0
            var place = 0
            while place < bytes.count {
                if let end = Tokenizer.plainWord(in: bytes, at: place, into: first + count) {
                    place = end
                } else {
                    tokenizer.position = place
                    guard let token = tokenizer.next() else { break }
                    (first + count).initialize(to: token)
                    place = tokenizer.position
                }
                count &+= 1
                if count == chunkSize {
                    tokens.append(contentsOf: chunk)
                    count = 0
                }
            }
            tokens.append(contentsOf: chunk[..<count])
        }
    }

    private static let chunkSize = 32

    mutating func next() -> Token? {
        while position < bytes.count {
            let byte = bytes[position]
            switch ASCIIRole.of(byte) {
            case .letter: return word()
            case .digit: return number()
            case .space: position += 1
            case .newline, .sentenceEnd:
                if let end = sentenceEnd() { return end }
            case .clauseBreak, .eyes, .symbol:
                if let token = sign(byte) { return token }
            case .beyond:
                if let token = beyondASCII() { return token }
            }
        }
        return nil
    }

    /// A sign that may be a face, a break, the start of a name or nothing.
    private mutating func sign(_ byte: UInt8) -> Token? {
        if let face = emoticon() { return face }
        if byte == UInt8(ascii: "@"), let after = byteAt(1), ASCIIRole.isAlphanumeric(after) {
            return address(from: position)
        }
        let start = position
        position += 1
        switch byte {
        case UInt8(ascii: "-"):
            // a dash between spaces or a double one divides clauses, a hyphen does not
            let isDouble = byteAt(0) == byte
            let isFree = (start == 0 || bytes[start - 1] == 0x20) && byteAt(0) == 0x20
            guard isDouble || isFree else { return nil }
            while byteAt(0) == byte { position += 1 }
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "("),
            UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\""):
            break
        default: return nil
        }
        return Token(start: start, end: position, key: 0, kind: .clauseBreak)
    }

    /// A run of `.`, `!`, `?` and new lines; nil for a dot inside a name such as `example.com`.
    private mutating func sentenceEnd() -> Token? {
        let start = position
        var marks = SentenceEndMarks()
        scan: while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "!"): marks.exclamations += 1
            case UInt8(ascii: "?"): marks.questions += 1
            case UInt8(ascii: "."): marks.dots += 1
            case 0x0A, 0x0D: break
            default: break scan
            }
            position += 1
        }
        if position == start + 1, bytes[start] == UInt8(ascii: "."), let after = byteAt(0),
            ASCIIRole.isAlphanumeric(after), start > 0, ASCIIRole.isAlphanumeric(bytes[start - 1])
        {
            return nil
        }
        return Token(
            start: start, end: position, key: marks.key, kind: .sentenceEnd, traits: marks.traits)
    }

    private mutating func number() -> Token {
        let start = position
        var key = TermHash.seed
        while position < bytes.count {
            let byte = bytes[position]
            let role = ASCIIRole.of(byte)
            let joins =
                byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "/")
                || byte == UInt8(ascii: ":")
            guard role == .digit || (joins && byteAt(1).map { ASCIIRole.of($0) == .digit } == true)
            else { break }
            key = TermHash.appending(byte, to: key)
            position += 1
        }
        return Token(start: start, end: position, key: key, kind: .number)
    }

    /// The rest of a link, address or name from `start` up to white space.
    mutating func address(from start: Int) -> Token {
        while position < bytes.count, bytes[position] > 0x20 { position += 1 }
        // a full stop or comma behind it belongs to the sentence
        while position > start + 1, ".,;:!?)\"'".utf8.contains(bytes[position - 1]) {
            position -= 1
        }
        return Token(start: start, end: position, key: 0, kind: .address)
    }

    private mutating func beyondASCII() -> Token? {
        let scalar = DecodedScalar(bytes, at: position)
        let start = position
        switch ScalarRole(scalar.value) {
        case .letter: return word()
        case .emoji: return emoji(scalar)
        case .sentenceEnd:
            position += scalar.length
            let marks = SentenceEndMarks(scalar.value)
            return Token(
                start: start, end: position, key: marks.key, kind: .sentenceEnd,
                traits: marks.traits)
        case .newline, .clauseBreak:
            position += scalar.length
            let kind: Token.Kind =
                ScalarRole(scalar.value) == .newline ? .sentenceEnd : .clauseBreak
            return Token(start: start, end: position, key: 0, kind: kind)
        case .space, .symbol, .mark, .ignorable:
            position += scalar.length
            return nil
        }
    }

    /// The keys of an elongated word with its long runs cut to two letters and to one, as in
    /// `goooood` → `good`, `god`.
    public static func squeezedKeys(
        of token: Token, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (two: UInt64, one: UInt64) {
        func key(keeping kept: Int) -> UInt64 {
            var key = TermHash.seed
            var place = token.start
            while place < token.end {
                let letter = lower(bytes[place])
                var end = place + 1
                while end < token.end, lower(bytes[end]) == letter { end += 1 }
                let run = end - place
                for _ in 0..<(run >= 3 ? kept : run) { key = TermHash.appending(letter, to: key) }
                place = end
            }
            return key
        }
        return (key(keeping: 2), key(keeping: 1))
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }

    @inline(__always)
    func byteAt(_ distance: Int) -> UInt8? {
        position + distance < bytes.count ? bytes[position + distance] : nil
    }
}

/// What an ASCII byte means to the tokenizer.
enum ASCIIRole: UInt8 {
    case letter, digit, space, newline, sentenceEnd, clauseBreak, eyes, symbol, beyond

    @inline(__always)
    static func of(_ byte: UInt8) -> ASCIIRole {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A: .letter
        case 0x20: .space
        case 0x80...: .beyond
        case 0x30...0x39: .digit
        case 0x2E, 0x21, 0x3F: .sentenceEnd
        case 0x0A, 0x0D: .newline
        case 0x2C, 0x28, 0x29, 0x5B, 0x5D, 0x22: .clauseBreak
        case 0x3A, 0x3B, 0x3D, 0x3C: .eyes
        case 0x00...0x1F, 0x7F: .space
        default: .symbol
        }
    }

    /// Whether a word always ends before this byte: any of ASCII but letters, digits and `'` `:` `@`.
    @inline(__always)
    static func endsWord(_ byte: UInt8) -> Bool {
        // a bit for each byte from 0x20 to 0x5F
        let bits: UInt64 = 0xF800_0000_F800_FF7F
        return byte &- 0x20 < 0x40 ? bits >> UInt64(byte &- 0x20) & 1 != 0 : byte < 0x20
    }

    @inline(__always)
    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        let role = of(byte)
        return role == .letter || role == .digit || role == .beyond
    }
}

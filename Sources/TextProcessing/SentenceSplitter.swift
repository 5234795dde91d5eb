/// Cuts a text into sentences at their end marks and at new lines.
///
/// A dot behind a title or an abbreviation (`Mr.`, `e.g.`), a single letter or a number is no end,
/// nor is one before a small letter. Ranges are UTF-8 offsets without the white space around a
/// sentence; time is linear in the bytes.
public enum SentenceSplitter {
    /// The sentences of `text`, in order and not overlapping; none for a text without any sign.
    public static func sentences(in text: String) -> [Range<Int>] {
        var copy = text
        return copy.withUTF8 { bytes in
            var tokens: [Token] = []
            Tokenizer.append(tokensOf: bytes, to: &tokens)
            return sentences(of: tokens, in: bytes)
        }
    }

    /// The sentences of a text that is cut into `tokens` already.
    public static func sentences(
        of tokens: [Token], in bytes: UnsafeBufferPointer<UInt8>
    ) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        tokens.withUnsafeBufferPointer { append(sentencesOf: $0, in: bytes, to: &sentences) }
        return sentences
    }

    /// Appends the sentences of a text that is cut into `tokens` already.
    public static func append(
        sentencesOf tokens: UnsafeBufferPointer<Token>, in bytes: UnsafeBufferPointer<UInt8>,
        to sentences: inout [Range<Int>]
    ) {
        var start: Int?
        var end = 0
        for place in 0..<tokens.count {
            let token = tokens[place]
            if start == nil, token.kind != .sentenceEnd { start = token.start }
            guard token.kind == .sentenceEnd, ends(tokens, at: place, in: bytes) else {
                if token.kind != .sentenceEnd || start != nil { end = token.end }
                continue
            }
            if let first = start {
                sentences.append(first..<trimmed(token, in: bytes))
                start = nil
            }
        }
        if let start { sentences.append(start..<end) }
    }

    /// Whether the end mark at `place` ends a sentence.
    private static func ends(
        _ tokens: UnsafeBufferPointer<Token>, at place: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let mark = tokens[place]
        let isSingleDot = mark.end == mark.start + 1 && bytes[mark.start] == UInt8(ascii: ".")
        guard isSingleDot, place > 0, tokens[place - 1].end == mark.start else { return true }
        let before = tokens[place - 1]
        if before.kind == .word {
            if before.end - before.start == 1, bytes[before.start] | 0x20 != UInt8(ascii: "i") {
                return false
            }
            if abbreviations.contains(before.key) { return false }
        }
        guard place + 1 < tokens.count, tokens[place + 1].kind == .word else { return true }
        let next = tokens[place + 1]
        if before.kind == .number, next.traits.contains(.smallLetters) {
            return next.traits.contains(.initialCapital)
        }
        return next.traits.contains(.initialCapital) || next.start > mark.end + 1
            || !next.traits.contains(.smallLetters) || mark.end < next.start
    }

    /// The end of a mark without the new lines that it takes in.
    private static func trimmed(_ mark: Token, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var end = mark.end
        while end > mark.start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return end
    }

    private static let abbreviations: Set<UInt64> = {
        let words =
            "mr mrs ms dr prof st vs etc approx dept est min max no nr tel bzw ca usw ggf inkl evtl sr sra srta ud dott sig"
        return Set(Tokenizer.tokens(in: words).map(\.key))
    }()
}

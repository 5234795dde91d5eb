/// A term that is looked for as it is written: case, accents and punctuation count.
///
/// Where the term begins or ends with a letter or digit, no other may stand beside it in the text.
/// The search is Knuth, Morris and Pratt's (1977), linear whatever the text.
struct RawPattern: Sendable, Hashable {
    private let pattern: [UInt8]
    /// For every prefix of the pattern, the length of its longest border.
    private let borders: [Int]
    private let startsWithWord: Bool
    private let endsWithWord: Bool

    /// A pattern of at least one byte; nil for an empty text.
    init?(_ text: String) {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
            return nil
        }
        pattern = Array(text.utf8)
        startsWithWord = ScalarClass(first).isWordPart
        endsWithWord = ScalarClass(last).isWordPart
        var borders = [0]
        var length = 0
        for byte in pattern.dropFirst() {
            while length > 0, pattern[length] != byte { length = borders[length - 1] }
            if pattern[length] == byte { length += 1 }
            borders.append(length)
        }
        self.borders = borders
    }

    /// The UTF-8 span of every place in the text, in order, without overlaps.
    func spans(in text: String) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var length = 0
        for (offset, byte) in text.utf8.enumerated() {
            while length > 0, pattern[length] != byte { length = borders[length - 1] }
            if pattern[length] == byte { length += 1 }
            guard length == pattern.count else { continue }
            let span = (offset + 1 - length)..<(offset + 1)
            if standsAlone(span, in: text) {
                found.append(span)
                length = 0
            } else {
                length = borders[length - 1]
            }
        }
        return found
    }

    private func standsAlone(_ span: Range<Int>, in text: String) -> Bool {
        let start = text.utf8.index(text.startIndex, offsetBy: span.lowerBound)
        let end = text.utf8.index(text.startIndex, offsetBy: span.upperBound)
        let scalars = text.unicodeScalars
        if startsWithWord, start > scalars.startIndex,
            ScalarClass(scalars[scalars.index(before: start)]).isWordPart
        {
            return false
        }
        return !(endsWithWord && end < scalars.endIndex && ScalarClass(scalars[end]).isWordPart)
    }
}

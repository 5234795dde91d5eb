/// Moves spans to the boundaries of a text's characters.
struct CharacterSpans {
    private let text: String?
    private let bytes: UnsafeBufferPointer<UInt8>

    /// `bytes` are those of `text`; nil for a text of ASCII alone without CR LF, in which each byte is
    /// a character.
    init(_ text: String?, _ bytes: UnsafeBufferPointer<UInt8>) {
        self.text = text
        self.bytes = bytes
    }

    /// The smallest range of whole characters, as UTF-8 offsets, that holds `span`.
    @inline(__always)
    func widened(_ span: Range<Int>) -> Range<Int> {
        guard let text else { return span }
        if isPlain(span.lowerBound), isPlain(span.upperBound) { return span }
        return Self.widened(span, in: text)
    }

    private static func widened(_ span: Range<Int>, in text: String) -> Range<Int> {
        func index(_ offset: Int) -> String.Index {
            text.utf8.index(text.startIndex, offsetBy: offset)
        }
        func boundary(atOrBefore place: String.Index) -> String.Index {
            guard place > text.startIndex, place < text.endIndex else { return place }
            return text.index(before: text.index(after: place))
        }
        let start = boundary(atOrBefore: index(span.lowerBound))
        let end = index(span.upperBound)
        let floor = boundary(atOrBefore: end)
        let ceiling = floor == end ? end : text.index(after: floor)
        return text.utf8.distance(
            from: text.startIndex, to: start)..<text.utf8.distance(
                from: text.startIndex, to: ceiling)
    }

    /// Whether ASCII characters other than line ends meet at an offset: always a boundary.
    private func isPlain(_ offset: Int) -> Bool {
        let before = offset > 0 ? bytes[offset - 1] : 0x20
        let after = offset < bytes.count ? bytes[offset] : 0x20
        return before < 0x80 && after < 0x80 && before != 0x0D
    }
}

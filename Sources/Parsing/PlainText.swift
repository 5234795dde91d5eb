import CXML
import TextProcessing

/// Makes text fit for `Entry`: no control characters, no white space at the ends, never empty.
enum PlainText {
    /// `text` in one line, every run of white space as one space; nil if nothing is left.
    static func line(_ text: String) -> String? {
        clean(text, keepsLines: false)
    }

    /// `text` in lines: spaces within a line collapsed, lines trimmed, at most one blank line in a
    /// row; nil if nothing is left.
    static func paragraphs(_ text: String) -> String? {
        clean(text, keepsLines: true)
    }

    /// The readable text of `html` in one line; nil if nothing is left.
    static func readableLine(_ html: String) -> String? {
        converted(html, keepsLines: false)
    }

    /// The readable text of `html` in lines; nil if nothing is left.
    static func readableParagraphs(_ html: String) -> String? {
        converted(html, keepsLines: true)
    }

    /// The character that windows-1252 has at `byte`, 0x80 or above; U+FFFD where it has none.
    static func windowsCharacter(_ byte: UInt8) -> String {
        byte < 0xA0
            ? String(windowsCharacters[Int(byte & 0x1F)])
            : String(Character(Unicode.Scalar(byte)))
    }

    private static let windowsCharacters = Array(
        "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ")

    private static func clean(_ text: String, keepsLines: Bool) -> String? {
        if text.isEmpty { return nil }
        var text = text
        let isClean = text.withUTF8 { Self.isClean($0, keepsLines: keepsLines) }
        if isClean { return text }
        return text.withUTF8 { cleaned($0, keepsLines: keepsLines) }
    }

    private static func converted(_ html: String, keepsLines: Bool) -> String? {
        var html = html
        return html.withUTF8 { bytes -> String? in
            guard let start = bytes.baseAddress, !bytes.isEmpty else { return nil }
            let capacity = cxml_text_capacity(bytes.count)
            return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { room in
                guard let output = room.baseAddress else { return nil }
                let count = cxml_html_text(start, bytes.count, output)
                let text = UnsafeBufferPointer(start: output, count: count)
                if !isClean(text, keepsLines: keepsLines) {
                    return cleaned(text, keepsLines: keepsLines)
                }
                return text.isEmpty ? nil : String(utf8: text)
            }
        }
    }

    private static func isClean(_ text: UnsafeBufferPointer<UInt8>, keepsLines: Bool) -> Bool {
        text.baseAddress.map { cxml_is_clean_text($0, text.count, keepsLines) } ?? true
    }

    private static func cleaned(
        _ text: UnsafeBufferPointer<UInt8>, keepsLines: Bool
    ) -> String? {
        let capacity = cxml_clean_capacity(text.count)
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { room in
            guard let start = text.baseAddress, let output = room.baseAddress else { return nil }
            let count = cxml_clean_text(start, text.count, keepsLines, output)
            return count == 0 ? nil : String(utf8: UnsafeBufferPointer(start: output, count: count))
        }
    }
}

/// Lines for a terminal of 72 columns.
enum TextWrap {
    static let width = 72

    /// `text` in lines of at most `width` columns, broken at blanks.
    ///
    /// What is longer than a line stays whole. Lines after the first of a paragraph begin with `hanging`.
    static func wrapped(_ text: String, hanging: String = "") -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line(String($0), hanging: hanging) }.joined(separator: "\n")
    }

    private static func line(_ text: String, hanging: String) -> String {
        guard columns(text) > width else { return text }
        let indent = text.prefix { $0 == " " }
        var lines: [String] = []
        var current = String(indent)
        var used = columns(current)
        var isEmpty = true
        for word in text.dropFirst(indent.count).split(separator: " ") {
            let size = columns(word)
            if !isEmpty, used + 1 + size > width {
                lines.append(current)
                current = hanging
                used = columns(hanging)
                isEmpty = true
            }
            current += (isEmpty ? "" : " ") + word
            used += size + (isEmpty ? 0 : 1)
            isEmpty = false
        }
        return (lines + [current]).joined(separator: "\n")
    }

    /// How many columns a terminal gives `text`: two for each wide character (Unicode UAX 11).
    static func columns(_ text: some StringProtocol) -> Int {
        text.reduce(0) { sum, character in sum + (isWide(character) ? 2 : 1) }
    }

    private static func isWide(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
            0x20000...0x3FFFD:
            return true
        default: return scalar.properties.isEmojiPresentation
        }
    }
}

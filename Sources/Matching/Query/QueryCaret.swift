/// Draws a line of a query with carets under a part of it.
enum QueryCaret {
    private static let window = 100

    /// The two lines; `column` counts characters of the whole query from 1.
    static func lines(under query: String, column: Int, length: Int) -> String {
        let characters = Array(query)
        let start = min(max(0, column - 1), characters.count)
        var from = start
        while from > 0, !characters[from - 1].isNewline { from -= 1 }
        var to = start
        while to < characters.count, !characters[to].isNewline { to += 1 }
        let end = min(start + max(1, length), max(to, start + 1))
        var before = characters[from..<start]
        var marked = characters[start..<min(end, to)]
        var after = characters[min(end, to)..<to]
        let isMarkedCut = marked.count > window
        marked = marked.prefix(window)
        let isLong = to - from > window
        let isBeforeCut = isLong && before.count > window / 2
        let isAfterCut = isMarkedCut || isLong && after.count > window / 2
        if isBeforeCut { before = before.suffix(window / 2) }
        if isAfterCut { after = isMarkedCut ? [] : after.prefix(window / 2) }
        let line =
            (isBeforeCut ? "…" : "") + shown(before) + shown(marked) + shown(after)
            + (isAfterCut ? "…" : "")
        let indent = (isBeforeCut ? 1 : 0) + before.reduce(0) { $0 + width($1) }
        let carets = max(1, marked.reduce(0) { $0 + width($1) })
        return line + "\n" + String(repeating: " ", count: indent)
            + String(repeating: "^", count: carets)
    }

    private static func shown(_ characters: ArraySlice<Character>) -> String {
        String(characters.map { isSafe($0) ? $0 : $0.isWhitespace ? " " : "?" })
    }

    private static func isSafe(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
                false
            default: true
            }
        }
    }

    /// How many columns a terminal gives it: two for East Asian wide letters and emoji.
    private static func width(_ character: Character) -> Int {
        guard isSafe(character), let first = character.unicodeScalars.first else { return 1 }
        switch first.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}

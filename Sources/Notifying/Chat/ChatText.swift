import Model

/// Foreign text made fit for a chat: bounded, without control characters, on lines of its own.
///
/// Lengths are UTF-16 units, which no service counts as fewer than it allows; a text is cut between
/// characters, and ends in `…` where something is missing.
enum ChatText {
    /// `text` on one line of at most `limit` units.
    static func line(_ text: String, _ limit: Int) -> String {
        cut(OneLine.text(text, limit: limit), to: limit).text
    }

    /// The start of `text` with at most `limit` units, and how many characters are left out.
    ///
    /// A single character that is longer than that, made of a thousand accents, is left out too.
    static func cut(_ text: String, to limit: Int) -> (text: String, omitted: Int) {
        guard text.utf16.count > limit else { return (text, 0) }
        var end = text.startIndex
        var length = 0
        while end < text.endIndex {
            let next = text.index(after: end)
            length += text.utf16.distance(from: end, to: next)
            if length > limit - 1 { break }
            end = next
        }
        var kept = text[..<end]
        let omitted = text.distance(from: end, to: text.endIndex)
        while kept.last?.isWhitespace == true { kept.removeLast() }
        return (kept + "…", omitted)
    }

    /// `text` escaped, with at most `limit` of what `length` counts.
    ///
    /// It is cut before it is escaped, so that no escape is torn.
    static func fitted(
        _ text: String, _ limit: Int, _ escape: (String) -> String = { $0 },
        length: (String) -> Int = { $0.utf16.count }
    ) -> String {
        var room = limit
        while room > 4 {
            let escaped = escape(cut(text, to: room).text)
            if length(escaped) <= limit { return escaped }
            room = room * 3 / 4
        }
        return "…"
    }

    /// The first words of a mention, title and text, and how many characters are left out; nil where
    /// it has no text.
    static func words(of mention: Mention, limit: Int) -> (text: String, omitted: Int)? {
        let words = opening(of: mention.entry.body, limit: limit)
        return words.text.isEmpty ? nil : words
    }

    /// The start of a text of several lines, made harmless, and how many characters are left out.
    ///
    /// Of a very long text only as much is looked at as can be shown.
    static func opening(of text: String, limit: Int) -> (text: String, omitted: Int) {
        let scalars = text.unicodeScalars
        guard
            let end = scalars.index(
                scalars.startIndex, offsetBy: 8 * limit + 256, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return cut(lines(text), to: limit) }
        let (start, omitted) = cut(lines(String(scalars[..<end])), to: limit - 1)
        let rest = String(scalars[end...]).count
        return (omitted == 0 ? start + "…" : start, omitted + rest)
    }

    /// `text` without control characters, bidirectional controls and empty lines.
    static func lines(_ text: String) -> String {
        ReadableText.cleaned(text).split(separator: "\n").lazy
            .map { OneLine.text(String($0), limit: 100_001) }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    /// `text` in which no address and no name is made into a link or a call: a character without
    /// width stands behind `@`, `://` and `www`.
    ///
    /// For services that look for them in what they are given and have no other way to forbid it.
    static func defused(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x40 || $0 == 0x3A || $0 == 0x2E }) else {
            return text
        }
        return text.replacing("@", with: "@\u{200B}").replacing("://", with: ":\u{200B}//")
            .replacing("www.", with: "www\u{200B}.").replacing("WWW.", with: "WWW\u{200B}.")
    }
}

/// Takes BBCode, the mark-up of Steam and old forums, out of a text.
enum BBCodeText {
    private static let inline: Set<String> = [
        "b", "i", "u", "s", "strike", "spoiler", "url", "code", "noparse", "img", "color", "size",
        "font", "email", "sub", "sup", "previewyoutube",
    ]
    private static let block: Set<String> = [
        "h1", "h2", "h3", "list", "olist", "quote", "table", "tr", "td", "th", "p", "hr", "center",
        "expand",
    ]

    /// The text alone, without the tags that are known.
    ///
    /// Blocks begin a line, and list items begin with a dash. Brackets that are no known tag stay.
    static func plainText(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
        var plain = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "[") {
            plain += rest[..<open]
            let inside = rest[rest.index(after: open)...].prefix(400)
            guard let close = inside.firstIndex(where: { $0 == "]" || $0 == "[" || $0.isNewline }),
                inside[close] == "]", let replacement = replacement(inside[..<close])
            else {
                plain.append("[")
                rest = rest[rest.index(after: open)...]
                continue
            }
            plain += replacement
            rest = rest[rest.index(after: close)...]
        }
        return plain + rest
    }

    /// What stands for the tag `tag`; nil if it is none.
    private static func replacement(_ tag: Substring) -> String? {
        if tag == "*" { return "\n- " }
        if tag == "/*" { return "" }
        let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
        let end = tag.drop { $0 == "/" }.dropFirst(name.count).first
        guard end == nil || end == "=" || end == " " else { return nil }
        if inline.contains(name) { return "" }
        return block.contains(name) ? "\n" : nil
    }
}

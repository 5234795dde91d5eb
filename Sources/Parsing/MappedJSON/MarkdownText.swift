/// Takes Markdown (CommonMark, in the main) out of a text.
///
/// What a reader of the rendered text would see stays, entities included, which are the next step's
/// work. It is no renderer: what is not clearly mark-up is left as it is.
enum MarkdownText {
    /// The text alone: no heading marks, quote marks, rules, fences and emphasis; of links the words.
    static func plainText(_ text: String) -> String {
        var lines: [String] = []
        var isCode = false
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let content = line.drop { $0 == " " || $0 == "\t" }
            if content.hasPrefix("```") || content.hasPrefix("~~~") {
                isCode.toggle()
                continue
            }
            lines.append(isCode ? String(line) : inline(block(content)))
        }
        return lines.joined(separator: "\n")
    }

    /// A line without the marks at its beginning; empty for a rule.
    private static func block(_ line: Substring) -> Substring {
        var rest = line
        var depth = 0
        while rest.first == ">" || rest.hasPrefix("&gt;"), depth < 16 {
            rest = rest.dropFirst(rest.first == ">" ? 1 : 4).drop { $0 == " " }
            depth += 1
        }
        let hashes = rest.prefix { $0 == "#" }
        if (1...6).contains(hashes.count) {
            let behind = rest[hashes.endIndex...]
            if behind.isEmpty || behind.first == " " {
                rest = behind.drop { $0 == " " }
                while rest.last == "#" || rest.last == " " { rest.removeLast() }
            }
        }
        for mark: Character in ["-", "*", "_"] where rest.first == mark {
            let isRule = rest.allSatisfy { $0 == mark || $0 == " " }
            if isRule, rest.filter({ $0 == mark }).count >= 3 { return "" }
        }
        if rest.hasPrefix("* ") || rest.hasPrefix("+ ") { return "- " + rest.dropFirst(2) }
        return rest
    }

    /// A line without emphasis and with the words of its links; one pass.
    private static func inline(_ line: Substring) -> String {
        let marks: Set<Character> = ["*", "_", "~", "`", "[", "!", "\\"]
        guard line.contains(where: marks.contains) else { return String(line) }
        var scanner = MarkdownInline(line)
        return scanner.text()
    }
}

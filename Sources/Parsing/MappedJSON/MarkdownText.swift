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
        var scanner = MarkdownInline(Array(line))
        return scanner.text()
    }
}

/// Reads one line of Markdown, character by character.
private struct MarkdownInline {
    private let characters: [Character]
    private var position = 0
    private var output = ""
    /// Where the words of links end and how far their addresses reach.
    private var linkEnds: [Int: Int] = [:]
    private var linkStarts: Set<Int> = []

    init(_ characters: [Character]) {
        self.characters = characters
        findLinks()
    }

    /// Finds every `[words](address)` in one pass with a stack of open brackets.
    private mutating func findLinks() {
        var open: [Int] = []
        for (index, character) in characters.enumerated() {
            if index > 0, characters[index - 1] == "\\" { continue }
            if character == "[" { open.append(index) }
            guard character == "]", let start = open.popLast(), next(index) == "(" else { continue }
            var end = index + 2
            let limit = min(characters.count, index + 2000)
            while end < limit, characters[end] != ")", characters[end] != "(" { end += 1 }
            guard end < limit, characters[end] == ")" else { continue }
            linkStarts.insert(start)
            linkEnds[index] = end
        }
    }

    private func next(_ index: Int) -> Character? {
        index + 1 < characters.count ? characters[index + 1] : nil
    }

    mutating func text() -> String {
        while position < characters.count { step() }
        return output
    }

    private mutating func step() {
        let character = characters[position]
        switch character {
        case "\\":
            if let following = next(position), following.isASCII, following.isPunctuation
                || following.isSymbol
            {
                output.append(following)
                position += 2
                return
            }
            output.append(character)
        case "!" where linkStarts.contains(position + 1): break
        case "[" where linkStarts.contains(position): break
        case "]":
            if let end = linkEnds[position] { position = end } else { output.append(character) }
        case "`": break
        case "*", "_", "~":
            appendRun(of: character)
            return
        default: output.append(character)
        }
        position += 1
    }

    /// A run of marks is emphasis where it touches a word on one side only; `~` needs two.
    private mutating func appendRun(of mark: Character) {
        var end = position
        while end < characters.count, characters[end] == mark { end += 1 }
        let count = end - position
        let before = position > 0 ? characters[position - 1] : " "
        let after = end < characters.count ? characters[end] : " "
        let isBetweenSpaces = before.isWhitespace && after.isWhitespace
        let isInsideWord =
            mark == "_" && (before.isLetter || before.isNumber)
            && (after.isLetter || after.isNumber)
        let isEmphasis =
            count <= 3 && !isBetweenSpaces && !isInsideWord && (mark != "~" || count == 2)
        if !isEmphasis { output += String(repeating: mark, count: count) }
        position = end
    }
}

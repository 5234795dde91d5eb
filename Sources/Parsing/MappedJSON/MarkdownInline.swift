/// Reads one line of Markdown, character by character.
struct MarkdownInline {
    private let characters: [Character]
    private var position = 0
    private var output = ""
    /// Where the words of links end and how far their addresses reach.
    private var linkEnds: [Int: Int] = [:]
    private var linkStarts: Set<Int> = []

    /// Where runs of marks begin that are emphasis, with their lengths.
    private var emphasis: [Int: Int] = [:]

    init(_ line: Substring) {
        characters = Array(line)
        findLinks()
        for mark: Character in ["*", "_", "~"] { findEmphasis(mark) }
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
        let start = position
        let character = characters[position]
        switch character {
        case "\\":
            if let following = next(position), following.isASCII,
                following.isPunctuation
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
            position += emphasis[position] ?? 1
            if emphasis[start] == nil { output.append(character) }
            return
        default: output.append(character)
        }
        position += 1
    }

    /// Finds the runs of marks that are emphasis: those that touch a word.
    ///
    /// The last of an odd number stands for itself, as in "rated 4*"; `~` needs two.
    private mutating func findEmphasis(_ mark: Character) {
        var runs: [(start: Int, count: Int)] = []
        var start = 0
        while start < characters.count {
            guard characters[start] == mark, start == 0 || characters[start - 1] != "\\" else {
                start += 1
                continue
            }
            var end = start
            while end < characters.count, characters[end] == mark { end += 1 }
            if isEmphasis(mark, from: start, to: end) { runs.append((start, end - start)) }
            start = end
        }
        if !runs.count.isMultiple(of: 2) { runs.removeLast() }
        for run in runs { emphasis[run.start] = run.count }
    }

    private func isEmphasis(_ mark: Character, from start: Int, to end: Int) -> Bool {
        let before = start > 0 ? characters[start - 1] : " "
        let after = end < characters.count ? characters[end] : " "
        if before.isWhitespace && after.isWhitespace || end - start > 3 { return false }
        if mark == "~" { return end - start == 2 }
        let isInsideWord =
            (before.isLetter || before.isNumber) && (after.isLetter || after.isNumber)
        return mark == "*" || !isInsideWord
    }
}

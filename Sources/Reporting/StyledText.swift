/// Text in pieces, each with its meaning.
struct StyledText: Hashable {
    struct Run: Hashable {
        var text: String
        var meaning: TerminalStyle.Meaning?
    }

    private(set) var runs: [Run]

    init(_ text: String = "", _ meaning: TerminalStyle.Meaning? = nil) {
        runs = text.isEmpty ? [] : [Run(text: text, meaning: meaning)]
    }

    var plain: String { runs.map(\.text).joined() }

    mutating func append(_ text: some StringProtocol, _ meaning: TerminalStyle.Meaning? = nil) {
        guard !text.isEmpty else { return }
        if let last = runs.last, last.meaning == meaning {
            runs[runs.count - 1].text += text
        } else {
            runs.append(Run(text: String(text), meaning: meaning))
        }
    }

    func painted(_ style: TerminalStyle) -> String {
        runs.map { style.paint($0.text, $0.meaning) }.joined()
    }

    /// The text in lines.
    ///
    /// They are of at most `columns`, broken at spaces, cut inside a word only where the word alone
    /// is longer than a line; at least one line. A space at a break is dropped.
    func wrapped(to columns: Int) -> [StyledText] {
        var filler = LineFiller(columns: max(1, columns))
        for run in runs {
            for character in run.text { filler.add(character, run.meaning) }
        }
        return filler.finished()
    }
}

/// Fills lines greedily, character by character; the word at the end may still move down.
private struct LineFiller {
    let columns: Int
    private var lines: [StyledText] = []
    private var line = StyledText()
    private var lineWidth = 0
    private var word = StyledText()
    private var wordWidth = 0
    private var spaces = 0
    private var spaceMeaning: TerminalStyle.Meaning?

    init(columns: Int) { self.columns = columns }

    mutating func add(_ character: Character, _ meaning: TerminalStyle.Meaning?) {
        if character.isNewline {
            endWord()
            endLine()
        } else if character == " " {
            endWord()
            spaces += 1
            spaceMeaning = meaning
        } else {
            let width = DisplayWidth.columns(of: character)
            if wordWidth + width > columns { endWord() }
            word.append(String(character), meaning)
            wordWidth += width
        }
    }

    mutating func finished() -> [StyledText] {
        endWord()
        endLine()
        return lines
    }

    private mutating func endWord() {
        guard !word.runs.isEmpty else { return }
        if lineWidth + spaces + wordWidth > columns {
            if lineWidth > 0 { endLine() }
            spaces = 0
        }
        line.append(String(repeating: " ", count: spaces), spaceMeaning)
        for run in word.runs { line.append(run.text, run.meaning) }
        lineWidth += spaces + wordWidth
        (word, wordWidth, spaces) = (StyledText(), 0, 0)
    }

    private mutating func endLine() {
        lines.append(line)
        (line, lineWidth, spaces) = (StyledText(), 0, 0)
    }
}

extension SourceText {
    /// Where a character of a scalar's text stands in the file.
    ///
    /// `offset` counts characters from 0 and may be one past the end. Quotes, folded lines, block
    /// indentation and doubled single quotes are seen through by walking text and file side by side;
    /// nil where they can't be matched, as with escapes.
    func location(ofCharacter offset: Int, in text: String, startingAt place: Place) -> Place? {
        guard line(place.line) != nil else { return nil }
        var cursor = Cursor(lines: lines, line: place.line - 1, column: place.column - 1)
        var previous: Place?
        for (index, character) in text.enumerated() {
            if character.isWhitespace {
                if index == offset { previous = cursor.place(file: file) }
                cursor.skipSpace()
                if index == offset { return previous }
                continue
            }
            guard let found = cursor.match(character) else { return nil }
            if index == offset { return found.place(file: file) }
            previous = cursor.place(file: file)
        }
        return offset == text.count ? previous : nil
    }
}

/// A position in the file that moves over a scalar.
private struct Cursor {
    private let lines: [Substring]
    private var line: Int
    /// Unicode scalars from 0.
    private var column: Int
    /// What is left of the line.
    private var rest: Substring
    private var isSingleQuoted = false

    init(lines: [Substring], line: Int, column: Int) {
        self.lines = lines
        self.line = line
        self.column = column
        rest = Substring(lines[line].unicodeScalars.dropFirst(column))
        switch rest.first {
        case "'":
            isSingleQuoted = true
            step()
        case "\"": step()
        case "|", ">": startNextLine()
        default: break
        }
    }

    func place(file: String) -> Place { Place(file: file, line: line + 1, column: column + 1) }

    private mutating func step() {
        column += rest.removeFirst().unicodeScalars.count
    }

    private mutating func startNextLine() {
        line += 1
        column = 0
        rest = line < lines.count ? lines[line] : ""
    }

    mutating func skipSpace() {
        while line < lines.count {
            guard let next = rest.first else {
                startNextLine()
                continue
            }
            guard next.isWhitespace else { return }
            step()
        }
    }

    /// Steps over `character`, white space before it and the second of two single quotes; the
    /// position where it stood, nil if something else stands here.
    mutating func match(_ character: Character) -> Cursor? {
        if rest.first != character { skipSpace() }
        guard rest.first == character else { return nil }
        let found = self
        step()
        if isSingleQuoted, character == "'", rest.first == "'" { step() }
        return found
    }
}

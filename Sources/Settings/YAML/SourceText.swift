/// The text of a configuration file, by lines.
struct SourceText {
    let file: String
    /// Without a byte order mark.
    let text: String
    /// Without their ends, which are those of YAML.
    let lines: [Substring]

    /// Takes the bytes of a file; nil if they are not UTF-8 text, with the reason among `problems`.
    init?(_ bytes: [UInt8], file: String, problems: ProblemCollector) {
        var bytes = bytes[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            problems.error(file: file, "the file is UTF-16", "save it as UTF-8")
            return nil
        }
        if let nul = bytes.firstIndex(of: 0) {
            problems.error(
                Self.place(of: nul, in: bytes, file: file),
                "there is a NUL byte, so this is not a text file", "save it as UTF-8 text")
            return nil
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            problems.error(
                Self.place(of: Self.firstInvalid(in: bytes), in: bytes, file: file),
                "the text is not UTF-8 from here on", "save the file as UTF-8")
            return nil
        }
        self.file = file
        self.text = text
        self.lines = text.split(omittingEmptySubsequences: false) { $0.endsLine }
    }

    /// Whether `*name` stands where a value can, no more often than a person would write it.
    ///
    /// Aliases of aliases grow a small file into a huge value; with so few of them it can't.
    func aliasesAreFew(_ problems: ProblemCollector) -> Bool {
        var count = 0
        for (index, line) in lines.enumerated() {
            var isValuePosition = true
            for (column, byte) in line.utf8.enumerated() {
                if byte == UInt8(ascii: "*"), isValuePosition { count += 1 }
                if count > 16 {
                    problems.error(
                        Place(file: file, line: index + 1, column: column + 1),
                        "there are more than 16 aliases (`*name`) in this file",
                        "write the values out")
                    return false
                }
                switch byte {
                case UInt8(ascii: " "), UInt8(ascii: "\t"): break
                case UInt8(ascii: "#") where isValuePosition: isValuePosition = false
                default: isValuePosition = "-:?[{,".utf8.contains(byte)
                }
            }
        }
        return true
    }

    /// Whether there are no more separators than values are allowed, so that the parser is not even
    /// started on a file that holds more.
    func valuesAreFew(_ problems: ProblemCollector) -> Bool {
        let separators = ",[{\n".utf8
        guard text.utf8.count(where: { separators.contains($0) }) > YAMLDocument.valueLimit else {
            return true
        }
        problems.error(file: file, YAMLDocument.tooManyValues)
        return false
    }

    /// The line with this number, counted from 1; nil where there is none.
    func line(_ number: Int) -> String? {
        lines.indices.contains(number - 1) ? String(lines[number - 1]) : nil
    }

    private static func place(of index: Int, in bytes: ArraySlice<UInt8>, file: String) -> Place {
        place(behind: String(decoding: bytes[..<index], as: UTF8.self), file: file)
    }

    /// The place of what follows `text` in a file that begins with it.
    static func place(behind text: some StringProtocol, file: String) -> Place {
        let last = text.lastIndex(where: \.endsLine).map { text.index(after: $0) }
        let column = text[(last ?? text.startIndex)...].unicodeScalars.count + 1
        return Place(file: file, line: text.count(where: \.endsLine) + 1, column: column)
    }

    private static func firstInvalid(in bytes: ArraySlice<UInt8>) -> Int {
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var index = bytes.startIndex
        while case .valid(let scalar) = parser.parseScalar(from: &iterator) {
            index += scalar.count
        }
        return min(index, bytes.endIndex - 1)
    }
}

extension Character {
    /// Whether a line ends here, as libyaml counts lines (YAML 1.1, 4.2): LF, CR, CR LF, NEL, LS, PS.
    fileprivate var endsLine: Bool {
        switch self {
        case "\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }
}

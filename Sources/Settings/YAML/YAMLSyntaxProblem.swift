import Yams

/// Says what the YAML parser refused, and where.
enum YAMLSyntaxProblem {
    static func problem(for error: YamlError, in source: SourceText) -> SettingsProblem {
        switch error {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _):
            let detail = [problem, context?.text].compactMap { $0 }.joined(separator: " ")
            return self.problem(
                source, line: mark.line, column: mark.column, "not valid YAML: \(detail)",
                suggestion(problem, at: mark, in: source))
        case .composer(_, let problem, let mark, _):
            let isSecond = problem.contains("another document")
            return self.problem(
                source, line: mark.line, column: mark.column,
                isSecond
                    ? "a second YAML document (`---`) starts here" : "not valid YAML: \(problem)",
                isSecond ? "put it into a file of its own in repute.d" : nil)
        case .duplicatedKeysInMapping(let duplicates, let context):
            return duplicate(duplicates.first ?? "", first: context.mark, in: source)
        case .reader(let problem, let offset, _, let yaml):
            return reader(problem, offset: offset, yaml: yaml, source)
        default:
            return SettingsProblem(file: source.file, message: "can't be read as YAML")
        }
    }

    private static func problem(
        _ source: SourceText, line: Int, column: Int, _ message: String, _ suggestion: String?
    ) -> SettingsProblem {
        SettingsProblem(
            file: source.file, line: line, column: column, message: message,
            suggestion: suggestion)
    }

    private static func suggestion(_ problem: String, at mark: Mark, in source: SourceText)
        -> String?
    {
        let line = source.line(mark.line) ?? ""
        let scalars = line.unicodeScalars
        if scalars.prefix(mark.column).contains("\t") {
            return "indent with spaces, YAML takes no tabs"
        }
        if problem.contains("mapping values are not allowed") {
            return "put a text that holds `: ` into quotes"
        }
        guard problem.contains("cannot start any token"),
            let found = scalars.dropFirst(mark.column - 1).first
        else { return nil }
        return "put a text that begins with `\(found)` into quotes"
    }

    private static func reader(
        _ problem: String, offset: Int?, yaml: String, _ source: SourceText
    ) -> SettingsProblem {
        let place = SourceText.place(behind: yaml.prefix(offset ?? 0), file: source.file)
        return self.problem(
            source, line: place.line, column: place.column, "not valid YAML: \(problem)",
            "remove the character that is not text")
    }

    /// The parser names the first of two equal keys; the owner wants to see the second.
    private static func duplicate(
        _ key: String, first: Mark, in source: SourceText
    ) -> SettingsProblem {
        let indentation = first.column - 1
        var place = (line: first.line, column: first.column)
        for number in (first.line + 1)..<max(first.line + 2, source.lines.count + 1) {
            guard let line = source.line(number) else { break }
            let spaces = line.prefix { $0 == " " }.count
            let rest = line.dropFirst(spaces)
            if rest.isEmpty || rest.first == "#" { continue }
            guard spaces >= indentation else { break }
            let name = rest.prefix { $0 != ":" }.filter { $0 != "\"" && $0 != "'" }
            if spaces == indentation, name == key {
                place = (number, first.column)
                break
            }
        }
        let message = "the key `\(key)` stands twice in this block"
        return problem(
            source, line: place.line, column: place.column,
            place.line == first.line
                ? message : message + ", first in line \(first.line)", "keep one of them")
    }
}

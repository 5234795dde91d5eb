import Reporting
import Settings
import TextProcessing

/// The problems of a configuration in the form that is asked for.
struct ProblemPage {
    let problems: [SettingsProblem]

    func rendered(as format: OutputFormat, style: TerminalStyle) -> String {
        switch format {
        case .table, .markdown: problems.map { text($0, style) }.joined()
        case .json: JSONValue.members(["problems": .array(problems.map(Self.json))]).text + "\n"
        case .jsonl: problems.map { Self.json($0).text + "\n" }.joined()
        case .csv:
            CSV.record(["severity", "file", "line", "column", "message", "suggestion"])
                + problems.map(record).joined()
        }
    }

    private func text(_ problem: SettingsProblem, _ style: TerminalStyle) -> String {
        let lines = TerminalText.sanitizedLines(problem.description)
            .split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let rest = lines.dropFirst().map { $0 + "\n" }.joined()
        return style.paint(String(lines[0]), problem.isWarning ? .warning : .negative) + "\n" + rest
    }

    /// One problem for programs.
    static func json(_ problem: SettingsProblem) -> JSONValue {
        .members([
            "severity": .string(severity(problem)), "file": .string(problem.file),
            "line": .optional(problem.line), "column": .optional(problem.column),
            "message": .string(problem.message), "suggestion": .optional(problem.suggestion),
        ])
    }

    private func record(_ problem: SettingsProblem) -> String {
        CSV.record([
            CSV.text(Self.severity(problem)), CSV.text(problem.file),
            CSV.number(problem.line.map(String.init) ?? ""),
            CSV.number(problem.column.map(String.init) ?? ""), CSV.text(problem.message),
            CSV.text(problem.suggestion ?? ""),
        ])
    }

    private static func severity(_ problem: SettingsProblem) -> String {
        problem.isWarning ? "warning" : "error"
    }
}

/// Gathers what is wrong, so that the owner sees all of it at once.
///
/// One collector goes through one load, on one thread.
final class ProblemCollector {
    private(set) var problems: [SettingsProblem] = []
    private(set) var hasErrors = false
    private var known: Set<SettingsProblem> = []

    /// Records a problem; the same one counts once.
    func add(_ problem: SettingsProblem) {
        guard known.insert(problem).inserted else { return }
        problems.append(problem)
        if !problem.isWarning { hasErrors = true }
    }

    func error(
        _ place: Place, _ message: String, _ suggestion: String? = nil,
        excerpt: SettingsProblem.Excerpt? = nil
    ) {
        add(
            SettingsProblem(
                file: place.file, line: place.line, column: place.column, message: message,
                suggestion: suggestion, excerpt: excerpt))
    }

    func warning(_ place: Place, _ message: String, _ suggestion: String? = nil) {
        add(
            SettingsProblem(
                file: place.file, line: place.line, column: place.column, message: message,
                suggestion: suggestion, isWarning: true))
    }

    func error(file: String, _ message: String, _ suggestion: String? = nil) {
        add(SettingsProblem(file: file, message: message, suggestion: suggestion))
    }

    /// The problems in the order of `files`, and by line and column within a file; files that are
    /// not listed come last, by name.
    func sorted(files: [String]) -> [SettingsProblem] {
        let ranks = Dictionary(
            files.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: min)
        func key(_ problem: SettingsProblem) -> (Int, String, Int, Int) {
            (
                ranks[problem.file] ?? files.count, problem.file, problem.line ?? 0,
                problem.column ?? 0
            )
        }
        return problems.enumerated().sorted { left, right in
            let (first, second) = (key(left.element), key(right.element))
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
    }
}

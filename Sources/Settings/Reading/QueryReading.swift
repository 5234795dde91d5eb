import Matching

extension Section {
    /// A Boolean query; its mistakes get a caret, its doubtful places a warning.
    func query(_ key: String) -> Placed<BrandQuery>? {
        guard let text = scalar(key, needs: "a query") else { return nil }
        do {
            let query = try BrandQuery(parsing: text.value)
            for hint in query.hints {
                let mark = QueryMark(text, column: hint.column, length: hint.length, context)
                problems.add(
                    mark.problem(message: "`\(key)`: \(hint.detail)", nil, isWarning: true))
            }
            return Placed(value: query, place: text.place)
        } catch {
            let mark = QueryMark(text, column: error.column, length: error.length, context) {
                error.caret(under: text.value)
            }
            problems.add(mark.problem(message: "`\(key)`: \(error.detail)", error.suggestion))
            return nil
        }
    }
}

/// A part of a query, found again in the file that holds the query.
private struct QueryMark {
    private let place: Place
    private let excerpt: SettingsProblem.Excerpt?

    /// The longest line of a file that is shown whole; the part of a longer one is shown alone.
    private static let lineLimit = 160

    init(
        _ text: Placed<String>, column: Int, length: Int, _ context: ReadingContext,
        otherwise caret: () -> String? = { nil }
    ) {
        let source = context.source
        if let place = source.location(
            ofCharacter: column - 1, in: text.value, startingAt: text.place),
            let line = source.line(place.line), line.count <= Self.lineLimit
        {
            let scalars = line.unicodeScalars.prefix(place.column - 1)
            let before = String(scalars).count
            let rest = max(1, line.count - before)
            self.place = place
            excerpt = SettingsProblem.Excerpt(
                line: line, column: before + 1, length: min(length, rest))
        } else {
            self.place = text.place
            excerpt = caret().flatMap(Self.excerpt)
        }
    }

    /// The two lines of a caret taken apart.
    private static func excerpt(_ caret: String) -> SettingsProblem.Excerpt? {
        let lines = caret.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 2 else { return nil }
        return SettingsProblem.Excerpt(
            line: String(lines[0]), column: lines[1].prefix { $0 != "^" }.count + 1,
            length: max(1, lines[1].count { $0 == "^" }))
    }

    func problem(
        message: String, _ suggestion: String?, isWarning: Bool = false
    ) -> SettingsProblem {
        SettingsProblem(
            file: place.file, line: place.line, column: place.column, message: message,
            suggestion: suggestion, excerpt: excerpt, isWarning: isWarning)
    }
}

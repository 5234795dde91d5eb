import Notifying
import TextProcessing

extension Section {
    /// The templates below `templates`, by their keys; those that can't be taken are left out, with the
    /// reasons recorded at their places in the templates' own files.
    func templates(
        _ block: SettingsBlock, uses: [String: LetterTemplate.Use]
    ) -> [String: LetterTemplate] {
        guard let node = node("templates"),
            let section = Section(node, block, context, name: "templates")
        else { return [:] }
        var templates: [String: LetterTemplate] = [:]
        for key in uses.keys.sorted() {
            guard let use = uses[key],
                let path = section.string(key, needs: "the path of a file")
            else { continue }
            templates[key] = template(path, use)
        }
        return templates
    }

    private func template(_ path: Placed<String>, _ use: LetterTemplate.Use) -> LetterTemplate? {
        let file = context.resolved(path.value)
        let content: TextFile.Content
        do {
            content = try TextFile.read(file)
        } catch {
            problems.error(
                path.place,
                "the template `\(shown(path.value, limit: 200))` can't be read: \(error.detail)")
            return nil
        }
        guard let text = String(validating: content.bytes, as: UTF8.self) else {
            problems.error(
                path.place, "the template `\(shown(path.value, limit: 200))` is not UTF-8 text")
            return nil
        }
        do {
            return try LetterTemplate(parsing: text, use: use)
        } catch {
            problems.add(Self.problem(error, file: file, text: text))
            return nil
        }
    }

    private static func problem(
        _ error: TemplateError, file: String, text: String
    ) -> SettingsProblem {
        let suggestion = error.name.flatMap { name in
            NearestName.question(name, among: error.known)
                ?? "known here: \(error.known.joined(separator: ", "))"
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var excerpt: SettingsProblem.Excerpt?
        if lines.indices.contains(error.line - 1) {
            let line = lines[error.line - 1]
            // The caret counts characters, the column scalars.
            let before = String(
                String.UnicodeScalarView(line.unicodeScalars.prefix(error.column - 1)))
            if line.utf8.count <= 200, error.column > 1 || error.reason != .badResult {
                excerpt = SettingsProblem.Excerpt(
                    line: shown(String(line), limit: 200), column: before.count + 1, length: 2)
            }
        }
        return SettingsProblem(
            file: file, line: error.line, column: error.column, message: error.detail,
            suggestion: suggestion, excerpt: excerpt)
    }
}

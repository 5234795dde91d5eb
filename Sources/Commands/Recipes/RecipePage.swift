import Model
import Parsing
import Reporting
import TextProcessing

/// All about one recipe, for a person.
struct RecipePage {
    let recipe: Recipe
    /// The file of an owner's recipe.
    let file: String?
    let reader: Reader

    var text: String {
        var text =
            reader.style.paint(
                TerminalText.sanitized("\(recipe.title) (\(recipe.name))"), .heading) + "\n"
        if let summary = recipe.summary { text += TerminalText.sanitized(summary) + "\n" }
        text += "\n" + facts
        if !recipe.parameters.isEmpty {
            text += section("Parameters")
            for parameter in recipe.parameters { text += "  " + words(parameter) + "\n" }
        }
        if !recipe.caveats.isEmpty {
            text += section("Good to know")
            for caveat in recipe.caveats { text += "  - " + sentence(caveat) + "\n" }
        }
        return text + section("To use it") + example
    }

    private func section(_ title: String) -> String {
        "\n" + reader.style.paint(title, .heading) + "\n"
    }

    private var facts: String {
        var rows: [(String, String)] = [
            ("Kind", kind), ("Address", recipe.addressTemplate),
        ]
        if let homepage = recipe.homepage { rows.append(("Explained at", homepage)) }
        if !recipe.headerNames.isEmpty {
            rows.append(("Headers", recipe.headerNames.joined(separator: ", ")))
        }
        rows.append(("Further pages", recipe.pagingSummary ?? "as the feed or its head names them"))
        if let seconds = recipe.minimumInterval {
            rows.append(("Interval", TimeText.rounded(seconds) + " or more"))
        }
        if let file { rows.append(("File", file)) }
        let table = Table(
            columns: [Table.Column(""), Table.Column("", overflow: .wrap, minimum: 20)],
            rows: rows.map { [Table.Cell($0.0, .faint), Table.Cell($0.1)] })
        return table.rendered(width: reader.width, style: reader.style)
    }

    private var kind: String {
        let kind = recipe.kind?.rawValue ?? "mention"
        let genre = recipe.genre.map { ", read as \($0.rawValue)" } ?? ""
        return kind + genre + (recipe.format == .json ? ", from JSON" : ", from a feed or page")
    }

    private func words(_ parameter: RecipeParameter) -> String {
        var traits: [String] = parameter.isRequired ? [] : ["may be left out"]
        if parameter.isSecret { traits.append("secret") }
        if let value = parameter.defaultValue { traits.append("else \(value)") }
        var text = parameter.name + (traits.isEmpty ? "" : " (\(traits.joined(separator: ", ")))")
        if let description = parameter.description { text += ": " + description }
        if let example = parameter.example { text += ", such as " + example }
        return sentence(text)
    }

    /// The text harmless to a terminal, with a full stop.
    private func sentence(_ text: String) -> String {
        let text = TerminalText.sanitized(text)
        return text.hasSuffix(".") ? text : text + "."
    }

    /// A command that adds a source, and the same source in the configuration.
    private var example: String {
        let needed = recipe.parameters.filter { $0.isRequired && $0.defaultValue == nil }
        var words = ["repute source add", recipe.name]
        var pairs: [String] = []
        for parameter in needed {
            let key = parameter.isSecret ? parameter.name + "_file" : parameter.name
            let value =
                parameter.isSecret
                ? "/etc/repute/\(recipe.name).\(parameter.name)" : parameter.example ?? "…"
            words.append(ShellWord("\(key)=\(value)").description)
            pairs.append("\(key): \"\(Self.escaped(value))\"")
        }
        let configured =
            "  - id: \(recipe.name)\n    recipe: \(recipe.name)\n"
            + (pairs.isEmpty ? "" : "    with: {\(pairs.joined(separator: ", "))}\n")
        return "  " + words.joined(separator: " ") + "\n\nor, in the configuration:\n\n  sources:\n"
            + configured.split(separator: "\n").map { "  \($0)\n" }.joined()
    }

    private static func escaped(_ value: String) -> String {
        value.unicodeScalars.map { $0 == "\\" || $0 == "\"" ? "\\\($0)" : String($0) }.joined()
    }
}

/// A command's manual page, in the `man` macros that every `man` and `mandoc` knows (man(7)).
struct ManualPage {
    let command: ToolDescription.Command
    let version: String
    /// 1 for commands that people run, 8 for what the system runs (man-pages(7)).
    var section = 1

    /// The name of its file, such as `repute-alerts-retry.1`.
    var fileName: String { "\(name).\(section)" }

    private var name: String { command.path.joined(separator: "-") }

    var text: String {
        var lines = [
            ".TH \(Self.escaped(name.uppercased())) \(section) \"\" \"repute \(version)\" \"Repute\"",
            ".SH NAME", Self.escaped(name) + " \\- " + Self.escaped(command.abstract ?? ""),
            ".SH SYNOPSIS", ".B " + Self.escaped(command.path.joined(separator: " ")),
        ]
        lines += shownArguments.map(synopsis)
        if !shownSubcommands.isEmpty { lines.append(".I command") }
        if let discussion = command.discussion {
            lines += [".SH DESCRIPTION"] + described(discussion)
        }
        lines += commands
        lines += options
        lines += seeAlso
        return lines.joined(separator: "\n") + "\n"
    }

    private var shownArguments: [ToolDescription.Argument] {
        (command.arguments ?? []).filter(\.shouldDisplay)
    }

    private var shownSubcommands: [ToolDescription.Command] {
        (command.subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
    }

    private func synopsis(_ argument: ToolDescription.Argument) -> String {
        let value = argument.valueName ?? ""
        let text =
            switch argument.kind {
            case "positional": "<\(value)>"
            case "flag": names(argument).joined(separator: "|")
            default: "\(names(argument).last ?? "") <\(value)>"
            }
        let repeated = argument.isRepeating ? text + "..." : text
        return Self.escaped(argument.isOptional ? "[\(repeated)]" : repeated)
    }

    private func names(_ argument: ToolDescription.Argument) -> [String] {
        (argument.names ?? []).map(\.spelled)
    }

    /// Indented lines, as examples are, stay as they are; blank lines part paragraphs.
    private func described(_ discussion: String) -> [String] {
        var lines: [String] = []
        var isVerbatim = false
        for line in discussion.split(separator: "\n", omittingEmptySubsequences: false) {
            let indented = line.hasPrefix("  ")
            if indented != isVerbatim {
                lines.append(indented ? ".PP\n.nf\n.RS 4" : ".RE\n.fi")
                isVerbatim = indented
            }
            lines.append(line.isEmpty ? ".PP" : Self.escaped(String(line.drop { $0 == " " })))
        }
        return isVerbatim ? lines + [".RE\n.fi"] : lines
    }

    private var commands: [String] {
        guard !shownSubcommands.isEmpty else { return [] }
        return [".SH COMMANDS"]
            + shownSubcommands.flatMap { subcommand in
                [
                    ".TP", ".B " + Self.escaped(subcommand.commandName),
                    Self.escaped(subcommand.abstract ?? ""),
                ]
            }
    }

    private var options: [String] {
        guard !shownArguments.isEmpty else { return [] }
        return [".SH OPTIONS"] + shownArguments.flatMap(described)
    }

    private func described(_ argument: ToolDescription.Argument) -> [String] {
        let spelled = names(argument).joined(separator: ", ")
        let value = argument.valueName.map { "<\($0)>" } ?? ""
        let head =
            switch argument.kind {
            case "positional": value
            case "flag": spelled
            default: "\(spelled) \(value)"
            }
        var text = argument.abstract ?? ""
        if let values = argument.allValues, !values.isEmpty {
            text += " One of " + values.joined(separator: ", ") + "."
        }
        if let value = argument.defaultValue, argument.kind != "flag" {
            text += " Default: \(value)."
        }
        return [".TP", ".B " + Self.escaped(head), Self.escaped(text)]
    }

    private var seeAlso: [String] {
        let related =
            shownSubcommands.map { "\(name)-\($0.commandName)" }
            + (command.superCommands?.isEmpty == false
                ? [(command.superCommands ?? []).joined(separator: "-")] : [])
        guard !related.isEmpty else { return [] }
        return [
            ".SH SEE ALSO", related.map { ".BR \(Self.escaped($0)) (1)" }.joined(separator: "\n"),
        ]
    }

    /// Text that roff takes as text: backslashes, hyphens and leading dots and quotes are escaped.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "\n": result += " "
            default: result.append(character)
            }
        }
        return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
    }

    /// A page for `command` and each command below it that help shows.
    static func pages(of command: ToolDescription.Command, version: String) -> [ManualPage] {
        let page = ManualPage(command: command, version: version)
        return [page] + page.shownSubcommands.flatMap { pages(of: $0, version: version) }
    }
}

import Model

/// The HTML part of a mail: no scripts, no images, nothing loaded from anywhere.
enum LetterHTML {
    /// The whole document, lines ended by LF.
    static func document(_ wording: LetterWording) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(wording.letter.language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>\(escaped(wording.subject))</title>
        <style>
        \(HTMLStyle.sheet)
        </style>
        </head>
        <body class="page" style="\(HTMLStyle.page)">
        <div class="page" style="\(HTMLStyle.column)">
        \(body(wording).joined(separator: "\n"))
        </div>
        </body>
        </html>

        """
    }

    private static func body(_ wording: LetterWording) -> [String] {
        let foot = LetterLayout.reasons(wording) + [wording.signature]
        return LetterLayout.blocks(wording).map { html($0, wording.letter.book) } + foot.map(note)
    }

    private static func html(_ block: LetterBlock, _ book: any PhraseBook) -> String {
        switch block {
        case .headline(let text, let lines): headline(text, lines)
        case .heading(let text): "<h2 style=\"\(HTMLStyle.heading)\">\(escaped(text))</h2>"
        case .paragraph(let text): div("", HTMLStyle.paragraph, escaped(text))
        case .note(let text): note(text)
        case .mention(let mention, let frame): MentionHTML.card(mention, frame)
        case .lines(let mentions): lines(mentions)
        case .notice(let notice): SourceHTML.card(notice)
        case .facts(let facts):
            card(facts.map { div("", HTMLStyle.fact, escaped($0)) }.joined(separator: "\n"))
        case .tiles(let tiles): FigureHTML.tiles(tiles)
        case .trend(let chart): FigureHTML.trend(chart, book)
        case .items(let items): FigureHTML.items(items, book)
        case .commands(let commands): self.commands(commands, book)
        }
    }

    private static func headline(_ text: String, _ lines: [String]) -> String {
        let below = lines.filter { !$0.isEmpty }.map {
            div("muted", HTMLStyle.subline, escaped($0))
        }
        let gap = below.isEmpty ? ";margin-bottom:14px" : ""
        return (["<h1 style=\"\(HTMLStyle.headline)\(gap)\">\(escaped(text))</h1>"] + below)
            .joined(separator: "\n")
    }

    private static func lines(_ mentions: [MentionWording]) -> String {
        card(
            mentions.map { line in
                "<div style=\"margin:6px 0\">\(code("\(line.mention.id)")) \(escaped(line.line))</div>"
            }.joined(separator: "\n"))
    }

    private static func commands(
        _ commands: [LetterCommand], _ book: any PhraseBook
    ) -> String {
        card(
            commands.map {
                div(
                    "", HTMLStyle.fact,
                    "\(escaped($0.label + book.colonMark))<br>\(command($0.command))")
            }.joined(separator: "\n"))
    }

    private static func note(_ text: String) -> String {
        div("muted", HTMLStyle.foot, escaped(text))
    }

    static func card(_ content: String) -> String { div("card", HTMLStyle.card, content) }

    static func div(_ name: String, _ style: String, _ content: String) -> String {
        let attributes =
            (name.isEmpty ? "" : " class=\"\(name)\"")
            + (style.isEmpty ? "" : " style=\"\(style)\"")
        return "<div\(attributes)>\(content)</div>"
    }

    static func code(_ text: String) -> String {
        "<code class=\"code\" style=\"\(HTMLStyle.code)\">\(escaped(text))</code>"
    }

    /// A command that may be longer than a phone is wide; it is broken between words only.
    static func command(_ text: String) -> String {
        let words = text.split(separator: " ").map { word in
            word.count > 24
                ? escaped(String(word))
                : "<span style=\"white-space:nowrap\">\(escaped(String(word)))</span>"
        }
        return "<code class=\"code\" style=\"\(HTMLStyle.command)\">"
            + words.joined(separator: " ") + "</code>"
    }

    /// `text` with the five characters escaped that mean something in HTML text or attributes.
    static func escaped(_ text: String) -> String {
        var safe = ""
        safe.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}

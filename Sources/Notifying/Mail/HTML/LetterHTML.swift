import Model

/// The HTML part of a mail: no scripts, no images, nothing loaded from anywhere.
enum LetterHTML {
    /// The whole document, lines ended by LF.
    static func document(_ wording: LetterWording) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
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
        \(blocks(wording).joined(separator: "\n"))
        </div>
        </body>
        </html>

        """
    }

    private static func blocks(_ wording: LetterWording) -> [String] {
        var blocks = wording.notices.map(SourceHTML.card)
        blocks += [wording.furtherNotices].compactMap { $0 }.map {
            div("muted", HTMLStyle.foot, escaped($0))
        }
        if wording.letter.mentions.count > 1 {
            let headline = "<h1 style=\"\(HTMLStyle.headline)\">"
            blocks.append(headline + "\(escaped(wording.headline)), oldest first</h1>")
        }
        blocks += wording.full.map(card)
        if !wording.lines.isEmpty {
            let lines = wording.lines.map { line in
                "<div style=\"margin:6px 0\">\(code("\(line.mention.id)")) \(escaped(line.line))</div>"
            }
            blocks.append(div("card", HTMLStyle.card, lines.joined(separator: "\n")))
        }
        for line in [wording.restLine, wording.forgotten].compactMap({ $0 }) {
            blocks.append(div("muted", HTMLStyle.foot, escaped(line)))
        }
        blocks.append(
            div("muted", HTMLStyle.foot, "<b>Why this mail:</b> \(escaped(wording.reason))"))
        blocks.append(div("muted", HTMLStyle.foot, escaped(wording.signature)))
        return blocks
    }

    private static func card(_ wording: MentionWording) -> String {
        var parts = heading(wording)
        parts += quoted(wording)
        if let link = wording.link {
            parts.append(
                "<a class=\"link\" href=\"\(escaped(link))\" style=\"\(HTMLStyle.link)\">"
                    + "Read it on \(escaped(wording.source))</a>")
            parts.append(div("muted", HTMLStyle.address, escaped(link)))
        }
        parts += [StoryHTML.earlier(wording), StoryHTML.sites(wording)].compactMap { $0 }
        parts.append(verdict(wording))
        let id = wording.mention.id
        let commands = "\(code("repute show \(id)")) &nbsp; \(code("repute explain \(id)"))"
        parts.append(div("muted", HTMLStyle.muted, commands))
        return div("card", HTMLStyle.card, parts.joined(separator: "\n"))
    }

    private static func heading(_ wording: MentionWording) -> [String] {
        var parts: [String] = []
        if let stars = wording.starRow, let rating = wording.rating {
            parts.append(
                "<div><span class=\"stars\" style=\"\(HTMLStyle.stars)\" aria-hidden=\"true\">"
                    + "\(stars)</span> <span class=\"muted\" style=\"\(HTMLStyle.rating)\">"
                    + "\(escaped(rating))</span></div>")
        }
        let byline = [wording.source, wording.author, wording.time].compactMap { $0 }.map(escaped)
        parts.append(div("muted", HTMLStyle.byline, byline.joined(separator: " · ")))
        if let about = wording.about {
            parts.append(div("muted", HTMLStyle.byline, "About \(escaped(about))"))
        }
        if let edit = wording.editLine, let time = wording.editTime {
            parts.append(
                div("edit", HTMLStyle.edit, "\(escaped(edit)), <small>\(escaped(time))</small>"))
        }
        if let delisting = wording.delisting {
            parts.append(div("muted", HTMLStyle.byline, escaped(delisting)))
        }
        return parts
    }

    private static func quoted(_ wording: MentionWording) -> [String] {
        guard !wording.body.isEmpty else {
            return [div("muted", HTMLStyle.muted, "It has no text.")]
        }
        var parts: [String] = []
        if !wording.body.title.isEmpty {
            parts.append(div("title", HTMLStyle.title, marked(wording.body.title)))
        }
        if !wording.body.text.isEmpty {
            parts.append(div("text", HTMLStyle.text, marked(wording.body.text)))
        }
        if wording.body.omitted > 0 {
            parts.append(
                div(
                    "muted", HTMLStyle.muted,
                    "… (\(Figures.count(wording.body.omitted)) more characters: "
                        + "\(code("repute show \(wording.mention.id)")))"))
        }
        return parts
    }

    private static func verdict(_ wording: MentionWording) -> String {
        var parts = [div("", "", escaped(wording.verdict))]
        if !wording.words.isEmpty {
            let rows = wording.words.map(row).joined(separator: "\n")
            parts.append(
                "<table role=\"presentation\" style=\"\(HTMLStyle.words)\">\n\(rows)\n</table>")
        }
        if wording.furtherWords > 0 {
            parts.append(
                div(
                    "muted", HTMLStyle.muted,
                    "… and \(wording.furtherWords) weaker: "
                        + code("repute explain \(wording.mention.id)")))
        }
        return div("verdict", HTMLStyle.verdict, parts.joined(separator: "\n"))
    }

    private static func row(_ word: MentionWording.Word) -> String {
        let rules = word.rules.map(escaped).joined(separator: ", ")
        let note =
            rules.isEmpty
            ? "" : " <span class=\"muted\" style=\"\(HTMLStyle.rule)\">\(rules)</span>"
        return "<tr><td \(HTMLStyle.figure(word.weight))>"
            + "\(Figures.signed(word.weight, decimals: 2))</td>"
            + "<td style=\"\(HTMLStyle.word)\">“\(escaped(word.term))”\(note)</td></tr>"
    }

    private static func marked(_ segments: [MarkedBody.Segment]) -> String {
        segments.map { segment in
            guard let weight = segment.weight else { return escaped(segment.text) }
            return "<span \(HTMLStyle.mark(weight))>\(escaped(segment.text))"
                + "<small>&nbsp;\(Figures.signed(weight, decimals: 2))</small></span>"
        }.joined()
    }

    static func div(_ name: String, _ style: String, _ content: String) -> String {
        let attributes =
            (name.isEmpty ? "" : " class=\"\(name)\"")
            + (style.isEmpty ? "" : " style=\"\(style)\"")
        return "<div\(attributes)>\(content)</div>"
    }

    static func code(_ text: String) -> String {
        "<code class=\"code\" style=\"\(HTMLStyle.code)\">\(escaped(text))</code>"
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

import Model

/// One mention in the HTML part.
enum MentionHTML {
    /// Its card.
    static func card(_ wording: MentionWording, _ frame: MentionFrame) -> String {
        var parts = heading(wording)
        parts += frame.standing.map {
            LetterHTML.div("edit", HTMLStyle.standing, LetterHTML.escaped($0))
        }
        parts += quoted(wording)
        if let link = wording.link {
            parts.append(
                "<a class=\"link\" href=\"\(LetterHTML.escaped(link))\" style=\"\(HTMLStyle.link)\">"
                    + "\(LetterHTML.escaped(wording.linkLabel(frame)))</a>"
            )
            parts.append(LetterHTML.div("muted", HTMLStyle.address, LetterHTML.escaped(link)))
        }
        parts += [StoryHTML.earlier(wording), StoryHTML.sites(wording)].compactMap { $0 }
        if frame.isWhole { parts.append(verdict(wording)) }
        if !frame.reasons.isEmpty { parts.append(reasons(frame.reasons)) }
        let id = wording.mention.id
        let commands = ["repute show \(id)"] + (frame.isWhole ? ["repute explain \(id)"] : [])
        parts.append(
            LetterHTML.div(
                "muted", HTMLStyle.muted,
                commands.map(LetterHTML.code).joined(separator: " &nbsp; ")))
        return LetterHTML.card(parts.joined(separator: "\n"))
    }

    private static func reasons(_ reasons: [String]) -> String {
        LetterHTML.div(
            "verdict", HTMLStyle.verdict,
            reasons.map { LetterHTML.div("muted", HTMLStyle.reason, LetterHTML.escaped($0)) }
                .joined(separator: "\n"))
    }

    private static func heading(_ wording: MentionWording) -> [String] {
        var parts: [String] = []
        if let stars = wording.starRow, let rating = wording.rating {
            parts.append(
                "<div><span class=\"stars\" style=\"\(HTMLStyle.stars)\" aria-hidden=\"true\">"
                    + "\(stars)</span> <span class=\"muted\" style=\"\(HTMLStyle.rating)\">"
                    + "\(LetterHTML.escaped(rating))</span></div>")
        }
        let byline = [wording.source, wording.author, wording.time].compactMap { $0 }.map(
            LetterHTML.escaped)
        parts.append(LetterHTML.div("muted", HTMLStyle.byline, byline.joined(separator: " · ")))
        if let about = wording.about {
            parts.append(
                LetterHTML.div(
                    "muted", HTMLStyle.byline,
                    LetterHTML.escaped(wording.book.mention(.about(about)))))
        }
        if let edit = wording.editLine, let time = wording.editTime {
            parts.append(
                LetterHTML.div(
                    "edit", HTMLStyle.edit,
                    "\(LetterHTML.escaped(edit)), <small>\(LetterHTML.escaped(time))</small>"))
        }
        if let delisting = wording.delisting {
            parts.append(LetterHTML.div("muted", HTMLStyle.byline, LetterHTML.escaped(delisting)))
        }
        return parts
    }

    private static func quoted(_ wording: MentionWording) -> [String] {
        guard !wording.body.isEmpty else {
            return [
                LetterHTML.div(
                    "muted", HTMLStyle.muted,
                    LetterHTML.escaped(wording.book.mention(.hasNoText)))
            ]
        }
        var parts: [String] = []
        if !wording.body.title.isEmpty {
            parts.append(
                LetterHTML.div("title", HTMLStyle.title, marked(wording.body.title, wording.book)))
        }
        if !wording.body.text.isEmpty {
            parts.append(
                LetterHTML.div("text", HTMLStyle.text, marked(wording.body.text, wording.book)))
        }
        if wording.body.omitted > 0 {
            parts.append(
                LetterHTML.div(
                    "muted", HTMLStyle.muted,
                    "… (\(LetterHTML.escaped(wording.book.mention(.moreCharacters(wording.body.omitted))))"
                        + LetterHTML.escaped(wording.book.colon)
                        + "\(LetterHTML.code("repute show \(wording.mention.id)")))"))
        }
        return parts
    }

    private static func verdict(_ wording: MentionWording) -> String {
        var parts = [LetterHTML.div("", "", LetterHTML.escaped(wording.verdict))]
        if !wording.words.isEmpty {
            let rows = wording.words.map { row($0, wording.book) }.joined(separator: "\n")
            parts.append(
                "<table role=\"presentation\" style=\"\(HTMLStyle.words)\">\n\(rows)\n</table>")
        }
        if wording.furtherWords > 0 {
            parts.append(
                LetterHTML.div(
                    "muted", HTMLStyle.muted,
                    LetterHTML.escaped(
                        wording.book.mention(.weaker(wording.furtherWords)) + wording.book.colon)
                        + LetterHTML.code("repute explain \(wording.mention.id)")))
        }
        return LetterHTML.div("verdict", HTMLStyle.verdict, parts.joined(separator: "\n"))
    }

    private static func row(_ word: MentionWording.Word, _ book: any PhraseBook) -> String {
        let rules = word.rules.map(LetterHTML.escaped).joined(separator: ", ")
        let note =
            rules.isEmpty
            ? "" : " <span class=\"muted\" style=\"\(HTMLStyle.rule)\">\(rules)</span>"
        return "<tr><td \(HTMLStyle.figure(word.weight))>"
            + "\(book.figures.signed(word.weight, decimals: 2))</td>"
            + "<td style=\"\(HTMLStyle.word)\">\(LetterHTML.escaped(book.quoted(word.term)))\(note)</td></tr>"
    }

    private static func marked(
        _ segments: [MarkedBody.Segment], _ book: any PhraseBook
    ) -> String {
        segments.map { segment in
            guard let weight = segment.weight else { return LetterHTML.escaped(segment.text) }
            return "<span \(HTMLStyle.mark(weight))>\(LetterHTML.escaped(segment.text))"
                + "<small>&nbsp;\(book.figures.signed(weight, decimals: 2))</small></span>"
        }.joined()
    }
}

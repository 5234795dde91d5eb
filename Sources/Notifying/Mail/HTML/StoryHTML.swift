import Model

/// What a card says of the wording before an edit, and of the other sites of a story.
enum StoryHTML {
    /// The wording before the edit; nil where no edit is told.
    static func earlier(_ wording: MentionWording) -> String? {
        guard let words = wording.earlierWords(limit: LetterWording.sharedText) else { return nil }
        let book = wording.book
        var parts = [
            LetterHTML.div(
                "muted", HTMLStyle.label, LetterHTML.escaped(book.mention(.beforeEdit)))
        ]
        if words.text.isEmpty {
            parts.append(
                LetterHTML.div(
                    "muted", HTMLStyle.muted, LetterHTML.escaped(book.mention(.hadNoText))))
        } else {
            parts.append(LetterHTML.div("text", HTMLStyle.text, LetterHTML.escaped(words.text)))
        }
        if words.omitted > 0 {
            parts.append(
                LetterHTML.div(
                    "muted", HTMLStyle.muted,
                    "… (\(LetterHTML.escaped(book.mention(.moreCharacters(words.omitted)))))")
            )
        }
        return LetterHTML.div("before", HTMLStyle.before, parts.joined(separator: "\n"))
    }

    /// The other sites of its story, with links; nil where it stands alone.
    static func sites(_ wording: MentionWording) -> String? {
        guard let story = wording.story else { return nil }
        var lines = [
            LetterHTML.div("muted", HTMLStyle.label, LetterHTML.escaped(story.headline))
        ]
        lines += story.sites.map { site in
            let name = LetterHTML.escaped(site.source)
            guard let link = site.link else {
                return LetterHTML.div("", HTMLStyle.site, name)
            }
            let address = LetterHTML.escaped(link)
            return LetterHTML.div(
                "", HTMLStyle.site,
                "<a class=\"site\" href=\"\(address)\" style=\"\(HTMLStyle.siteLink)\">\(name)</a> "
                    + "<span class=\"muted\" style=\"\(HTMLStyle.siteAddress)\">\(address)</span>")
        }
        if let rest = story.rest(of: wording.mention.id, wording.book) {
            lines.append(LetterHTML.div("muted", HTMLStyle.site, LetterHTML.escaped(rest)))
        }
        return LetterHTML.div("verdict", HTMLStyle.verdict, lines.joined(separator: "\n"))
    }
}

/// The card of a notice about a source.
enum SourceHTML {
    static func card(_ wording: NoticeWording) -> String {
        let facts = wording.facts.map {
            LetterHTML.div("muted", HTMLStyle.byline, LetterHTML.escaped($0))
        }
        let parts =
            [
                LetterHTML.div(
                    "title", HTMLStyle.noticeTitle, LetterHTML.escaped(wording.headline)),
                LetterHTML.div("text", HTMLStyle.text, LetterHTML.escaped(wording.detail)),
                LetterHTML.div("verdict", HTMLStyle.verdict, facts.joined(separator: "\n")),
                LetterHTML.div("muted", HTMLStyle.muted, LetterHTML.code(wording.command)),
            ]
        return LetterHTML.div("card", HTMLStyle.card, parts.joined(separator: "\n"))
    }
}

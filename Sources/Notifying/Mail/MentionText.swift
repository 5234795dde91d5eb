import Model

/// One mention in the plain-text part.
enum MentionText {
    static func text(_ wording: MentionWording, _ frame: MentionFrame) -> String {
        let book = wording.book
        var blocks = [heading(wording)]
        if !frame.standing.isEmpty { blocks.append(frame.standing.joined(separator: "\n")) }
        let quote = quoted(wording)
        blocks.append(quote.isEmpty ? book.mention(.hasNoText) : quote)
        if let link = wording.link {
            blocks.append(
                frame.isWhole ? link : wording.linkLabel(frame) + book.colonMark + "\n" + link)
        }
        if let earlier = earlier(wording) { blocks.append(earlier) }
        if let story = wording.story { blocks.append(self.story(story, wording)) }
        blocks += frame.reasons
        if frame.isWhole { blocks.append(verdict(wording)) }
        let id = wording.mention.id
        let commands = [(book.mention(.more), "repute show \(id)")]
        let words = [(book.mention(.words), "repute explain \(id)")]
        blocks.append(LetterText.labelled(commands + (frame.isWhole ? words : [])))
        return blocks.joined(separator: "\n\n")
    }

    private static func earlier(_ wording: MentionWording) -> String? {
        guard let words = wording.earlierWords(limit: LetterWording.sharedText) else { return nil }
        let book = wording.book
        guard !words.text.isEmpty else { return book.mention(.hadNoTextBeforeEdit) }
        let rest =
            words.omitted == 0 ? "" : "\n… (\(book.mention(.moreCharacters(words.omitted))))"
        return "\(book.mention(.saidBeforeEdit))\n\(book.quoted(words.text))\(rest)"
    }

    private static func story(_ story: StoryWording, _ wording: MentionWording) -> String {
        let sites = story.sites.map { site in
            "  \(site.source)" + (site.link.map { "  \($0)" } ?? "")
        }
        let rest = story.rest(of: wording.mention.id, wording.book).map { ["  \($0)"] } ?? []
        return ([story.headline + wording.book.colonMark] + sites + rest).joined(separator: "\n")
    }

    private static func heading(_ wording: MentionWording) -> String {
        var lines: [String] = []
        if let stars = wording.starRow, let rating = wording.rating {
            lines.append("\(stars)  \(rating)")
        }
        let byline = [wording.source, wording.author, wording.time].compactMap { $0 }
        lines.append(byline.joined(separator: " · "))
        if let about = wording.about { lines.append(wording.book.mention(.about(about))) }
        if let edit = wording.editLine, let time = wording.editTime {
            lines.append("\(edit), \(time)")
        }
        if let delisting = wording.delisting { lines.append(delisting) }
        return lines.joined(separator: "\n")
    }

    private static func quoted(_ wording: MentionWording) -> String {
        let title = wording.body.title.map(\.text).joined()
        let text = wording.body.text.map(\.text).joined()
        var quote = [title, text].filter { !$0.isEmpty }.joined(separator: "\n\n")
        guard !quote.isEmpty else { return "" }
        quote = wording.book.quoted(quote)
        guard wording.body.omitted > 0 else { return quote }
        return quote + "\n… (\(wording.book.mention(.moreCharacters(wording.body.omitted)))"
            + wording.book.colon + "repute show \(wording.mention.id))"
    }

    private static func verdict(_ wording: MentionWording) -> String {
        let book = wording.book
        var lines = [wording.verdict]
        guard !wording.words.isEmpty else { return lines.joined(separator: "\n") }
        lines.append(book.mention(.wordsThatCounted))
        for word in wording.words {
            let rules = word.rules.isEmpty ? "" : " (\(word.rules.joined(separator: ", ")))"
            lines.append(
                "  \(book.figures.signed(word.weight, decimals: 2))  \(book.quoted(word.term))\(rules)"
            )
        }
        if wording.furtherWords > 0 {
            lines.append(
                "  " + book.mention(.weaker(wording.furtherWords)) + book.colon
                    + "repute explain \(wording.mention.id)")
        }
        return lines.joined(separator: "\n")
    }
}

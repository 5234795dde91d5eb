import Model

/// One mention in the plain-text part.
enum MentionText {
    static func text(_ wording: MentionWording, _ frame: MentionFrame) -> String {
        var blocks = [heading(wording)]
        if !frame.standing.isEmpty { blocks.append(frame.standing.joined(separator: "\n")) }
        let quote = quoted(wording)
        blocks.append(quote.isEmpty ? "It has no text." : quote)
        if let link = wording.link {
            blocks.append(frame.isWhole ? link : "\(frame.linkVerb) \(wording.source):\n\(link)")
        }
        if let earlier = earlier(wording) { blocks.append(earlier) }
        if let story = wording.story { blocks.append(self.story(story, of: wording.mention.id)) }
        blocks += frame.reasons
        let id = wording.mention.id
        if frame.isWhole {
            blocks.append(verdict(wording))
            blocks.append("More:   repute show \(id)\nWords:  repute explain \(id)")
        } else {
            blocks.append("More:   repute show \(id)")
        }
        return blocks.joined(separator: "\n\n")
    }

    private static func earlier(_ wording: MentionWording) -> String? {
        guard let words = wording.earlierWords(limit: LetterWording.sharedText) else { return nil }
        guard !words.text.isEmpty else { return "Before the edit it had no text." }
        let rest =
            words.omitted == 0 ? "" : "\n… (\(Figures.count(words.omitted)) more characters)"
        return "Before the edit it said:\n“\(words.text)”\(rest)"
    }

    private static func story(_ story: StoryWording, of mention: MentionID) -> String {
        let sites = story.sites.map { site in
            "  \(site.source)" + (site.link.map { "  \($0)" } ?? "")
        }
        let rest = story.rest(of: mention).map { ["  \($0)"] } ?? []
        return (["\(story.headline):"] + sites + rest).joined(separator: "\n")
    }

    private static func heading(_ wording: MentionWording) -> String {
        var lines: [String] = []
        if let stars = wording.starRow, let rating = wording.rating {
            lines.append("\(stars)  \(rating)")
        }
        let byline = [wording.source, wording.author, wording.time].compactMap { $0 }
        lines.append(byline.joined(separator: " · "))
        if let about = wording.about { lines.append("About \(about)") }
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
        quote = "“\(quote)”"
        guard wording.body.omitted > 0 else { return quote }
        return quote + "\n… (\(Figures.count(wording.body.omitted)) more characters: "
            + "repute show \(wording.mention.id))"
    }

    private static func verdict(_ wording: MentionWording) -> String {
        var lines = [wording.verdict]
        guard !wording.words.isEmpty else { return lines.joined(separator: "\n") }
        lines.append("The words that counted:")
        for word in wording.words {
            let rules = word.rules.isEmpty ? "" : " (\(word.rules.joined(separator: ", ")))"
            lines.append("  \(Figures.signed(word.weight, decimals: 2))  “\(word.term)”\(rules)")
        }
        if wording.furtherWords > 0 {
            lines.append(
                "  … and \(wording.furtherWords) weaker: repute explain \(wording.mention.id)")
        }
        return lines.joined(separator: "\n")
    }
}

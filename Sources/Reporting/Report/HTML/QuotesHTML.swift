import Model

/// Mentions in their own words.
struct QuotesHTML {
    /// How much of a text is shown; the rest is told.
    private static let longest = 700

    let names: Names
    let time: TimeText
    /// The mentions that numbers lead to here; one that is quoted twice is led to once.
    let anchored: Set<MentionID>

    /// The quotes below a section’s heading, which is not said again.
    func list(_ list: QuoteList, under title: String) -> String {
        let heading =
            list.title == title ? "" : Markup.element("h3", [:], Markup.foreign(list.title))
        guard !list.mentions.isEmpty else {
            return Markup.lines([heading, "<p class=\"none\">Nothing to show.</p>"])
        }
        let quotes = Markup.element(
            "div", ["class": "quotes", "id": "quotes-" + Markup.anchor(list.id)],
            "\n" + Markup.lines(list.mentions.map(quote)) + "\n")
        return Markup.lines([heading, quotes])
    }

    private func quote(_ mention: Mention) -> String {
        let parts = [byline(mention), words(mention), foot(mention)]
        return Markup.element(
            "article",
            [
                "class": "quote",
                "id": anchored.contains(mention.id) ? "mention-\(mention.id)" : nil,
            ],
            "\n" + Markup.lines(parts) + "\n")
    }

    private func byline(_ mention: Mention) -> String {
        var parts: [String] = []
        if let rating = mention.entry.rating {
            parts.append(
                "<span class=\"stars\" aria-hidden=\"true\">\(Charts.stars(rating.stars))</span> "
                    + Markup.text(SentimentText.rating(rating)))
        }
        parts.append(Markup.foreign(names.title(of: mention.source)))
        parts.append(
            Markup.element(
                "time", ["datetime": time.absolute(mention.occurredAt)],
                Markup.text(time.day(mention.occurredAt))))
        return Markup.element("p", ["class": "byline"], parts.joined(separator: " · "))
    }

    private func words(_ mention: Mention) -> String {
        let entry = mention.entry
        var parts: [String] = []
        if let title = entry.title, entry.text?.hasPrefix(title) != true {
            parts.append(
                Markup.element("p", ["class": "title", "dir": "auto"], Markup.text(title)))
        }
        if let text = entry.text {
            let shown = String(text.prefix(Self.longest))
            parts.append(Markup.paragraphs(shown))
            let rest = text.count - shown.count
            if rest > 0 {
                parts.append(
                    "<p class=\"rest\">… (\(FigureText.count(rest)) more characters: "
                        + "<code>repute show \(mention.id)</code>)</p>")
            }
        }
        guard !parts.isEmpty else { return "<p class=\"none\">It has no text.</p>" }
        let language = Markup.language(mention.sentiment.language ?? entry.language)
        return Markup.element(
            "blockquote", ["lang": language], "\n" + Markup.lines(parts) + "\n")
    }

    private func foot(_ mention: Mention) -> String {
        var parts = [verdict(mention.sentiment), Markup.text(state(mention))]
        if let address = Markup.address(mention.entry.url) {
            let link = Markup.element(
                "a", ["href": address, "rel": "noopener noreferrer nofollow"],
                "Read it there<span class=\"hidden\"> (mention \(mention.id))</span>")
            parts.append(link)
        }
        parts.append("<span class=\"n\">#\(mention.id)</span>")
        return Markup.element("p", ["class": "foot"], parts.joined(separator: " · "))
    }

    private func verdict(_ sentiment: Sentiment) -> String {
        let tone: ReportTone =
            switch sentiment.label {
            case .negative: .negative
            case .neutral: .neutral
            case .positive: .positive
            case .unscored: .plain
            }
        let sign =
            tone.sign.isEmpty ? "" : "<span aria-hidden=\"true\">\(tone.sign)</span> "
        let word = Markup.element(
            "span", ["class": "verdict " + tone.rawValue],
            sign + Markup.text(sentiment.label.rawValue))
        guard let machine = sentiment.machineLabel, machine != sentiment.label else { return word }
        return word + " (corrected; the engine said \(machine.rawValue))"
    }

    private func state(_ mention: Mention) -> String {
        switch mention.triageState {
        case .new, .seen, .reopened: "waits for an answer"
        case .answeredPublicly: "answered publicly"
        case .answeredPrivately: "answered privately"
        case .resolved: "resolved"
        case .wontAnswer: "gets no answer"
        }
    }
}

import Model

/// Figures, the trend and lists in the HTML part, made of plain tables and blocks.
enum FigureHTML {
    /// How many pixels the highest bar has.
    private static let chartHeight = 60.0

    /// Two figures a row, so that they fit a phone.
    static func tiles(_ tiles: [FigureTile]) -> String {
        let rows = stride(from: 0, to: tiles.count, by: 2).map { start in
            let cells = tiles[start..<min(start + 2, tiles.count)].map(cell).joined(separator: "\n")
            return "<tr>\n\(cells)\n</tr>"
        }
        return LetterHTML.card(
            "<table role=\"presentation\" style=\"\(HTMLStyle.tiles)\">\n"
                + rows.joined(separator: "\n") + "\n</table>")
    }

    private static func cell(_ tile: FigureTile) -> String {
        let tone = HTMLStyle.tone(tile.tone)
        let style = HTMLStyle.tileNote.replacing("#57606a", with: tone.colour)
        let parts = [
            LetterHTML.div("muted", HTMLStyle.tileLabel, LetterHTML.escaped(tile.label)),
            LetterHTML.div("", HTMLStyle.tileValue, LetterHTML.escaped(tile.value)),
            tile.note.map { LetterHTML.div(tone.name, style, LetterHTML.escaped($0)) } ?? "",
        ]
        return "<td style=\"\(HTMLStyle.tile)\">\(parts.joined(separator: "\n"))</td>"
    }

    /// A bar a day, the negative mentions at its foot; the sentence below says the same in words.
    static func trend(_ chart: TrendChart, _ book: any PhraseBook) -> String {
        let cells = chart.bars.map { bar in
            "<td style=\"\(HTMLStyle.bar)\">\(self.bar(bar, most: chart.most))</td>"
        }
        let axis =
            "<table role=\"presentation\" style=\"\(HTMLStyle.axis)\"><tr>"
            + "<td class=\"muted\">\(LetterHTML.escaped(chart.firstDay))</td>"
            + "<td class=\"muted\" style=\"text-align:center\"><span class=\"swatch\" "
            + "style=\"color:#c2410c\">■</span> "
            + "\(LetterHTML.escaped(book.label(.negative)))</td>"
            + "<td class=\"muted\" style=\"text-align:right\">\(LetterHTML.escaped(chart.lastDay))</td>"
            + "</tr></table>"
        return LetterHTML.card(
            "<table role=\"presentation\" aria-hidden=\"true\" style=\"\(HTMLStyle.chart)\"><tr>\n"
                + cells.joined(separator: "\n") + "\n</tr></table>\n" + axis + "\n"
                + LetterHTML.div("muted", HTMLStyle.itemDetail, LetterHTML.escaped(chart.sentence)))
    }

    private static func bar(_ bar: TrendChart.Bar, most: Int) -> String {
        guard bar.total > 0, most > 0 else { return HTMLStyle.bar(height: 1, isBad: false) }
        func height(_ count: Int) -> Int {
            count <= 0 ? 0 : max(3, Int(min(Double(count) / Double(most), 1) * chartHeight))
        }
        let whole = height(bar.total)
        let bad = height(bar.negative)
        let rest = max(whole - bad, 0)
        return (rest > 0 ? HTMLStyle.bar(height: rest, isBad: false) : "")
            + (bad > 0 ? HTMLStyle.bar(height: bad, isBad: true) : "")
    }

    /// A list in a card, its rows parted by hairlines.
    static func items(_ items: [LetterItem], _ book: any PhraseBook) -> String {
        let rows = items.enumerated().map { index, item in
            let style = HTMLStyle.item(isFirst: index == 0, isLast: index == items.count - 1)
            return LetterHTML.div(index == 0 ? "" : "row", style, row(item, book))
        }
        return LetterHTML.card(rows.joined(separator: "\n"))
    }

    private static func row(_ item: LetterItem, _ book: any PhraseBook) -> String {
        var first = LetterHTML.escaped(item.text)
        if !item.lead.isEmpty {
            let lead = LetterHTML.escaped(item.lead)
            first = (stars(item.lead, book) ?? "<strong>\(lead)</strong>") + " " + first
        }
        let detail = [
            item.detail.map(LetterHTML.escaped),
            item.link.map { link in
                "<a class=\"site\" href=\"\(LetterHTML.escaped(link))\" style=\"\(HTMLStyle.itemLink)\">"
                    + "\(LetterHTML.escaped(item.linkLabel))</a>"
            },
        ].compactMap { $0 }.joined(separator: " ")
        return detail.isEmpty
            ? first : first + LetterHTML.div("muted", HTMLStyle.itemDetail, detail)
    }

    /// A row of stars with its meaning for screen readers; nil for other words.
    private static func stars(_ lead: String, _ book: any PhraseBook) -> String? {
        guard lead.hasPrefix("★") else { return nil }
        let count = lead.count { $0 == "★" }
        return "<span class=\"stars\" role=\"img\" aria-label=\""
            + "\(LetterHTML.escaped(book.mention(.starsOfFive(count))))\" "
            + "style=\"\(HTMLStyle.itemStars)\">\(LetterHTML.escaped(lead))</span>"
    }
}

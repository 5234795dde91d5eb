import Model

/// The plain-text part of a mail: all that the HTML says, readable in any client and aloud, in lines of
/// at most 72 columns but for addresses and commands.
enum LetterText {
    /// The whole part, lines ended by LF.
    static func text(_ wording: LetterWording) -> String {
        var parts: [String] = []
        var wasCard = false
        for block in LetterLayout.blocks(wording) {
            if isCard(block), wasCard { parts.append(rule) }
            wasCard = isCard(block)
            parts.append(TextWrap.wrapped(text(block, wording.letter.book)))
        }
        parts += LetterLayout.reasons(wording).map { TextWrap.wrapped($0) }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n\n-- \n"
            + TextWrap.wrapped(wording.signature) + "\n"
    }

    private static let rule = String(repeating: "─", count: 40)

    private static func isCard(_ block: LetterBlock) -> Bool {
        switch block {
        case .mention, .notice: true
        default: false
        }
    }

    private static func text(_ block: LetterBlock, _ book: any PhraseBook) -> String {
        switch block {
        case .headline(let text, let lines): ([text] + lines).joined(separator: "\n")
        case .heading(let text):
            text.uppercased() + "\n"
                + String(repeating: "─", count: min(text.count, TextWrap.width))
        case .paragraph(let text), .note(let text): text
        case .mention(let mention, let frame): MentionText.text(mention, frame)
        case .lines(let mentions):
            mentions.map { "\($0.mention.id)  \($0.line)" }.joined(separator: "\n")
        case .notice(let notice): self.notice(notice, book)
        case .facts(let facts): facts.joined(separator: "\n")
        case .tiles(let tiles): self.tiles(tiles)
        case .trend(let chart): trend(chart, book)
        case .items(let items): items.map(item).joined(separator: "\n\n")
        case .commands(let commands):
            commands.map { $0.label + book.colonMark + "\n  \($0.command)" }.joined(separator: "\n")
        }
    }

    private static func notice(_ wording: NoticeWording, _ book: any PhraseBook) -> String {
        ([wording.headline, "", wording.detail, ""] + wording.facts
            + [
                labelled([(book.mention(.more), wording.command)])
            ]).joined(separator: "\n")
    }

    /// Labels with what stands behind them in a column of its own, a line each.
    static func labelled(_ rows: [(label: String, text: String)]) -> String {
        let width = max(rows.map(\.label.count).max() ?? 0, 6) + 2
        return rows.map { $0.label.padded(to: width) + $0.text }.joined(separator: "\n")
    }

    private static func tiles(_ tiles: [FigureTile]) -> String {
        let width = max(tiles.map(\.label.count).max() ?? 0, 8) + 2
        return tiles.map { tile in
            TextWrap.wrapped(
                "\(tile.label.padded(to: width))\(tile.value.padded(to: 7)) \(tile.note ?? "")",
                hanging: String(repeating: " ", count: width + 8))
        }.joined(separator: "\n")
    }

    private static func trend(_ chart: TrendChart, _ book: any PhraseBook) -> String {
        let total = TrendChart.row(chart.bars.map(\.total), most: chart.most)
        let negative = TrendChart.row(chart.bars.map(\.negative), most: chart.most)
        let gap = max(chart.bars.count - chart.firstDay.count - chart.lastDay.count, 1)
        let axis = chart.firstDay + String(repeating: " ", count: gap) + chart.lastDay
        let (all, bad) = (book.digest(.all), book.digest(.negative))
        let width = max(all.count, bad.count, 8) + 2
        return [
            all.padded(to: width) + total, bad.padded(to: width) + negative,
            String(repeating: " ", count: width) + axis, chart.sentence,
        ].joined(separator: "\n")
    }

    private static func item(_ item: LetterItem) -> String {
        let first = [item.lead, item.text].filter { !$0.isEmpty }.joined(separator: " ")
        let lines = [first] + [item.detail, item.link].compactMap { $0 }.map { "  " + $0 }
        return lines.map { TextWrap.wrapped($0, hanging: "  ") }.joined(separator: "\n")
    }
}

extension String {
    /// The text with blanks up to `width` characters.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}

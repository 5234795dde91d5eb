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
            parts.append(TextWrap.wrapped(text(block)))
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

    private static func text(_ block: LetterBlock) -> String {
        switch block {
        case .headline(let text, let lines): ([text] + lines).joined(separator: "\n")
        case .heading(let text):
            text.uppercased() + "\n"
                + String(repeating: "─", count: min(text.count, TextWrap.width))
        case .paragraph(let text), .note(let text): text
        case .mention(let mention, let frame): MentionText.text(mention, frame)
        case .lines(let mentions):
            mentions.map { "\($0.mention.id)  \($0.line)" }.joined(separator: "\n")
        case .notice(let notice): self.notice(notice)
        case .facts(let facts): facts.joined(separator: "\n")
        case .tiles(let tiles): tiles.map(tile).joined(separator: "\n")
        case .trend(let chart): trend(chart)
        case .items(let items): items.map(item).joined(separator: "\n\n")
        case .commands(let commands):
            commands.map { "\($0.label):\n  \($0.command)" }.joined(separator: "\n")
        }
    }

    private static func notice(_ wording: NoticeWording) -> String {
        ([wording.headline, "", wording.detail, ""] + wording.facts + ["More:   \(wording.command)"])
            .joined(separator: "\n")
    }

    private static func tile(_ tile: FigureTile) -> String {
        let label = tile.label.padded(to: 10)
        let value = tile.value.padded(to: 7)
        return TextWrap.wrapped(
            "\(label)\(value) \(tile.note ?? "")", hanging: String(repeating: " ", count: 18))
    }

    private static func trend(_ chart: TrendChart) -> String {
        let total = TrendChart.row(chart.bars.map(\.total), most: chart.most)
        let negative = TrendChart.row(chart.bars.map(\.negative), most: chart.most)
        let gap = max(chart.bars.count - chart.firstDay.count - chart.lastDay.count, 1)
        let axis = chart.firstDay + String(repeating: " ", count: gap) + chart.lastDay
        return "All       \(total)\nNegative  \(negative)\n          \(axis)\n\(chart.sentence)"
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

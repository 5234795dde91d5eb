import Model

/// A document for a terminal.
struct ReportTerminal {
    let document: ReportDocument
    let names: Names
    let reader: Reader

    var text: String {
        var text = wrapped(title, .heading) + facts
        for section in document.sections {
            let body = section.blocks.map { block($0, in: section) }.filter { !$0.isEmpty }.joined(
                separator: "\n")
            // What waits longest stands at the head, where no heading parts it from the title.
            let isHead = section.id == "waiting"
            text += isHead ? body : "\n" + wrapped(clean(section.title), .heading) + body
        }
        return text
    }

    private var title: String { clean("\(document.business): \(document.title)") }

    private var facts: String {
        var facts: [String] = []
        if let period = document.period {
            facts.append(PeriodText.text(period) + PeriodText.length(period))
        }
        if !document.brands.isEmpty {
            facts.append("brands: " + document.brands.map(clean).joined(separator: ", "))
        }
        if let previous = document.previous {
            facts.append("compared with \(PeriodText.text(previous))")
        }
        return facts.map { wrapped($0, .faint) }.joined()
    }

    private func block(_ block: ReportBlock, in section: ReportSection) -> String {
        switch block {
        case .measures(let measures): MeasureLines(reader: reader).text(measures)
        case .table(let table): TableLines(reader: reader).text(table, under: section.title)
        case .trend(let chart): ChartLines(reader: reader).text(chart)
        case .bars(let chart): ChartLines(reader: reader).text(chart)
        case .quotes(let list): QuoteLines(names: names, reader: reader).text(list)
        case .note(let note): wrapped(clean(note), .faint)
        }
    }

    private func clean(_ text: String) -> String { Table.Cell(text).text }

    private func wrapped(_ text: String, _ meaning: TerminalStyle.Meaning) -> String {
        reader.lines(text, meaning)
    }
}

extension Reader {
    /// The text in lines that fit, each after an indentation and with its line feed.
    func lines(_ text: String, _ meaning: TerminalStyle.Meaning? = nil, indent: Int = 0) -> String {
        let margin = String(repeating: " ", count: indent)
        let lines = width.map { TextFitting.wrapped(text, to: max(1, $0 - indent)) } ?? [text]
        return lines.map { margin + style.paint($0, meaning) + "\n" }.joined()
    }

    /// `mentions: #7 #3, and 12 more`; nothing where nobody asked.
    func numbers(_ ids: [MentionID]?, more: Int, indent: Int) -> String {
        guard let ids else { return "" }
        let list = ids.map { "#\($0)" }.joined(separator: " ")
        let rest = more > 0 ? " and \(FigureText.count(more)) more (--ids all)" : ""
        return lines("mentions: " + (ids.isEmpty ? "none" : list + rest), .faint, indent: indent)
    }
}

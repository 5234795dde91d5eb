import Model

/// A table for a terminal: with bars where there is room, one thing a line where there is none.
struct TableLines {
    let reader: Reader

    /// Words may be wrapped to so many columns.
    private static let leastWords = 8
    private static let mostWords = 44
    private static let barWidth = 16

    /// The table; a caption that only repeats the heading above it is left out.
    func text(_ table: ReportTable, under heading: String) -> String {
        var text =
            table.caption == heading ? "" : reader.lines(Table.Cell(table.caption).text)
        if table.rows.isEmpty {
            text += reader.lines("none", .faint, indent: 2)
        } else {
            text += rows(of: table)
        }
        if let formula = table.formula {
            text += reader.lines(Table.Cell(formula).text, .faint, indent: 2)
        }
        return text
    }

    private func rows(of table: ReportTable) -> String {
        var shown = Table(
            columns: table.columns.map(column),
            rows: table.rows.map { row in
                table.columns.indices.map { cell(row, $0) }
            })
        guard narrowest(shown) <= reader.width ?? .max else { return stacked(table) }
        addBars(of: table, to: &shown)
        let lines = shown.rendered(width: reader.width, style: reader.style)
            .split(separator: "\n", omittingEmptySubsequences: false)
        guard table.rows.contains(where: { $0.ids != nil }) else {
            return lines.joined(separator: "\n")
        }
        // Where words are wrapped, nobody could tell which line a row's mentions belong to.
        guard lines.count == table.rows.count + 2 else { return stacked(table) }
        var text = lines[0] + "\n"
        for (line, row) in zip(lines.dropFirst(), table.rows) {
            text += line + "\n" + reader.numbers(row.ids, more: row.moreIDs, indent: 2)
        }
        return String(text)
    }

    private func column(_ column: ReportTable.Column) -> Table.Column {
        Table.Column(
            Table.Cell(column.title).text, alignment: column.isNumeric ? .trailing : .leading,
            overflow: .wrap, minimum: column.isNumeric ? nil : Self.leastWords,
            maximum: column.isNumeric || reader.width == nil ? nil : Self.mostWords)
    }

    private func cell(_ row: ReportTable.Row, _ index: Int) -> Table.Cell {
        guard index < row.cells.count else { return Table.Cell("") }
        let cell = row.cells[index]
        return Table.Cell(cell.text, cell.tone.meaning)
    }

    /// How wide the table is with all words wrapped as far as they may be.
    private func narrowest(_ table: Table) -> Int {
        let widths = table.columns.indices.map { index in
            let widest =
                ([table.columns[index].title] + table.rows.map { $0[index].text })
                .map { DisplayWidth.columns(of: $0) }.max() ?? 0
            return min(widest, max(table.columns[index].minimum, 0))
        }
        return widths.reduce(0, +) + 2 * max(0, widths.count - 1)
    }

    /// A bar beside each row for how many mentions it counts, where that leaves the words whole.
    private func addBars(of table: ReportTable, to shown: inout Table) {
        guard let index = table.columns.firstIndex(where: { $0.id == "mentions" }),
            table.rows.count > 1
        else { return }
        let counts = table.rows.map { index < $0.cells.count ? $0.cells[index].value ?? 0 : 0 }
        guard let most = counts.max(), most > 0 else { return }
        var barred = shown
        barred.columns.append(Table.Column(""))
        for row in barred.rows.indices {
            barred.rows[row].append(
                Table.Cell(Charts.bar(counts[row] / most, width: Self.barWidth), .faint))
        }
        let lines = barred.rendered(width: nil, style: .plain).split(separator: "\n")
        let widest = lines.map { DisplayWidth.columns(of: $0) }.max() ?? 0
        if widest <= reader.width ?? .max { shown = barred }
    }

    /// Each row as its first cell, and below it the others by their headings.
    private func stacked(_ table: ReportTable) -> String {
        table.rows.map { row in
            let cells = table.columns.indices.map { cell(row, $0) }
            let head = reader.lines(cells.first?.text ?? "")
            let rest = zip(table.columns, cells).dropFirst().filter { !$1.text.isEmpty }
            let text = rest.map { column, cell in
                reader.lines(
                    column.title.isEmpty
                        ? cell.text : "\(Table.Cell(column.title).text): \(cell.text)",
                    cell.meaning, indent: 2)
            }
            return head + text.joined() + reader.numbers(row.ids, more: row.moreIDs, indent: 2)
        }.joined()
    }
}

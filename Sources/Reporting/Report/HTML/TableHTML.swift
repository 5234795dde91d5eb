import Model

/// A table in a region of its own, which scrolls sideways where it is wider than the page.
struct TableHTML {
    /// A table of more rows may be parted by the end of a page.
    static let mostUnbroken = 24

    /// A cell with a longer word, such as an address, may break inside of words.
    private static let longestWord = 22

    /// The mentions that stand in the report in their own words.
    let known: Set<MentionID>

    /// With its heading, unless the section’s says the same, and what it is computed by.
    func region(_ table: ReportTable, under title: String) -> String {
        let id = "table-" + Markup.anchor(table.id)
        var parts: [String] = []
        if table.caption != title {
            parts.append(Markup.element("h3", [:], Markup.foreign(table.caption)))
        }
        if table.rows.isEmpty {
            parts.append("<p class=\"none\">Nothing to show.</p>")
        } else {
            parts.append(scroll(table, label: table.caption))
        }
        if let formula = table.formula {
            parts.append(Markup.element("p", ["class": "formula"], Markup.foreign(formula)))
        }
        return Markup.element(
            "div",
            ["class": table.rows.count > Self.mostUnbroken ? "block long" : "block", "id": id],
            "\n" + Markup.lines(parts) + "\n")
    }

    /// The table alone, in its region.
    func scroll(_ table: ReportTable, label: String) -> String {
        let hasNumbers = table.rows.contains { $0.ids != nil }
        let header =
            table.columns.map { column in
                column.title.isEmpty
                    ? "<td></td>"
                    : Markup.element(
                        "th", ["scope": "col", "class": column.isNumeric ? "number" : nil],
                        Markup.foreign(column.title))
            } + (hasNumbers ? ["<th scope=\"col\">Behind it</th>"] : [])
        let rows = table.rows.map { row in
            self.row(row, table.columns, hasNumbers: hasNumbers)
        }
        let body =
            "<table aria-label=\"\(Markup.text(label))\">\n<thead><tr>\(header.joined())</tr></thead>\n"
            + "<tbody>\n\(Markup.lines(rows))\n</tbody>\n</table>"
        return Markup.element(
            "div",
            ["class": "scroll", "role": "region", "tabindex": "0", "aria-label": label],
            "\n" + body + "\n")
    }

    private func row(
        _ row: ReportTable.Row, _ columns: [ReportTable.Column], hasNumbers: Bool
    ) -> String {
        let cells = columns.indices.map { index in
            let cell = row.cells.indices.contains(index) ? row.cells[index] : ReportTable.Cell("")
            return index == 0
                ? Markup.element(
                    "th", ["scope": "row", "class": name(cell, columns[index])], content(cell))
                : Markup.element("td", ["class": name(cell, columns[index])], content(cell))
        }
        let numbers =
            hasNumbers
            ? "<td>\(MentionNumbers(known: known).list(row.ids ?? [], more: row.moreIDs))</td>" : ""
        return "<tr>" + cells.joined() + numbers + "</tr>"
    }

    private func name(_ cell: ReportTable.Cell, _ column: ReportTable.Column) -> String? {
        let hasLongWord = cell.text.split(whereSeparator: \.isWhitespace).contains {
            $0.count > Self.longestWord
        }
        let names =
            (column.isNumeric ? ["number"] : []) + (hasLongWord ? ["loose"] : [])
            + (cell.tone == .plain ? [] : [cell.tone.rawValue])
        return names.isEmpty ? nil : names.joined(separator: " ")
    }

    /// The text, with the sign of its tone where neither sign nor word of it stands there.
    private func content(_ cell: ReportTable.Cell) -> String {
        let text = Markup.foreign(cell.text)
        let isTold =
            cell.tone == .plain || cell.text.isEmpty
            || ["▲", "▼", "◆", "+", "−"].contains { cell.text.hasPrefix($0) }
            || cell.text.lowercased().contains(cell.tone.rawValue)
        return isTold
            ? text
            : "<span aria-hidden=\"true\">\(cell.tone.sign)</span>"
                + "<span class=\"hidden\">\(cell.tone.rawValue)</span> " + text
    }
}

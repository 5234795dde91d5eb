import Testing

@testable import Reporting

struct `A table` {
    private let columns = [
        Table.Column("ID", alignment: .trailing),
        Table.Column("Author", minimum: 6, maximum: 12),
        Table.Column("Says", minimum: 10),
    ]

    @Test func `aligns by display width and ends no line in a space`() {
        let table = Table(
            columns: columns,
            rows: [
                [Table.Cell("7"), Table.Cell("李小龍"), Table.Cell("cold soup")],
                [Table.Cell("12"), Table.Cell("Zoë"), Table.Cell("")],
            ])
        #expect(
            table.rendered(width: nil, style: .plain) == """
                ID  Author  Says
                 7  李小龍  cold soup
                12  Zoë

                """)
    }

    @Test func `shrinks its widest columns to the width of the terminal`() {
        let table = Table(
            columns: columns,
            rows: [
                [
                    Table.Cell("7"), Table.Cell("Somebody Longname"),
                    Table.Cell("a rather long complaint about soup"),
                ]
            ])
        let text = table.rendered(width: 36, style: .plain)
        #expect(
            text == """
                ID  Author        Says
                 7  Somebody Lo…  a rather long com…

                """)
        #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.columns(of: $0) <= 36 })
    }

    @Test func `wraps where a column says so`() {
        let table = Table(
            columns: [Table.Column("A"), Table.Column("B", overflow: .wrap, minimum: 8)],
            rows: [[Table.Cell("x"), Table.Cell("one two three")]])
        #expect(
            table.rendered(width: 11, style: .plain) == """
                A  B
                x  one two
                   three

                """)
    }

    @Test func `colours only the text, not the space around it`() {
        let table = Table(
            columns: [Table.Column("L"), Table.Column("R")],
            rows: [[Table.Cell("bad", .negative), Table.Cell("ok")]])
        #expect(
            table.rendered(width: nil, style: TerminalStyle(isColoured: true))
                == "\u{1B}[1mL\u{1B}[0m    \u{1B}[1mR\u{1B}[0m\n\u{1B}[31mbad\u{1B}[0m  ok\n")
    }

    @Test func `shows escape sequences of strangers instead of obeying them`() {
        let cell = Table.Cell("a\u{1B}[2Jb\nc\u{202E}d")
        #expect(cell.text == "a\\u{1B}[2Jb c\\u{202E}d")
    }
}

struct `A terminal style` {
    @Test(arguments: [
        (TerminalStyle.Choice.auto, true, ["TERM": "xterm"], true),
        (.auto, false, ["TERM": "xterm"], false), (.auto, true, ["TERM": "dumb"], false),
        (.auto, true, [:], false), (.auto, true, ["TERM": "xterm", "NO_COLOR": "1"], false),
        (.auto, true, ["TERM": "xterm", "NO_COLOR": ""], true),
        (.always, false, ["NO_COLOR": "1"], true), (.never, true, ["TERM": "xterm"], false),
    ])
    func `colours for a person who wants it`(
        choice: TerminalStyle.Choice, isTerminal: Bool, environment: [String: String],
        isColoured: Bool
    ) {
        let style = TerminalStyle(
            choice: choice, isTerminal: isTerminal, environment: environment)
        #expect(style.isColoured == isColoured)
    }
}

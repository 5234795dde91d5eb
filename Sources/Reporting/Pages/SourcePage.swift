public import Model
import TextProcessing

/// All that is known of one source.
public struct SourcePage: Sendable, Hashable {
    /// The source as it is configured.
    public var source: Source
    /// What the store remembers of it; nil before the daemon's first start with it.
    public var state: SourceState?
    /// The file and line where it stands in the configuration, as `file:line`.
    public var place: String?
    /// The recipe that it names; nil if it gives an address.
    public var recipe: String?
    /// What was asked of its host today; nil where nothing was.
    public var host: HostUsage?
    /// How many requests a day the owner allows its host; nil for no bound.
    public var hostBudget: Int?
    /// After how many silent days the owner would be told; nil if never, or not known yet.
    public var silenceLimit: Int?
    /// All its mentions by label.
    public var totals = SentimentCounts()
    /// Its mentions of the last twelve weeks by label, each the seven days up to a day, the oldest first.
    public var weeks: [SentimentCounts] = []
    /// What it can't give, one sentence each.
    public var limits: [String] = []
    /// What the owner was told of it, the newest first.
    public var notices: [SourceNotice] = []

    /// A page on `source`.
    public init(source: Source, state: SourceState?) {
        self.source = source
        self.state = state
    }

    /// The page as text that ends in a line feed; CSV and Markdown give the row of the source in a list.
    public func rendered(as format: OutputFormat, names: Names, for reader: Reader) -> String {
        switch format {
        case .json, .jsonl: json.text + "\n"
        case .csv, .markdown:
            SourceListing.listing(
                [source], states: state.map { [source.id: $0] } ?? [:], names: names,
                now: reader.time.now
            ).rendered(as: format, for: reader)
        case .table: text(names: names, for: reader)
        }
    }

    private func text(names: Names, for reader: Reader) -> String {
        let title = source.title ?? state?.feedTitle ?? source.id.rawValue
        let heading = reader.style.paint(Table.Cell(title).text, .heading)
        let rows = SourceFacts(page: self, names: names, time: reader.time).rows
        let facts = Table(
            columns: [Table.Column(""), Table.Column("", overflow: .wrap, minimum: 20)], rows: rows
        ).rendered(width: reader.width, style: reader.style)
        return heading + "\n\n" + facts + mentions(for: reader) + limitLines(for: reader)
            + noticeLines(for: reader)
    }

    private func mentions(for reader: Reader) -> String {
        guard totals.total > 0 else { return "" }
        var text = section("Mentions of the last 12 weeks", reader)
        let series: [(String, (SentimentCounts) -> Int, TerminalStyle.Meaning?)] = [
            ("negative", \.negative, .negative), ("neutral", \.neutral, nil),
            ("positive", \.positive, .positive), ("unscored", \.unscored, .faint),
        ]
        let rows = series.filter { $0.1(totals) > 0 }.map { name, count, meaning in
            [
                Table.Cell(name, meaning),
                Table.Cell("▕" + Charts.sparkline(weeks.map { Double(count($0)) }) + "▏", meaning),
                Table.Cell("\(weeks.reduce(0) { $0 + count($1) })"),
                Table.Cell("\(count(totals)) in all", .faint),
            ]
        }
        text += Table(
            columns: [
                Table.Column(""), Table.Column(""), Table.Column("", alignment: .trailing),
                Table.Column("", alignment: .trailing),
            ], rows: rows
        ).rendered(width: reader.width, style: reader.style)
        return text
    }

    private func limitLines(for reader: Reader) -> String {
        guard !limits.isEmpty else { return "" }
        return section("What it can't give", reader)
            + limits.flatMap { wrapped("· " + $0, indent: "  ", reader) }.joined()
    }

    private func noticeLines(for reader: Reader) -> String {
        guard !notices.isEmpty else { return "" }
        let rows = notices.map { notice in
            [
                Table.Cell(reader.time.absolute(notice.at), .faint),
                Table.Cell(notice.kind.rawValue, notice.kind.meaning), Table.Cell(notice.detail),
            ]
        }
        return section("What you were told", reader)
            + Table(
                columns: [
                    Table.Column(""), Table.Column(""),
                    Table.Column("", overflow: .wrap, minimum: 20),
                ], rows: rows
            ).rendered(width: reader.width, style: reader.style)
    }

    private func section(_ title: String, _ reader: Reader) -> String {
        "\n" + reader.style.paint(title, .heading) + "\n"
    }

    /// The lines of a text, those behind the first indented.
    private func wrapped(_ text: String, indent: String, _ reader: Reader) -> [String] {
        let width = reader.width.map { max(20, $0 - indent.count) } ?? .max
        return TextFitting.wrapped(TerminalText.sanitized(text), to: width).enumerated().map {
            ($0.offset == 0 ? "" : indent) + $0.element + "\n"
        }
    }
}

extension SourceNotice.Kind {
    var meaning: TerminalStyle.Meaning? {
        switch self {
        case .unreachable, .unreadable, .gone: .negative
        case .quiet, .gap, .churn, .delisted, .moved: .warning
        case .recovered: .positive
        }
    }
}

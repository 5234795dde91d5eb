import Foundation
import Model
import Testing
import TextProcessing

@testable import Reporting

/// A document whose every word comes from a stranger.
private let hostile = "=cmd|' /C calc'!A0\u{1B}[31m|`*<script>alert(1)</script>\u{202E}\"\r\n# x"

private var hostileDocument: ReportDocument {
    var mention = Sample.mention(title: hostile, text: hostile, author: hostile)
    mention.source = SourceID(trusted: "map-reviews")
    let row = ReportTable.Row([.init(hostile, tone: .negative), .count(3)], ids: [7])
    return ReportDocument(
        id: "trust", title: "Trust", business: hostile, brands: [hostile],
        period: ReportMonth.october, madeAt: Sample.now,
        sections: [
            ReportSection(
                id: "all", title: hostile,
                blocks: [
                    .measures([
                        Measure(
                            id: "volume", title: hostile, value: 3, unit: .count, count: 3,
                            formula: hostile, ids: [7], moreIDs: 2)
                    ]),
                    .table(
                        ReportTable(
                            id: "names", caption: hostile,
                            columns: [
                                .init("name", hostile), .init("mentions", "n", isNumeric: true),
                            ],
                            rows: [row, row], formula: hostile)),
                    .bars(
                        BarChart(
                            id: "bars", title: hostile, unit: .count,
                            bars: [.init(hostile, parts: [.init(hostile, 3)])])),
                    .quotes(QuoteList(id: "worst", title: hostile, mentions: [mention])),
                    .note(hostile),
                ])
        ])
}

private let hostileNames = Names(sources: [SourceID(trusted: "map-reviews"): hostile])

private func reader(_ width: Int?, coloured: Bool = false) -> Reader {
    Reader(style: TerminalStyle(isColoured: coloured), width: width, time: Sample.time)
}

private func month(_ view: ReportView, _ format: DocumentFormat, _ width: Int? = nil) -> String {
    ReportComposer(ReportMonth.figures).document(view)
        .rendered(as: format, names: ReportMonth.names, for: reader(width))
}

struct `A report in a terminal` {
    @Test(arguments: [40, 60, 80, 100, 120], ReportView.allCases)
    func `fits its width`(width: Int, view: ReportView) {
        for line in month(view, .table, width).split(separator: "\n") {
            #expect(DisplayWidth.columns(of: line) <= width, "\(line)")
            #expect(line.last != " ")
        }
    }

    @Test func `loses no figure in a narrow terminal`() {
        let narrow = month(.summary, .table, 40)
        for part in [
            "Negative: 25 %", "95 %: 15–39 %", "12 negative ÷ 48 scored", "Rating: 3.83 ★★★★☆",
            "Map reviews", "Share: 80 %", "Oldest unanswered: 2 h, #7",
        ] {
            #expect(narrow.contains(part), "\(part)")
        }
    }

    @Test func `shows value, interval, comparison and formula of each figure`() {
        let lines = month(.summary, .table, 100).split(separator: "\n").map(String.init)
        let index = lines.firstIndex { $0.hasPrefix("Rating") }
        #expect(
            index.map { lines[$0] }
                == "Rating                           3.83 ★★★★☆  3.31–4.35    ▼ 4.40 before, may be chance"
        )
        #expect(index.map { lines[$0 + 1] } == "  115 stars ÷ 30 rated")
    }

    @Test func `colours only what a sign or word says too`() {
        let document = ReportComposer(ReportMonth.figures).document(.trust)
        let coloured = document.rendered(
            as: .table, names: ReportMonth.names, for: reader(100, coloured: true))
        #expect(coloured.contains("\u{1B}[31m▲ +30 points\u{1B}[0m"))
        var plain = coloured
        for code in ["31", "32", "33", "1", "2", "0"] {
            plain = plain.replacing("\u{1B}[\(code)m", with: "")
        }
        #expect(plain == month(.trust, .table, 100))
    }

    @Test func `draws trends in as many lines as it needs`() {
        let text = month(.trend, .table, 24)
        #expect(text.contains("Mentions by day, a day a\nmark:\n"))
        #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.columns(of: $0) <= 24 })
    }
}

struct `A report of hostile words` {
    @Test(arguments: [nil, 40, 80])
    func `is harmless in a terminal`(width: Int?) {
        let text = hostileDocument.rendered(
            as: .table, names: hostileNames, for: reader(width))
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && !text.contains("\r"))
    }

    @Test func `is harmless in Markdown`() {
        let text = hostileDocument.rendered(
            as: .markdown, names: hostileNames, for: reader(nil))
        #expect(!text.contains("<script>") && !text.contains("\u{1B}"))
        #expect(!text.contains("\n# x"))
        // Every row of a table has the bars of its columns and no other.
        for line in text.split(separator: "\n") where line.hasPrefix("| ") {
            let bars = line.replacing("\\|", with: "").count { $0 == "|" }
            #expect([3, 4, 7].contains(bars), "\(line)")
        }
        #expect(!text.replacing("\\`", with: "").contains("`"))
    }

    @Test func `is no formula in CSV`() {
        let text = hostileDocument.rendered(as: .csv, names: hostileNames, for: reader(nil))
        let fields = text.components(separatedBy: "\r\n").flatMap {
            $0.components(separatedBy: ",")
        }
        for field in fields {
            let bare = field.drop { $0 == "\"" }
            #expect(bare.first.map { !"=+@\t".contains($0) } ?? true, "\(field)")
        }
        #expect(text.contains("'=cmd|"))
        #expect(!text.contains("\u{1B}"))
    }

    @Test func `is sound JSON that keeps every letter`() throws {
        let text = hostileDocument.rendered(as: .json, names: hostileNames, for: reader(nil))
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(object?["business"] as? String == hostile)
        #expect(text.split(separator: "\n").count == 1)
    }
}

struct `A report for programs` {
    private func json(_ view: ReportView) throws -> [String: Any] {
        let text = month(view, .json)
        return try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func at(_ path: String, in object: Any) -> Any? {
        path.split(separator: ".").reduce(object as Any?) { object, key in
            (object as? [String: Any])?[String(key)]
        }
    }

    @Test func `has every figure at the path of its ids`() throws {
        let object = try json(.summary)
        #expect(at("view", in: object) as? String == "summary")
        #expect(at("period.from", in: object) as? String == "2026-10-01")
        #expect(at("previous.to", in: object) as? String == "2026-09-30")
        let negative = "sections.overview.measures.negative-share"
        #expect(at(negative + ".value", in: object) as? Double == 0.25)
        #expect(at(negative + ".count", in: object) as? Int == 48)
        #expect(at(negative + ".change.significant", in: object) as? Bool == false)
        #expect(at(negative + ".ids", in: object) == nil)
        let rows = at("sections.sources.tables.sources.rows", in: object) as? [[String: Any]]
        #expect(rows?.first?["source"] as? String == "Map reviews")
        #expect(rows?.first?["mentions"] as? Int == 40)
        let series = at("sections.volume.trends.mentions-by-day.series.negative", in: object)
        #expect((series as? [Any])?.count == 31)
        let oldest = at("sections.waiting.quotes.oldest-unanswered", in: object) as? [[String: Any]]
        #expect(oldest?.first?["id"] as? Int == 7)
    }

    @Test func `has one header and one figure a record in CSV`() {
        let lines = month(.summary, .csv).components(separatedBy: "\r\n")
        #expect(
            lines.first
                == "section,block,row,column,value,text,unit,count,low,high,previous,"
                + "previousCount,significant,formula,ids,moreIds")
        #expect(
            lines.contains(
                "overview,negative-share,,value,0.25,25 %,share,48,0.1492,0.3878,0.1333,30,false,"
                    + "12 negative ÷ 48 scored,,"))
        #expect(lines.contains { $0.hasPrefix("sources,sources,Map reviews,mentions,40,40,,") })
        #expect(
            lines.contains("volume,mentions-by-day,2026-10-12,negative,4,4,count,,,,,,,,,"))
        #expect(lines.last == "")
    }

    @Test func `reads well as Markdown`() {
        let text = month(.summary, .markdown)
        #expect(text.hasPrefix("# Café Morgenrot: Summary\n\n1 Oct 2026 – 31 Oct 2026, 31 days"))
        #expect(text.contains("| Figure | Value | 95 % | Compared | How |\n| --- | ---: |"))
        #expect(text.contains("| Negative | 25 % | 15–39 % |"))
        #expect(
            text.contains("> “Cold soup The waiter was rude.” – Map reviews, 22 Nov 2026, \\#7"))
    }

    @Test func `without a period has none anywhere`() {
        let page = ReportDocument(
            id: "page", title: "Page", business: "X", period: nil, madeAt: Sample.now,
            sections: [])
        #expect(
            page.rendered(as: .json, names: Names(), for: reader(nil)).contains(#""period":null"#))
        #expect(page.rendered(as: .table, names: Names(), for: reader(nil)) == "X: Page\n")
        #expect(page.rendered(as: .markdown, names: Names(), for: reader(nil)) == "# X: Page\n")
    }
}

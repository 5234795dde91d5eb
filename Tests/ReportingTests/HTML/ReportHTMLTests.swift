import Foundation
import Model
import Testing

@testable import Reporting

struct `A report as HTML` {
    private static let documents = [
        "lively": SampleReport.lively, "empty": SampleReport.empty,
        "hostile": SampleReport.hostile,
        "transparency": TransparencyPage(facts: SampleFacts.full).document(madeAt: Sample.now),
    ]

    private func html(_ document: ReportDocument) -> String {
        ReportHTML(document: document, names: Sample.names, time: Sample.time).text
    }

    private func html(_ blocks: ReportBlock...) -> String {
        html(
            ReportDocument(
                title: "Trust", business: "Café", period: nil, madeAt: Sample.now,
                sections: [ReportSection(id: "one", title: "One", blocks: blocks)]))
    }

    /// What a browser shows of these files is looked at by `Tests/System/report_test.py`.
    @Test(arguments: ["lively", "empty", "hostile", "transparency"])
    func `is as it was looked at in a browser`(name: String) throws {
        let document = try #require(Self.documents[name])
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Fixtures/Reporting/\(name).html")
        let text = html(document)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        let pair = zip(
            text.split(separator: "\n", omittingEmptySubsequences: false),
            expected.split(separator: "\n", omittingEmptySubsequences: false)
        ).first { $0 != $1 }
        #expect(pair?.0 == pair?.1)
        #expect(text.utf8.count == expected.utf8.count)
    }

    @Test func `forbids scripts and everything from elsewhere`() {
        let text = html(SampleReport.lively)
        #expect(
            text.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:;")
        )
        #expect(!text.contains("<script"))
        #expect(!text.contains("@import"))
        #expect(!text.contains("url(http"))
    }

    @Test func `lets no word of a stranger become markup`() {
        let text = html(SampleReport.hostile)
        #expect(!text.contains("<script"))
        #expect(!text.contains("<img"))
        #expect(!text.contains("href=\"javascript"))
        #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(text.contains("lang=\"en\""))
        #expect(!text.contains("onload=\"x"))
    }

    @Test func `shows controls and turned text instead of obeying them`() {
        let text = html(SampleReport.hostile)
        let isHarmless = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x0A: true
            case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: false
            default: true
            }
        }
        #expect(isHarmless)
        #expect(text.contains("\\u{1B}[31m\\u{202E}"))
    }

    @Test func `leads only to addresses of the web`() {
        let text = html(SampleReport.hostile)
        #expect(
            text.components(separatedBy: "href=\"http").count == 2,
            "of all the links one is sound")
        #expect(
            text.contains(
                "<a href=\"https://reviews.example/fine?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow\">"
            ))
    }

    @Test(arguments: [
        ("https://a.example/b", true), ("HTTP://A.example", true), ("http://a.example?x#y", true),
        ("javascript:alert(1)", false), ("https:/a.example", false), ("https://", false),
        ("https:///path", false), ("https://me@a.example/", false), ("ftp://a.example", false),
        ("https://a.example/\u{202E}x", false), ("https://a.example/a b", false),
        ("https://a.example/\u{A0}", false), ("https://a.example/\"x", false), ("", false),
    ])
    func `takes an address for sound or not`(url: String, isSound: Bool) {
        #expect((Markup.address(url) != nil) == isSound)
    }

    @Test func `gives every section a link and every figure its counts`() {
        let text = html(SampleReport.lively)
        #expect(text.contains("<li><a href=\"#trust\">Trust</a></li>"))
        #expect(text.contains("27 %</span> <span class=\"n\">n = 1,100</span>"))
        #expect(text.contains("25–30 %"))
        #expect(text.contains("297 negative ÷ 1,100 scored"))
        #expect(text.contains("1 Oct – 30 Oct 2026, 30 days · compared with 1 Sep – 30 Sep 2026"))
    }

    @Test func `leads from the number of a mention to its words where they are quoted`() {
        let text = html(SampleReport.lively)
        #expect(
            text.contains(
                "<a href=\"#mention-41\">#41</a> <a href=\"#mention-52\">#52</a> #7000001"))
        #expect(text.contains("<summary>297 mentions</summary>"))
        #expect(text.contains("#7000001 and 294 more"))
    }

    @Test(
        arguments: [
            (0.3, 0.2, true, false, "↗</span> Up from 20 %, worse", "negative"),
            (0.1, 0.2, true, false, "↘</span> Down from 20 %, better", "positive"),
            (0.3, 0.2, true, true, "↗</span> Up from 20 %, better", "positive"),
            (0.3, 0.2, true, nil, "↗</span> Up from 20 %", "plain"),
            (0.3, 0.2, false, true, "→</span> 20 % before; no clear change", "plain"),
            (0.3, 0.2, nil, true, "20 % before; too few to compare", "plain"),
            (0.3, nil, nil, true, "Before: too few to tell (n = 4)", "plain"),
            (nil, 0.2, nil, true, "Before: 20 %", "plain"),
        ] as [(Double?, Double?, Bool?, Bool?, String, String)])
    func `tells a change in words and with an arrow`(
        value: Double?, previous: Double?, isSignificant: Bool?, isMoreBetter: Bool?, words: String,
        tone: String
    ) {
        let text = html(
            .measures([
                Measure(
                    id: "x", title: "X", value: value, unit: .share, count: 40, formula: "f",
                    change: Measure.Change(
                        previous: previous, previousCount: 4, isSignificant: isSignificant),
                    isMoreBetter: isMoreBetter)
            ]))
        #expect(text.contains(words + "</dd>"))
        #expect(text.contains("<dd class=\"change \(tone)\">"))
    }

    @Test(
        arguments: [
            (nil, 3, "Too few to tell"), (.nan, 3, "Too few to tell"), (nil, 40, "Not known yet"),
        ] as [(Double?, Int, String)])
    func `says why there is no figure`(value: Double?, count: Int, words: String) {
        let text = html(
            .measures([
                Measure(
                    id: "x", title: "X", value: value, unit: .share, count: count,
                    interval: 0...1, formula: "f")
            ]))
        #expect(text.contains("\(words) <span class=\"n\">n = \(count)</span>"))
        #expect(!text.contains("class=\"interval\""))
    }

    @Test func `tells what of a long text is left out`() {
        var mention = Sample.mention()
        mention.entry.text = String(repeating: "é", count: 2345)
        let text = html(.quotes(QuoteList(id: "q", title: "Q", mentions: [mention])))
        #expect(text.contains("… (1,645 more characters: <code>repute show 7</code>)"))
    }

    @Test func `shows a person's verdict beside the engine's`() {
        #expect(
            html(SampleReport.lively).contains(
                "positive</span> (corrected; the engine said neutral) · answered privately"))
    }

    @Test func `gives the sign of a tone once`() {
        func cell(_ text: String) -> String {
            html(
                .table(
                    ReportTable(
                        id: "t", caption: "T", columns: [ReportTable.Column("a", "A")],
                        rows: [ReportTable.Row([ReportTable.Cell(text, tone: .negative)])])))
        }
        #expect(
            cell("12").contains(
                "<span aria-hidden=\"true\">▼</span><span class=\"hidden\">negative"))
        for told in ["▼ 3 points", "−0.4", "negative 12"] {
            #expect(!cell(told).contains("<span aria-hidden=\"true\">▼</span>"))
        }
    }

    @Test func `gives a mention that is quoted twice one anchor`() {
        #expect(html(SampleReport.lively).components(separatedBy: "id=\"mention-41\"").count == 2)
    }

    @Test func `says a heading once`() {
        let list = QuoteList(id: "q", title: "One", mentions: [Sample.mention()])
        let table = ReportTable(id: "t", caption: "One", columns: [], rows: [])
        #expect(!html(.quotes(list), .table(table)).contains("<h3>"))
    }
}

import Foundation
import Model
import Testing

@testable import Reporting

struct `A report` {
    private let today = CalendarDay(Sample.now, secondsFromGMT: 0)

    private var report: Report {
        let first = CalendarDay(number: today.number - 6)
        return Report(
            business: "Café Morgenrot", brands: [], period: first...today,
            daily: [
                DayCounts(
                    day: first,
                    counts: SentimentCounts(
                        negative: 1, neutral: 1, positive: 2, rated: 2, starSum: 6)),
                DayCounts(
                    day: today,
                    counts: SentimentCounts(negative: 3, positive: 1, unscored: 1)),
            ],
            previous: SentimentCounts(negative: 1, neutral: 2, positive: 3, rated: 1, starSum: 4),
            sources: [
                SourceCounts(
                    source: SourceID(trusted: "map-reviews"),
                    counts: SentimentCounts(
                        negative: 4, neutral: 1, positive: 3, unscored: 1, rated: 2, starSum: 6))
            ],
            languages: [
                Report.LanguageCounts(
                    language: "de", counts: SentimentCounts(negative: 4, positive: 3)),
                Report.LanguageCounts(language: nil, counts: SentimentCounts(unscored: 2)),
            ],
            stars: [1: 1, 5: 1], worst: [Sample.mention()], unanswered: 2,
            oldestUnanswered: Sample.mention())
    }

    @Test func `sums up the period and compares it`() {
        #expect(
            report.rendered(as: .table, names: Sample.names, for: Sample.plain) == """
                Café Morgenrot: 16 Nov 2026 – 22 Nov 2026, 7 days

                Mentions    9                   ▲ +3, before 6
                Negative    4 (50 % of scored)  ▲ +33 points, before 1 (17 %)
                Positive    3
                Neutral     1
                Unscored    1
                Rating      3.00 ★★★☆☆          ▼ −1.00, before 4.00
                Unanswered  2

                By day
                all       ▇     █
                negative  ▂     ▅

                By source
                Source       Mentions  Negative  Positive  Stars
                Map reviews         9         4         3    3.0  ████████████████

                By stars
                Stars  Mentions  Share
                ★★★★★         1   50 %  ████████████
                ★★★★☆         0    0 %
                ★★★☆☆         0    0 %
                ★★☆☆☆         0    0 %
                ★☆☆☆☆         1   50 %  ████████████

                Languages
                de 7, unknown 2

                Most negative
                ID  Score  Date         Source       Says
                 7  −0.82  22 Nov 2026  Map reviews  Cold soup The waiter was rude.

                Oldest unanswered: 2 h, #7, Map reviews: “Cold soup The waiter was rude.”

                """)
    }

    @Test func `colours a rise of the negative share as bad`() {
        let text = report.rendered(as: .table, names: Sample.names, for: Sample.coloured)
        #expect(text.contains("\u{1B}[31m▲ +33 points, before 1 (17 %)\u{1B}[0m"))
    }

    @Test func `of a period without mentions says so`() {
        let empty = Report(
            business: "X", brands: [], period: today...today, daily: [], previous: nil,
            sources: [], languages: [], stars: [:], worst: [], unanswered: 0,
            oldestUnanswered: nil)
        let text = empty.rendered(as: .table, names: Sample.names, for: Sample.plain)
        #expect(text.hasPrefix("X: 22 Nov 2026 – 22 Nov 2026, 1 day\n"))
        #expect(text.hasSuffix("\nNo mention in this period.\n"))
    }

    @Test func `as CSV has every day, the empty ones too`() {
        let lines = report.rendered(as: .csv, names: Sample.names, for: Sample.plain)
            .components(separatedBy: "\r\n")
        #expect(lines[0] == "date,total,negative,neutral,positive,unscored,rated,meanStars")
        #expect(lines[1] == "2026-11-16,4,1,1,2,0,2,3.00")
        #expect(lines[2] == "2026-11-17,0,0,0,0,0,0,")
        #expect(lines.count == 9)
    }

    @Test func `as JSON has all of it`() {
        let json = report.rendered(as: .json, names: Sample.names, for: Sample.plain)
        #expect(
            json.hasPrefix(
                #"{"business":"Café Morgenrot","brands":[],"from":"2026-11-16","to":"2026-11-22","#
                    + #""counts":{"total":9,"negative":4,"neutral":1,"positive":3,"unscored":1,"#))
        #expect(json.contains(#""previous":{"total":6,"#))
        #expect(json.contains(#""stars":{"1":1,"2":0,"3":0,"4":0,"5":1}"#))
    }

    @Test func `as Markdown has its tables`() {
        let text = report.rendered(as: .markdown, names: Sample.names, for: Sample.plain)
        #expect(text.hasPrefix("# Café Morgenrot\n\n16 Nov 2026 – 22 Nov 2026\n\n|"))
        #expect(text.contains("## By source\n\n| Source | Mentions |"))
    }
}

struct `A finding on a source` {
    @Test func `says what the source gives and what it can't`() {
        let entry = Entry(
            identity: EntryIdentity(rung: .contentHash, key: "x"), title: "t",
            published: Sample.now.addingTimeInterval(-7200))
        let finding = SourceFinding(
            source: SourceID(trusted: "map-reviews"),
            feed: ParsedFeed(format: .rss2, title: "T", entries: [entry], notes: ["Mended."]),
            matched: 1, limits: ["Only the 5 newest."])
        #expect(
            finding.text(names: Sample.names, for: Sample.plain) == """
                ✔ Map reviews: rss2, 1 entry, the newest 2 h ago, 1 of a brand
                    Only the 5 newest.
                    No rating: the text alone is scored.
                    No author.
                    No stable id on 1 of 1: once edited, an entry comes as a new one.
                    Mended.

                """)
        #expect(!finding.hasFailed)
    }

    @Test func `of a failing source says why`() {
        let finding = SourceFinding(
            source: SourceID(trusted: "news"), failure: "dns: no such host.", limits: [])
        #expect(finding.hasFailed)
        #expect(
            finding.text(names: Sample.names, for: Sample.plain) == "✘ news: dns: no such host.\n")
    }
}

import FoundationEssentials
import Model

/// A report for a terminal.
struct ReportText {
    let report: Report
    let names: Names
    let reader: Reader

    var text: String {
        let rows = ReportRows(report: report, names: names, time: reader.time)
        var text = paint(title, .heading) + "\n\n" + table(rows.summary)
        guard report.counts.total > 0 else {
            return text + "\nNo mention in this period.\n" + oldest
        }
        text += section("By day", trend)
        text += section("By source", table(rows.sources))
        if report.stars.values.contains(where: { $0 > 0 }) {
            text += section("By stars", table(rows.stars))
        }
        if !report.languages.isEmpty { text += section("Languages", languages + "\n") }
        let aspects = ReportAspects(report: report)
        if !aspects.trust.rows.isEmpty { text += section("Trust", table(aspects.trust)) }
        if !aspects.ordinary.rows.isEmpty {
            text += section("What it is about", table(aspects.ordinary))
        }
        if !report.worst.isEmpty { text += section("Most negative", table(rows.worst)) }
        return text + oldest
    }

    private var title: String {
        let brands = report.brands.isEmpty ? "" : " (" + report.brands.joined(separator: ", ") + ")"
        let from = TimeText.day(CivilDate(daysSince1970: report.period.lowerBound.number))
        let to = TimeText.day(CivilDate(daysSince1970: report.period.upperBound.number))
        let days = report.days == 1 ? "1 day" : "\(report.days) days"
        return Table.Cell("\(report.business)\(brands): \(from) – \(to), \(days)").text
    }

    /// Sparklines of all and of the negative mentions; long periods are gathered to fit.
    private var trend: String {
        let room = max(10, min(60, (reader.width ?? 80) - 12))
        let all = Charts.gathered(report.daily.map { Double($0.counts.total) }, into: room)
        let negative = Charts.gathered(report.daily.map { Double($0.counts.negative) }, into: room)
        let most = all.max() ?? 0
        let scaled = Charts.sparkline(negative + [most]).dropLast()
        return "all       \(Charts.sparkline(all))\n"
            + "negative  \(paint(String(scaled), .negative))\n"
    }

    private var languages: String {
        report.languages.map { language in
            "\(Table.Cell(language.language ?? "unknown").text) \(language.counts.total)"
        }.joined(separator: ", ")
    }

    private var oldest: String {
        guard let mention = report.oldestUnanswered else { return "" }
        return "\n" + UnansweredLine.text(mention, names: names, for: reader) + "\n"
    }

    private func section(_ title: String, _ body: String) -> String {
        "\n" + paint(title, .heading) + "\n" + body
    }

    private func table(_ table: Table) -> String {
        table.rendered(width: reader.width, style: reader.style)
    }

    private func paint(_ text: String, _ meaning: TerminalStyle.Meaning) -> String {
        reader.style.paint(text, meaning)
    }
}

/// The line that points at the complaint that waits longest.
enum UnansweredLine {
    static func text(_ mention: Mention, names: Names, for reader: Reader) -> String {
        let age = reader.time.now.timeIntervalSince(mention.occurredAt)
        let start = "Oldest unanswered: \(TimeText.rounded(age)), #\(mention.id), "
        let source = Table.Cell(names.title(of: mention.source)).text
        let says = Table.Cell(MentionListing.excerpt(of: mention.entry)).text
        let line = "\(start)\(source): “\(TextFitting.shortened(says, to: 60))”"
        return reader.style.paint(line, .warning)
    }
}

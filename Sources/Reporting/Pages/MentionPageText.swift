import FoundationEssentials
import Model
import TextProcessing

/// A mention's page for a terminal.
struct MentionPageText {
    let page: MentionPage
    let names: Names
    let reader: Reader

    var text: String {
        heading + facts + said + about + reply + triage + flags + earlier + decisions + deliveries
    }

    private var mention: Mention { page.mention }

    private var heading: String {
        let title = mention.entry.title ?? names.title(of: mention.source)
        return reader.style.paint("#\(mention.id) " + Table.Cell(title).text, .heading) + "\n\n"
    }

    private var facts: String {
        let entry = mention.entry
        let terms = mention.brands.map { match in
            names.name(of: match.brand)
                + (match.terms.isEmpty ? "" : " (" + match.terms.joined(separator: ", ") + ")")
        }
        let identity = "\(entry.identity.rung.rawValue) \(entry.identity.key)"
        let facts: [(String, String?)] = [
            ("Source", "\(names.title(of: mention.source)) (\(mention.kind.rawValue))"),
            ("Brand", terms.isEmpty ? nil : terms.joined(separator: ", ")),
            ("Author", entry.author), ("Rating", entry.rating.map(rating)),
            ("Date", time(mention.occurredAt)),
            ("First seen", time(mention.firstSeen) + (mention.isBaseline ? ", baseline" : "")),
            ("State", TriageWords.standing(of: mention)),
            ("Cared for by", mention.triage.assignee),
            ("Changed", entry.updated.map { reader.time.absolute($0) }), ("Link", entry.url),
            ("Identity", identity),
        ]
        let rows = facts.compactMap { name, value in
            value.map { [Table.Cell(name, .faint), Table.Cell($0)] }
        }
        let verdict = Table.Cell(
            SentimentText.explanation(
                mention.sentiment, rating: entry.rating, body: entry.body),
            SentimentText.meaning(mention.sentiment.label))
        return table(["", ""], rows + [[Table.Cell("Verdict", .faint), verdict]])
    }

    private var said: String {
        guard !mention.entry.body.isEmpty else { return "" }
        return "\n"
            + MarkedText.rendered(
                mention.entry.body, contributions: mention.sentiment.contributions,
                width: reader.width, style: reader.style)
    }

    private var about: String {
        AspectText.section(mention.sentiment, body: mention.entry.body, for: reader)
    }

    private var reply: String {
        guard let reply = mention.entry.ownerReply else { return "" }
        let date = reply.date.map { ", " + reader.time.absolute($0) } ?? ""
        let text = TextFitting.wrapped(
            TerminalText.sanitizedLines(reply.text ?? "(the source does not give its text)"),
            to: reader.width ?? .max)
        return section("Your reply" + date) + text.map { $0 + "\n" }.joined()
    }

    private var triage: String {
        page.triage.isEmpty
            ? "" : section("What was done") + TriageHistory.text(page.triage, for: reader)
    }

    private var flags: String {
        guard !page.flags.isEmpty else { return "" }
        let link = mention.entry.reportURL.map { "Report it: " + Table.Cell($0).text + "\n" } ?? ""
        return section("Suspected to be a fake") + FlagListing.text(page.flags, for: reader) + link
    }

    private var earlier: String {
        guard !page.versions.isEmpty else { return "" }
        let rows = page.versions.map { version in
            [
                Table.Cell("\(version.number)"),
                Table.Cell("until " + reader.time.absolute(version.replacedAt)),
                Table.Cell(
                    SentimentText.signed(version.score), SentimentText.meaning(version.label)),
                Table.Cell(version.rating.map { Charts.stars($0.stars) } ?? ""),
                Table.Cell(
                    [version.title, version.text].compactMap(\.self).joined(separator: "\n")),
            ]
        }
        return section("Earlier wordings") + table(["", "", "", "", ""], rows)
    }

    private var decisions: String {
        page.decisions.isEmpty
            ? "" : section("Rules") + DecisionLine.table(page.decisions, for: reader)
    }

    private var deliveries: String {
        page.deliveries.isEmpty
            ? ""
            : section("Deliveries")
                + DeliveryListing.listing(page.deliveries).rendered(as: .table, for: reader)
    }

    private func rating(_ rating: Rating) -> String {
        Charts.stars(rating.stars) + " " + SentimentText.rating(rating)
    }

    private func time(_ date: Date) -> String {
        "\(reader.time.absolute(date)) (\(reader.time.relative(date)))"
    }

    private func section(_ title: String) -> String {
        "\n" + reader.style.paint(title, .heading) + "\n"
    }

    /// A table without header whose last column wraps.
    private func table(_ titles: [String], _ rows: [[Table.Cell]]) -> String {
        let columns = titles.indices.map { index in
            index == titles.count - 1
                ? Table.Column("", overflow: .wrap, minimum: 20) : Table.Column("")
        }
        return Table(columns: columns, rows: rows)
            .rendered(width: reader.width, style: reader.style)
    }
}

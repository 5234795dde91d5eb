public import FoundationEssentials
import Model

/// One page that says in plain words what a configuration does with the words of others.
///
/// It says how mentions are judged, what is told to whom, what is stored, from where and for how long,
/// what leaves the machine, and how to have something corrected or forgotten.
public struct TransparencyPage: Sendable {
    let facts: TransparencyFacts

    /// The page of these facts.
    public init(facts: TransparencyFacts) { self.facts = facts }

    /// The page as content without form; it is about no period.
    public func document(madeAt: Date) -> ReportDocument {
        var document = ReportDocument(
            title: "How we read what is said about us", business: facts.business,
            brands: facts.brands, period: nil, madeAt: madeAt,
            sections: [
                ReportSection(id: "judging", title: "How mentions are judged", blocks: judging),
                ReportSection(id: "told", title: "What is told, and to whom", blocks: told),
                ReportSection(id: "sources", title: "Where mentions come from", blocks: sources),
                ReportSection(id: "stored", title: "What is stored, and how long", blocks: stored),
                ReportSection(id: "leaves", title: "What leaves this machine", blocks: leaving),
                ReportSection(
                    id: "rights", title: "Corrected or forgotten", blocks: rights),
            ])
        document.id = "transparency"
        return document
    }

    private var told: [ReportBlock] {
        guard !facts.rules.isEmpty, !facts.channels.isEmpty else {
            return [.note("Nobody is told of single mentions: no channel is configured.")]
        }
        let kinds = Dictionary(facts.channels.map { ($0.name, $0) }) { first, _ in first }
        let rows = facts.rules.map { rule in
            let channels = rule.channels.map { id in
                guard let channel = kinds[id.rawValue] else { return id.rawValue }
                return "\(channel.name) (\(channel.kind))"
            }
            return ReportTable.Row([
                ReportTable.Cell(rule.title ?? rule.id.rawValue), ReportTable.Cell(rule.what),
                ReportTable.Cell(rule.severity),
                ReportTable.Cell(channels.joined(separator: ", ")),
            ])
        }
        var blocks: [ReportBlock] = [
            .note(
                "A letter is sent where a rule is met. It holds the mention in its own words, the verdict "
                    + "and why it was reached. No rule answers anybody: every answer is a person's."
            ),
            .table(
                ReportTable(
                    id: "rules", caption: "Rules",
                    columns: [
                        ReportTable.Column("rule", "Rule"), ReportTable.Column("what", "Tells of"),
                        ReportTable.Column("severity", "Urgency"),
                        ReportTable.Column("channels", "Goes to"),
                    ], rows: rows)),
        ]
        if facts.channels.contains(where: { !$0.recipients.isEmpty }) {
            blocks.append(.table(recipients))
        }
        return blocks
    }

    private var recipients: ReportTable {
        ReportTable(
            id: "recipients", caption: "Who reads it",
            columns: [
                ReportTable.Column("channel", "Channel"), ReportTable.Column("kind", "Kind"),
                ReportTable.Column("recipients", "Readers"),
            ],
            rows: facts.channels.map { channel in
                ReportTable.Row([
                    ReportTable.Cell(channel.name), ReportTable.Cell(channel.kind),
                    ReportTable.Cell(
                        channel.recipients.isEmpty
                            ? "–" : channel.recipients.joined(separator: ", ")),
                ])
            })
    }

    private var sources: [ReportBlock] {
        guard !facts.sources.isEmpty else {
            return [.note("Nothing is read at present: no source is in use.")]
        }
        var blocks: [ReportBlock] = [
            .note(
                "Only what these places publish or send us is read. Entries of a review or survey source "
                    + "all count; of other sources only those that name "
                    + Self.list(facts.brands + facts.competitors, otherwise: "a brand") + "."),
            .table(
                ReportTable(
                    id: "sources", caption: "Sources",
                    columns: [
                        ReportTable.Column("source", "Source"),
                        ReportTable.Column("kind", "Kind"),
                        ReportTable.Column("address", "Address"),
                        ReportTable.Column("interval", "Read"),
                        ReportTable.Column("kept", "Kept"),
                    ],
                    rows: facts.sources.map { source in
                        ReportTable.Row([
                            ReportTable.Cell(source.title), ReportTable.Cell(source.kind),
                            ReportTable.Cell(source.address ?? "imported by hand"),
                            ReportTable.Cell(
                                source.interval.map { "every \(FigureText.duration($0))" }
                                    ?? "never by itself"),
                            ReportTable.Cell(Self.kept(source.keptFor)),
                        ])
                    },
                    formula: "Parts of an address that grant access are shown as •••.")),
        ]
        if !facts.competitors.isEmpty {
            blocks.append(
                .note(
                    "Mentions of \(Self.list(facts.competitors, otherwise: "")) are counted to "
                        + "compare with; only a rule that names them tells of single ones."))
        }
        return blocks
    }

    private var leaving: [ReportBlock] {
        var rows = [("A request for its feed", "every source that is polled", "at its interval")]
        if !facts.channels.isEmpty {
            let kinds = Set(facts.channels.map(\.kind)).sorted()
            rows.append(("A letter", Self.list(kinds, otherwise: ""), "when a rule is met"))
        }
        if facts.hasHeartbeat {
            rows.append(
                ("A bare request, to say that it lives", "a watching service", "every few minutes"))
        }
        return [
            .note(
                "Reading, judging and counting happen on this machine. No text is sent to anybody for "
                    + "judging, and nothing is reported to the makers of the program."),
            .table(
                ReportTable(
                    id: "leaving", caption: "What goes out",
                    columns: [
                        ReportTable.Column("what", "What"), ReportTable.Column("where", "Where to"),
                        ReportTable.Column("when", "When"),
                    ],
                    rows: rows.map { row in
                        ReportTable.Row(
                            [row.0, row.1, row.2].map { ReportTable.Cell($0) })
                    })),
        ]
    }

    private var rights: [ReportBlock] {
        let whom = facts.contact.map { "Write to \($0)" } ?? "Write to \(facts.business)"
        return [
            .note(
                "\(whom) if a mention of yours is judged wrongly, or should not be kept. Say where it stands "
                    + "and what it says."),
            .note(
                "A wrong verdict is corrected by a person; the program's own stays beside it, so that its "
                    + "mistakes can be counted."),
            .note(
                "A mention, or all of an author's, can be forgotten: text, name, earlier wordings and letters "
                    + "that wait are erased. What is left is a fingerprint that keeps it from being read "
                    + "again, and counts without words."),
        ]
    }

    /// `for ever`, or for how many days.
    static func kept(_ seconds: TimeInterval?) -> String {
        guard let seconds, seconds.isFinite else { return "for ever" }
        let days = Int(min(max(seconds / 86_400, 0), 1e6).rounded())
        return days == 1 ? "1 day" : "\(FigureText.count(days)) days"
    }

    /// `A, B and C`; `otherwise` for none.
    static func list(_ words: [String], otherwise: String) -> String {
        guard let last = words.last else { return otherwise }
        return words.count == 1
            ? last : words.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension TransparencyPage {
    /// Every kind of thing that is kept.
    var stored: [ReportBlock] {
        let mention = Self.kept(facts.mentionsKeptFor)
        let author =
            facts.authorsKeptFor.map { "\(Self.kept($0)) after the mention was closed" }
            ?? "as long as the mention"
        let rows: [(String, String, String)] = [
            ("Mention", "title, text, rating, date, language, link, number at the source", mention),
            ("Author", "the name as the source shows it; nothing else about the person", author),
            (
                "Earlier wordings", "title, text and rating before each edit",
                "as long as the mention"
            ),
            (
                "Verdict",
                "label, score, the words behind it, aspects; a person's correction beside it",
                "as long as the mention"
            ),
            (
                "Answering", "what was done when and by whom: seen, answered, assigned, notes",
                "as long as the mention"
            ),
            (
                "Suspicion", "who flagged a mention as a fake, why, and what came of it",
                "as long as the mention"
            ),
            (
                "Letters", "what was told, to which channel, whether it arrived",
                "\(Self.kept(facts.lettersKeptFor)) after delivery"
            ),
            ("Sources", "when each was read, what went wrong", "as long as it is configured"),
            ("Counts", "mentions by day, label and aspect, without text or names", "for ever"),
        ]
        return [
            .note(
                "Everything lies in one database file on a machine of the business. No profiles are made "
                    + "of authors; only whether the same name wrote to the same source before."),
            .table(
                ReportTable(
                    id: "stored", caption: "What is kept",
                    columns: [
                        ReportTable.Column("thing", "Kind"),
                        ReportTable.Column("fields", "What of it"),
                        ReportTable.Column("kept", "How long"),
                    ],
                    rows: rows.map { row in
                        ReportTable.Row(
                            [row.0, row.1, row.2].map { ReportTable.Cell($0) })
                    },
                    formula:
                        "Where a source has a time of its own, it counts for that source’s mentions."
                )),
        ]
    }
}

import Model

// The sections of how much is said of whom.
extension ReportComposer {
    private var voiceTotal: Int { figures.voices.reduce(0) { $0 + $1.counts.total } }
    private var previousTotal: Int {
        figures.voices.reduce(0) { $0 + ($1.previous?.total ?? 0) }
    }

    /// The share of voice against competitors; nil where none is configured.
    var voice: ReportSection? {
        guard figures.voices.contains(where: \.brand.isCompetitor) else { return nil }
        let shares = figures.voices.map { Proportion($0.counts.total, of: voiceTotal) }
        let isCompared = before != nil
        let previous = figures.voices.map { Proportion($0.previous?.total ?? 0, of: previousTotal) }
        let findings = Self.findings(shares, previous)
        let rows = figures.voices.indices.map { index in
            let voice = figures.voices[index]
            var cells: [ReportTable.Cell] = [
                .init(voice.brand.name), .init(voice.brand.isCompetitor ? "competitor" : "own"),
                .count(voice.counts.total), .share(shares[index]), .interval(shares[index]),
            ]
            if isCompared {
                cells += [
                    .share(previous[index]),
                    .change(
                        shares[index], previous[index], isFinding: findings[index],
                        isMoreBetter: voice.brand.isCompetitor ? nil : true),
                ]
            }
            return ReportTable.Row(cells, ids: voice.ids { _ in true })
        }
        var columns: [ReportTable.Column] = [
            .init("brand", "Brand"), .init("whose", "Whose"),
            .init("mentions", "Mentions", isNumeric: true),
            .init("share", "Share of voice", isNumeric: true), .init("interval", "95 %"),
        ]
        if isCompared {
            columns += [.init("before", "Before", isNumeric: true), .init("change", "Change")]
        }
        let table = ReportTable(
            id: "voice", caption: "Share of voice", columns: columns, rows: rows,
            formula:
                "mentions of the brand ÷ \(FigureText.count(voiceTotal)) mentions of all these "
                + "brands")
        let bars = BarChart(
            id: "voice-bars", title: "Mentions by brand", unit: .count,
            bars: figures.voices.map { voice in
                .init(voice.brand.name, parts: [.init("mentions", Double(voice.counts.total))])
            })
        return ReportSection(
            id: "voice", title: "Share of voice",
            blocks: [
                .table(table), .bars(bars),
                .note(
                    "A competitor's mentions are those that your query for it finds in your sources: "
                        + "reviews of your own shops are no voice of theirs, and a wider query finds more."
                ),
            ])
    }

    /// That there is nobody to compare with.
    var noVoice: ReportSection {
        ReportSection(
            id: "voice", title: "Share of voice",
            blocks: [
                .note(
                    "No competitor is configured: a brand with `competitor: true` is compared with yours."
                )
            ])
    }

    /// How the brands are felt.
    var voiceFeeling: ReportSection? {
        guard figures.voices.contains(where: \.brand.isCompetitor) else { return nil }
        let rows = figures.voices.map { voice in
            let negative = Proportion(voice.counts.negative, of: voice.counts.scored)
            let positive = Proportion(voice.counts.positive, of: voice.counts.scored)
            return ReportTable.Row(
                [
                    .init(voice.brand.name), .count(voice.counts.scored), .share(negative),
                    .interval(negative), .share(positive), .interval(positive),
                    .stars(voice.counts),
                ], ids: voice.ids { $0.label != .unscored })
        }
        let table = ReportTable(
            id: "feeling", caption: "How each brand is felt",
            columns: [
                .init("brand", "Brand"), .init("scored", "Scored", isNumeric: true),
                .init("negative", "Negative", isNumeric: true), .init("negativeInterval", "95 %"),
                .init("positive", "Positive", isNumeric: true), .init("positiveInterval", "95 %"),
                .init("stars", "Stars", isNumeric: true),
            ], rows: rows, formula: "negative, positive ÷ scored mentions of the brand")
        return ReportSection(id: "feeling", title: "How they are felt", blocks: [.table(table)])
    }
}

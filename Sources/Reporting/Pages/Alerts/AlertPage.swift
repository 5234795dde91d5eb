public import Model

/// All that is known of an alert.
public struct AlertPage: Sendable, Hashable {
    /// What was told, and why.
    public var alert: Alert
    /// What it tells of in the present wording; those that were removed are missing.
    public var mentions: [Mention]
    /// Its way through each channel.
    public var deliveries: [Delivery]
    /// The alerts that the letter of each of `deliveries` tells, the leading one first.
    public var letters: [DeliveryID: [AlertID]]
    /// How the channels of `deliveries` stand; those that were never tried are missing.
    public var channels: [ChannelState]

    /// A page on an alert.
    public init(
        alert: Alert, mentions: [Mention], deliveries: [Delivery],
        letters: [DeliveryID: [AlertID]] = [:], channels: [ChannelState] = []
    ) {
        self.alert = alert
        self.mentions = mentions
        self.deliveries = deliveries
        self.letters = letters
        self.channels = channels
    }

    /// The page as text that ends in a line feed; CSV and Markdown give the deliveries.
    public func rendered(as format: OutputFormat, names: Names, for reader: Reader) -> String {
        switch format {
        case .json, .jsonl: json(names).text + "\n"
        case .csv, .markdown:
            DeliveryListing.listing(deliveries).rendered(as: format, for: reader)
        case .table: text(names: names, for: reader)
        }
    }

    private func text(names: Names, for reader: Reader) -> String {
        var text = reader.style.paint("Alert #\(alert.id)", .heading) + "\n\n"
        text += facts(names: names, for: reader)
        if !mentions.isEmpty {
            text += section("Mentions", reader)
            text += MentionListing.listing(mentions, names: names).rendered(as: .table, for: reader)
        }
        if !alert.notices.isEmpty {
            text += section("Notices", reader)
            text += table(
                alert.notices.map { notice in
                    [
                        Table.Cell(names.title(of: notice.source)),
                        Table.Cell(notice.kind.rawValue),
                        Table.Cell(notice.detail),
                    ]
                }, reader)
        }
        return text + section("Deliveries", reader) + letters(for: reader)
    }

    private func facts(names: Names, for reader: Reader) -> String {
        let time = reader.time
        let period = alert.period.map { period in
            "\(time.absolute(period.start)) to \(time.absolute(period.end))"
        }
        let facts: [(String, Table.Cell?)] = [
            ("Rule", Table.Cell(alert.rule.rawValue)), ("Kind", Table.Cell(alert.kind.rawValue)),
            (
                "Severity",
                Table.Cell(alert.severity.rawValue, AlertListing.meaning(alert.severity))
            ),
            ("Weighed", alert.weighing.map { Table.Cell($0) }),
            ("Brand", alert.brand.map { Table.Cell(names.name(of: $0)) }),
            ("Channel", alert.channel.map { Table.Cell($0.rawValue) }),
            ("Period", period.map { Table.Cell($0) }),
            (
                "Made",
                Table.Cell(
                    "\(time.absolute(alert.createdAt)) (\(time.relative(alert.createdAt)))")
            ),
            ("Why", Table.Cell(alert.reason)),
        ]
        return table(
            facts.compactMap { name, cell in cell.map { [Table.Cell(name, .faint), $0] } }, reader)
    }

    private func letters(for reader: Reader) -> String {
        guard !deliveries.isEmpty else { return "It went to no channel.\n" }
        var rows: [[Table.Cell]] = []
        for delivery in deliveries {
            rows.append([
                Table.Cell(delivery.channel.rawValue),
                Table.Cell(delivery.state.rawValue, DeliveryListing.meaning(delivery)),
                Table.Cell(sentence(on: delivery, time: reader.time)),
            ])
            if let error = delivery.lastError {
                rows.append([Table.Cell(""), Table.Cell(""), Table.Cell(error, .negative)])
            }
            rows.append([
                Table.Cell(""), Table.Cell(""), Table.Cell("id \(delivery.messageID)", .faint),
            ])
            if let state = channels.first(where: { $0.channel == delivery.channel }),
                state.isInTrouble
            {
                let sentence = ChannelSentence.text(state, pending: 0, time: reader.time)
                rows.append([
                    Table.Cell(""), Table.Cell(""),
                    Table.Cell(
                        "the channel: " + sentence, ChannelSentence.meaning(state)),
                ])
            }
        }
        return table(rows, reader)
    }

    /// `after 2 attempts, at 2026-11-22 10:30; in the letter of alert 7`.
    private func sentence(on delivery: Delivery, time: TimeText) -> String {
        let attempts = delivery.attempts == 1 ? "1 attempt" : "\(delivery.attempts) attempts"
        var parts: [String] = []
        switch delivery.state {
        case .pending:
            parts.append(
                delivery.attempts == 0
                    ? "not tried yet"
                    : delivery.lastError == nil ? "\(attempts) begun" : "\(attempts) failed")
            parts.append("next " + time.relative(max(delivery.nextAttempt, time.now)))
        case .delivered, .givenUp, .cancelled:
            parts.append("after \(attempts)")
            if let settled = delivery.settledAt { parts.append("at " + time.absolute(settled)) }
        }
        let others = letters[delivery.id, default: []].filter { $0 != alert.id }
        if delivery.lead != nil {
            parts.append(
                "in the letter of alert \(others.first.map { "\($0)" } ?? "that was pruned")")
        } else if !others.isEmpty {
            let shown = others.prefix(10).map { "\($0)" }.joined(separator: ", ")
            let rest = others.count > 10 ? " and \(others.count - 10) more" : ""
            parts.append("its letter tells alert \(shown)\(rest) too")
        }
        return parts.joined(separator: ", ")
    }

    private func section(_ title: String, _ reader: Reader) -> String {
        "\n" + reader.style.paint(title, .heading) + "\n"
    }

    /// A table without header whose last column wraps.
    private func table(_ rows: [[Table.Cell]], _ reader: Reader) -> String {
        let count = rows.map(\.count).max() ?? 0
        let columns = (0..<count).map { index in
            index == count - 1
                ? Table.Column("", overflow: .wrap, minimum: 20) : Table.Column("")
        }
        return Table(columns: columns, rows: rows)
            .rendered(width: reader.width, style: reader.style)
    }

    private func json(_ names: Names) -> JSONValue {
        .members([
            "id": .integer(Int(alert.id)), "createdAt": .date(alert.createdAt),
            "kind": .string(alert.kind.rawValue), "rule": .string(alert.rule.rawValue),
            "severity": .string(alert.severity.rawValue), "weighing": .optional(alert.weighing),
            "brand": .optional(alert.brand?.rawValue),
            "channel": .optional(alert.channel?.rawValue), "reason": .string(alert.reason),
            "period": alert.period.map {
                .members(["start": .date($0.start), "end": .date($0.end)])
            } ?? .null,
            "mentions": MentionListing.listing(mentions, names: names).json,
            "notices": .array(
                alert.notices.map { notice in
                    .members([
                        "source": .string(notice.source.rawValue),
                        "kind": .string(notice.kind.rawValue), "detail": .string(notice.detail),
                    ])
                }),
            "deliveries": .array(deliveries.map(JSONValue.delivery)),
            "letters": .array(
                deliveries.map { delivery in
                    .members([
                        "channel": .string(delivery.channel.rawValue),
                        "alerts": .array(
                            letters[delivery.id, default: [alert.id]].map { .integer(Int($0)) }),
                    ])
                }),
            "channels": .array(channels.map { JSONValue.channel($0, pending: 0) }),
        ])
    }
}

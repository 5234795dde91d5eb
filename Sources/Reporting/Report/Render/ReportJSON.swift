import Model

/// A document for programs: everything by its id, so that a path to a figure stays the same.
///
///     .sections.overview.measures["negative-share"].value
struct ReportJSON {
    let document: ReportDocument

    var value: JSONValue {
        .members([
            "view": .string(document.id), "title": .string(document.title),
            "business": .string(document.business),
            "brands": .array(document.brands.map(JSONValue.string)),
            "period": period(document.period), "previous": period(document.previous),
            "madeAt": .date(document.madeAt),
            "sections": .object(
                document.sections.map { JSONValue.Member($0.id, section($0)) }),
        ])
    }

    private func period(_ period: ClosedRange<CalendarDay>?) -> JSONValue {
        guard let period else { return .null }
        return .members([
            "from": .string(PeriodText.iso8601(period.lowerBound)),
            "to": .string(PeriodText.iso8601(period.upperBound)),
        ])
    }

    /// The blocks of a section by their kinds, each in the order of reading.
    private func section(_ section: ReportSection) -> JSONValue {
        var members: [String: [JSONValue.Member]] = [:]
        var notes: [JSONValue] = []
        for block in section.blocks {
            switch block {
            case .measures(let measures):
                members["measures", default: []] += measures.map {
                    JSONValue.Member($0.id, measure($0))
                }
            case .table(let table):
                members["tables", default: []].append(.init(table.id, self.table(table)))
            case .trend(let chart):
                members["trends", default: []].append(.init(chart.id, trend(chart)))
            case .bars(let chart):
                members["bars", default: []].append(.init(chart.id, bars(chart)))
            case .quotes(let list):
                members["quotes", default: []].append(
                    .init(list.id, .array(list.mentions.map(JSONValue.brief))))
            case .note(let note): notes.append(.string(note))
            }
        }
        var value = [JSONValue.Member("title", .string(section.title))]
        for kind in ["measures", "tables", "trends", "bars", "quotes"] {
            if let blocks = members[kind] { value.append(.init(kind, .object(blocks))) }
        }
        if !notes.isEmpty { value.append(.init("notes", .array(notes))) }
        return .object(value)
    }

    private func measure(_ measure: Measure) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("title", .string(measure.title)),
            .init("value", measure.value.map(JSONValue.rounded) ?? .null),
            .init("unit", .string(measure.unit.rawValue)), .init("count", .integer(measure.count)),
            .init("low", measure.interval.map { .rounded($0.lowerBound) } ?? .null),
            .init("high", measure.interval.map { .rounded($0.upperBound) } ?? .null),
            .init("formula", .string(measure.formula)),
        ]
        if let change = measure.change {
            members.append(
                .init(
                    "change",
                    .members([
                        "previous": change.previous.map(JSONValue.rounded) ?? .null,
                        "previousCount": .integer(change.previousCount),
                        "significant": .optional(change.isSignificant),
                    ])))
        }
        return .object(members + numbers(measure.ids, more: measure.moreIDs))
    }

    private func numbers(_ ids: [MentionID]?, more: Int) -> [JSONValue.Member] {
        guard let ids else { return [] }
        return [
            .init("ids", .array(ids.map { .integer(Int($0)) })), .init("moreIds", .integer(more)),
        ]
    }

    private func table(_ table: ReportTable) -> JSONValue {
        .members([
            "caption": .string(table.caption), "formula": .optional(table.formula),
            "rows": .array(
                table.rows.map { row in
                    .object(
                        zip(table.columns, row.cells).map { column, cell in
                            .init(
                                column.id,
                                cell.value.map(JSONValue.rounded)
                                    ?? (column.isNumeric ? .null : .string(cell.text)))
                        } + numbers(row.ids, more: row.moreIDs))
                }),
        ])
    }

    private func trend(_ chart: TrendChart) -> JSONValue {
        .members([
            "title": .string(chart.title), "unit": .string(chart.unit.rawValue),
            "daysPerStep": .integer(chart.daysPerStep),
            "steps": .array(chart.steps.map { .string(PeriodText.iso8601($0)) }),
            "series": .object(
                chart.series.map { series in
                    .init(
                        series.id, .array(series.values.map { $0.map(JSONValue.rounded) ?? .null }))
                }),
        ])
    }

    private func bars(_ chart: BarChart) -> JSONValue {
        .members([
            "title": .string(chart.title), "unit": .string(chart.unit.rawValue),
            "bars": .array(
                chart.bars.map { bar in
                    .members([
                        "title": .string(bar.title),
                        "parts": .array(
                            bar.parts.map { part in
                                .members([
                                    "title": .string(part.title), "value": .rounded(part.value),
                                ])
                            }),
                    ])
                }),
        ])
    }
}

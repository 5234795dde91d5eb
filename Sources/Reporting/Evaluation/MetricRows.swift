import Model

/// The metrics of every group as the rows of a listing, with their mean below.
struct MetricRows {
    /// A metric: its key for programs, its title for people, and where it comes from.
    private struct Metric: Sendable {
        var key: String
        var title: String
        var value: @Sendable (SentimentEvaluation) -> Double?
    }

    private static let metrics: [Metric] = [
        Metric(key: "accuracy", title: "Accuracy") { $0.accuracy },
        Metric(key: "macroF1", title: "Macro-F1") { $0.macroF1 },
        Metric(key: "negativePrecision", title: "Neg. P") { $0.precision(of: .negative) },
        Metric(key: "negativeRecall", title: "Neg. R") { $0.recall(of: .negative) },
        Metric(key: "negativeF1", title: "Neg. F1") { $0.f1(of: .negative) },
        Metric(key: "negativeAUC", title: "AUC") { $0.negativeAUC },
        Metric(key: "negativeRecallAtPrecision80", title: "R at P 0.8") {
            $0.negativeRecall(atPrecision: 0.8)
        },
        Metric(key: "unscoredShare", title: "Unscored") { $0.unscoredShare },
        Metric(key: "oppositeToRating", title: "Opposite to rating") {
            $0.ratings.oppositeShare
        },
        Metric(key: "calibrationError", title: "Calibration") { $0.reliability.calibrationError },
    ]

    let groups: [EvaluationPage.Group]
    let whole: SentimentEvaluation

    var listing: Listing {
        let shown = Self.metrics.filter { $0.key != "oppositeToRating" || whole.ratings.count > 0 }
        var rows = groups.map { row("source", $0.name, $0.evaluation, shown) }
        if groups.count > 1 {
            rows.append(
                [.text("mean"), .text("mean of \(groups.count)"), .integer(nil)]
                    + shown.map { .decimal(mean($0), places: 3) } + [
                        .nested(.null), .nested(.null),
                    ])
            rows.append(row("all", "all texts", whole, shown))
        }
        return Listing(
            columns: [
                Listing.Column("row", for: .programs),
                Listing.Column("name", "Source", minimum: 10, maximum: 40),
                Listing.Column("rows", "Rows", alignment: .trailing),
            ]
                + shown.map { Listing.Column($0.key, $0.title, alignment: .trailing) }
                + [
                    Listing.Column("reliability", for: .json),
                    Listing.Column("confusion", for: .json),
                ],
            rows: rows, whenEmpty: "There are no labelled texts.")
    }

    /// All metrics of one group.
    func object(_ name: String, _ evaluation: SentimentEvaluation) -> JSONValue {
        .object(
            [
                JSONValue.Member("name", .string(name)),
                JSONValue.Member("rows", .integer(evaluation.count)),
            ]
                + Self.metrics.map { JSONValue.Member($0.key, Self.json($0.value(evaluation))) }
                + [
                    JSONValue.Member("reliability", evaluation.reliability.listing.json),
                    JSONValue.Member("confusion", evaluation.confusion.json),
                ])
    }

    /// The mean of every metric over the groups.
    var meanObject: JSONValue {
        .object(
            [JSONValue.Member("sources", .integer(groups.count))]
                + Self.metrics.map { JSONValue.Member($0.key, Self.json(mean($0))) })
    }

    /// Over the groups in which the metric is defined.
    private func mean(_ metric: Metric) -> Double? {
        let values = groups.compactMap { metric.value($0.evaluation) }
        return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    private func row(
        _ kind: String, _ name: String, _ evaluation: SentimentEvaluation, _ shown: [Metric]
    ) -> [Field] {
        [.text(kind), .text(name), .integer(evaluation.count)]
            + shown.map { .decimal($0.value(evaluation), places: 3) }
            + [
                .nested(evaluation.reliability.listing.json), .nested(evaluation.confusion.json),
            ]
    }

    private static func json(_ value: Double?) -> JSONValue {
        value.map(JSONValue.rounded) ?? .null
    }
}

extension Reliability {
    /// A row for every bin that has verdicts.
    var listing: Listing {
        Listing(
            columns: [
                Listing.Column("from", "Stated", alignment: .trailing),
                Listing.Column("stated", "Mean stated", alignment: .trailing),
                Listing.Column("right", "Share right", alignment: .trailing),
                Listing.Column("count", "Texts", alignment: .trailing),
            ],
            rows: filled.map { bin in
                [
                    .decimal(bin.lowerBound, places: 1), .decimal(bin.meanConfidence, places: 3),
                    .decimal(bin.rightShare, places: 3), .integer(bin.count),
                ]
            }, whenEmpty: "No text has a verdict.")
    }
}

extension SentimentEvaluation {
    /// A row for every label that people gave.
    var confusion: Listing {
        let columns = Sentiment.Label.allCases
        return Listing(
            columns: [Listing.Column("truth", "People \\ scorer")]
                + columns.map {
                    Listing.Column($0.rawValue, $0.rawValue, alignment: .trailing)
                },
            rows: Self.labels.filter { support(of: $0) > 0 }.map { truth in
                [.text(truth.rawValue)]
                    + columns.map { .integer(count(truth: truth, label: $0)) }
            }, whenEmpty: "There are no labelled texts.")
    }
}

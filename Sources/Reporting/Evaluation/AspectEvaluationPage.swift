import Model

/// What an evaluation of aspects found, as a table for each question.
public struct AspectEvaluationPage: Sendable, Hashable {
    /// What was found.
    public var evaluation: AspectEvaluation

    /// A page on `evaluation`.
    public init(evaluation: AspectEvaluation) { self.evaluation = evaluation }

    /// The page as text that ends in a line feed; CSV and JSON give the rows of detection, then those
    /// of polarity.
    public func rendered(as format: OutputFormat, for reader: Reader) -> String {
        switch format {
        case .json:
            JSONValue.members([
                "texts": .integer(evaluation.textCount), "detection": .array(detectionValues),
                "polarity": .array(polarityValues),
            ]).text + "\n"
        case .jsonl, .csv, .table, .markdown:
            detection.rendered(as: format, for: reader) + "\n"
                + polarity.rendered(as: format, for: reader)
        }
    }

    private var detections: [(name: String, detection: AspectEvaluation.Detection)] {
        let single = Aspect.allCases.compactMap { aspect in
            evaluation.detection(of: aspect).map { (aspect.rawValue, $0) }
        }
        return single + [("all", evaluation.total)]
    }

    private var detection: Listing {
        Listing(
            columns: [
                Listing.Column("aspect", "Aspect"),
                Listing.Column("marked", "Marked", alignment: .trailing),
                Listing.Column("precision", "Precision", alignment: .trailing),
                Listing.Column("recall", "Recall", alignment: .trailing),
                Listing.Column("f1", "F1", alignment: .trailing),
            ],
            rows: detections.map { name, detection in
                [
                    .text(name), .integer(detection.found + detection.missed),
                    .decimal(detection.precision, places: 3),
                    .decimal(detection.recall, places: 3), .decimal(detection.f1, places: 3),
                ]
            }, whenEmpty: "No aspect is marked.",
            footer: evaluation.macroF1().map {
                ["Mean F1 of the aspects: \(SentimentText.decimal($0, places: 3))."]
            } ?? [])
    }

    private var polarities: [(name: String, evaluation: SentimentEvaluation)] {
        [("found", evaluation.foundPolarity), ("given", evaluation.givenPolarity)]
    }

    private var polarity: Listing {
        Listing(
            columns: [
                Listing.Column("aspect", "Aspect is"),
                Listing.Column("marked", "Compared", alignment: .trailing),
                Listing.Column("accuracy", "Accuracy", alignment: .trailing),
                Listing.Column("macroF1", "Macro-F1", alignment: .trailing),
            ],
            rows: polarities.map { name, evaluation in
                [
                    .text(name), .integer(evaluation.count),
                    .decimal(evaluation.accuracy, places: 3),
                    .decimal(evaluation.macroF1, places: 3),
                ]
            }, whenEmpty: "No polarity is compared.")
    }

    private var detectionValues: [JSONValue] {
        detections.map { name, detection in
            .members([
                "aspect": .string(name), "found": .integer(detection.found),
                "missed": .integer(detection.missed), "wrong": .integer(detection.wrong),
                "precision": .optional(detection.precision),
                "recall": .optional(detection.recall), "f1": .optional(detection.f1),
            ])
        }
    }

    private var polarityValues: [JSONValue] {
        polarities.map { name, evaluation in
            .members([
                "aspect": .string(name), "compared": .integer(evaluation.count),
                "accuracy": .optional(evaluation.accuracy),
                "macroF1": .optional(evaluation.macroF1),
            ])
        }
    }
}

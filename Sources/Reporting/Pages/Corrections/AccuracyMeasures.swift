extension MeasuredAccuracy {
    /// How right the engine is on mentions that were drawn at random, and on those of them that it judged
    /// by their text alone; too few are said to be too few.
    public var measures: [Measure] {
        var measures = [
            Self.measure(
                "accuracy", "Measured accuracy", sampled, "drawn at random and judged by a person")
        ]
        if sampledByText.total > 0 {
            measures.append(
                Self.measure(
                    "accuracy-text", "Accuracy by text alone", sampledByText,
                    "drawn at random, without a rating, and judged by a person"))
        }
        return measures
    }

    private static func measure(
        _ id: String, _ title: String, _ judged: Proportion, _ whole: String
    ) -> Measure {
        let least = AccuracyText.leastSampled
        let isEnough = judged.total >= least
        return Measure(
            id: id, title: title, value: isEnough ? judged.share : nil, unit: .share,
            count: judged.total, interval: isEnough ? judged.interval : nil,
            formula: ReportComposer.ratio(judged, ("confirmed", whole))
                + ReportComposer.refusal(judged.total, least: least),
            isMoreBetter: true)
    }
}

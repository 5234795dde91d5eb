import Model

/// What was measured of the engine's accuracy, in sentences and for programs.
public enum AccuracyText {
    /// Below this many mentions drawn at random, a share is not told.
    public static let leastSampled = 20

    /// One sentence for each thing that can be said, the most telling first; never empty.
    public static func sentences(_ accuracy: MeasuredAccuracy) -> [String] {
        let sampled = accuracy.sampled
        var sentences: [String] = []
        if sampled.total >= leastSampled {
            sentences.append(
                "Of \(mentions(sampled.total)) drawn at random the engine judged \(sampled.count) as "
                    + "you did: \(share(sampled)).")
            let text = accuracy.sampledByText
            if text.total >= leastSampled, text.total < sampled.total {
                sentences.append(
                    "Of the \(text.total) that it judged by their text alone: \(share(text)).")
            }
        } else {
            sentences.append(
                "How accurate the engine is on your mentions is not known yet: "
                    + "\(mentions(sampled.total)) drawn at random \(sampled.total == 1 ? "was" : "were") "
                    + "judged, of at least \(leastSampled); `repute correct --sample 20` draws some."
            )
        }
        let picked = accuracy.picked
        if picked.total > 0 {
            sentences.append(
                "You picked \(mentions(picked.total)) besides; on \(picked.count) of them you agree. That "
                    + "is no measure, since one picks what looks wrong.")
        }
        return sentences
    }

    /// The counts, shares and intervals; a share of few is given too, with its interval.
    static func json(_ accuracy: MeasuredAccuracy) -> JSONValue {
        .members([
            "sampled": json(accuracy.sampled), "sampledByText": json(accuracy.sampledByText),
            "picked": json(accuracy.picked),
            "pairs": .array(
                accuracy.pairs.sorted {
                    ($0.key.machine.rawValue, $0.key.person.rawValue)
                        < ($1.key.machine.rawValue, $1.key.person.rawValue)
                }.map { pair, count in
                    .members([
                        "machine": .string(pair.machine.rawValue),
                        "person": .string(pair.person.rawValue), "count": .integer(count),
                    ])
                }),
        ])
    }

    private static func json(_ group: Proportion) -> JSONValue {
        let interval = group.total > 0 ? group.interval : nil
        return .members([
            "right": .integer(group.count), "count": .integer(group.total),
            "share": group.share.map(JSONValue.rounded) ?? .null,
            "low": interval.map { .rounded($0.lowerBound) } ?? .null,
            "high": interval.map { .rounded($0.upperBound) } ?? .null,
        ])
    }

    /// `87 % (95 % interval 79–92 %)`.
    private static func share(_ group: Proportion) -> String {
        let interval = group.interval
        return "\(percent(group.share ?? 0)) % (95 % interval \(percent(interval.lowerBound))–"
            + "\(percent(interval.upperBound)) %)"
    }

    private static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

    private static func mentions(_ count: Int) -> String {
        count == 1 ? "1 mention" : "\(count) mentions"
    }
}

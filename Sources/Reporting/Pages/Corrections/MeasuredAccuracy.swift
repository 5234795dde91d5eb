public import Model

/// How often the engine judges as persons do, by their verdicts on the business's own mentions.
///
/// The last verdict on each wording counts, verdicts on aspects do not. Only mentions that were drawn at
/// random say something about all of them: what a person picks is what looked wrong.
public struct MeasuredAccuracy: Sendable, Hashable {
    /// One cell of the table of confusions.
    public struct Pair: Sendable, Hashable {
        /// What the engine said.
        public var machine: Sentiment.Label
        /// What the person said.
        public var person: Sentiment.Label
    }

    /// Verdicts that the engine shares, of those on mentions that were drawn at random.
    public private(set) var sampled = Proportion(0, of: 0)
    /// The same of those that the engine judged by their text alone.
    public private(set) var sampledByText = Proportion(0, of: 0)
    /// The same of those that persons picked.
    public private(set) var picked = Proportion(0, of: 0)
    /// How often the engine said the one and the person the other, over all.
    public private(set) var pairs: [Pair: Int] = [:]

    /// The accuracy by these verdicts, which are in the order in which they were given.
    public init(_ corrections: [Correction]) {
        for correction in Self.last(corrections) where correction.aspect == nil {
            if correction.isSampled {
                sampled = sampled.adding(correction)
                if correction.basis == .text {
                    sampledByText = sampledByText.adding(correction)
                }
            } else {
                picked = picked.adding(correction)
            }
            guard let machine = correction.machineLabel, let person = correction.label else {
                continue
            }
            pairs[Pair(machine: machine, person: person), default: 0] += 1
        }
    }

    /// The last verdict on each wording and aspect, in the order of their numbers.
    ///
    /// A mention that was once drawn at random stays so.
    public static func last(_ corrections: [Correction]) -> [Correction] {
        var last: [Subject: Correction] = [:]
        for correction in corrections {
            let subject = Subject(
                mention: correction.mention, version: correction.version, aspect: correction.aspect)
            var correction = correction
            correction.isSampled = correction.isSampled || last[subject]?.isSampled ?? false
            last[subject] = correction
        }
        return last.values.sorted { $0.id < $1.id }
    }

    private struct Subject: Hashable {
        var mention: MentionID
        var version: Int
        var aspect: Aspect?
    }
}

extension Proportion {
    fileprivate func adding(_ correction: Correction) -> Proportion {
        Proportion(count + (correction.isConfirmation ? 1 : 0), of: total + 1)
    }
}

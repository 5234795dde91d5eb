public import Model

/// How well aspects and their verdicts agree with what people marked in the same texts.
///
/// Detection is counted over the marks: one is found where any of its aspects is named, and what is
/// named without a mark is false, unless people never mark it in this table. Polarity is compared where
/// an aspect is found, and, apart from that, for every mark with its aspect given. Several marks of one
/// aspect in a text are one for detection; where they are felt oppositely, its polarity is not compared.
public struct AspectEvaluation: Sendable, Hashable {
    /// One mark in a text.
    public struct Mark: Sendable, Hashable {
        /// What it says the text speaks of, the closest first; any of them is right.
        public var aspects: [Aspect]
        /// How that is felt; nil where people felt it both ways.
        public var label: Sentiment.Label?
        /// What the tagger says with the aspect given; nil where that was not asked.
        public var given: Sentiment.Label?

        /// A mark.
        public init(aspects: [Aspect], label: Sentiment.Label?, given: Sentiment.Label? = nil) {
            self.aspects = aspects
            self.label = label
            self.given = given
        }
    }

    /// How often an aspect was found.
    public struct Detection: Sendable, Hashable {
        /// Marks that were found.
        public var found = 0
        /// Marks that were not.
        public var missed = 0
        /// Texts that were said to speak of it and have no such mark.
        public var wrong = 0

        /// Nothing counted.
        public init() {}

        /// Of what was named, the share that is marked; nil where nothing was named.
        public var precision: Double? { share(found, of: found + wrong) }
        /// Of what is marked, the share that was named; nil where nothing is marked.
        public var recall: Double? { share(found, of: found + missed) }
        /// The harmonic mean of both; nil where nothing is marked or named.
        public var f1: Double? { share(2 * found, of: 2 * found + missed + wrong) }

        private func share(_ part: Int, of whole: Int) -> Double? {
            whole > 0 ? Double(part) / Double(whole) : nil
        }
    }

    /// By the aspect that people marked, or that was named for nothing.
    public private(set) var detection: [Aspect: Detection] = [:]
    /// How aspects are felt, where they were found.
    public private(set) var foundPolarity = SentimentEvaluation()
    /// How marks are felt, their aspect given.
    public private(set) var givenPolarity = SentimentEvaluation()
    /// How many texts were added.
    public private(set) var textCount = 0
    /// Named without a mark, until it is known what people mark at all.
    private var unmarked: [Aspect: Int] = [:]

    /// An evaluation of nothing.
    public init() {}

    /// Counts one text with all of its marks and all that the tagger says of it.
    public mutating func add(_ marks: [Mark], tagged: [AspectOpinion]) {
        textCount += 1
        for mark in marks {
            guard let label = mark.label, let given = mark.given else { continue }
            givenPolarity.add(Self.verdict(label, given))
        }
        var covered: Set<Aspect> = []
        var kinds: [Aspect: [Mark]] = [:]
        for mark in marks {
            covered.formUnion(mark.aspects)
            if let first = mark.aspects.first { kinds[first, default: []].append(mark) }
        }
        for (aspect, marks) in kinds { count(aspect, marks, tagged) }
        guard !kinds.isEmpty else { return }
        for opinion in tagged where !covered.contains(opinion.aspect) {
            unmarked[opinion.aspect, default: 0] += 1
        }
    }

    private mutating func count(_ aspect: Aspect, _ marks: [Mark], _ tagged: [AspectOpinion]) {
        let wanted = marks.flatMap(\.aspects)
        let found =
            tagged.first { $0.aspect == aspect } ?? tagged.first { wanted.contains($0.aspect) }
        guard let found else {
            detection[aspect, default: Detection()].missed += 1
            return
        }
        detection[aspect, default: Detection()].found += 1
        guard !marks.contains(where: { $0.label == nil }) else { return }
        let labels = Set(marks.compactMap(\.label))
        if labels.isSuperset(of: [.negative, .positive]) { return }
        let label: Sentiment.Label =
            labels.contains(.positive)
            ? .positive : labels.contains(.negative) ? .negative : .neutral
        foundPolarity.add(Self.verdict(label, found.label))
    }

    private static func verdict(_ truth: Sentiment.Label, _ label: Sentiment.Label)
        -> LabelledVerdict
    {
        LabelledVerdict(truth: truth, label: label, score: 0, confidence: 0)
    }

    /// How often `aspect` was found; nil where people never marked it.
    public func detection(of aspect: Aspect) -> Detection? {
        guard var detection = detection[aspect] else { return nil }
        detection.wrong = unmarked[aspect] ?? 0
        return detection
    }

    /// The sum over the aspects that people marked.
    public var total: Detection {
        Aspect.allCases.compactMap(detection(of:)).reduce(into: Detection()) {
            $0.found += $1.found
            $0.missed += $1.missed
            $0.wrong += $1.wrong
        }
    }

    /// The mean of F1 over the aspects that were marked at least `support` times.
    public func macroF1(support: Int = 1) -> Double? {
        let scores = Aspect.allCases.compactMap(detection(of:))
            .filter { $0.found + $0.missed >= support }.compactMap(\.f1)
        return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
    }
}

public import Model

/// How well verdicts agree with what people said of the same texts.
///
/// Verdicts are added one by one; of each only numbers are kept (its score and, where there is one,
/// its rating), so that memory grows by a few bytes a text. A text without verdict counts as
/// neutral in every metric, and its share is told beside them. A metric that the labels do not
/// define, such as the recall of negatives where there are none, is nil.
public struct SentimentEvaluation: Sendable, Hashable {
    /// The three labels that people give, in the order of tables.
    public static let labels: [Sentiment.Label] = [.negative, .neutral, .positive]

    /// How many texts were added.
    public private(set) var count = 0
    /// How many of them have no verdict.
    public private(set) var unscoredCount = 0
    /// Stated confidence against the share that was right, over the texts that have a verdict.
    public private(set) var reliability = Reliability()
    /// Ratings against the verdicts on the text.
    public private(set) var ratings = RatingAgreement()
    private var cells: [Cell: Int] = [:]
    private var negativeScores: [Double] = []
    private var otherScores: [Double] = []

    private struct Cell: Sendable, Hashable {
        var truth: Sentiment.Label
        var label: Sentiment.Label
    }

    /// An evaluation of nothing.
    public init() {}

    /// Counts one text.
    ///
    /// A truth of `unscored` says nothing and is not counted.
    public mutating func add(_ verdict: LabelledVerdict) {
        guard verdict.truth != .unscored else { return }
        count += 1
        cells[Cell(truth: verdict.truth, label: verdict.label), default: 0] += 1
        if verdict.label == .unscored {
            unscoredCount += 1
        } else {
            reliability.add(confidence: verdict.confidence, isRight: verdict.isRight)
        }
        if verdict.truth == .negative {
            negativeScores.append(verdict.score)
        } else {
            otherScores.append(verdict.score)
        }
        if let rating = verdict.rating { ratings.add(rating, label: verdict.label) }
    }

    /// Counts all texts of `other`.
    public mutating func add(_ other: SentimentEvaluation) {
        count += other.count
        unscoredCount += other.unscoredCount
        reliability.add(other.reliability)
        ratings.add(other.ratings)
        for (cell, number) in other.cells { cells[cell, default: 0] += number }
        negativeScores += other.negativeScores
        otherScores += other.otherScores
    }

    /// How many texts people called `truth` and the scorer `label`, which may be `unscored`.
    public func count(truth: Sentiment.Label, label: Sentiment.Label) -> Int {
        cells[Cell(truth: truth, label: label)] ?? 0
    }

    /// How many texts people called `label`.
    public func support(of label: Sentiment.Label) -> Int {
        Sentiment.Label.allCases.reduce(0) { $0 + count(truth: label, label: $1) }
    }

    /// The share of texts that were judged right.
    public var accuracy: Double? {
        share(Self.labels.reduce(0) { $0 + hits(of: $1) }, of: count)
    }

    /// The mean of F1 over the labels that people gave at least once.
    public var macroF1: Double? {
        let present = Self.labels.filter { support(of: $0) > 0 }
        guard !present.isEmpty else { return nil }
        return present.reduce(0) { $0 + (f1(of: $1) ?? 0) } / Double(present.count)
    }

    /// Of the texts that were called `label`, the share that people called so too; 0 where none was.
    ///
    /// Nil where people called no text so.
    public func precision(of label: Sentiment.Label) -> Double? {
        guard support(of: label) > 0 else { return nil }
        let called = Self.labels.reduce(0) { $0 + counted(truth: $1, label: label) }
        return share(hits(of: label), of: called) ?? 0
    }

    /// Of the texts that people called `label`, the share that was called so.
    public func recall(of label: Sentiment.Label) -> Double? {
        share(hits(of: label), of: support(of: label))
    }

    /// The harmonic mean of precision and recall.
    public func f1(of label: Sentiment.Label) -> Double? {
        guard let precision = precision(of: label), let recall = recall(of: label) else {
            return nil
        }
        return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }

    /// How likely a negative text has a lower score than another, ties counted half.
    ///
    /// This is the area under the ROC curve of −score. Nil where there are no negatives or nothing else.
    public var negativeAUC: Double? {
        ranking.map(\.areaUnderCurve)
    }

    /// The greatest share of negatives that a threshold on the score finds while at least
    /// `precision` of what it finds is negative; 0 where no threshold is so precise.
    public func negativeRecall(atPrecision precision: Double) -> Double? {
        ranking.map { $0.recall(atPrecision: precision) }
    }

    /// The share of texts without verdict.
    public var unscoredShare: Double? { share(unscoredCount, of: count) }

    private var ranking: ScoreRanking? {
        ScoreRanking(negatives: negativeScores, others: otherScores)
    }

    private func counted(truth: Sentiment.Label, label: Sentiment.Label) -> Int {
        count(truth: truth, label: label)
            + (label == .neutral ? count(truth: truth, label: .unscored) : 0)
    }

    private func hits(of label: Sentiment.Label) -> Int { counted(truth: label, label: label) }

    private func share(_ part: Int, of whole: Int) -> Double? {
        whole > 0 ? Double(part) / Double(whole) : nil
    }
}

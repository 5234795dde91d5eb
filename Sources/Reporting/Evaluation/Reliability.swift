/// How often verdicts of a stated confidence are right.
public struct Reliability: Sendable, Hashable {
    /// The verdicts whose stated confidence lies in one tenth of the scale.
    public struct Bin: Sendable, Hashable {
        /// 0, 0.1, … 0.9: the confidences from here up to a tenth more, 1 itself in the last bin.
        public var lowerBound: Double
        /// How many verdicts there are.
        public var count = 0
        /// How many of them are right.
        public var rightCount = 0
        fileprivate var statedSum = 0.0

        /// The mean of what was stated; nil for an empty bin.
        public var meanConfidence: Double? { count > 0 ? statedSum / Double(count) : nil }
        /// The share that was right; nil for an empty bin.
        public var rightShare: Double? { count > 0 ? Double(rightCount) / Double(count) : nil }
    }

    /// Ten, the least sure first.
    public private(set) var bins = (0..<10).map { Bin(lowerBound: Double($0) / 10) }

    /// The bins that have verdicts.
    public var filled: [Bin] { bins.filter { $0.count > 0 } }

    /// The mean distance between stated confidence and share right, weighted by the counts of the
    /// bins (the expected calibration error); nil where there are no verdicts.
    public var calibrationError: Double? {
        let total = bins.reduce(0) { $0 + $1.count }
        guard total > 0 else { return nil }
        return bins.reduce(0) { sum, bin in
            sum + abs(bin.statedSum - Double(bin.rightCount))
        } / Double(total)
    }

    mutating func add(confidence: Double, isRight: Bool) {
        let stated = min(max(confidence.isFinite ? confidence : 0, 0), 1)
        let index = min(Int(stated * 10), 9)
        bins[index].count += 1
        bins[index].statedSum += stated
        if isRight { bins[index].rightCount += 1 }
    }

    mutating func add(_ other: Reliability) {
        for index in bins.indices {
            bins[index].count += other.bins[index].count
            bins[index].rightCount += other.bins[index].rightCount
            bins[index].statedSum += other.bins[index].statedSum
        }
    }
}

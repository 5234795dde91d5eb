/// Texts in the order of their scores, the lowest first, equal ones together.
struct ScoreRanking {
    /// Texts of one score.
    private struct Group {
        var negatives: Int
        var others: Int
    }

    private let groups: [Group]
    private let negativeCount: Int
    private let otherCount: Int

    /// Sorts the scores; nil where one side is empty.
    init?(negatives: [Double], others: [Double]) {
        guard !negatives.isEmpty, !others.isEmpty else { return nil }
        negativeCount = negatives.count
        otherCount = others.count
        let (low, high) = (negatives.sorted(), others.sorted())
        var groups: [Group] = []
        var (left, right) = (0, 0)
        while left < low.count || right < high.count {
            let score =
                if left == low.count { high[right] } else if right == high.count { low[left] } else
                {
                    min(low[left], high[right])
                }
            let (firstLeft, firstRight) = (left, right)
            while left < low.count, low[left] == score { left += 1 }
            while right < high.count, high[right] == score { right += 1 }
            groups.append(Group(negatives: left - firstLeft, others: right - firstRight))
        }
        self.groups = groups
    }

    /// The Mann–Whitney statistic over the number of pairs: the share of pairs of a negative and
    /// another text in which the negative stands lower, ties counted half.
    var areaUnderCurve: Double {
        var pairs = 0.0
        var othersAbove = otherCount
        for group in groups {
            othersAbove -= group.others
            pairs += Double(group.negatives) * (Double(othersAbove) + Double(group.others) / 2)
        }
        return pairs / (Double(negativeCount) * Double(otherCount))
    }

    /// The greatest recall of negatives over all thresholds whose precision is at least so high.
    func recall(atPrecision precision: Double) -> Double {
        var (found, wrong, best) = (0, 0, 0)
        for group in groups {
            found += group.negatives
            wrong += group.others
            if Double(found) >= precision * Double(found + wrong) { best = max(best, found) }
        }
        return Double(best) / Double(negativeCount)
    }
}

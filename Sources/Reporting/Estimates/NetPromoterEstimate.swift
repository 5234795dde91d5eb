/// The net promoter score of answers on the scale of 0 to 10 (Reichheld 2003): the share of promoters
/// (9 and 10) less that of detractors (0 to 6), −100 to 100.
public struct NetPromoterEstimate: Sendable, Hashable {
    /// Answers of 9 and 10.
    public var promoters: Int
    /// Answers above 6 and below 9.
    public var passives: Int
    /// Answers up to 6.
    public var detractors: Int

    /// The score of these answers.
    public init(promoters: Int = 0, passives: Int = 0, detractors: Int = 0) {
        self.promoters = max(0, promoters)
        self.passives = max(0, passives)
        self.detractors = max(0, detractors)
    }

    /// Counts an answer from 0 to 10.
    public mutating func count(_ answer: Double) {
        switch answer {
        case 9...: promoters += 1
        case let answer where answer > 6: passives += 1
        default: detractors += 1
        }
    }

    /// All answers.
    public var total: Int { promoters + passives + detractors }

    /// The score; nil without an answer.
    public var score: Double? {
        total > 0 ? 100 * Double(promoters - detractors) / Double(total) : nil
    }

    /// The 95 % interval by the variance of a multinomial sample, with ¾ of a promoter, 1½ passives and ¾ of
    /// a detractor added (Rocks 2016), so that it is right for few answers and never empty.
    public var interval: ClosedRange<Double> {
        guard let score else { return -100...100 }
        let reach = 100 * Distributions.z * adjusted.variance.squareRoot()
        let centre = 100 * adjusted.score
        return max(-100, min(score, centre - reach))...min(100, max(score, centre + reach))
    }

    /// Whether two scores differ by more than chance does in 1 of 20 cases, by these variances.
    public func differs(from other: NetPromoterEstimate) -> Bool {
        let (mine, theirs) = (adjusted, other.adjusted)
        let error = (mine.variance + theirs.variance).squareRoot()
        return abs(mine.score - theirs.score) > Distributions.z * error
    }

    /// The score as a share and its variance, with three answers added.
    private var adjusted: (score: Double, variance: Double) {
        let n = Double(total) + 3
        let (up, down) = ((Double(promoters) + 0.75) / n, (Double(detractors) + 0.75) / n)
        return (up - down, (up + down - (up - down) * (up - down)) / n)
    }
}

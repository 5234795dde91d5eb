import Testing

@testable import Reporting

/// Whether two numbers are the same to so many decimals.
private func isNear(_ left: Double?, _ right: Double, _ places: Double = 4) -> Bool {
    guard let left else { return false }
    let unit = places == 4 ? 0.00005001 : places == 3 ? 0.0005001 : 1e-8
    return abs(left - right) <= unit
}

private func isNear(_ range: ClosedRange<Double>?, _ low: Double, _ high: Double) -> Bool {
    isNear(range?.lowerBound, low) && isNear(range?.upperBound, high)
}

struct `A share` {
    @Test(
        "has Wilson's interval as Newcombe (1998) prints it",
        arguments: [
            (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ])
    func wilson(count: Int, total: Int, low: Double, high: Double) {
        #expect(isNear(Proportion(count, of: total).interval, low, high))
    }

    @Test(
        "has the interval of a difference as Newcombe (1998, method 10) prints it",
        arguments: [
            (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090),
            (6, 7, 2, 7, 0.0582, 0.8062), (5, 56, 0, 29, -0.0381, 0.1926),
            (0, 10, 0, 20, -0.1611, 0.2775), (10, 10, 0, 10, 0.6075, 1.0),
        ])
    func newcombe(a: Int, m: Int, b: Int, n: Int, low: Double, high: Double) {
        #expect(isNear(Proportion(a, of: m).difference(from: Proportion(b, of: n)), low, high))
    }

    @Test func `of nothing is not known at all`() {
        let nothing = Proportion(3, of: 0)
        #expect(nothing.share == nil)
        #expect(nothing.interval == 0...1)
        #expect(!nothing.differs(from: Proportion(5, of: 5)))
        #expect(nothing.chance(of: Proportion(5, of: 5)) == 1)
    }

    @Test func `differs by chance as the z-test and Fisher's exact test say`() {
        #expect(isNear(Proportion(8, of: 10).chance(of: Proportion(1, of: 6)), 0.0350))
        #expect(isNear(Proportion(3, of: 4).chance(of: Proportion(1, of: 4)), 0.4857))
        #expect(isNear(Proportion(43, of: 120).chance(of: Proportion(21, of: 110)), 0.0047))
        #expect(isNear(Proportion(3, of: 200).chance(of: Proportion(0, of: 180)), 0.2501))
    }

    @Test func `of a million is computed in finite steps`() {
        let many = Proportion(999_999, of: 1_000_000)
        #expect(many.chance(of: Proportion(999_995, of: 1_000_000)) > 0.05)
        #expect(many.interval.upperBound <= 1)
    }
}

struct `Student's distribution` {
    @Test(
        "has the quantiles of the tables",
        arguments: [(1.0, 12.7062), (10.0, 2.2281), (30.0, 2.0423), (4.5, 2.6589)])
    func quantile(freedom: Double, value: Double) {
        #expect(isNear(Distributions.tQuantile(freedom: freedom), value))
    }

    @Test func `has the tails of the tables`() {
        #expect(isNear(Distributions.twoSidedT(2, freedom: 10), 0.0734))
        #expect(isNear(Distributions.twoSidedT(-3.3, freedom: 7.25), 0.0125))
        #expect(isNear(Distributions.twoSidedNormal(1.96), 0.0500))
    }
}

struct `A mean of stars` {
    private func estimate(_ stars: [Double]) -> MeanEstimate {
        MeanEstimate(
            count: stars.count, sum: stars.reduce(0, +), squares: stars.reduce(0) { $0 + $1 * $1 })
    }

    @Test func `has the interval of Student's t`() {
        let stars = estimate([5, 4, 4, 5, 3, 5, 4, 5, 2, 5, 4, 5])
        #expect(isNear(stars.mean, 4.25))
        #expect(isNear(stars.interval, 3.6367, 4.8633))
    }

    @Test func `differs from another as Welch's test says`() {
        let good = estimate([5, 4, 4, 5, 3, 5, 4, 5, 2, 5, 4, 5])
        #expect(good.differs(from: estimate([3, 2, 4, 1, 3, 2, 5, 3, 2, 4, 3])))
        #expect(!good.differs(from: estimate([5, 4, 4, 3, 4, 5, 4])))
        #expect(!good.differs(from: estimate([1])))
    }

    @Test func `of equal ratings is not taken for sure`() {
        let all = estimate(Array(repeating: 5, count: 12))
        #expect(all.interval.lowerBound < 4.2 && all.interval.upperBound == 5)
        #expect(estimate(Array(repeating: 3, count: 12)).interval.contains(3.4))
        #expect(estimate([4]).interval == 1...5)
        #expect(estimate([]).mean == nil)
        #expect(!all.differs(from: estimate(Array(repeating: 5, count: 20))))
        #expect(all.differs(from: estimate(Array(repeating: 2, count: 20))))
    }
}

struct `A net promoter score` {
    @Test func `counts promoters from 9, detractors up to 6`() {
        var score = NetPromoterEstimate()
        for answer in [10, 9, 8.5, 8, 7, 6.5, 6, 3, 0] { score.count(answer) }
        #expect(score == NetPromoterEstimate(promoters: 2, passives: 4, detractors: 3))
        #expect(isNear(score.score, -100.0 / 9))
    }

    @Test func `has the interval of a multinomial sample with three answers added`() {
        // (30.75 − 10.75) ÷ 53 ± 1.96 · √((41.5 ÷ 53 − (20 ÷ 53)²) ÷ 53)
        let score = NetPromoterEstimate(promoters: 30, passives: 10, detractors: 10)
        #expect(score.score == 40)
        #expect(isNear(score.interval, 16.1877, 59.2840))
        #expect(score.interval.contains(40))
    }

    @Test func `of happy people only is not taken for sure`() {
        let happy = NetPromoterEstimate(promoters: 12)
        #expect(happy.score == 100)
        #expect(happy.interval.upperBound == 100 && happy.interval.lowerBound < 80)
        #expect(NetPromoterEstimate().score == nil)
        #expect(NetPromoterEstimate().interval == -100...100)
    }

    @Test func `differs from another only beyond both variances`() {
        let good = NetPromoterEstimate(promoters: 60, passives: 20, detractors: 20)
        #expect(
            good.differs(from: NetPromoterEstimate(promoters: 30, passives: 30, detractors: 40)))
        #expect(
            !good.differs(from: NetPromoterEstimate(promoters: 55, passives: 20, detractors: 25)))
    }
}

struct `Many tests` {
    @Test func `find what Benjamini and Hochberg (1995) find in their example`() {
        let chances = [
            0.0278, 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
            0.5719, 0.6528, 0.7590, 1.0,
        ]
        let findings = FalseDiscovery.findings(chances)
        #expect(findings.count { $0 } == 4)
        #expect(findings[1...4].allSatisfy { $0 })
        #expect(FalseDiscovery.findings([]) == [])
    }
}

struct `Waiting times` {
    /// Weeks of remission, as in every textbook of survival (Freireich and others 1963).
    private let treated = WaitingTimes(
        answered: [6, 6, 6, 7, 10, 13, 16, 22, 23],
        waiting: [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35])
    private let control = WaitingTimes(
        answered: [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23],
        waiting: [])

    @Test func `have the medians of Kaplan and Meier`() {
        #expect(treated.median == 23)
        #expect(control.median == 8)
        #expect(control.quantile(0.9) == 17)
    }

    @Test func `have an interval of order statistics, or none where too many wait`() {
        #expect(control.medianInterval == 4...12)
        #expect(treated.medianInterval == nil)
        #expect(treated.answered == 9 && treated.waiting == 12)
    }

    @Test func `have Brookmeyer's and Crowley's interval where some wait`() {
        let some = WaitingTimes(
            answered: (1...30).map(Double.init), waiting: [31, 31, 31, 31])
        let interval = some.medianInterval
        #expect(some.median == 17)
        #expect(interval.map { (8...13).contains($0.lowerBound) } == true)
        #expect(interval.map { (21...27).contains($0.upperBound) } == true)
    }

    @Test func `have no median while more than half wait`() {
        let open = WaitingTimes(answered: [1, 2, 3], waiting: [4, 4, 4, 4])
        #expect(open.median == nil)
        #expect(WaitingTimes(answered: [], waiting: []).median == nil)
        #expect(WaitingTimes(answered: [5], waiting: []).median == 5)
        #expect(WaitingTimes(answered: [5], waiting: []).medianInterval == nil)
    }
}

struct `Two counts` {
    @Test func `differ only by more than their own bursts`() {
        let steady = Array(repeating: 2, count: 30)
        #expect(CountComparison(steady, before: Array(repeating: 1, count: 30)).isSignificant)
        #expect(!CountComparison(steady, before: steady).isSignificant)
        // The same sums, 60 and 30, but in two bursts.
        let bursts = [30, 30] + Array(repeating: 0, count: 28)
        let burst = [30] + Array(repeating: 0, count: 29)
        #expect(!CountComparison(bursts, before: burst).isSignificant)
        #expect(!CountComparison([0], before: [0]).isSignificant)
    }
}

struct `A trend` {
    @Test func `of shares is that of Cochran and Armitage`() throws {
        let trend = try #require(
            ShareTrend(zip([3, 5, 6, 9, 11], [20, 22, 19, 21, 23]).map { Proportion($0, of: $1) }))
        #expect(isNear(trend.slope, 0.0856))
        #expect(trend.isSignificant)
    }

    @Test func `of ratings is the line of least squares`() throws {
        let steps = zip([8, 7, 8, 8], [37.0, 29, 30, 26]).map { MeanTrend.Step(count: $0, sum: $1) }
        let trend = try #require(MeanTrend(steps, squares: 500))
        #expect(isNear(trend.slope, -0.4521))
        #expect(trend.isSignificant)
    }

    @Test func `is refused on too little`() {
        #expect(ShareTrend(Array(repeating: Proportion(1, of: 5), count: 5)) == nil)
        #expect(ShareTrend(Array(repeating: Proportion(5, of: 50), count: 3)) == nil)
        #expect(ShareTrend([]) == nil)
        #expect(MeanTrend([.init(count: 29, sum: 100)], squares: 400) == nil)
        let flat = ShareTrend(Array(repeating: Proportion(0, of: 20), count: 5))
        #expect(flat?.isSignificant == false && flat?.slope == 0)
    }
}

import Foundation
import Testing

@testable import Alerting

struct `The logarithm of the gamma function` {
    @Test(
        arguments: [
            (0.001, 6.907_178_885_383_853), (0.5, 0.572_364_942_924_700_1), (1, 0), (2, 0),
            (3.7, 1.428_072_326_665_388_4), (10, 12.801_827_480_081_469),
            (1e6, 12_815_504.569_147_611),
        ] as [(Double, Double)])
    func `has its known values`(x: Double, value: Double) {
        #expect(abs(LogGamma.value(x) - value) <= 1e-12 * max(1, abs(value)))
    }

    @Test func `has poles where it has none`() {
        #expect(LogGamma.value(0) == .infinity)
        #expect(LogGamma.value(-3) == .infinity)
        #expect(LogGamma.value(.nan) == .infinity)
    }
}

struct `A surge model` {
    private func model(_ counts: [Double]) throws -> SurgeModel {
        try #require(
            SurgeModel(counts: counts, weights: Array(repeating: 1, count: counts.count)))
    }

    @Test func `predicts probabilities that come to 1`() throws {
        for counts in [[0, 0, 0, 0], [1, 0, 3, 0, 0, 2], [20, 31, 18, 25]] {
            let model = try model(counts.map(Double.init))
            #expect(abs(model.probabilities(of: 0).orMore - 1) < 0.001)
        }
    }

    @Test func `counts every probability once`() throws {
        for counts in [[0, 0, 0, 0], [1, 0, 3, 0, 0, 2], [20, 31, 18, 25], [3000, 3100, 2800]] {
            let model = try model(counts.map(Double.init))
            for count in [5, 30, 3000] where Double(count) > model.mean {
                let (exactly, orMore) = model.probabilities(of: count)
                let more = model.probabilities(of: count + 1).orMore
                #expect(abs(orMore - exactly - more) < 1e-4 * orMore)
            }
        }
    }

    @Test func `is near to Poisson where counts are even and many`() throws {
        var random = SeededRandom(seed: 5)
        let model = try model((0..<2000).map { _ in Double(random.poisson(4)) })
        // P(X ≥ 12 | 4)
        #expect(abs(model.probabilities(of: 12).orMore / 0.000_915 - 1) < 1)
    }

    @Test func `is wide where little is known`() throws {
        let (few, many) = (
            try model([1, 1, 1]), try model(Array(repeating: 1, count: 300))
        )
        #expect(
            few.probabilities(of: 8).orMore > 100 * many.probabilities(of: 8).orMore)
    }

    @Test func `is nothing without history`() {
        #expect(SurgeModel(counts: [], weights: []) == nil)
        #expect(SurgeModel(counts: [1], weights: [0]) == nil)
    }
}

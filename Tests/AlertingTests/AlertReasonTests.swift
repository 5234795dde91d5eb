import FoundationEssentials
import Model
import Testing

@testable import Alerting

struct `The reason of an alert` {
    private func reason(_ rule: AlertRule, _ mentions: Mention...) -> String? {
        AlertDecider(rules: [rule], brands: brands).decisions(
            for: mentions.map { AlertCandidate(mention: $0) }, held: [], lastAlert: [:], now: at(0)
        ).alerts.first?.reason
    }

    @Test func `states the facts and what the rule asks for`() {
        let rule = rule {
            $0.conditions.maxScore = -0.3
            $0.conditions.maxStars = 2
        }
        #expect(
            reason(rule, mention(1, stars: 1))
                == "negative (−0.72), 1 of 5 stars, matches rule “complaints”: label negative, "
                + "score ≤ −0.3, at most 2 stars")
    }

    @Test func `calls the rule by its title and quotes the words`() {
        let rule = rule {
            $0.title = "Refunds"
            $0.conditions.labels = []
            $0.conditions.brands = [cafe, bakery]
            $0.conditions.sources = [SourceID(trusted: "reviews")]
            $0.conditions.kinds = [.review]
            $0.conditions.minConfidence = 0.5
            $0.conditions.condition = Says(word: "refund")
            $0.conditions.conditionText = "refund OR \"money back\""
        }
        #expect(
            reason(rule, mention(1, text: "no refund"))
                == "negative (−0.72), says “refund”, matches rule “Refunds”: confidence ≥ 0.5, "
                + "brand bakery or cafe, source reviews, kind review, words refund OR \"money back\""
        )
    }

    @Test func `names the worst of several`() {
        let rule = rule {
            $0.conditions.labels = []
            $0.coolDown = 60
        }
        #expect(
            reason(rule, mention(1), mention(2, stars: 1), mention(3, label: .unscored))
                == "3 mentions match rule “complaints”: any mention; the worst is negative (−0.72), "
                + "1 of 5 stars")
    }

    @Test(arguments: [
        (0.0, "0"), (-0.001, "0"), (-0.72, "−0.72"), (0.05, "0.05"), (-0.3, "−0.3"), (1, "1"),
        (4.999, "5"), (.nan, "?"), (1e300, "?"),
    ])
    func `writes numbers plainly`(number: Double, text: String) {
        #expect(Figure.text(number) == text)
    }

    @Test(arguments: [
        (1.0, 1.0, 5.0, "1 of 5 stars"), (3, 0, 10, "3 of 10 (2.2 stars)"),
        (0, -1, 1, "0 of 1 (3 stars)"), (0, 0, 5, "0 of 5 (1 star)"),
    ])
    func `writes ratings on their own scale`(
        value: Double, min: Double, max: Double, text: String
    ) throws {
        #expect(Figure.text(try #require(Rating(value: value, min: min, max: max))) == text)
    }

    @Test func `writes the date where it is another day`() {
        #expect(Figure.time(at(5), now: at(0)) == "10:05 UTC")
        #expect(Figure.time(at(24 * 60), now: at(0)).hasSuffix("-22 10:00 UTC"))
        #expect(Figure.time(.distantFuture, now: at(0)).hasSuffix(" UTC"))
    }
}

import Foundation
import Model
import Testing

@testable import Reporting

private let body = "The waiter was rude, RUDE and late."
private let rude = AspectOpinion(
    aspect: .care, score: -0.62, label: .negative, spans: [15..<19, 21..<25])
private let place = AspectOpinion(aspect: .place, score: 0.1, label: .neutral, spans: [900..<901])

private func explained() -> ExplanationPage {
    var sentiment = Sample.sentiment(-0.8, .negative)
    sentiment.aspects = [rude, place]
    return ExplanationPage(body: body, rating: nil, sentiment: sentiment)
}

struct `An aspect` {
    @Test func `is told with its score and each of its words once`() {
        #expect(AspectText.line(rude, body: body) == "care: negative (−0.62), by “rude”")
    }

    @Test func `without score or words tells what there is`() {
        #expect(AspectText.line(place, body: body) == "place: neutral")
    }

    @Test func `with many words tells how many more there are`() {
        let many = AspectOpinion(
            aspect: .care, score: -1, label: .negative, spans: (0..<7).map { $0..<$0 + 1 })
        #expect(
            AspectText.line(many, body: "abcdefg")
                == "care: negative (−1.00), by “a”, “b”, “c”, “d”, “e” and 2 more")
    }

    @Test func `stands in explanation and mention page`() {
        #expect(
            explained().rendered(as: .table, for: Sample.plain).contains(
                "\nAbout\ncare: negative (−0.62), by “rude”\nplace: neutral\n"))
        var mention = Sample.mention(title: nil, text: body)
        mention.sentiment.aspects = [rude]
        let page = MentionPage(mention: mention, versions: [], decisions: [], deliveries: [])
        #expect(
            page.rendered(as: .table, names: Sample.names, for: Sample.plain).contains(
                "\nAbout\ncare: negative (−0.62), by “rude”\n"))
    }

    @Test func `stands in every JSON of a verdict, with its spans`() {
        let json =
            #""aspects":[{"aspect":"care","score":-0.62,"label":"negative","spans":"#
            + #"[{"start":15,"end":19},{"start":21,"end":25}]}"#
        #expect(explained().rendered(as: .json, for: Sample.plain).contains(json))
        var line = JSONText()
        ScoreLine.write(explained().sentiment, to: &line)
        #expect(line.string.contains(json))
        var mention = Sample.mention(title: nil, text: body)
        mention.sentiment.aspects = [rude]
        let list = MentionListing.listing([mention], names: Sample.names)
        #expect(list.rendered(as: .jsonl, for: Sample.plain).contains(json))
        #expect(list.rendered(as: .csv, for: Sample.plain).contains("care negative"))
    }
}

struct `An evaluation of aspects` {
    private typealias Mark = AspectEvaluation.Mark

    private func said(_ aspect: Aspect, _ label: Sentiment.Label) -> AspectOpinion {
        AspectOpinion(aspect: aspect, score: 0, label: label, spans: [0..<1])
    }

    @Test func `counts what is found, missed, and named without a mark`() throws {
        var evaluation = AspectEvaluation()
        evaluation.add(
            [Mark(aspects: [.staff, .care], label: .negative)], tagged: [said(.care, .negative)])
        evaluation.add(
            [Mark(aspects: [.price], label: .positive)], tagged: [said(.staff, .neutral)])
        evaluation.add(
            [Mark(aspects: [.price], label: .positive)],
            tagged: [said(.price, .negative), said(.website, .neutral)])
        let staff = try #require(evaluation.detection(of: .staff))
        #expect((staff.found, staff.missed, staff.wrong) == (1, 0, 1))
        let price = try #require(evaluation.detection(of: .price))
        #expect((price.found, price.missed, price.wrong) == (1, 1, 0))
        #expect(evaluation.detection(of: .website) == nil)
        #expect(evaluation.detection(of: .care) == nil)
        #expect(evaluation.total.f1 == 4.0 / 6)
        #expect(evaluation.macroF1() == 2.0 / 3)
        #expect(evaluation.macroF1(support: 2) == 2.0 / 3)
        #expect(evaluation.foundPolarity.accuracy == 0.5)
        #expect(evaluation.givenPolarity.count == 0)
    }

    @Test func `does not compare a polarity that people felt both ways`() {
        var evaluation = AspectEvaluation()
        evaluation.add(
            [
                Mark(aspects: [.product], label: .positive, given: .positive),
                Mark(aspects: [.product], label: .negative, given: .positive),
            ], tagged: [said(.product, .positive)])
        evaluation.add([Mark(aspects: [.product], label: nil)], tagged: [said(.product, .neutral)])
        #expect(evaluation.foundPolarity.count == 0)
        #expect(evaluation.total.found == 2)
        #expect(evaluation.givenPolarity.accuracy == 0.5)
    }

    @Test func `of nothing has no figures`() {
        let empty = AspectEvaluation()
        #expect(empty.total.f1 == nil)
        #expect(empty.macroF1() == nil)
        let text = AspectEvaluationPage(evaluation: empty).rendered(as: .table, for: Sample.plain)
        #expect(text.contains("–"))
    }
}

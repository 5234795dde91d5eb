import Model
import Testing

@testable import Reporting

struct `The page of an evaluation` {
    private func evaluation(
        _ texts: [(Sentiment.Label, Sentiment.Label, Double)], rating: Double? = nil
    ) -> SentimentEvaluation {
        var evaluation = SentimentEvaluation()
        for (truth, label, score) in texts {
            evaluation.add(
                LabelledVerdict(
                    truth: truth, label: label, score: score, confidence: 0.75, rating: rating))
        }
        return evaluation
    }

    private var page: EvaluationPage {
        EvaluationPage(
            groups: [
                EvaluationPage.Group(
                    name: "shops",
                    evaluation: evaluation([
                        (.negative, .negative, -0.5), (.positive, .positive, 0.5),
                    ])),
                EvaluationPage.Group(
                    name: "apps",
                    evaluation: evaluation(
                        [(.negative, .positive, 0.5), (.positive, .unscored, 0)], rating: 1)),
            ],
            mistakes: [
                EvaluationPage.Mistake(
                    file: "a.tsv", line: 7,
                    verdict: LabelledVerdict(
                        truth: .negative, label: .positive, score: 0.5, confidence: 0.75),
                    text: "so good\u{1B}[31m" + String(repeating: " and on", count: 100),
                    terms: ["+good"])
            ])
    }

    private let wide = Reader(style: .plain, width: 200, time: Sample.time)

    @Test func `has the sources, their mean, and all texts together`() {
        let text = page.rendered(as: .table, for: wide)
        let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(lines[1].starts(with: ["shops", "2", "1.000", "1.000"]))
        #expect(lines[2].starts(with: ["apps", "2", "0.000", "0.000"]))
        #expect(lines[3].starts(with: ["mean", "of", "2", "–", "0.500", "0.500"]))
        #expect(lines[4].starts(with: ["all", "texts", "4", "0.500"]))
        #expect(text.contains("opposite in 50.0 % of the 2 rated texts (ratings read as of 5)."))
        #expect(text.contains("Stated confidence and share right\n"))
        #expect(text.contains("a.tsv:7"))
        #expect(!text.contains("\u{1B}"))
    }

    @Test func `is one JSON object for programs`() {
        let json = page.rendered(as: .json, for: wide)
        #expect(
            json.hasPrefix(
                #"{"sources":[{"name":"shops","rows":2,"accuracy":1,"macroF1":1,"#))
        #expect(
            json.contains(
                #""confusion":[{"truth":"negative","negative":1,"neutral":0,"positive":0,"unscored":0}"#
            ))
        #expect(json.contains(#""mean":{"sources":2,"accuracy":0.5"#))
        #expect(json.contains(#""all":{"name":"all","rows":4"#))
        #expect(json.contains(#""mistakes":[{"place":"a.tsv:7","truth":"negative""#))
    }

    @Test func `is a row for each source in CSV and JSON Lines`() {
        let csv = page.rendered(as: .csv, for: wide)
        #expect(csv.hasPrefix("row,name,rows,accuracy,macroF1,negativePrecision,"))
        #expect(csv.split(separator: "\r\n").count == 5)
        let lines = page.rendered(as: .jsonl, for: wide).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[2].hasPrefix(#"{"row":"mean","name":"mean of 2","rows":null,"accuracy":0.5"#))
    }

    @Test func `is made of Markdown tables`() {
        let text = page.rendered(as: .markdown, for: wide)
        #expect(text.hasPrefix("| Source | Rows |"))
        #expect(text.contains("Surest mistakes:\n\n| Place |"))
    }

    @Test func `shows no mean of one source`() {
        let one = EvaluationPage(groups: [page.groups[0]])
        #expect(!one.rendered(as: .table, for: wide).contains("mean of"))
    }
}

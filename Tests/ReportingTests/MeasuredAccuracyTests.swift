import FoundationEssentials
import Model
import Testing

@testable import Reporting

private func correction(
    _ id: Int64, on mention: MentionID, _ person: Sentiment.Label?, machine: Sentiment.Label?,
    aspect: Aspect? = nil, version: Int = 1, basis: Sentiment.Basis = .text,
    isSampled: Bool = false, note: String? = nil
) -> Correction {
    Correction(
        id: id, mention: mention, version: version, aspect: aspect, label: person,
        machineLabel: machine, basis: basis, lexicon: "en-1", at: Sample.now, by: "ada",
        note: note, isSampled: isSampled)
}

/// Twenty mentions drawn at random, of which the engine judged 17 rightly; four have a rating.
private let sampled = (1...20).map { number in
    correction(
        Int64(number), on: MentionID(number), .negative,
        machine: number <= 3 ? .positive : .negative, basis: number > 16 ? .rating : .text,
        isSampled: true)
}

struct `The measured accuracy` {
    @Test func `counts what was drawn at random apart from what was picked`() {
        let accuracy = MeasuredAccuracy(
            sampled + [correction(30, on: 30, .positive, machine: .negative)])
        #expect(accuracy.sampled == Proportion(17, of: 20))
        #expect(accuracy.sampledByText == Proportion(13, of: 16))
        #expect(accuracy.picked == Proportion(0, of: 1))
        #expect(accuracy.pairs[.init(machine: .positive, person: .negative)] == 3)
        #expect(accuracy.pairs[.init(machine: .negative, person: .positive)] == 1)
    }

    @Test func `takes the last word on a wording, and each wording for itself`() {
        let accuracy = MeasuredAccuracy([
            correction(1, on: 7, .positive, machine: .negative, isSampled: true),
            correction(2, on: 7, .negative, machine: .negative),
            correction(3, on: 7, .negative, machine: .positive, version: 2),
        ])
        #expect(accuracy.sampled == Proportion(1, of: 1))
        #expect(accuracy.picked == Proportion(0, of: 1))
    }

    @Test func `leaves aspects out`() {
        let accuracy = MeasuredAccuracy([
            correction(1, on: 7, .positive, machine: nil, aspect: .care)
        ])
        #expect(accuracy.picked.total == 0 && accuracy.pairs.isEmpty)
    }

    /// 17 of 20: Wilson's interval is 0.6396 to 0.9476.
    @Test func `is told with its interval once twenty were drawn`() throws {
        let text = try #require(AccuracyText.sentences(MeasuredAccuracy(sampled)).first)
        #expect(
            text
                == "Of 20 mentions drawn at random the engine judged 17 as you did: 85 % (95 % interval 64–95 %)."
        )
        let few = AccuracyText.sentences(MeasuredAccuracy(Array(sampled.prefix(19))))
        #expect(few.first?.contains("not known yet: 19 mentions") == true)
        #expect(few.allSatisfy { !$0.contains(" % (") })
    }
}

struct `A page of corrections` {
    private let page = CorrectionPage(
        corrections: [
            correction(1, on: 7, .positive, machine: .negative, note: "=cmd()|\u{1B}[31m"),
            correction(2, on: 8, nil, machine: .negative, aspect: .care),
        ], excerpts: [7: "@SUM(A1) <b>rude</b> \u{202E}abc"], accuracy: MeasuredAccuracy(sampled))

    @Test func `is harmless wherever it goes`() {
        let table = page.rendered(as: .table, for: Sample.plain)
        #expect(!table.contains("\u{1B}") && !table.contains("\u{202E}"))
        let csv = page.rendered(as: .csv, for: Sample.plain)
        #expect(csv.contains("'=cmd()") && csv.contains("'@SUM(A1)"))
        let markdown = page.rendered(as: .markdown, for: Sample.plain)
        #expect(!markdown.contains("<b>") && markdown.contains("17 as you did"))
    }

    @Test func `gives programs counts and interval`() {
        let json = page.rendered(as: .json, for: Sample.plain)
        #expect(json.contains(#""sampled":{"right":17,"count":20,"share":0.85,"#))
        #expect(json.contains(#""aspect":"care","machine":"negative","person":"none""#))
    }
}

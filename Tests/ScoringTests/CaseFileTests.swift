import Foundation
import Model
import Scoring
import Testing

/// The written cases of every language in `Cases/`; `MarkedText` explains their lines.
struct `A written case` {
    /// One case with the place where it is written.
    struct Case: CustomStringConvertible, Sendable {
        var place: String
        var text: MarkedText

        var description: String { "\(place): \(text)" }
    }

    static let all: [Case] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/Scoring")
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (files ?? []).sorted().flatMap { name -> [Case] in
            let file = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
            let lines = (file ?? "").split(separator: "\n", omittingEmptySubsequences: false)
            return lines.enumerated().compactMap { number, line in
                line.isEmpty || line.hasPrefix("# ")
                    ? nil : Case(place: "\(name):\(number + 1)", text: MarkedText(String(line)))
            }
        }
    }()

    private static let scorer = SentimentScorer(lexicon: .embedded)

    @Test func `is one of hundreds`() { #expect(Self.all.count >= 700) }

    @Test(.timeLimit(.minutes(5)), arguments: all)
    func `is judged as a careful person would`(_ item: Case) {
        let sentiment = Self.scorer.score(text: item.text.plain, language: nil)
        #expect(sentiment.label.rawValue == item.text.label, "\(sentiment)")
        for mark in item.text.marks {
            let met = sentiment.contributions.filter { $0.span.overlaps(mark.span) }
            #expect(
                met.contains { ($0.weight > 0) == mark.isPositive },
                "\(sentiment.contributions)")
        }
        let sum = sentiment.contributions.reduce(0) { $0 + $1.weight }
        #expect(sum == (sentiment.textScore ?? 0))
    }
}

import Model
import Testing

@testable import Matching

/// How well stories are found, counted on labelled pairs of invented words.
struct `Finding copies of a story` {
    private struct Count: CustomStringConvertible {
        var (found, right, same, pairs) = (0, 0, 0, 0)
        var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
        var recall: Double { same == 0 ? 1 : Double(right) / Double(same) }

        var description: String {
            "\(pairs) pairs, \(same) of one story; precision \(precision), recall \(recall)"
        }
    }

    private func isFound(_ pair: LabelledPair) -> Bool {
        let finder = StoryFinder()
        let near = finder.candidates(
            for: .of(pair.right.entry), among: [.of(pair.left.entry)][...])
        return !near.isEmpty && finder.isSameStory(pair.left, pair.right)
    }

    @Test func `is nearly never wrong and mostly finds them`() throws {
        var total = Count()
        var missed: [String] = []
        for pair in try LabelledPair.all() {
            let isFound = isFound(pair)
            total.pairs += 1
            total.same += pair.isSame ? 1 : 0
            total.found += isFound ? 1 : 0
            total.right += isFound && pair.isSame ? 1 : 0
            if isFound != pair.isSame { missed.append("\(pair.file):\(pair.line)") }
        }
        #expect(total.pairs >= 280 && total.same >= 140)
        #expect(total.precision >= 0.99 && total.recall >= 0.95, "\(total); wrong: \(missed)")
    }
}

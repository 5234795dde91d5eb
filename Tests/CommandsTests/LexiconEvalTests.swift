import Assembly
import Foundation
import Model
import Reporting
import Testing

@testable import Commands

struct `The evaluation of labelled texts` {
    /// Evaluates files of these contents.
    private func run(
        _ contents: [String], mistakes: Int = 0,
        _ change: (inout EvaluationRun) -> Void = { _ in }
    ) throws -> EvaluationPage {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "repute-eval-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var run = EvaluationRun(
            scorer: Assembly.standalone().scorer, mistakeLimit: mistakes)
        change(&run)
        var files: [String] = []
        for (index, text) in contents.enumerated() {
            files.append("\(folder)/\(index).tsv")
            try Data(text.utf8).write(to: URL(filePath: files[index]))
        }
        do {
            return try LexiconEvalCommand.page(of: files, by: run)
        } catch let failure as CommandFailure {
            throw CommandFailure(
                failure.code, failure.message.replacingOccurrences(of: folder + "/", with: ""))
        }
    }

    private func failure(_ contents: String...) -> CommandFailure? {
        do {
            _ = try run(contents)
            return nil
        } catch {
            return error as? CommandFailure
        }
    }

    @Test func `finds its columns by their names, in any order`() throws {
        let page = try run([
            "\u{FEFF}Text\tid\tsource\tLABEL\trating\r\n"
                + "The waiter was terribly rude.\t1\tcafe\tnegative\t1\r\n"
                + "What a wonderful, lovely evening!\t2\tcafe\tPositive\t\r\n\r\n"
                + "A wonderful, lovely stay.\t3\thotel\tnegative\t1"
        ])
        #expect(page.groups.map(\.name) == ["cafe", "hotel"])
        #expect(page.groups.map(\.evaluation.count) == [2, 1])
        #expect(page.groups[0].evaluation.accuracy == 1)
        #expect(page.groups[1].evaluation.accuracy == 0)
        #expect(page.groups[1].evaluation.ratings.oppositeCount == 1)
        #expect(page.groups[0].evaluation.ratings.count == 1)
    }

    @Test func `is by file where no source is named, or by language`() throws {
        let text = "label\tlang\ttext\nnegative\tde\tDas Essen war schrecklich und kalt.\n"
        let more = "label\ttext\nnegative\tThe food was awful and cold.\n"
        #expect(
            try run([text, more]).groups.map { String($0.name.suffix(5)) } == ["0.tsv", "1.tsv"])
        #expect(try run([text, more]) { $0.grouping = .lang }.groups.map(\.name) == ["de", "en"])
    }

    @Test func `keeps to the limit`() throws {
        let text = "label\ttext\n" + String(repeating: "negative\tAwful and rude.\n", count: 9)
        #expect(try run([text, text]) { $0.limit = 4 }.groups.map(\.evaluation.count) == [4, 4])
        // what is wrong behind the limit is not looked at
        #expect(try run([text + "wrong\n"]) { $0.limit = 9 }.groups[0].evaluation.count == 9)
    }

    @Test func `shows the surest mistakes with the words that counted`() throws {
        let page = try run(
            [
                "label\ttext\nnegative\tIt was fine, good enough.\n"
                    + "negative\tWonderful, excellent, perfect and lovely!\nneutral\tThe shop opens at nine.\n"
                    + "positive\tWonderful, excellent and lovely!\n"
            ], mistakes: 1)
        #expect(page.mistakes.map(\.line) == [3])
        #expect(page.mistakes[0].terms.allSatisfy { $0.hasPrefix("+") })
        #expect(page.mistakes[0].excerpt.hasPrefix("Wonderful"))
    }

    @Test(arguments: [
        ("", "0.tsv: the file is empty"),
        ("label\ttext\n", "0.tsv: there is no text below the first line"),
        (
            "label\tbody\nx\ty\n",
            "0.tsv:1: there is no column `text`; the first line has to name the columns, parted by tabs"
        ),
        ("labels\ttext\n", "0.tsv:1: there is no column `label`; is it `labels`?"),
        ("label\ttext\ttext\n", "0.tsv:1: the column `text` stands twice; keep one"),
        (
            "label\ttext\nnegative\ta\tb\n",
            "0.tsv:2: 3 fields where the first line has 2; a text may hold no tab and no line break"
        ),
        (
            "label\ttext\n\nnegativ\ta\n",
            "0.tsv:3: the label cannot be `negativ`; did you mean `negative`?"
        ),
        (
            "label\ttext\nunscored\ta\n",
            "0.tsv:2: the label cannot be `unscored`; it is one of negative, neutral, positive"
        ),
        (
            "label\trating\ttext\nneutral\tfive\ta\n",
            "0.tsv:2: the rating `five` is no number; leave it empty for none"
        ),
    ])
    func `tells file and line of what is wrong`(text: String, message: String) {
        let failure = failure(text)
        #expect(failure?.message == message)
        #expect(failure?.code == .badData)
    }

    @Test func `names a file that is not there`() {
        let run = EvaluationRun(scorer: Assembly.standalone().scorer)
        let error = #expect(throws: CommandFailure.self) {
            _ = try LexiconEvalCommand.page(of: ["/nowhere/at/all.tsv"], by: run)
        }
        #expect(error?.code == .noInput)
        #expect(error?.message.hasPrefix("/nowhere/at/all.tsv: can't be opened") == true)
    }

    @Test func `mends what is no UTF-8, and reads lines across the pieces of a large file`() throws
    {
        let line =
            "negative\tThe waiter was awful and rude, \(String(repeating: "so ", count: 300))\n"
        let text = "label\ttext\n" + String(repeating: line, count: 1300)
        #expect(try run([text]).groups[0].evaluation.count == 1300)
    }
}

struct `A collector of mistakes` {
    @Test func `keeps the surest, the first of equals`() {
        var collector = MistakeCollector(limit: 2)
        for (line, confidence) in [(1, 0.5), (2, 0.7), (3, 0.7), (4, 0.6)] {
            let verdict = LabelledVerdict(
                truth: .negative, label: .positive, score: 0.5, confidence: confidence)
            guard collector.keeps(verdict) else { continue }
            collector.add(
                EvaluationPage.Mistake(
                    file: "f", line: line, verdict: verdict, text: "", terms: []))
        }
        #expect(collector.mistakes.map(\.line) == [2, 3])
        let right = LabelledVerdict(
            truth: .negative, label: .negative, score: -0.5, confidence: 1)
        #expect(!collector.keeps(right))
    }
}

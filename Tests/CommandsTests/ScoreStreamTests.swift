import Assembly
import Foundation
import Testing

@testable import Commands

struct `A score stream` {
    private func output(of pieces: [[UInt8]], explains: Bool = false) -> String {
        var stream = ScoreCommand.stream(
            by: Assembly.standalone().scorer, language: nil, explains: explains)
        var bytes = pieces.flatMap { stream.answers(to: $0) }
        bytes += stream.end()
        return String(decoding: bytes, as: UTF8.self)
    }

    private func lines(of text: String) throws -> [[String: Any]] {
        try output(of: [Array(text.utf8)]).split(separator: "\n").map { line in
            try #require(
                JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    @Test func `answers every line, the empty ones too, in their order`() throws {
        let answers = try lines(
            of:
                "The waiter was terribly rude and the food was awful.\n\nWhat a wonderful, lovely evening!\n"
        )
        #expect(answers.count == 3)
        #expect(
            answers.map { $0["label"] as? String } == ["negative", "unscored", "positive"])
        #expect(answers.allSatisfy { Set($0.keys) == ["score", "label", "confidence"] })
        #expect((answers[0]["score"] as? Double ?? 0) < 0)
    }

    @Test func `gives exactly the promised keys in their order`() {
        #expect(
            output(of: [[0x0A]]) == #"{"score":0,"label":"unscored","confidence":0}"# + "\n")
    }

    @Test(arguments: ["", "a last line\n", "no line feed at the end", "two\nlines", "\r\n\r\n"])
    func `gives as many lines as it gets`(text: String) {
        let expected = text.split(separator: "\n", omittingEmptySubsequences: false).count
        let count =
            text.isEmpty || text.hasSuffix("\n") || text.hasSuffix("\r\n")
            ? text.utf8.count { $0 == 0x0A } : expected
        let bytes = Array(text.utf8)
        #expect(output(of: [bytes]).utf8.count { $0 == 0x0A } == count)
    }

    @Test func `does not depend on how the bytes come in`() {
        let text = Array("schön ist das nicht\nawful\r\n\n👍 great place, really great\nrest".utf8)
        let whole = output(of: [text])
        for size in [1, 2, 3, 7] {
            let pieces = stride(from: 0, to: text.count, by: size).map {
                Array(text[$0..<min($0 + size, text.count)])
            }
            #expect(output(of: pieces) == whole)
        }
    }

    @Test func `keeps the order where many processors work on a long piece`() {
        let texts = (0..<20_000).map { index in
            index % 3 == 0 ? "The food was awful, number \(index)" : "The food was lovely, \(index)"
        }
        let text = texts.joined(separator: "\n")
        let long = output(of: [Array(text.utf8)]).split(separator: "\n")
        #expect(long.count == texts.count)
        let single = texts.prefix(5).map { output(of: [Array(($0 + "\n").utf8)]) }
        #expect(long.prefix(5).map { $0 + "\n" } == single)
        #expect(
            long.enumerated().allSatisfy { index, line in
                line.contains(index % 3 == 0 ? "negative" : "positive")
            })
    }

    @Test func `mends what is no UTF-8 and takes NUL for a character`() throws {
        let answers = output(of: [
            [0xFF, 0xFE, 0x61, 0x0A, 0x00, 0xC3, 0x0A, 0xED, 0xA0, 0x80, 0x0A]
        ])
        #expect(answers.split(separator: "\n").count == 3)
    }

    @Test func `adds the reasons where they are asked for`() throws {
        let text = output(
            of: [Array("The waiter was rude to us all evening.\n".utf8)], explains: true)
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["language"] as? String == "en")
        let contributions = try #require(object["contributions"] as? [[String: Any]])
        #expect(contributions.contains { ($0["term"] as? String)?.contains("rude") == true })
        #expect(text.hasPrefix(#"{"score":-"#))
    }
}

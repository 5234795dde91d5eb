import Testing

@testable import Matching

/// A small generator with a seed (Vigna's SplitMix64), so that every run tries the same.
private struct SplitMix {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }
}

struct `Any text at all` {
    private static let pieces = [
        "a1", "café", "AND", "OR", "NOT", "NEAR/2", "NEAR", "(", ")", "\"", "-", "*", " ", "\n",
        "title:", "author:", "raw:", "site:", "lang:", "rating:", "<=2", "1..2", "..", "x:", "'",
        "’", "&", "_", "東京", "👩‍👩‍👧", "\u{301}", "\u{0}", "\u{202E}", "C++", "\\", "“", ".5", "#",
        "e\u{301}*",
    ]
    private static let subjects = [
        subject(""), subject("a1 café C++ 東京 'x' co-op a1", title: "a1", author: "x"),
        subject("\u{301}\u{301}- -'&' _a_ #@ 1.2.3 \u{AD}"),
    ]

    @Test(arguments: 0..<8)
    func `is a query or a mistake with a place inside it`(seed: Int) {
        var random = SplitMix(state: UInt64(seed))
        for _ in 0..<2500 {
            let text = (0...random.next(below: 14)).map { _ in
                Self.pieces[random.next(below: Self.pieces.count)]
            }.joined(separator: random.next(below: 2) == 0 ? " " : "")
            do {
                let query = try BrandQuery(parsing: text)
                for subject in Self.subjects {
                    let terms = query.matchedTerms(in: subject)
                    #expect((terms != nil) == query.explanation(in: subject).isMatch)
                }
                _ = query.hints
            } catch {
                #expect(error.column >= 1 && error.column <= text.count + 1, "\(text)")
                #expect(error.column - 1 + error.length <= max(1, text.count), "\(text)")
                let lines = error.caret(under: text).split(
                    separator: "\n", omittingEmptySubsequences: false)
                #expect(lines.count == 2 && lines[1].contains("^"), "\(text)")
            }
        }
    }

    @Test func `is indexed in one pass, whatever it is`() throws {
        let words = String(repeating: "a-", count: 100_000) + String(repeating: "'", count: 50_000)
        let subject = subject(words + String(repeating: "東", count: 50_000), title: "x")
        let query = "\"a a a a a b\" OR raw:aaaab OR (a1 NEAR/100 東) OR \"東東東x\""
        #expect(try BrandQuery(parsing: query).matchedTerms(in: subject) == nil)
    }
}

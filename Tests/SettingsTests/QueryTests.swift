import Alerting
import FoundationEssentials
import Matching
import Model
import Testing

@testable import Settings

struct `A query with a mistake` {
    @Test func `gets a caret under it, in the file`() throws {
        let text = "brands:\n  - id: b\n    query: harbour AND\n"
        #expect(
            try problems(text).map { $0.split(separator: "\n").dropFirst().joined(separator: "\n") }
                == [
                    """
                        query: harbour AND
                                       ^^^
                    """
                ])
        #expect(try problems(text)[0].hasPrefix("repute.yaml:3:20: error: `query`: "))
    }

    @Test(arguments: [
        ("query: 'it''s (cafe'", "3:19", "^"),
        (#"query: "café (x""#, "3:18", "^"),
        ("query: >\n      harbour\n      OR (cafe\n", "5:10", "^"),
        ("query: |\n      harbour\n      OR (cafe\n", "5:10", "^"),
        ("query: harbour\n      OR (cafe\n", "4:10", "^"),
    ])
    func `is found through quotes and folds`(query: String, place: String, carets: String) throws {
        let found = try problems("brands:\n  - id: b\n    \(query)")
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("repute.yaml:\(place): error: "))
        let lines = found[0].split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.last?.filter { $0 == "^" } == carets)
        let column = lines[2].prefix { $0 != "^" }.count
        #expect(Array(lines[1])[column] == "(")
    }

    @Test func `that the file writes otherwise is shown by itself`() throws {
        let found = try problems("brands:\n  - id: b\n    query: \"caf\\u00e9 (x\"")
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("repute.yaml:3:12: error: "))
        #expect(found[0].hasSuffix("\ncafé (x\n     ^"))
    }

    @Test func `in a very long line shows only a part of it`() throws {
        let words = Array(repeating: "word", count: 200).joined(separator: " OR ")
        let found = try problems("brands: [{id: b, query: \"\(words) OR (x\"}]")
        #expect(found.count == 1)
        #expect(found[0].split(separator: "\n").allSatisfy { $0.count < 200 })
    }

    @Test func `is found in rules too`() throws {
        let found = try problems("rules:\n  - {id: r, when: {words: (refund}}")
        #expect(found.first?.hasPrefix("repute.yaml:2:27: error: `words`: ") == true)
    }

    @Test func `that is no mistake but doubtful gets a warning with a caret`() throws {
        let text = """
            brands: [{id: b, query: harbour and cafe}]
            sources: [{id: s, url: 'https://a.example/'}]
            """
        let found = try problems(text)
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("repute.yaml:1:33: warning: `query`: "))
        #expect(found[0].hasSuffix("^^^"))
    }
}

struct `A query condition` {
    @Test func `says which words of a mention met it`() throws {
        let condition = QueryCondition(try BrandQuery(parsing: "refund* OR lawyer"))
        var entry = Entry(identity: EntryIdentity(rung: .stableID, key: "1"))
        entry.text = "I asked for a Refund twice."
        let mention = Mention(
            id: 1, source: SourceID(trusted: "s"), kind: .review, entry: entry, brands: [],
            sentiment: Sentiment(
                score: 0, label: .neutral, confidence: 1, basis: .text, lexicon: "test"),
            firstSeen: Date(timeIntervalSince1970: 0), occurredAt: Date(timeIntervalSince1970: 0),
            version: 1, isBaseline: false)
        #expect(condition.matchedTerms(in: mention) == ["Refund"])
        var other = mention
        other.entry.text = "All fine."
        #expect(condition.matchedTerms(in: other) == nil)
    }
}

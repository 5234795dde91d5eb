import Model
import Testing

@testable import Matching

private let joes = Brand(id: BrandID(trusted: "joes"), name: "Joe’s Diner")
private let target = Brand(id: BrandID(trusted: "target"), name: "Target")
private let plus = Brand(id: BrandID(trusted: "plus"), name: "C++")

private func source(_ kind: Source.Kind, brand: Brand? = nil) -> Source {
    Source(
        id: SourceID(trusted: "s"), url: Secret("https://example.com/feed"), kind: kind,
        brand: brand?.id)
}

private func matcher() throws -> BrandMatcher {
    BrandMatcher([
        try BrandDefinition(brand: joes),
        try BrandDefinition(
            brand: target, query: try BrandQuery(parsing: "target -aim"),
            context: ["store", "check out*"], contextWindow: 3),
    ])
}

struct `A brand matcher` {
    @Test(arguments: [Source.Kind.review, .survey])
    func `gives every entry of a review or survey source to its brand`(kind: Source.Kind) throws {
        let found = try matcher().brands(
            for: entry("at Joe's Diner"), of: source(kind, brand: target))
        #expect(found == [Mention.BrandMatch(brand: target.id)])
        #expect(
            try matcher().brands(for: entry(nil), of: source(kind, brand: target))
                == [Mention.BrandMatch(brand: target.id)])
    }

    @Test func `asks all queries of a review source without a brand`() throws {
        let found = try matcher().brands(for: entry("joes diner"), of: source(.review))
        #expect(found == [Mention.BrandMatch(brand: joes.id, terms: ["joes diner"])])
        #expect(try matcher().brands(for: entry("good"), of: source(.review)).isEmpty)
    }

    @Test func `gives an entry of a mention source to each brand whose query matches`() throws {
        let text = entry("From Joe's Diner we went to the Target store.")
        let found = try matcher().brands(for: text, of: source(.mention))
        #expect(
            found == [
                Mention.BrandMatch(brand: joes.id, terms: ["Joe's Diner"]),
                Mention.BrandMatch(brand: target.id, terms: ["Target"]),
            ])
        let one = try matcher().brands(for: text, of: source(.mention, brand: target))
        #expect(one.map(\.brand) == [target.id])
        #expect(
            try matcher().brands(for: entry("nothing"), of: source(.mention, brand: target)).isEmpty
        )
    }

    @Test(arguments: [
        ("the target store", true),
        ("in a store of the old brand Target", false),
        ("store here one two Target", true),
        ("Target: we were checked in, then check outs", false),
        ("Target has a check outs lane", true),
        ("we missed the target", false),
        ("target one two three four store target", true),
    ])
    func `asks for a context word within the window`(text: String, expected: Bool) throws {
        let found = try matcher().brands(for: entry(text), of: source(.mention))
        #expect(found.isEmpty != expected)
    }

    @Test func `takes a context word anywhere where no window is set`() throws {
        let definition = try BrandDefinition(brand: target, context: ["store"], contextWindow: nil)
        let far = "Target " + String(repeating: "word ", count: 500) + "store"
        let found = BrandMatcher([definition]).brands(for: entry(far), of: source(.mention))
        #expect(found.map(\.terms) == [["Target"]])
    }

    @Test func `sees a context word in the title`() throws {
        let definition = try BrandDefinition(brand: target, context: ["store"])
        let found = BrandMatcher([definition]).brands(
            for: entry("Target was full", title: "A store"), of: source(.mention))
        #expect(found.count == 1)
    }

    @Test func `looks for a name that is hardly a word as it stands`() throws {
        let matcher = BrandMatcher([try BrandDefinition(brand: plus)])
        #expect(matcher.brands(for: entry("we use C++ here"), of: source(.mention)).count == 1)
        #expect(matcher.brands(for: entry("we use c here"), of: source(.mention)).isEmpty)
    }

    @Test func `refuses a context word that is none`() {
        let error = #expect(throws: QuerySyntaxError.self) {
            try BrandDefinition(brand: target, context: ["store", "&"])
        }
        #expect(error?.reason == .unsearchable)
    }
}

import Model
import Testing

@testable import Matching

private let alba = Brand(id: BrandID(trusted: "alba"), name: "Alba Foods")
private let brixo = Brand(id: BrandID(trusted: "brixo"), name: "Brixo", isCompetitor: true)
private let corva = Brand(id: BrandID(trusted: "corva"), name: "Corva")

/// What stands at the spans of a text for Alba Foods, of which the definitions know others.
private func found(
    _ text: String, title: String? = nil, _ definitions: BrandDefinition...
) -> (brand: [String], others: [String])? {
    let entry = entry(text, title: title)
    guard let names = BrandMatcher(definitions).names(of: alba.id, in: entry) else { return nil }
    func texts(_ spans: [Range<Int>]) -> [String] {
        let bytes = Array(entry.body.utf8)
        return spans.map { String(decoding: bytes[$0], as: UTF8.self) }
    }
    return (texts(names.brand), texts(names.others))
}

struct `The names in a text` {
    @Test func `are those of the brand and those of its competitors, wherever they stand`() throws {
        let definition = try BrandDefinition(
            brand: alba, names: ["Alba"], competitors: ["Brixo", "Café Corva"])
        let names = found(
            "Alba Foods was great, brixo awful. Ünlike #CafeCorva, Alba is quick.",
            title: "Brixo or ALBA?", definition)
        #expect(names?.brand == ["ALBA", "Alba Foods", "Alba"])
        #expect(names?.others == ["Brixo", "brixo", "CafeCorva"])
    }

    @Test func `are those of other brands too, if these are meant`() throws {
        let own = try BrandDefinition(brand: alba)
        let other = try BrandDefinition(brand: brixo, names: ["BX Market"])
        let word = try BrandDefinition(brand: corva, context: ["shop"], contextWindow: 3)
        let names = found("Alba Foods, BX Market, Brixo, corva", own, other, word)
        #expect(names?.others == ["BX Market", "Brixo"])
        #expect(found("Alba Foods and the corva bird", own, other, word) == nil)
        #expect(found("Alba Foods and the Corva shop", own, word)?.others == ["Corva"])
    }

    @Test(arguments: [
        ("alba OR albafoods", ["Alba"]),
        ("alba NEAR/9 (shop OR soup)", ["Alba"]),
        ("alba AND soup AND shop", ["Alba"]),
        ("lang:en OR title:alba", []),
        ("soup NOT alba", ["soup"]),
        ("author:alba OR raw:Alba", ["Alba"]),
    ])
    func `are the leading words of the query too`(_ query: String, _ expected: [String]) throws {
        let definition = try BrandDefinition(
            brand: alba, query: BrandQuery(parsing: query), competitors: ["Brixo"])
        #expect(found("Alba has soup, Brixo a shop.", definition)?.brand == expected)
    }

    @Test func `are not sought where nobody else is known or named`() throws {
        #expect(found("Alba Foods and Brixo", try BrandDefinition(brand: alba)) == nil)
        let definition = try BrandDefinition(brand: alba, competitors: ["Brixo"])
        #expect(found("Alba Foods", definition) == nil)
        let matcher = BrandMatcher([definition])
        #expect(matcher.names(of: corva.id, in: entry("Corva and Brixo")) == nil)
    }

    @Test func `that overlap count once: the first, the longer, the brand's`() {
        let names = NamesInText(
            brand: [0..<4, 20..<24, 30..<34], others: [0..<9, 22..<30, 30..<34])
        #expect(names.brand == [20..<24, 30..<34])
        #expect(names.others == [0..<9])
    }

    @Test func `may be missing for the brand that a review belongs to`() throws {
        let definition = try BrandDefinition(brand: alba, competitors: ["Brixo"])
        let names = found("Better than Brixo.", definition)
        #expect(names?.brand == [] && names?.others == ["Brixo"])
    }
}

struct `A brand with several names` {
    @Test func `is found by each of them where it has no query`() throws {
        let matcher = BrandMatcher([try BrandDefinition(brand: alba, names: ["Alba", "AF!"])])
        let source = Source(
            id: SourceID(trusted: "s"), url: Secret("https://s.example/"), kind: .mention)
        func terms(_ text: String) -> [String]? {
            matcher.brands(for: entry(text), of: source).first?.terms
        }
        #expect(terms("at alba today") == ["alba"])
        #expect(terms("at Alba Foods") == ["Alba", "Alba Foods"])
        #expect(terms("the AF store") == ["AF"])
        #expect(terms("foods") == nil)
    }

    @Test(arguments: [
        ("Alba Foods", QuerySyntaxError.Reason.unsearchable), ("alba-foods", .unsearchable),
        ("af", .unsearchable), ("!", .unsearchable), ("Brix*", .badPrefix),
    ])
    func `refuses a competitor that is itself, no name, or a prefix`(
        _ name: String, _ reason: QuerySyntaxError.Reason
    ) {
        let error = #expect(throws: QuerySyntaxError.self) {
            try BrandDefinition(brand: alba, names: ["AF"], competitors: ["Brixo", name])
        }
        #expect(error?.reason == reason)
    }

    @Test func `may have a competitor that differs by its signs alone`() throws {
        let plus = Brand(id: BrandID(trusted: "plus"), name: "C++")
        let matcher = BrandMatcher([try BrandDefinition(brand: plus, competitors: ["C"])])
        let names = matcher.names(of: plus.id, in: entry("C++ is great, C is awful."))
        #expect(names?.brand == [0..<3] && names?.others == [14..<15])
    }
}

struct `The subject of a mention` {
    private func subject(_ brands: Brand...) throws -> BrandID? {
        let matcher = BrandMatcher([
            try BrandDefinition(brand: alba), try BrandDefinition(brand: brixo),
            try BrandDefinition(brand: corva),
        ])
        return matcher.subject(of: brands.map { Mention.BrandMatch(brand: $0.id) })
    }

    @Test func `is the only brand, or the only one beside competitors`() throws {
        #expect(try subject(alba) == alba.id)
        #expect(try subject(brixo) == brixo.id)
        #expect(try subject(brixo, corva) == corva.id)
        #expect(try subject(alba, corva) == nil)
        #expect(try subject(alba, brixo, corva) == nil)
        #expect(try subject() == nil)
    }
}

import FoundationEssentials
import Model
import Testing

@testable import Parsing

private func parse(_ text: String, _ recipes: [Recipe] = []) throws -> ParsedFeed {
    try JSONDocumentParser.parse(Array(text.utf8), options: FeedParser.Options(recipes: recipes))
}

private func recipe(_ name: String, detect: RecipeNode, fields: RecipeNode? = nil) throws -> Recipe
{
    let place = RecipePosition(line: 1, column: 1)
    return try Recipe(
        fields: .shop.with([
            "name": .scalar(name, at: place), "detect": detect,
            "fields": fields ?? ["id": "id", "text": "text"],
        ]))
}

struct `JSON without a named recipe` {
    private let payload = #"{"reviews": [{"id": "1", "text": "Cold rolls.", "stars": 1}]}"#

    @Test func `is read by the recipe that knows its shape best`() throws {
        let plain = try recipe("plain", detect: "reviews[*].id")
        let better = try recipe("better", detect: ["reviews[*].id", "reviews[*].stars"])
        let other = try recipe("other", detect: ["reviews[*].id", "reviews[*].score", "a", "b"])
        let feed = try parse(payload, [plain, better, other])
        #expect(feed.format == .recipe)
        #expect(feed.notes == ["It was read as Shop reviews, by the recipe `better`."])
    }

    @Test func `goes to the recipe that finds more fields`() throws {
        let few = try recipe("few", detect: "reviews[*].id", fields: ["id": "id"])
        let many = try recipe("many", detect: "reviews[*].id")
        #expect(try parse(payload, [few, many]).notes.first?.contains("`many`") == true)
    }

    @Test func `is guessed where two recipes fit equally well`() throws {
        let left = try recipe("left", detect: "reviews[*].id")
        let right = try recipe("right", detect: "reviews[*].text")
        #expect(
            try parse(payload, [left, right]).notes.first?.hasPrefix("No recipe knows") == true)
    }

    @Test func `is read by no recipe that names no shape`() throws {
        let silent = try Recipe(fields: .shop)
        #expect(try parse(payload, [silent]).notes.first?.hasPrefix("No recipe knows") == true)
    }

    @Test func `has its fields guessed by their names`() throws {
        let feed = try parse(
            #"""
            {"meta": {"tags": [{"name": "x"}, {"name": "y"}, {"name": "z"}]},
             "payload": {"list": [
              {"review": {"uuid": "u1", "headline": "Late", "comment": "Two weeks late.", "score": "2",
                "submitted_at": 1773135000000, "reply": {"text": "Sorry."}},
               "customer": {"nickname": "ann", "id": "c1", "url": "https://x.example/ann"}},
              {"review": {"uuid": "u2", "headline": null, "comment": "Fine.", "score": "5",
                "submitted_at": 1773138600000}, "customer": {"nickname": "bo", "id": "c2"}}]}}
            """#)
        #expect(feed.entries.map(\.id) == ["u1", "u2"])
        #expect(feed.entries.map(\.title) == ["Late", nil])
        #expect(feed.entries.map(\.text) == ["Two weeks late.", "Fine."])
        #expect(feed.entries.map(\.author) == ["ann", "bo"])
        #expect(feed.entries.map(\.rating?.value) == [2, 5])
        #expect(feed.entries[0].rating?.max == 5)
        #expect(feed.entries[0].published?.rfc3339 == "2026-03-10T09:30:00Z")
        #expect(feed.entries[0].ownerReply?.text == "Sorry.")
        #expect(feed.entries[0].url == nil)
        let note = try #require(feed.notes.first)
        #expect(note.contains("`$.payload.list`"))
        #expect(note.contains("rating from `review.score` (1 to 5)"))
    }

    @Test(arguments: [
        ("5", "1", 1.0, 5.0), ("0", "4", 0, 5), ("9", "3", 1, 10), ("80", "20", 0, 100),
        ("true", "false", 0, 1),
    ])
    func `has the scale of its ratings guessed`(
        first: String, second: String, min: Double, max: Double
    ) throws {
        let feed = try parse(
            #"[{"text": "a", "rating": \#(first)}, {"text": "b", "rating": \#(second)}]"#)
        #expect(feed.entries.first?.rating?.min == min)
        #expect(feed.entries.first?.rating?.max == max)
    }

    @Test func `is told of in one harmless line, whatever its keys are`() throws {
        let key = "\u{7F}\u{9B}2J" + String(repeating: "k", count: 500)
        let feed = try parse(#"{"\#(key)": [{"id": "1", "text": "Cold", "stars": 1}]}"#)
        let note = try #require(feed.notes.first { $0.contains("No recipe knows") })
        #expect(
            !note.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
        #expect(note.count < 300)
    }

    @Test func `takes no count of votes for a rating`() throws {
        let feed = try parse(
            #"[{"id": 1, "text": "a", "score": 0}, {"id": 2, "text": "b", "score": 120}]"#)
        #expect(feed.entries.allSatisfy { $0.rating == nil })
    }

    @Test func `has HTML seen by its tags and names`() throws {
        let feed = try parse(
            #"[{"id": 1, "content": {"rendered": "<p>a &amp; b"}, "title": {"rendered": "T"}}]"#)
        #expect(feed.entries.first?.text == "a & b")
        #expect(feed.entries.first?.title == "T")
        let plain = try parse(#"[{"id": 1, "text": "no <b>tags</b>"}, {"id": 2, "text": "b"}]"#)
        #expect(plain.entries.first?.text == "no <b>tags</b>")
    }

    @Test(arguments: [#"{"reviews": []}"#, "[]", #"{"data": {"items": []}, "ok": true}"#])
    func `may hold an empty list`(payload: String) throws {
        #expect(try parse(payload).entries.isEmpty)
    }

    @Test(arguments: [
        "{}", "5", #""text""#, "null", #"{"a": [1, 2, 3]}"#,
        #"{"users": [{"name": "x", "age": 5}]}"#,
        #"{"error": {"message": "no key"}}"#,
    ])
    func `without any entries is refused`(payload: String) throws {
        let error = #expect(throws: FeedParseError.self) { try parse(payload) }
        #expect(error?.reason == .noRecipe)
    }

    @Test func `that reports an error has its words told`() {
        let error = #expect(throws: FeedParseError.self) {
            try parse(#"{"error": {"message": "Invalid key"}}"#)
        }
        #expect(error?.detail.contains("“Invalid key”") == true)
    }
}

import Model
import Parsing
import Testing

@testable import Settings

private let recipe = """
    name: corner-shop
    title: Corner shop reviews
    kind: review
    url: https://corner.example/api
    items: data.reviews
    fields:
      id: uuid
      title: [headline, subject]
      text: body
      rating: {path: score, min: 0, max: 10}
    detect: "data.reviews[*].uuid"
    """
private let sample = """
    {"data": {"reviews": [{"uuid": "a", "headline": "Late", "subject": "x", "body": "Cold.", "score": 4}]}}
    """

/// The problems of a configuration with one recipe of the owner's and these files beside it.
private func problems(_ recipe: String, _ files: [String: String]) throws -> [String] {
    var all = ["own/corner-shop.yaml": recipe]
    for (name, text) in files { all["own/samples/" + name] = text }
    return try ConfigurationFolder("recipes: [own]\nbrands: [{id: b}]", files: all).problems()
        .filter { $0.hasPrefix("own/") }
}

struct `A recipe of the owner's` {
    @Test func `that fits its sample has no problem`() throws {
        #expect(try problems(recipe, ["corner-shop.json": sample]).isEmpty)
        #expect(try problems(recipe, [:]).isEmpty)
    }

    @Test(arguments: [
        (
            "items: data.reviews", "items: data.reviewz",
            "5:8: error: `items` leads nowhere in the sample, did you mean `reviews`?"
        ),
        (
            "text: body", "text: boddy",
            "9:9: warning: `text` finds nothing at `boddy` in the sample, did you mean `body`?"
        ),
        (
            "[headline, subject]", "[headline, sbject]",
            "8:21: warning: `title` finds nothing at `sbject` in the sample, did you mean `subject`?"
        ),
        (
            "id: uuid", "id: \"{uuid} {number}\"",
            "7:7: warning: `id` finds nothing at `number` in the sample"
        ),
        (
            "detect: \"data.reviews[*].uuid\"", "detect: \"data.total\"",
            "11:9: warning: `detect` finds nothing at `data.total` in the sample, there are `reviews`"
        ),
        (
            "items: data.reviews", "items: data.reviews\nfeed_title: $.shop.name",
            "6:13: warning: `feed_title` finds nothing at `$.shop.name` in the sample, there are `data`"
        ),
        (
            "items: data.reviews", "items: data.reviews\nparts: orders",
            "6:8: error: `parts` leads nowhere in the sample"
        ),
    ])
    func `has a path that leads nowhere told with its place`(
        old: String, new: String, expected: String
    ) throws {
        let found = try problems(
            recipe.replacing(old, with: new), ["corner-shop.json": sample])
        #expect(
            found.contains { $0.hasPrefix("own/corner-shop.yaml:" + expected) }, "\(found)")
    }

    @Test func `is not doubted for conditions, lookups and the pause that it asks for`() throws {
        let more = """

            drop: [hidden, {path: state, is: gone}]
            refused: [error.message]
            quota: {backoff: backoff}
            paging: {token: data.next, parameter: after}
            """
        #expect(try problems(recipe + more, ["corner-shop.json": sample]).isEmpty)
    }

    @Test(arguments: [
        ("{", "own/samples/corner-shop.json:1:2: error: this sample can't be read by the recipe"),
        ("[]", "own/corner-shop.yaml:5:8: error: `items` leads nowhere"),
        (
            #"{"data": {"reviews": []}}"#,
            "own/samples/corner-shop.json: warning: the recipe `corner-shop` finds no entry in this sample"
        ),
    ])
    func `is told of a sample that it can't read`(sample: String, expected: String) throws {
        let found = try problems(recipe, ["corner-shop.json": sample])
        #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
    }

    @Test func `is told where its sample gives other entries than it should`() throws {
        let found = try problems(
            recipe,
            [
                "corner-shop.json": sample,
                "corner-shop.expected.json": #"{"notes": [], "entries": []}"#,
            ])
        #expect(
            found == [
                "own/samples/corner-shop.expected.json: warning: the recipe `corner-shop` gives "
                    + "other entries than this file: the number of entries is “1”, expected “0”, "
                    + "`repute recipes test corner-shop` tells all"
            ])
    }

    @Test(arguments: ["xml", "html"])
    func `of a feed has a sample of another kind`(suffix: String) throws {
        let feed = "name: corner-shop\ntitle: T\nformat: feed\nurl: https://corner.example/feed"
        let text =
            suffix == "xml"
            ? "<rss version='2.0'><channel><item><guid>1</guid></item></channel></rss>"
            : "<html><script type='application/ld+json'>{\"@type\": \"Review\", \"reviewBody\": \"x\"}</script></html>"
        #expect(try problems(feed, ["corner-shop." + suffix: text]).isEmpty)
        let found = try problems(feed, ["corner-shop." + suffix: "<html>404</html>"])
        #expect(found.first?.contains("this sample can't be read") == true, "\(found)")
    }

    @Test(arguments: [
        ("author: customer.email", "looks like a mail address"),
        ("author: {path: [name, phoneNumber]}", "looks like a phone number"),
        ("reply: ip_address", "looks like an IP address"),
        ("author: \"{name} {address.street}\"", "looks like a postal address"),
    ])
    func `is doubted where it stores what leads to a person`(field: String, words: String) throws {
        let found = try problems(
            recipe.replacing("fields:", with: "fields:\n  " + field), [:])
        #expect(
            found.contains {
                $0.hasPrefix("own/corner-shop.yaml:7:") && $0.contains(": warning: ")
                    && $0.contains(words)
            },
            "\(found)")
    }

    @Test(arguments: ["customer.email", "customer"])
    func `may not map what it lists as shared`(shared: String) throws {
        let found = try problems(
            recipe.replacing(
                "fields:", with: "shares: [\(shared)]\nfields:\n  author: customer.email"),
            [:])
        #expect(
            found.contains {
                $0.hasPrefix(
                    "own/corner-shop.yaml:8:11: error: `author` takes `customer.email`, which `shares` lists"
                )
            }, "\(found)")
    }

    @Test func `has its sample found by its name`() throws {
        let folder = try ConfigurationFolder(
            "recipes: [own]\nbrands: [{id: b}]",
            files: [
                "own/corner-shop.yaml": recipe, "own/samples/corner-shop.json": sample,
                "own/plain.yaml": recipe.replacing("corner-shop", with: "plain"),
            ])
        let library = try folder.settings().recipes
        #expect(library.sample(ofRecipe: "corner-shop")?.bytes == Array(sample.utf8))
        #expect(
            library.sample(ofRecipe: "corner-shop")?.expectationFile
                == folder.path + "/own/samples/corner-shop.expected.json")
        #expect(library.sample(ofRecipe: "plain") == nil)
        #expect(library.isOwn("plain") && !library.isOwn("trustpilot"))
    }
}

struct `A test of a recipe` {
    private func test(_ sample: String?, expected: String? = nil) throws -> RecipeTest {
        let recipe = try RecipeLibrary.recipe(reading: Array(recipe.utf8), file: "corner-shop.yaml")
        return RecipeTest(
            recipe,
            sample: sample.map {
                RecipeSample(
                    file: "s.json", bytes: Array($0.utf8),
                    expectation: expected.map { Array($0.utf8) },
                    expectationFile: "e.json")
            })
    }

    @Test(
        arguments: [
            (nil, nil, .missing), ("{", nil, .unreadable),
            (#"{"data": {"reviews": []}}"#, nil, .empty),
            (sample, nil, .unchecked), (sample, "{}", .differs), (sample, "no JSON", .differs),
        ] as [(String?, String?, RecipeTest.Outcome)])
    func `ends in one of few ways`(
        sample: String?, expected: String?, outcome: RecipeTest.Outcome
    ) throws {
        let test = try test(sample, expected: expected)
        #expect(test.outcome == outcome)
        #expect(test.isGood == (outcome == .unchecked))
        #expect(test.details.isEmpty == (outcome == .unchecked || outcome == .missing))
    }

    @Test func `passes against its own reading, and tells what changed since`() throws {
        let reading = try #require(try test(sample).reading)
        let expected = String(decoding: reading, as: UTF8.self)
        #expect(try test(sample, expected: expected).outcome == .passed)
        let changed = try test(sample.replacing("Cold.", with: "Warm."), expected: expected)
        #expect(changed.outcome == .differs)
        #expect(changed.details == ["entry 1: `text` is “Warm.”, expected “Cold.”"])
    }
}

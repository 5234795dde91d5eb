import Model
import Parsing
import Testing

@testable import Settings

private let recipe = """
    name: corner-shop
    title: Corner shop reviews
    kind: review
    format: feed
    url: https://corner.example/{shop}.rss?key={token}
    minimum_interval: 3600
    parameters:
      shop: {description: The shop, pattern: "[a-z]+", example: north}
      token: {description: The token, secret: true}
    """
private let main =
    "recipes: [own]\nbrands: [{id: b}]\nsources:\n  - id: s\n    recipe: corner-shop\n"

private func folder(_ source: String, recipe text: String = recipe) throws -> ConfigurationFolder {
    try ConfigurationFolder(
        main + source, files: ["own/corner-shop.yaml": text, "token": "t0p&secret"])
}

struct `The recipe library` {
    @Test func `has recipes that can all be read`() throws {
        let library = RecipeLibrary.embedded
        #expect(library.names.count > 10)
        #expect(library.names == library.names.sorted())
        #expect(library.recipes.map(\.name) == library.names)
        #expect(library.recipe(named: "app-store")?.kind == .review)
        #expect(library.recipe(named: "nonsense") == nil)
    }

    @Test(
        arguments: [
            ("mastodon", .social), ("reddit-rss", .social), ("google-news", .news),
            ("trustpilot", nil), ("wordpress-comments", nil),
        ] as [(String, Genre?)])
    func `knows the genre of what is clearly one`(name: String, genre: Genre?) throws {
        #expect(try #require(RecipeLibrary.embedded.recipe(named: name)).genre == genre)
    }

    @Test func `takes the owner's recipes, which go first`() throws {
        let own = try RecipeLibrary.recipe(
            reading: Array(recipe.replacing("corner-shop", with: "app-store").utf8), file: "x.yaml")
        let library = RecipeLibrary.embedded.adding(own)
        #expect(library.recipe(named: "app-store")?.title == "Corner shop reviews")
        #expect(library.names == RecipeLibrary.embedded.names)
    }

    @Test func `refuses a genre that there is none of, with file, line and column`() throws {
        let found = try folder(
            "    with: {shop: north, token_file: token}", recipe: recipe + "\ngenre: newz"
        ).problems()
        #expect(
            found.contains {
                $0.hasPrefix("own/corner-shop.yaml:") && $0.contains("`genre` cannot be `newz`")
                    && $0.contains("did you mean `news`?")
            })
    }

    @Test func `gives its genre to a source that names none`() throws {
        let given = "    with: {shop: north, token_file: token}\n"
        let social = recipe + "\ngenre: social"
        #expect(try folder(given, recipe: social).settings().sources[0].genre == .social)
        #expect(try folder(given).settings().sources[0].genre == .review)
        #expect(
            try folder(given + "    genre: news", recipe: social).settings().sources[0].genre
                == .news)
    }

    @Test func `tells all that is wrong with a recipe, with file, line and column`() throws {
        let text = recipe.replacing("title:", with: "titel:").replacing("review\n", with: "revew\n")
        let found = try folder("    with: {shop: north, token_file: token}", recipe: text)
            .problems()
        #expect(found.contains { $0.hasPrefix("own/corner-shop.yaml:2:1: error: ") })
        #expect(found.contains { $0.hasPrefix("own/corner-shop.yaml:3:7: error: ") })
    }

    @Test func `wants a recipe to be called as its file`() throws {
        let text = recipe.replacing("corner-shop", with: "corner")
        let found = try folder("    with: {shop: north}", recipe: text).problems()
        #expect(
            found.contains(
                "own/corner-shop.yaml: error: the recipe is called `corner` but its file "
                    + "`corner-shop.yaml`, give both the same name"))
    }

    @Test(arguments: ["", "# nothing", "a: [", "- a"])
    func `refuses what is no recipe`(text: String) {
        #expect(throws: SettingsProblems.self) {
            try RecipeLibrary.recipe(reading: Array(text.utf8), file: "x.yaml")
        }
    }
}

struct `A source with a recipe` {
    @Test func `gets its address, its kind and its interval from it`() throws {
        let source = try folder("    with: {shop: north, token_file: token}").settings().sources[0]
        #expect(source.url.reveal() == "https://corner.example/north.rss?key=t0p%26secret")
        #expect(source.kind == .review)
        #expect(source.interval == 3600)
        #expect(source.brand?.rawValue == "b")
        #expect(source.recipe == nil)
    }

    @Test func `of JSON keeps the recipe's name for the parser`() throws {
        let text = """
            brands: [{id: b}]
            sources: [{id: s, recipe: app-store, with: {app: "42"}}]
            """
        let source = try settings(text).sources[0]
        #expect(source.recipe == "app-store")
        #expect(source.url.reveal().contains("id=42"))
    }

    @Test(arguments: [
        (
            "    with: {shop: NORTH, token_file: token}",
            "6:18: error: the parameter `shop` does not look as it should"
        ),
        (
            "    with: {shp: north, token_file: token}",
            "6:12: error: the recipe `corner-shop` has no parameter `shp`, did you mean `shop`?"
        ),
        ("    with: {token_file: token}", "6:5: error: the parameter `shop` is missing"),
        ("", "5:5: error: the parameter `shop` is missing"),
        (
            "    with: {shop: north, token: abc}",
            "6:25: error: the parameter `token` is a secret and does not belong into this file, write it into a file of its own and give `token_file: PATH`"
        ),
        (
            "    with: {shop: north, token_file: nowhere}",
            "6:37: error: the secret file `nowhere` can't be read: there is no such file"
        ),
        (
            "    with: {shop: [north], token_file: token}",
            "6:18: error: the parameter `shop` needs a single value, found a list"
        ),
        (
            "    url: https://a.example/\n    with: {shop: north, token_file: token}",
            "6:5: error: `url` and `recipe` both stand here, but a recipe knows its address, remove one of them"
        ),
        (
            "    with: {shop: north, token_file: token}\n    interval: 15m",
            "7:15: warning: this interval is shorter than the source likes, the recipe `corner-shop` advises 1h or more"
        ),
    ])
    func `that is given what does not fit is told so`(source: String, expected: String) throws {
        let found = try folder(source).problems()
        #expect(found.contains { $0.hasPrefix("repute.yaml:" + expected) }, "\(found)")
    }

    @Test func `that is not there is told the nearest`() throws {
        let found = try problems("sources: [{id: s, recipe: app-stor}]")
        #expect(
            found == [
                "repute.yaml:1:27: error: there is no recipe `app-stor`, did you mean `app-store`?"
            ])
    }
}

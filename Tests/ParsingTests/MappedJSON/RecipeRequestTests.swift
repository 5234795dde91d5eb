import Model
import Testing

@testable import Parsing

private func recipe(_ url: String, _ parameters: RecipeNode, _ more: RecipeNode = [:]) throws
    -> Recipe
{
    try Recipe(
        fields: .shop.with([
            "url": .scalar(url, at: RecipePosition(line: 1, column: 1)), "parameters": parameters,
        ]).with(more))
}

private func problems(
    _ recipe: Recipe, _ values: [String: Secret]
) -> [RecipeParameterError.Problem] {
    do throws(RecipeParameterError) {
        _ = try recipe.request(with: values)
        return []
    } catch {
        return error.problems
    }
}

struct `The request of a recipe` {
    @Test func `has its values encoded for their places`() throws {
        let recipe = try recipe(
            "https://{host}/p/{path}/x?q={query}&fixed=1",
            ["host": [:], "path": [:], "query": [:]])
        let request = try recipe.request(with: [
            "host": Secret("shop.example:8080"), "path": Secret("a/b ä"),
            "query": Secret("a&b=c d"),
        ])
        #expect(
            request.url.reveal()
                == "https://shop.example:8080/p/a%2Fb%20%C3%A4/x?q=a%26b%3Dc%20d&fixed=1")
    }

    @Test func `leaves out pairs whose parameters are absent`() throws {
        let recipe = try recipe(
            "https://x.example/a?one={one}&two={two}&three=3",
            ["one": ["required": "false"], "two": ["required": "false"]])
        #expect(try recipe.request(with: [:]).url.reveal() == "https://x.example/a?three=3")
        #expect(
            try recipe.request(with: ["two": Secret("2")]).url.reveal()
                == "https://x.example/a?two=2&three=3")
    }

    @Test func `takes defaults where nothing is given`() throws {
        let recipe = try recipe("https://x.example/{country}", ["country": ["default": "us"]])
        #expect(try recipe.request(with: [:]).url.reveal() == "https://x.example/us")
    }

    @Test func `may start with an address`() throws {
        let recipe = try recipe("{+site}/feed/", ["site": [:]])
        #expect(
            try recipe.request(with: ["site": Secret("https://blog.example/en/")]).url.reveal()
                == "https://blog.example/en/feed/")
        #expect(problems(recipe, ["site": Secret("javascript:x")]).count == 1)
    }

    @Test func `may be an address as it stands`() throws {
        let recipe = try recipe("{+page}", ["page": [:]])
        for page in ["https://shop.example/tin/", "https://shop.example/tin?a=1&b=%20#r"] {
            #expect(try recipe.request(with: ["page": Secret(page)]).url.reveal() == page)
        }
    }

    @Test(arguments: ["..", "."])
    func `is not led out of its path`(value: String) throws {
        let recipe = try recipe("https://x.example/a/{name}/b", ["name": [:]])
        #expect(problems(recipe, ["name": Secret(value)]).count == 1)
        #expect(
            try recipe.request(with: ["name": Secret("a/../b")]).url.reveal()
                == "https://x.example/a/a%2F..%2Fb/b")
    }

    @Test func `carries headers with secrets, and none without a value`() throws {
        let recipe = try recipe(
            "https://x.example/", ["token": ["secret": "true", "required": "false"]],
            ["headers": ["Authorization": "Bearer {token}", "Accept": "application/json"]])
        let full = try recipe.request(with: ["token": Secret("s3")]).headers
        #expect(full.map(\.name) == ["Authorization", "Accept"])
        #expect(full.map { $0.value.reveal() } == ["Bearer s3", "application/json"])
        #expect(try recipe.request(with: [:]).headers.map(\.name) == ["Accept"])
    }

    @Test func `is refused with all problems of its parameters`() throws {
        let recipe = try recipe(
            "https://x.example/{app}/{key}?c={country}",
            [
                "app": ["description": "the app's number", "example": "12"],
                "key": ["secret": "true", "pattern": "[0-9]+"],
                "country": ["pattern": "[a-z]{2}", "required": "false"],
            ])
        let found = problems(
            recipe,
            ["key": Secret("hush-hush"), "country": Secret("USA"), "contry": Secret("us")])
        #expect(found.map(\.parameter) == ["contry", "app", "key", "country"])
        #expect(found[0].suggestion == "did you mean `country`?")
        #expect(found[1].message == "the parameter `app` is missing (the app's number)")
        #expect(!found[2].message.contains("hush"))
        #expect(found[3].message.contains("USA"))
    }

    @Test(arguments: ["evil.example/path", "user@host", "a b", "x?y", "x#y", "a\\b", "host\nX: y"])
    func `takes nothing for a host that could end it`(host: String) throws {
        let recipe = try recipe("https://{host}/x", ["host": [:]])
        #expect(problems(recipe, ["host": Secret(host)]).count == 1)
    }

    @Test func `takes no control characters`() throws {
        let recipe = try recipe(
            "https://x.example/", ["token": [:]], ["headers": ["X-Token": "{token}"]])
        #expect(problems(recipe, ["token": Secret("a\r\nX-Evil: 1")]).count == 1)
    }
}

import Model
import Testing

@testable import Parsing

private func problems(_ more: RecipeNode) -> [RecipeProblem] {
    do throws(RecipeProblems) {
        _ = try Recipe(fields: .shop.with(more))
        return []
    } catch {
        return error.problems
    }
}

struct `The text of a recipe` {
    @Test func `gives all parts of the recipe`() throws {
        let recipe = try Recipe(
            fields: .shop.with([
                "summary": "S", "homepage": "https://shop.example", "kind": "review",
                "url": "https://shop.example/{shop}?key={key}",
                "parameters": [
                    "shop": ["description": "D", "example": "a", "pattern": "[a-z]+"],
                    "key": ["secret": "true"], "size": ["default": "5"],
                ],
                "headers": ["X-Size": "{size}"], "limits": ["Only 5."], "lacks": ["rating", "url"],
                "minimum_interval": "300", "paging": ["page": "p", "max_pages": "7"],
            ]))
        #expect(recipe.name == "shop")
        #expect(recipe.title == "Shop reviews")
        #expect(recipe.format == .json)
        #expect(recipe.kind == .review)
        #expect(recipe.parameters.map(\.name) == ["shop", "key", "size"])
        #expect(recipe.parameters.map(\.isRequired) == [true, true, false])
        #expect(recipe.parameters.map(\.isSecret) == [false, true, false])
        #expect(recipe.limits == ["Only 5."])
        #expect(recipe.lacks == [.rating, .url])
        #expect(recipe.minimumInterval == 300)
        #expect(recipe.maxPages == 7)
    }

    private static let mistakes: [(RecipeNode, String, String?)] = [
        (["titel": "x"], "unknown key `titel`", "did you mean `title`?"),
        (["quota": [:]], "`quota` needs `backoff` or `remaining`", nil),
        (["quota": ["backof": "a"]], "unknown key `backof`", "did you mean `backoff`?"),
        (["paging": ["link": "false"]], "`link` can only be true", nil),
        (["paging": ["link": "true", "next": "a"]], "exactly one of", nil),
        (["paging": ["page": "p", "size": "0"]], "`size` must be a whole number", nil),
        (["paging": ["page": "p", "stops_when_empty": "x"]], "must be true or false", nil),
        (["shares": "a b"], "`shares` is no path", nil),
        (["parts": "a..b"], "`parts` is no path", nil),
        (["fields": ["text": ["path": "a", "handle": "true"]]], "unknown key `handle`", nil),
        (["name": "Shop 1"], "`name` must consist", nil),
        (["title": ""], "`title` is empty", nil),
        (["url": "ftp://x"], "`url` must start", nil),
        (["url": "https://x/{a"], "brace", nil),
        (["url": "https://x/{shop}"], "`parameters` does not declare it", nil),
        (["parameters": ["a": [:]]], "never used", nil),
        (
            ["url": "https://x/{a}", "parameters": ["a": ["pattern": "["]]], "regular expression",
            nil
        ),
        (["kind": "reviews"], "`kind` cannot be", "did you mean `review`?"),
        (["lacks": "ratings"], "`lacks` cannot be", "did you mean `rating`?"),
        (["headers": ["bad name": "x"]], "no name of a header", nil),
        (["items": "a..b"], "`items` is no path", nil),
        (["fields": ["txt": "a"]], "unknown key `txt`", "did you mean `text`?"),
        (["fields": ["text": "a b"]], "`text` is no path", nil),
        (["fields": ["text": "x {a"]], "no template", nil),
        (["fields": ["text": ["path": "a", "time": "epoch"]]], "unknown key `time`", nil),
        (["fields": ["text": ["format": "html"]]], "either `path` or `lookup`", nil),
        (
            ["fields": ["text": ["path": "a", "format": "htlm"]]], "`format` cannot be",
            "did you mean `html`?"
        ),
        (["fields": ["rating": ["path": "a", "min": "5", "max": "1"]]], "less than", nil),
        (["fields": ["rating": ["path": "a", "max": "five"]]], "must be a number", nil),
        (
            ["fields": ["title": ["lookup": ["in": "a", "key": "b"]]]], "`lookup` needs `match`",
            nil
        ),
        (["fields": "text"], "must be a map", nil),
        (["fields": ["text": "$.a[*].b"]], "must not have `[*]`", nil),
        (["fields": ["id": "{$.a[*].b}"]], "must not have “[*]”", nil),
        (["drop": "$.a[*]"], "must not have `[*]`", nil),
        (["paging": ["next": "a", "page": "b"]], "exactly one of", nil),
        (["paging": ["token": "a"]], "`parameter` is missing", nil),
        (["paging": ["page": "p", "max_pages": "0"]], "whole number", nil),
        (["zone": "Europe/Nowhere"], "no time zone", nil),
        (["drop": [["is": "x"]]], "`path` is missing", nil),
        (["format": "feed"], "no meaning in a recipe of the format `feed`", nil),
        (["minimum_interval": "5"], "whole number from 60", nil),
    ]

    @Test(arguments: mistakes)
    func `is refused with a reason`(more: RecipeNode, message: String, suggestion: String?) throws {
        let found = problems(more)
        let problem = try #require(found.first { $0.message.contains(message) }, "\(found)")
        if let suggestion { #expect(problem.suggestion == suggestion) }
    }

    @Test func `has all its problems told at once`() {
        let messages = problems(["titel": "x", "kind": "y", "items": "", "zone": "z"]).map(
            \.message)
        #expect(messages.count == 4)
    }

    @Test func `tells where a problem stands`() {
        let place = RecipePosition(line: 7, column: 3)
        let node = RecipeNode.map(
            [RecipeNode.Entry(key: "colour", at: place, value: "red")],
            at: RecipePosition(line: 1, column: 1))
        #expect(problems(node).map(\.position) == [place])
    }

    @Test func `has its problems told without control characters`() {
        let problem = RecipeProblem(
            position: RecipePosition(line: 1, column: 1), message: "a key \u{1B}[2J\n",
            suggestion: "\u{85}")
        #expect(problem.message == "a key \\u{1B}[2J ")
        #expect(problem.suggestion == "\\u{85}")
    }

    @Test func `needs its keys`() {
        let empty = RecipeNode.map([], at: RecipePosition(line: 1, column: 1))
        do throws(RecipeProblems) {
            _ = try Recipe(fields: empty)
            Issue.record("an empty recipe was taken")
        } catch {
            let messages = error.problems.map(\.message).joined(separator: "\n")
            for key in ["name", "title", "url", "items", "fields"] {
                #expect(messages.contains("`\(key)` is missing"))
            }
        }
    }

    @Test func `that is no map is refused`() {
        #expect(throws: RecipeProblems.self) { try Recipe(fields: "text") }
        #expect(throws: RecipeProblems.self) { try Recipe(fields: ["a", "b"]) }
    }

    @Test func `stands twice under no key`() {
        let twice = RecipeNode.map(
            ["name", "name"].map {
                RecipeNode.Entry(key: $0, at: RecipePosition(line: 2, column: 1), value: "shop")
            }, at: RecipePosition(line: 1, column: 1))
        do throws(RecipeProblems) {
            _ = try Recipe(fields: twice)
        } catch {
            #expect(error.problems.contains { $0.message == "the key `name` stands twice" })
        }
    }
}

import Model
import Testing

@testable import Parsing

struct `Hostile parameters of a recipe` {
    private static func recipe(_ url: String, _ names: [String]) throws -> Recipe {
        let position = RecipePosition(line: 1, column: 1)
        let parameters = names.map { RecipeNode.Entry(key: $0, at: position, value: [:]) }
        return try Recipe(
            fields: .shop.with([
                "url": .scalar(url, at: position), "parameters": .map(parameters, at: position),
            ]))
    }

    @Test(arguments: [
        "a\r\nX-Injected: 1", "a\nb", "a\0b", "a\tb", "a#b", "a?b=c", "a&b=c", "a/../../b", "../b",
        "..", ".", "%2e%2e", "%0d%0aX-Injected:1", "a\\b", "@other.example/", "//other.example",
        "https://other.example/", "{query}", "a;b", "a\u{202E}b", "ä\u{301}", "\u{FFFF}", "a b",
        repeated("a", 50_000),
    ])
    func `stay in the place that they were given`(value: String) throws {
        let recipe = try Self.recipe(
            "https://x.example/p/{path}/x?q={query}&z=1", ["path", "query"])
        guard
            let url = try? recipe.request(with: ["path": Secret(value), "query": Secret(value)])
                .url.reveal()
        else { return }
        #expect(url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
        #expect(url.hasPrefix("https://x.example/p/") && url.hasSuffix("&z=1"))
        #expect(url.utf8.count { $0 == UInt8(ascii: "/") } == 5)
        #expect(url.utf8.count { "?&#\\".utf8.contains($0) } == 2)
        #expect(!url.contains("/../") && !url.contains("/./"))
    }

    @Test(arguments: [
        "evil.example/", "evil.example#", "evil.example?", "user@evil.example", "evil.example\\",
        "evil example", "evil.example/../", "%65vil.example/", "", "{x}",
    ])
    func `are no host with more than a host in it`(value: String) throws {
        let recipe = try Self.recipe("https://{host}/feed", ["host"])
        #expect(throws: RecipeParameterError.self) {
            try recipe.request(with: ["host": Secret(value)])
        }
    }
}

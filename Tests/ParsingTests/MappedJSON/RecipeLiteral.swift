import Model

@testable public import Parsing

/// Recipes written down in tests as Swift literals; every node stands at line 1, column 1.
extension RecipeNode: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    private static let place = RecipePosition(line: 1, column: 1)

    /// A scalar with the text of the literal.
    public init(stringLiteral value: String) { self = .scalar(value, at: Self.place) }

    /// A list of the nodes, in their order.
    public init(arrayLiteral elements: RecipeNode...) { self = .list(elements, at: Self.place) }

    /// A map of the pairs, in their order; a key may stand twice.
    public init(dictionaryLiteral elements: (String, RecipeNode)...) {
        self = .map(
            elements.map { Entry(key: $0.0, at: Self.place, value: $0.1) }, at: Self.place)
    }

    /// The map with more keys at its end.
    func with(_ more: RecipeNode) -> RecipeNode {
        guard case .map(let old, let place) = self, case .map(let new, _) = more else {
            return self
        }
        return .map(old.filter { entry in !new.contains { $0.key == entry.key } } + new, at: place)
    }

    /// A small recipe that is sound.
    static let shop: RecipeNode = [
        "name": "shop", "title": "Shop reviews", "url": "https://shop.example/api/reviews",
        "items": "reviews", "fields": ["id": "id", "text": "text"],
    ]
}

/// Reads `payload` by a recipe that is `RecipeNode.shop` with `more`.
func mapped(
    _ payload: String, _ more: RecipeNode = [:], base: String? = nil
) throws -> ParsedFeed {
    let recipe = try Recipe(fields: .shop.with(more))
    return try JSONDocumentParser.parse(
        Array(payload.utf8), options: FeedParser.Options(baseURL: base, recipe: recipe))
}

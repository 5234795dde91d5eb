import Model

/// Reads bodies that are JSON: JSON Feed, a source's own JSON by its recipe, or by a guess.
enum JSONDocumentParser {
    /// Reads `body`, UTF-8 text that begins as JSON does.
    ///
    /// In this order: the recipe that `options` names; JSON Feed, which names itself; the recipe
    /// out of `options.recipes` that knows a payload of this shape; a guess by the names of fields.
    /// What was recognised or guessed is told in the notes.
    static func parse(
        _ body: [UInt8], options: FeedParser.Options
    ) throws(FeedParseError) -> ParsedFeed {
        var reader = JSONReader(body)
        let root: JSONNode
        do throws(JSONSyntaxError) {
            root = try reader.root()
        } catch {
            throw error.parseError
        }
        var feed = try read(root, options: options)
        if reader.mended {
            feed.notes.append(
                "Some texts held bytes that are not UTF-8 or control characters; they were mended.")
        }
        return feed
    }

    private static func read(
        _ root: JSONNode, options: FeedParser.Options
    ) throws(FeedParseError) -> ParsedFeed {
        if let recipe = options.recipe, let mapping = recipe.mapping {
            return try MappedFeed(
                root: root, mapping: mapping, reader: "the recipe `\(recipe.name)`",
                options: options
            ).parse()
        }
        if let feed = JSONFeed(root) { return feed.parse(options: options) }
        if var page = ReviewPage(json: root.value, options: options),
            let feed = page.feed(title: nil, notes: [])
        {
            return feed
        }
        if let recipe = RecipeRecognition(recipes: options.recipes, root: root).best,
            let mapping = recipe.mapping
        {
            var feed = try MappedFeed(
                root: root, mapping: mapping, reader: "the recipe `\(recipe.name)`",
                options: options
            ).parse()
            feed.notes.insert(
                "It was read as \(recipe.title), by the recipe `\(recipe.name)`.", at: 0)
            return feed
        }
        return try guess(root, options: options)
    }

    private static func guess(
        _ root: JSONNode, options: FeedParser.Options
    ) throws(FeedParseError) -> ParsedFeed {
        guard let guess = GuessedMapping(root: root.value) else {
            throw FeedParseError(
                reason: .noRecipe,
                detail: "The answer is JSON, but neither a JSON Feed nor a shape that a recipe "
                    + "knows, and no list of entries was found in it"
                    + (refusal(root).map { "; it says “\($0)”" } ?? "")
                    + ". Name a recipe for this source, or check the address.")
        }
        var feed = try MappedFeed(
            root: root, mapping: guess.mapping, reader: "the guess", options: options
        ).parse()
        feed.notes.insert(guess.note, at: 0)
        return feed
    }

    /// The words of an answer that is an error report.
    private static func refusal(_ root: JSONNode) -> String? {
        for key in ["error_message", "error_description", "message", "error", "detail", "errors"] {
            guard let value = root[key] else { continue }
            let text = value.text ?? value["message"]?.text ?? value.items?.first?["message"]?.text
            if let text { return PlainText.line(String(text.prefix(200))) }
        }
        return nil
    }
}

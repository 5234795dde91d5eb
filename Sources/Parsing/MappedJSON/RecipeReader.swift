import Model
import TextProcessing

extension Recipe {
    /// Gives the text of a recipe its meaning; throws everything that is wrong with it at once.
    ///
    /// What a recipe may hold is told in `docs/recipes.md`.
    public init(fields node: RecipeNode) throws(RecipeProblems) {
        var reader = RecipeReader()
        let recipe = reader.recipe(node)
        guard let recipe, reader.nodes.problems.isEmpty else {
            throw RecipeProblems(reader.nodes.problems)
        }
        self = recipe
    }
}

/// Makes a recipe of its tree.
struct RecipeReader {
    var nodes = RecipeNodeReader()

    private static let generalKeys = [
        "name", "title", "summary", "homepage", "format", "kind", "genre", "url", "parameters",
        "headers", "limits", "lacks", "minimum_interval",
    ]

    /// The recipe; nil, or one with gaps, where there are problems.
    mutating func recipe(_ node: RecipeNode) -> Recipe? {
        let keys = nodes.map(
            node, "a recipe", known: Self.generalKeys + RecipeMappingReader.keys)
        let name = nodes.required(keys["name"], "`name`", in: node.position)
        if let name, Identifier<Recipe>(rawValue: name) == nil {
            nodes.report(
                "`name` must consist of a–z, 0–9, - and _, not `\(name)`",
                at: keys["name"]?.position ?? node.position)
        }
        let title = nodes.required(keys["title"], "`title`", in: node.position)
        let parameters = parameters(keys["parameters"])
        let address = address(keys["url"], of: node)
        let headers = headers(keys["headers"])
        let format: Recipe.Format = nodes.choice(keys["format"], "`format`") ?? .json
        let kind: Source.Kind? = nodes.choice(keys["kind"], "`kind`")
        let genre: Genre? = nodes.choice(keys["genre"], "`genre`")
        checkParameters(parameters, keys, used: address?.parameters ?? [], headers: headers)
        let mapping = mapping(keys, format: format, kind: kind, at: node.position)
        let lacks: [Recipe.Lack] = nodes.list(keys["lacks"]).compactMap {
            nodes.choice($0, "`lacks`")
        }
        guard let name, let title, let address else { return nil }
        return Recipe(
            name: name, title: title, summary: nodes.text(keys["summary"], "`summary`"),
            homepage: nodes.text(keys["homepage"], "`homepage`"), format: format, kind: kind,
            genre: genre, parameters: parameters, limits: nodes.texts(keys["limits"], "a limit"),
            lacks: lacks,
            minimumInterval: nodes.count(
                keys["minimum_interval"], "`minimum_interval`", in: 60...604_800
            ).map(Double.init),
            url: address, headers: headers, mapping: mapping, doubts: nodes.doubts)
    }

    private mutating func address(_ node: RecipeNode?, of recipe: RecipeNode) -> RecipeAddress? {
        guard let text = nodes.required(node, "`url`", in: recipe.position), let node else {
            return nil
        }
        guard let address = RecipeAddress(parsing: text) else {
            nodes.report(
                "`url` has a brace without its partner, or nothing between two", at: node.position)
            return nil
        }
        let lower = text.lowercased()
        if !lower.hasPrefix("https://"), !lower.hasPrefix("http://"), !lower.hasPrefix("{+") {
            nodes.report(
                "`url` must start with https://, http:// or a parameter such as {+site}",
                at: node.position)
        }
        return address
    }

    private mutating func parameters(_ node: RecipeNode?) -> [RecipeParameter] {
        guard let node else { return [] }
        return nodes.entries(node, "`parameters`").map { entry in
            let what = "the parameter `\(entry.key)`"
            let keys = nodes.map(
                entry.value, what,
                known: ["description", "example", "default", "pattern", "required", "secret"])
            let pattern = nodes.text(keys["pattern"], "`pattern`")
            if let pattern, (try? Regex(pattern)) == nil {
                nodes.report(
                    "`pattern` is no regular expression",
                    at: keys["pattern"]?.position ?? entry.position)
            }
            let fallback = nodes.text(keys["default"], "`default`")
            let required = nodes.boolean(keys["required"], "`required`")
            return RecipeParameter(
                name: entry.key, description: nodes.text(keys["description"], "`description`"),
                example: nodes.text(keys["example"], "`example`"), defaultValue: fallback,
                pattern: pattern, isRequired: required ?? (fallback == nil),
                isSecret: nodes.boolean(keys["secret"], "`secret`") ?? false)
        }
    }

    private mutating func headers(_ node: RecipeNode?) -> [RecipeHeader] {
        guard let node else { return [] }
        return nodes.entries(node, "`headers`").compactMap { entry in
            let isToken =
                !entry.key.isEmpty
                && entry.key.utf8.allSatisfy {
                    (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
                        || (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-")
                        || $0 == UInt8(ascii: "_")
                }
            if !isToken {
                nodes.report("`\(entry.key)` is no name of a header", at: entry.position)
            }
            guard let text = nodes.text(entry.value, "the header `\(entry.key)`") else {
                return nil
            }
            guard let value = Template(parsing: text),
                text.unicodeScalars.allSatisfy({ $0.value >= 0x20 })
            else {
                nodes.report(
                    "the header `\(entry.key)` must be one line with closed braces",
                    at: entry.value.position)
                return nil
            }
            return RecipeHeader(name: entry.key, value: value)
        }
    }

    /// Parameters that are used must be declared, and the other way round.
    private mutating func checkParameters(
        _ parameters: [RecipeParameter], _ keys: [String: RecipeNode], used address: [String],
        headers: [RecipeHeader]
    ) {
        let declared = parameters.map(\.name)
        let place = keys["url"]?.position
        let used = address + headers.flatMap(\.value.holes)
        for name in used where !declared.contains(name) {
            guard let place else { continue }
            nodes.report(
                "`{\(name)}` is used, but `parameters` does not declare it", at: place,
                suggestion: NearestName.question(name, among: declared))
        }
        guard case .map(let entries, _) = keys["parameters"] else { return }
        for entry in entries where !used.contains(entry.key) {
            nodes.report("the parameter `\(entry.key)` is never used", at: entry.position)
        }
    }

    private mutating func mapping(
        _ keys: [String: RecipeNode], format: Recipe.Format, kind: Source.Kind?,
        at position: RecipePosition
    ) -> RecipeMapping? {
        guard format == .json else {
            for (key, node) in keys.sorted(by: { $0.key < $1.key })
            where RecipeMappingReader.keys.contains(key) {
                nodes.report(
                    "`\(key)` has no meaning in a recipe of the format `feed`", at: node.position)
            }
            return nil
        }
        var reader = RecipeMappingReader(nodes: nodes)
        defer { nodes = reader.nodes }
        return reader.mapping(keys, kind: kind, at: position)
    }
}

import Matching
import Model

extension BrandDefinition {
    /// Reads an item of `brands`; nil if there is none to be had, with the reasons recorded.
    static func read(_ node: YAMLNode, _ context: ReadingContext) -> Placed<BrandDefinition>? {
        guard let section = Section(node, .brand, context, name: "brands") else { return nil }
        section.require("id", "give it a name such as `my-shop`", of: "this brand")
        let id: Placed<BrandID>? = section.identifier("id")
        let query = section.query("query")
        let words = section.words("context", needs: "a word") { word throws(QuerySyntaxError) in
            _ = try BrandDefinition(brand: .probe, context: [word])
        }
        let window = section.contextWindow("context_window")
        let names = section.words("names", needs: "a name") { name throws(QuerySyntaxError) in
            _ = try BrandDefinition(brand: .probe, names: [name])
        }
        let brand = Brand(
            id: id?.value ?? Brand.probe.id,
            name: section.string("name")?.value ?? id?.value.rawValue ?? "",
            isCompetitor: section.isCompetitor)
        let competitors = section.competitors(of: brand, names: names)
        guard let id else { return nil }
        let definition = try? BrandDefinition(
            brand: brand, names: names, query: query?.value, context: words, contextWindow: window,
            competitors: competitors)
        return definition.map { Placed(value: $0, place: id.place) }
    }
}

extension Brand {
    /// Stands in where a word is checked by itself.
    fileprivate static let probe = Brand(id: BrandID(trusted: "probe"), name: "probe")
}

extension Section {
    /// Words or names, each checked by itself.
    fileprivate func words(
        _ key: String, needs: String, check: (String) throws(QuerySyntaxError) -> Void
    ) -> [String] {
        strings(key, needs: needs).compactMap { word in
            do throws(QuerySyntaxError) {
                try check(word.value)
                return word.value
            } catch {
                problems.error(word.place, "`\(key)`: \(error.detail)", error.suggestion)
                return nil
            }
        }
    }

    /// Whether the brand is a competitor; a list is taken for the other key.
    fileprivate var isCompetitor: Bool {
        if let node = node("competitor"), case .list = node.content {
            problems.error(
                node.place, "`competitor` needs `true` or `false`, found a list",
                "did you mean `competitors`?")
            return false
        }
        return bool("competitor") ?? false
    }

    /// Names of others; a truth value is taken for the other key.
    fileprivate func competitors(of brand: Brand, names: [String]) -> [String] {
        if let node = node("competitors"), case .scalar(let text, _) = node.content,
            ["true", "false", "yes", "no"].contains(text.lowercased())
        {
            problems.error(
                node.place, "`competitors` needs a name or a list of them, found `\(text)`",
                "did you mean `competitor`?")
            return []
        }
        return words("competitors", needs: "a name") { other throws(QuerySyntaxError) in
            _ = try BrandDefinition(brand: brand, names: names, competitors: [other])
        }
    }

    /// A number of words, nil for `any`.
    fileprivate func contextWindow(_ key: String) -> Int? {
        if case .scalar("any", _) = node(key)?.content { return nil }
        return int(key, in: 1...10_000) ?? BrandDefinition.defaultContextWindow
    }
}

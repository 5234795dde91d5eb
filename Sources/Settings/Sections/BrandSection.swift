import Matching
import Model

extension BrandDefinition {
    /// Reads an item of `brands`; nil if there is none to be had, with the reasons recorded.
    static func read(_ node: YAMLNode, _ context: ReadingContext) -> Placed<BrandDefinition>? {
        guard let section = Section(node, .brand, context, name: "brands") else { return nil }
        section.require("id", "give it a name such as `my-shop`", of: "this brand")
        let id: Placed<BrandID>? = section.identifier("id")
        let query = section.query("query")
        let words = section.contextWords("context")
        let window = section.contextWindow("context_window")
        let isCompetitor = section.bool("competitor") ?? false
        let name = section.string("name")?.value
        guard let id else { return nil }
        let brand = Brand(
            id: id.value, name: name ?? id.value.rawValue, isCompetitor: isCompetitor)
        let definition = try? BrandDefinition(
            brand: brand, query: query?.value, context: words, contextWindow: window)
        return definition.map { Placed(value: $0, place: id.place) }
    }
}

extension Section {
    /// Context words, each checked by itself.
    fileprivate func contextWords(_ key: String) -> [String] {
        strings(key, needs: "a word").compactMap { word in
            do throws(QuerySyntaxError) {
                let probe = Brand(id: BrandID(trusted: "probe"), name: "probe")
                _ = try BrandDefinition(brand: probe, context: [word.value])
                return word.value
            } catch {
                problems.error(word.place, "`\(key)`: \(error.detail)", error.suggestion)
                return nil
            }
        }
    }

    /// A number of words, nil for `any`.
    fileprivate func contextWindow(_ key: String) -> Int? {
        if case .scalar("any", _) = node(key)?.content { return nil }
        return int(key, in: 1...10_000) ?? BrandDefinition.defaultContextWindow
    }
}

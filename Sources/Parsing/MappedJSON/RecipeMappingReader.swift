import FoundationEssentials
import Model

/// Reads the part of a recipe that maps a payload.
struct RecipeMappingReader {
    var nodes: RecipeNodeReader

    /// The keys of a recipe that belong to the mapping.
    static let keys = [
        "items", "feed_title", "fields", "zone", "detect", "drop", "refused", "paging",
    ]

    mutating func mapping(
        _ keys: [String: RecipeNode], kind: Source.Kind?, at position: RecipePosition
    ) -> RecipeMapping {
        if keys["items"] == nil {
            nodes.report("`items` is missing: the path of the list of entries", at: position)
        }
        if keys["fields"] == nil {
            nodes.report("`fields` is missing: what the fields of an entry are", at: position)
        }
        var fields = RecipeFieldReader(nodes: nodes)
        let mapped = keys["fields"].map { fields.fields($0) } ?? [:]
        let title = keys["feed_title"].map { fields.field($0, "`feed_title`", as: .title) }
        nodes = fields.nodes
        let zone = nodes.text(keys["zone"], "`zone`")
        if let zone, let node = keys["zone"], TimeZone(identifier: zone) == nil {
            nodes.report(
                "`zone` is no time zone: `\(zone)`", at: node.position,
                suggestion: "write it such as Europe/Berlin")
        }
        return RecipeMapping(
            items: nodes.paths(keys["items"], "`items`"), feedTitle: title, fields: mapped,
            readsRatingFromText: mapped[.rating] == nil && kind != .mention, timeZone: zone,
            detect: nodes.paths(keys["detect"], "`detect`"),
            drop: conditions(keys["drop"], "`drop`"),
            refused: conditions(keys["refused"], "`refused`"),
            paging: keys["paging"].flatMap { paging($0) })
    }

    private mutating func conditions(_ node: RecipeNode?, _ what: String) -> [RecipeCondition] {
        nodes.list(node).compactMap { node in
            guard case .map = node else {
                return nodes.itemPath(node, what).map { RecipeCondition(path: $0) }
            }
            let keys = nodes.map(node, what, known: ["path", "is", "is_not"])
            guard keys["path"] != nil else {
                nodes.report("`path` is missing", at: node.position)
                return nil
            }
            guard let path = nodes.itemPath(keys["path"], "`path`") else { return nil }
            var condition = RecipeCondition(path: path)
            if let node = keys["is"] { condition.isOneOf = nodes.texts(node, "`is`") }
            if let node = keys["is_not"] { condition.isNoneOf = nodes.texts(node, "`is_not`") }
            return condition
        }
    }

    private mutating func paging(_ node: RecipeNode) -> RecipePaging? {
        let keys = nodes.map(
            node, "`paging`",
            known: ["next", "token", "page", "parameter", "first", "more", "pages", "max_pages"])
        let limit = nodes.count(keys["max_pages"], "`max_pages`", in: 1...1000) ?? 10
        let ways = ["next", "token", "page"].filter { keys[$0] != nil }
        guard ways.count == 1 else {
            nodes.report(
                "`paging` needs exactly one of `next`, `token` and `page`", at: node.position)
            return nil
        }
        if keys["next"] != nil {
            guard let path = nodes.path(keys["next"], "`next`") else { return nil }
            return RecipePaging(step: .address(path), maxPages: limit)
        }
        if keys["token"] != nil {
            let parameter = nodes.required(keys["parameter"], "`parameter`", in: node.position)
            guard let path = nodes.path(keys["token"], "`token`"), let parameter else {
                return nil
            }
            return RecipePaging(step: .token(path, parameter: parameter), maxPages: limit)
        }
        guard let parameter = nodes.text(keys["page"], "`page`") else { return nil }
        let first = nodes.count(keys["first"], "`first`", in: 0...1_000_000) ?? 1
        let step = RecipePaging.Step.number(
            parameter: parameter, first: first, more: nodes.path(keys["more"], "`more`"),
            pages: nodes.path(keys["pages"], "`pages`"))
        return RecipePaging(step: step, maxPages: limit)
    }
}

import FoundationEssentials
import Model

/// Reads the part of a recipe that maps a payload.
struct RecipeMappingReader {
    var nodes: RecipeNodeReader

    /// The keys of a recipe that belong to the mapping.
    static let keys = [
        "items", "parts", "feed_title", "fields", "shares", "zone", "detect", "drop", "refused",
        "paging", "quota",
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
        let (mapped, title) = fields(keys)
        var mapping = RecipeMapping(
            items: paths(keys, "items", .items), parts: paths(keys, "parts", .parts),
            feedTitle: title, fields: mapped,
            readsRatingFromText: mapped[.rating] == nil && kind != .mention,
            timeZone: zone(keys["zone"]), detect: paths(keys, "detect", .document("detect")),
            drop: conditions(keys["drop"], "`drop`"),
            refused: conditions(keys["refused"], "`refused`"),
            paging: keys["paging"].flatMap { paging($0) },
            quota: keys["quota"].flatMap { quota($0) })
        let shared = shares(keys["shares"])
        let privacy = RecipePrivacy(shared: shared)
        let placed = nodes.paths.sorted {
            ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column)
        }
        for found in placed { privacy.check(found, &nodes) }
        mapping.shares = shared
        mapping.paths = placed
        return mapping
    }

    private mutating func fields(
        _ keys: [String: RecipeNode]
    ) -> (fields: [RecipeField: FieldMapping], title: FieldMapping?) {
        var reader = RecipeFieldReader(nodes: nodes)
        defer { nodes = reader.nodes }
        let fields = keys["fields"].map { reader.fields($0) } ?? [:]
        let title = keys["feed_title"].map { node in
            reader.field(node, "`feed_title`", as: .title, role: .document("feed_title"))
        }
        return (fields, title)
    }

    private mutating func paths(
        _ keys: [String: RecipeNode], _ key: String, _ role: PlacedPath.Role
    ) -> [JSONPath] {
        nodes.role = role
        return nodes.paths(keys[key], "`\(key)`")
    }

    private mutating func path(
        _ keys: [String: RecipeNode], _ key: String, _ role: PlacedPath.Role
    ) -> JSONPath? {
        nodes.role = role
        return nodes.path(keys[key], "`\(key)`")
    }

    private mutating func shares(_ node: RecipeNode?) -> [JSONPath] {
        nodes.role = .optional
        return nodes.list(node).compactMap { nodes.itemPath($0, "`shares`") }
    }

    private mutating func zone(_ node: RecipeNode?) -> String? {
        let zone = nodes.text(node, "`zone`")
        if let zone, let node, TimeZone(identifier: zone) == nil {
            nodes.report(
                "`zone` is no time zone: `\(zone)`", at: node.position,
                suggestion: "write it such as Europe/Berlin")
        }
        return zone
    }

    private mutating func conditions(_ node: RecipeNode?, _ what: String) -> [RecipeCondition] {
        nodes.role = .optional
        return nodes.list(node).compactMap { node in
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

    private mutating func quota(_ node: RecipeNode) -> RecipeQuota {
        let keys = nodes.map(node, "`quota`", known: ["backoff", "remaining"])
        if keys.isEmpty {
            nodes.report("`quota` needs `backoff` or `remaining`", at: node.position)
        }
        // A source that asks for no pause leaves the field out.
        return RecipeQuota(
            backoff: path(keys, "backoff", .optional),
            remaining: path(keys, "remaining", .document("remaining")))
    }

    private mutating func paging(_ node: RecipeNode) -> RecipePaging? {
        let keys = nodes.map(
            node, "`paging`",
            known: [
                "next", "token", "page", "link", "parameter", "first", "more", "pages", "size",
                "stops_when_empty", "max_pages",
            ])
        guard let step = step(keys, at: node.position) else { return nil }
        let limit = nodes.count(keys["max_pages"], "`max_pages`", in: 1...1000) ?? 10
        var paging = RecipePaging(step: step, maxPages: limit)
        paging.size = nodes.count(keys["size"], "`size`", in: 1...100_000)
        paging.endsEmpty =
            nodes.boolean(keys["stops_when_empty"], "`stops_when_empty`") ?? false
        return paging
    }

    private mutating func step(
        _ keys: [String: RecipeNode], at position: RecipePosition
    ) -> RecipePaging.Step? {
        let ways = ["next", "token", "page", "link"].filter { keys[$0] != nil }
        guard ways.count == 1, let way = ways.first else {
            nodes.report(
                "`paging` needs exactly one of `next`, `token`, `page` and `link`", at: position)
            return nil
        }
        switch way {
        case "next":
            return path(keys, "next", .optional).map { .address($0) }
        case "token":
            let parameter = nodes.required(keys["parameter"], "`parameter`", in: position)
            let more = path(keys, "more", .document("more"))
            guard let path = path(keys, "token", .optional), let parameter else { return nil }
            return .token(path, parameter: parameter, more: more)
        case "page":
            guard let parameter = nodes.text(keys["page"], "`page`") else { return nil }
            let first = nodes.count(keys["first"], "`first`", in: 0...1_000_000) ?? 1
            return .number(
                parameter: parameter, first: first, more: path(keys, "more", .document("more")),
                pages: path(keys, "pages", .document("pages")))
        default:
            if nodes.boolean(keys["link"], "`link`") == false {
                nodes.report("`link` can only be true", at: position)
            }
            return .link
        }
    }
}

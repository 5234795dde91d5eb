/// Reads the fields of a mapping: each a path, a template, a list of alternatives, or a map with
/// options.
struct RecipeFieldReader {
    var nodes: RecipeNodeReader

    mutating func fields(_ node: RecipeNode) -> [RecipeField: FieldMapping] {
        var fields: [RecipeField: FieldMapping] = [:]
        let known = RecipeField.allCases.map(\.rawValue)
        for (key, value) in nodes.map(node, "`fields`", known: known) {
            guard let name = RecipeField(rawValue: key) else { continue }
            fields[name] = field(value, "`\(key)`", as: name)
        }
        return fields
    }

    /// The mapping of a field; `role` is what its paths are for, that field unless said otherwise.
    mutating func field(
        _ node: RecipeNode, _ what: String, as name: RecipeField, role: PlacedPath.Role? = nil
    ) -> FieldMapping {
        nodes.role = role ?? .field(name)
        let items = nodes.list(node)
        if items.isEmpty { nodes.report("\(what) has no path", at: node.position) }
        return FieldMapping(items.flatMap { alternatives($0, what, as: name) })
    }

    private mutating func alternatives(
        _ node: RecipeNode, _ what: String, as name: RecipeField
    ) -> [FieldAlternative] {
        guard case .map = node else {
            return origin(node, what).map { [FieldAlternative($0)] } ?? []
        }
        let keys = nodes.map(node, what, known: ["path", "lookup"] + Self.options(of: name))
        let origins: [FieldAlternative.Origin]
        switch (keys["path"], keys["lookup"]) {
        case (let path?, nil):
            origins = nodes.list(path).compactMap { origin($0, what) }
        case (nil, let node?):
            origins = lookup(node).map { [.lookup($0)] } ?? []
        default:
            nodes.report("\(what) needs either `path` or `lookup`", at: node.position)
            return []
        }
        var alternative = FieldAlternative(.path(JSONPath([])))
        read(keys, into: &alternative, at: node.position)
        return origins.map { origin in
            var copy = alternative
            copy.origin = origin
            return copy
        }
    }

    /// The options that mean something to a field.
    private static func options(of name: RecipeField) -> [String] {
        switch name {
        case _ where name.isText: ["format", "original", "values"]
        case _ where name.isTime: ["time"]
        case .rating: ["min", "max", "values"]
        case .url: ["shared"]
        case .author: ["format", "values", "handle"]
        default: ["values"]
        }
    }

    private mutating func read(
        _ keys: [String: RecipeNode], into alternative: inout FieldAlternative,
        at position: RecipePosition
    ) {
        alternative.format = nodes.choice(keys["format"], "`format`") ?? .plain
        alternative.time = nodes.choice(keys["time"], "`time`") ?? .auto
        alternative.keepsOriginal = nodes.boolean(keys["original"], "`original`") ?? false
        alternative.isHandle = nodes.boolean(keys["handle"], "`handle`") ?? false
        alternative.isShared = nodes.boolean(keys["shared"], "`shared`") ?? false
        let lowest = nodes.number(keys["min"], "`min`") ?? 1
        let highest = nodes.number(keys["max"], "`max`") ?? 5
        if lowest < highest {
            alternative.scale = lowest...highest
        } else {
            nodes.report("`min` must be less than `max`", at: position)
        }
        guard let table = keys["values"] else { return }
        var values: [String: String] = [:]
        for entry in nodes.entries(table, "`values`") {
            guard let text = nodes.text(entry.value, "the value of `\(entry.key)`") else {
                continue
            }
            values[entry.key] = text
        }
        alternative.values = values
    }

    private mutating func origin(
        _ node: RecipeNode, _ what: String
    ) -> FieldAlternative.Origin? {
        guard let text = nodes.text(node, what) else { return nil }
        guard text.contains("{") || text.contains("}") else {
            return nodes.itemPath(node, what).map { .path($0) }
        }
        do throws(JSONPathError) {
            let template = try FieldTemplate(parsing: text)
            for path in template.paths { nodes.keep(path, at: node.position) }
            return .template(template)
        } catch {
            nodes.report("\(what) is no template: \(error.message)", at: node.position)
            return nil
        }
    }

    private mutating func lookup(_ node: RecipeNode) -> FieldLookup? {
        let role = nodes.role
        nodes.role = .optional
        defer { nodes.role = role }
        let keys = nodes.map(node, "`lookup`", known: ["in", "key", "match", "take"])
        for key in ["in", "key", "match", "take"] where keys[key] == nil {
            nodes.report("`lookup` needs `\(key)`", at: node.position)
        }
        guard let list = nodes.path(keys["in"], "`in`"), let key = nodes.path(keys["key"], "`key`"),
            let match = nodes.itemPath(keys["match"], "`match`"),
            let take = nodes.itemPath(keys["take"], "`take`")
        else { return nil }
        return FieldLookup(list: list, key: key, match: match, take: take)
    }
}

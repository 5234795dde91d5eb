import TextProcessing

/// Reads the values of a recipe's tree and collects what is wrong with them.
///
/// Every reading gives nil, or an empty list, after a problem, so that reading goes on and all
/// problems are found at once.
struct RecipeNodeReader {
    private(set) var problems: [RecipeProblem] = []
    /// What is doubtful, though it can be used.
    private(set) var doubts: [RecipeProblem] = []
    /// Every path that was read.
    private(set) var paths: [PlacedPath] = []
    /// What the paths are for that are read next.
    var role = PlacedPath.Role.optional

    mutating func report(
        _ message: String, at position: RecipePosition, suggestion: String? = nil
    ) {
        problems.append(
            RecipeProblem(position: position, message: message, suggestion: suggestion))
    }

    mutating func doubt(
        _ message: String, at position: RecipePosition, suggestion: String? = nil
    ) {
        doubts.append(
            RecipeProblem(position: position, message: message, suggestion: suggestion))
    }

    /// Keeps the place of a path that a template holds.
    mutating func keep(_ path: JSONPath, at position: RecipePosition) {
        paths.append(PlacedPath(role: role, path: path, position: position))
    }

    /// The map's values by their keys; keys that are not `known` and keys that stand twice are
    /// problems.
    mutating func map(
        _ node: RecipeNode, _ what: String, known: [String]
    ) -> [String: RecipeNode] {
        var values: [String: RecipeNode] = [:]
        for entry in entries(node, what) {
            if !known.contains(entry.key) {
                report(
                    "unknown key `\(entry.key)` in \(what)", at: entry.position,
                    suggestion: NearestName.question(entry.key, among: known)
                        ?? "known are " + known.map { "`\($0)`" }.joined(separator: ", "))
            } else if values.updateValue(entry.value, forKey: entry.key) != nil {
                report("the key `\(entry.key)` stands twice", at: entry.position)
            }
        }
        return values
    }

    /// The keys and values of a map whose keys are names of the writer's own.
    mutating func entries(_ node: RecipeNode, _ what: String) -> [RecipeNode.Entry] {
        guard case .map(let entries, _) = node else {
            report("\(what) must be a map of keys and values", at: node.position)
            return []
        }
        return entries
    }

    /// A text that is not blank.
    mutating func text(_ node: RecipeNode?, _ what: String) -> String? {
        guard let node else { return nil }
        guard case .scalar(let text, let position) = node else {
            report("\(what) must be a single value", at: node.position)
            return nil
        }
        guard let text = text.trimmed else {
            report("\(what) is empty", at: position)
            return nil
        }
        return text
    }

    /// A text that must be there.
    mutating func required(
        _ node: RecipeNode?, _ what: String, in parent: RecipePosition
    ) -> String? {
        if node == nil { report("\(what) is missing", at: parent) }
        return text(node, what)
    }

    /// A list of texts; a single text is a list of one.
    mutating func texts(_ node: RecipeNode?, _ what: String) -> [String] {
        list(node).compactMap { text($0, what) }
    }

    /// The items of a list; anything else is a list of itself.
    func list(_ node: RecipeNode?) -> [RecipeNode] {
        switch node {
        case .list(let items, _)?: items
        case let node?: [node]
        case nil: []
        }
    }

    /// One of the values of `Choice`.
    mutating func choice<Choice>(
        _ node: RecipeNode?, _ what: String
    ) -> Choice? where Choice: RawRepresentable<String> & CaseIterable {
        guard let node, let text = text(node, what) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        report(
            "\(what) cannot be `\(text)`", at: node.position,
            suggestion: NearestName.question(text, among: known)
                ?? "it is one of " + known.map { "`\($0)`" }.joined(separator: ", "))
        return nil
    }

    mutating func boolean(_ node: RecipeNode?, _ what: String) -> Bool? {
        guard let node, let text = text(node, what) else { return nil }
        switch text.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            report("\(what) must be true or false, not `\(text)`", at: node.position)
            return nil
        }
    }

    mutating func number(_ node: RecipeNode?, _ what: String) -> Double? {
        guard let node, let text = text(node, what) else { return nil }
        guard let number = Double(text), number.isFinite else {
            report("\(what) must be a number, not `\(text)`", at: node.position)
            return nil
        }
        return number
    }

    /// A whole number out of `range`.
    mutating func count(_ node: RecipeNode?, _ what: String, in range: ClosedRange<Int>) -> Int? {
        guard let node, let text = text(node, what) else { return nil }
        guard let count = Int(text), range.contains(count) else {
            report(
                "\(what) must be a whole number from \(range.lowerBound) to \(range.upperBound)",
                at: node.position)
            return nil
        }
        return count
    }

    mutating func path(_ node: RecipeNode?, _ what: String) -> JSONPath? {
        guard let node, let text = text(node, what) else { return nil }
        do throws(JSONPathError) {
            let path = try JSONPath(parsing: text)
            keep(path, at: node.position)
            return path
        } catch {
            report("\(what) is no path: \(error.message)", at: node.position)
            return nil
        }
    }

    /// A path that is looked up for every item, so that it must not walk over a list of the whole
    /// payload each time.
    mutating func itemPath(_ node: RecipeNode?, _ what: String) -> JSONPath? {
        guard let node, let path = path(node, what) else { return nil }
        if path.startsAtRoot, path.steps.contains(.all) {
            report(
                "\(what) starts with `$` and so must not have `[*]`", at: node.position,
                suggestion: "name one item, such as `[0]`, or use `lookup`")
        }
        return path
    }

    /// A list of paths; a single path is a list of one.
    mutating func paths(_ node: RecipeNode?, _ what: String) -> [JSONPath] {
        list(node).compactMap { path($0, what) }
    }
}

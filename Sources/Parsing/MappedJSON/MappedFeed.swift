import FoundationEssentials
import Model

/// Reads a payload by the mapping of a recipe.
struct MappedFeed {
    let root: JSONNode
    let mapping: RecipeMapping
    /// What messages call the recipe: "the recipe `yelp`".
    let reader: String
    let options: FeedParser.Options

    /// The entries that the mapping finds; throws where the payload is a refusal, or is not of the
    /// shape that the mapping expects.
    func parse() throws(FeedParseError) -> ParsedFeed {
        try throwRefusal()
        let (items, notes) = try items()
        var values = FieldValues(
            root: root,
            timeZone: options.timeZone ?? mapping.timeZone.flatMap { TimeZone(identifier: $0) })
        var entries = MappedEntries(mapping: mapping, builder: EntryBuilder(base: options.baseURL))
        for item in items {
            if mapping.parts.isEmpty {
                entries.add(item, values: &values)
                continue
            }
            for part in Self.parts(of: item, by: mapping) { entries.add(part, values: &values) }
        }
        let result = entries.finish()
        let title = mapping.feedTitle.flatMap { values.text(FieldPlan($0), in: root)?.line }
        var feed = ParsedFeed(
            format: .recipe, title: title, entries: result.entries, notes: notes + result.notes)
        findNextPage(of: &feed, itemCount: items.count)
        feed.backoff = backoff
        feed.quotaRemaining = quotaRemaining
        return feed
    }

    private func findNextPage(of feed: inout ParsedFeed, itemCount: Int) {
        guard let paging = mapping.paging else { return }
        let page = NextPage(
            paging: paging, root: root, itemCount: itemCount, link: options.nextLink)
        switch page.following(options.baseURL) {
        case .nothing: return
        case .page(let address): feed.nextPage = address
        case .stranger: feed.notes.append(NextPage.strangerNote)
        }
    }

    /// The longest pause that is believed, in seconds.
    private static let longestBackoff = 7 * 86_400.0

    private var backoff: TimeInterval? {
        guard let path = mapping.quota?.backoff,
            let seconds = path.first(in: root, root: root)?.double, seconds > 0
        else { return nil }
        return min(seconds, Self.longestBackoff)
    }

    private var quotaRemaining: Int? {
        guard let path = mapping.quota?.remaining,
            let count = path.first(in: root, root: root)?.double, count >= 0
        else { return nil }
        return Int(exactly: min(count.rounded(.down), 1e12))
    }

    /// The entries that an item holds: itself, or its parts, each of which knows the item as `^`.
    static func parts(of item: JSONNode, by mapping: RecipeMapping) -> [JSONNode] {
        guard !mapping.parts.isEmpty else { return [item] }
        return mapping.parts.flatMap { $0.values(in: item, root: item) }.flatMap { part in
            part.items ?? [part]
        }.compactMap { part in
            guard part.isObject else { return part.isNull ? nil : part }
            var part = part
            part.outer = item
            return part
        }
    }

    /// Throws if the payload says that the source gives nothing.
    private func throwRefusal() throws(FeedParseError) {
        guard let condition = mapping.refused.first(where: { $0.holds(for: root, root: root) })
        else { return }
        let reason =
            mapping.refused.lazy
            .filter { $0.isOneOf == nil && $0.isNoneOf == nil }
            .compactMap { $0.path.first(in: root, root: root)?.text }.first
            ?? condition.path.first(in: root, root: root)?.text
        let words = reason.flatMap { PlainText.line(String($0.prefix(300))) }
        throw FeedParseError(
            reason: .recipeMismatch,
            detail: "The source answered with a refusal"
                + (words.map { " that says “\($0)”" } ?? "")
                + ". Check the parameters and the key of \(reader).")
    }

    private func items() throws(FeedParseError) -> (items: [JSONNode], notes: [String]) {
        var items: [JSONNode] = []
        var strange: (path: JSONPath, value: JSONNode)?
        var isThere = false
        for path in mapping.items {
            for value in path.values(in: root, root: root) {
                if let list = value.items {
                    if items.isEmpty { items = list } else { items += list }
                } else if value.isObject {
                    items.append(value)
                } else if !value.isNull {
                    strange = (path, value)
                    continue
                }
                isThere = true
            }
        }
        if isThere { return (items, []) }
        if let strange {
            throw FeedParseError(
                reason: .recipeMismatch,
                detail: "At `\(strange.path.shown)`, where \(reader) looks for entries, stands "
                    + "\(strange.value.kind). Check whether the address fits the recipe.")
        }
        guard mapping.items.contains(where: { hasParent($0) }) else {
            let paths = mapping.items.map { "`\($0)`" }.joined(separator: ", ")
            throw FeedParseError(
                reason: .recipeMismatch,
                detail: "The answer is JSON, but has nothing at \(paths), where \(reader) looks "
                    + "for entries. Check whether the address fits the recipe.")
        }
        return ([], ["The answer has no list of entries; it was read as an empty one."])
    }

    /// Whether the object that could hold the last key of `path` is there: then the list may be
    /// left out because it is empty, as some sources do.
    private func hasParent(_ path: JSONPath) -> Bool {
        guard let end = path.steps.lastIndex(where: { $0 != .all }), case .key = path.steps[end]
        else { return false }
        var parent = path
        parent.steps = Array(path.steps[..<end])
        return parent.values(in: root, root: root).contains(where: \.isObject)
    }
}

extension RecipeCondition {
    /// Whether the condition is true of `item`.
    func holds(for item: JSONNode, root: JSONNode) -> Bool {
        guard let value = path.first(in: item, root: root) else { return false }
        if isOneOf == nil, isNoneOf == nil { return true }
        let text = value.words
        if let isOneOf { return text.map(isOneOf.contains) ?? false }
        if let isNoneOf { return text.map { !isNoneOf.contains($0) } ?? false }
        return true
    }
}

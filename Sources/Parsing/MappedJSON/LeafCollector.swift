/// Collects the single values of a list's objects by their paths.
struct LeafCollector {
    /// All values that stand at one path.
    struct Leaf {
        var path: JSONPath
        /// The last key, folded.
        var name: String
        /// The key above the last one, folded; empty at the top.
        var parent: String
        var depth: Int
        /// Whether the name says that the values are HTML.
        var isHTML: Bool
        /// Strings, numbers and Booleans; no null.
        var values: [JSONValue]
    }

    private var leaves: [[String]: Leaf] = [:]
    private var order: [[String]] = []
    /// How deep objects within an item are looked into, and how many paths are kept.
    private static let maxDepth = 4
    private static let maxPaths = 200

    /// Takes in the values of `item`.
    mutating func collect(_ item: JSONValue) {
        collect(item, keys: [])
    }

    private mutating func collect(_ value: JSONValue, keys: [String]) {
        switch value {
        case .object(let object):
            guard keys.count < Self.maxDepth else { return }
            for member in object.members { collect(member.value, keys: keys + [member.key]) }
        case .string, .number, .bool:
            guard let last = keys.last else { return }
            if leaves[keys] == nil {
                guard order.count < Self.maxPaths else { return }
                leaves[keys] = Leaf(
                    path: JSONPath(keys.map { .key($0) }), name: FieldNames.folded(last),
                    parent: keys.dropLast().last.map(FieldNames.folded) ?? "", depth: keys.count,
                    isHTML: false, values: [])
                order.append(keys)
                unwrap(keys)
            }
            leaves[keys]?.values.append(value)
        case .null, .array:
            return
        }
    }

    /// Gives a value such as `title.rendered` the name of the object around it.
    private mutating func unwrap(_ keys: [String]) {
        guard keys.count > 1, let leaf = leaves[keys], Self.wrappers.contains(leaf.name) else {
            return
        }
        leaves[keys]?.name = leaf.parent
        leaves[keys]?.parent = keys.count > 2 ? FieldNames.folded(keys[keys.count - 3]) : ""
        leaves[keys]?.isHTML = leaf.name == "rendered"
    }

    /// Keys of objects that only wrap one value.
    private static let wrappers: Set<String> = ["label", "value", "rendered", "$t", "#text"]

    /// The leaves that can be `field`, best first: by the rank of their names, then the outer ones.
    func leaves(for field: RecipeField, names: [String]) -> [Leaf] {
        let candidates = order.compactMap { leaves[$0] }.compactMap { leaf in
            rank(leaf, as: field, names: names).map { (leaf: leaf, rank: $0) }
        }
        let best = candidates.min { ($0.rank, $0.leaf.depth) < ($1.rank, $1.leaf.depth) }
        guard let best else { return [] }
        // Fields of other names may stand in where the best is null, but only beside it.
        let others = candidates.filter {
            $0.leaf.path != best.leaf.path && $0.leaf.parent == best.leaf.parent
                && $0.leaf.depth == best.leaf.depth
        }
        let standIns = field == .rating ? [] : others.sorted { $0.rank < $1.rank }.prefix(3)
        return [best.leaf] + standIns.map(\.leaf)
    }

    /// The rank of a leaf's name, or of the name of the object around it; nil where it cannot be
    /// `field`.
    private func rank(_ leaf: Leaf, as field: RecipeField, names: [String]) -> Int? {
        let isPerson = FieldNames.people.contains(leaf.parent)
        let isReply = FieldNames.names[.reply]?.contains(leaf.parent) ?? false
        switch field {
        case .author:
            guard leaf.values.allSatisfy({ $0.text != nil }), !isReply else { return nil }
            let personal = ["name", "nickname", "displayname", "username", "login", "handle"]
            if isPerson { return personal.firstIndex(of: leaf.name) }
            guard leaf.depth == 1 || leaf.name != "name" else { return nil }
            return names.firstIndex(of: leaf.name).map { $0 + personal.count }
        case .reply:
            if isReply {
                return ["text", "comment", "body", "content", "message"].firstIndex(of: leaf.name)
            }
            return strings(leaf) ? names.firstIndex(of: leaf.name).map { $0 + 10 } : nil
        case _ where isPerson || isReply:
            return nil
        case .text, .title, .url:
            return strings(leaf) ? names.firstIndex(of: leaf.name) : nil
        case .published, .updated:
            return isTime(leaf) ? names.firstIndex(of: leaf.name) : nil
        case .rating:
            return names.firstIndex(of: leaf.name)
        default:
            return leaf.values.allSatisfy({ $0.text != nil })
                ? names.firstIndex(of: leaf.name) : nil
        }
    }

    private func strings(_ leaf: Leaf) -> Bool {
        leaf.values.allSatisfy { if case .string = $0 { true } else { false } }
    }

    private func isTime(_ leaf: Leaf) -> Bool {
        leaf.values.contains { value in
            value.text.flatMap { MappedDate.date($0, as: .auto, timeZone: nil) } != nil
        }
    }
}

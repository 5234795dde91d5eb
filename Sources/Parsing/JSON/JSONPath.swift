/// A place in a JSON document, in a small subset of JSONPath (RFC 9535).
///
/// `reviews`, `data.items[*].review`, `author.name.label`, `entry[0]`, `['key with.dot']`,
/// `im:rating.label`. A path that starts with `$` begins at the root of the document, any other at
/// the value that it is asked of. There are no filters and no recursive descent, so a look-up
/// visits no value twice.
struct JSONPath: Sendable, Hashable {
    /// One step down.
    enum Step: Sendable, Hashable {
        case key(String)
        /// From 0.
        case index(Int)
        /// Every item of an array.
        case all
    }

    var startsAtRoot: Bool
    var steps: [Step]

    /// A path of steps, from the value that it is asked of or from the root.
    init(_ steps: [Step], startsAtRoot: Bool = false) {
        self.startsAtRoot = startsAtRoot
        self.steps = steps
    }

    /// Reads a path as a recipe writes it.
    init(parsing text: String) throws(JSONPathError) {
        var parser = JSONPathParser(text)
        (startsAtRoot, steps) = try parser.path()
    }

    /// Every value at the path, in the order of the document; null counts as a value.
    func values(in value: JSONValue, root: JSONValue) -> [JSONValue] {
        var found = [startsAtRoot ? root : value]
        for step in steps {
            found = found.flatMap { Self.values(at: step, of: $0) }
            if found.isEmpty { return [] }
        }
        return found
    }

    /// The first value at the path that is there and not null.
    func first(in value: JSONValue, root: JSONValue) -> JSONValue? {
        Self.first(steps, from: 0, in: startsAtRoot ? root : value) { !$0.isNull }
    }

    /// Whether there is a value at the path, be it null.
    func leadsSomewhere(in root: JSONValue) -> Bool {
        Self.first(steps, from: 0, in: root) { _ in true } != nil
    }

    /// The first value at the end of the steps from `index` on that is `wanted`; stops when it is
    /// found.
    private static func first(
        _ steps: [Step], from index: Int, in value: JSONValue, where wanted: (JSONValue) -> Bool
    ) -> JSONValue? {
        guard index < steps.count else { return wanted(value) ? value : nil }
        switch (steps[index], value) {
        case (.key(let key), .object(let object)):
            guard let place = object.place(of: key) else { return nil }
            return first(steps, from: index + 1, in: object.members[place].value, where: wanted)
        case (.index(let position), .array(let items)):
            guard items.indices.contains(position) else { return nil }
            return first(steps, from: index + 1, in: items[position], where: wanted)
        case (.all, .array(let items)):
            for item in items {
                if let found = first(steps, from: index + 1, in: item, where: wanted) {
                    return found
                }
            }
            return nil
        default:
            return nil
        }
    }

    private static func values(at step: Step, of value: JSONValue) -> [JSONValue] {
        switch (step, value) {
        case (.key(let key), .object(let object)):
            object[key].map { [$0] } ?? []
        case (.index(let index), .array(let items)):
            items.indices.contains(index) ? [items[index]] : []
        case (.all, .array(let items)):
            items
        default:
            []
        }
    }
}

extension JSONPath: CustomStringConvertible {
    /// The path as a recipe writes it.
    var description: String {
        var text = startsAtRoot ? "$" : ""
        for step in steps {
            switch step {
            case .key(let key) where JSONPathParser.isPlain(key):
                text += text.isEmpty ? key : ".\(key)"
            case .key(let key):
                text += key.contains("'") ? "[\"\(key)\"]" : "['\(key)']"
            case .index(let index):
                text += "[\(index)]"
            case .all:
                text += "[*]"
            }
        }
        return text
    }
}

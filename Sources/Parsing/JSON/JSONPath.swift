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
    func values(in value: JSONNode, root: JSONNode) -> [JSONNode] {
        var found = [startsAtRoot ? root : value]
        for step in steps {
            found = found.flatMap { Self.values(at: step, of: $0) }
            if found.isEmpty { return [] }
        }
        return found
    }

    /// The first value at the path that is there and not null.
    func first(in value: JSONNode, root: JSONNode) -> JSONNode? {
        let start = startsAtRoot ? root : value
        guard start.outer == nil, !steps.isEmpty else {
            return Self.first(steps, from: 0, in: start, orNull: false)
        }
        // Most paths are keys and nothing else.
        let document = start.document
        var place = start.place
        var index = 0
        while index < steps.count, case .key(let key) = steps[index] {
            guard let member = document.member(key, of: place) else { return nil }
            place = member
            index += 1
        }
        return Self.first(
            steps, from: index, in: JSONNode(document: document, place: place), orNull: false)
    }

    /// Whether there is a value at the path, be it null.
    func leadsSomewhere(in root: JSONNode) -> Bool {
        Self.first(steps, from: 0, in: root, orNull: true) != nil
    }

    /// The first value at the end of the steps from `index` on; stops when it is found.
    private static func first(
        _ steps: [Step], from index: Int, in value: JSONNode, orNull: Bool
    ) -> JSONNode? {
        guard index < steps.count else { return orNull || !value.isNull ? value : nil }
        switch steps[index] {
        case .key(let key):
            guard let member = value[key] else { return nil }
            return first(steps, from: index + 1, in: member, orNull: orNull)
        case .index(let position):
            guard let item = value.item(position) else { return nil }
            return first(steps, from: index + 1, in: item, orNull: orNull)
        case .all:
            var position = 0
            var next = value.item(0)
            while let item = next {
                if let found = first(steps, from: index + 1, in: item, orNull: orNull) {
                    return found
                }
                position += 1
                next = position < value.count ? item.following : nil
            }
            return nil
        }
    }

    private static func values(at step: Step, of value: JSONNode) -> [JSONNode] {
        switch step {
        case .key(let key): value[key].map { [$0] } ?? []
        case .index(let position): value.item(position).map { [$0] } ?? []
        case .all: value.items ?? []
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

    /// The path for a sentence to the owner: its keys may be a stranger's, so it is one harmless line of
    /// at most 80 characters.
    var shown: String {
        let text = description
        return PlainText.line(text.count > 80 ? text.prefix(79) + "…" : text) ?? ""
    }
}

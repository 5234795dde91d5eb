import Model

/// A mapping made up for a payload that no recipe knows, from the names of its fields.
struct GuessedMapping {
    var mapping: RecipeMapping
    /// What was guessed, as a sentence for the owner.
    var note: String

    /// How many items of a list are looked at.
    private static let sampleSize = 50

    /// The best guess for `root`: the list of objects with the most telling fields, then the longest.
    ///
    /// Nil where no list has objects with a text, or a rating, and something beside it.
    init?(root: JSONValue) {
        var lists = ListFinder()
        lists.search(root)
        var best: (list: ListFinder.List, fields: GuessedFields)?
        for list in lists.found where !list.items.isEmpty {
            let fields = GuessedFields(sample: Array(list.items.prefix(Self.sampleSize)))
            guard fields.areTelling else { continue }
            if let leader = best,
                (leader.fields.weight, leader.list.items.count)
                    >= (fields.weight, list.items.count)
            {
                continue
            }
            best = (list, fields)
        }
        if let best {
            self.init(path: best.list.path, fields: best.fields)
        } else if let empty = lists.found.first(where: { $0.items.isEmpty }),
            !lists.found.contains(where: { !$0.items.isEmpty })
        {
            self.init(path: empty.path, fields: GuessedFields(sample: []))
        } else {
            return nil
        }
    }

    private init(path: JSONPath, fields: GuessedFields) {
        mapping = RecipeMapping(
            items: [path], feedTitle: nil, fields: fields.mappings,
            readsRatingFromText: fields.mappings[.rating] == nil, timeZone: nil, detect: [],
            drop: [], refused: [], paging: nil)
        let place = path.steps.isEmpty ? "at the top" : "at `\(path.shown)`"
        if fields.mappings.isEmpty {
            note = "No recipe knows this JSON; the list \(place) is empty."
            return
        }
        let parts = RecipeField.allCases.compactMap { field in
            fields.description(of: field).map { "\(field.rawValue) from \($0)" }
        }
        note =
            "No recipe knows this JSON; the fields of the list \(place) were guessed: "
            + parts.joined(separator: ", ") + ". Write a recipe to be sure."
    }
}

/// Finds the lists of objects in a payload.
private struct ListFinder {
    struct List {
        var path: JSONPath
        var items: [JSONValue]
    }

    private(set) var found: [List] = []
    private var steps: [JSONPath.Step] = []
    /// Lists that are taken down; more are not looked at.
    private static let limit = 1000

    /// Walks down through objects, and through the first item of each list; the depth is that of
    /// the document, which the reader bounds.
    mutating func search(_ value: JSONValue) {
        guard found.count < Self.limit else { return }
        switch value {
        case .array(let items):
            let objects = items.count { $0.object != nil }
            if items.isEmpty || objects * 2 > items.count {
                found.append(List(path: JSONPath(steps, startsAtRoot: true), items: items))
            }
            guard let first = items.first else { return }
            steps.append(.index(0))
            search(first)
            steps.removeLast()
        case .object(let object):
            for member in object.members {
                steps.append(.key(member.key))
                search(member.value)
                steps.removeLast()
            }
        default:
            return
        }
    }
}

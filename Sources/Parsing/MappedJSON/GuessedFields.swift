/// What the fields of a list's objects probably are, by their names and values.
struct GuessedFields {
    private(set) var mappings: [RecipeField: FieldMapping] = [:]

    /// How telling a field is for a list of reviews or mentions.
    private static let weights: [RecipeField: Int] = [
        .text: 3, .rating: 3, .author: 2, .published: 2, .title: 1, .id: 1, .url: 1,
    ]

    /// Looks at every item of `sample`.
    init(sample: [JSONValue]) {
        var collector = LeafCollector()
        for item in sample { collector.collect(item) }
        for field in RecipeField.allCases {
            guard let names = FieldNames.names[field] else { continue }
            let leaves = collector.leaves(for: field, names: names)
            let alternatives = leaves.compactMap { Self.alternative(field, $0) }
            if !alternatives.isEmpty { mappings[field] = FieldMapping(alternatives) }
        }
        if mappings[.published] == nil { mappings[.published] = mappings[.updated] }
    }

    /// Whether these are the fields of a list of entries: a text or a rating, and something beside.
    var areTelling: Bool {
        guard mappings[.text] != nil || mappings[.rating] != nil else { return false }
        return mappings.count >= 2
    }

    var weight: Int {
        mappings.keys.reduce(0) { $0 + (Self.weights[$1] ?? 0) }
    }

    /// The paths of a field, and the scale of a rating, for the owner; nil where it was not found.
    func description(of field: RecipeField) -> String? {
        guard let mapping = mappings[field] else { return nil }
        let paths = mapping.alternatives.compactMap { alternative in
            if case .path(let path) = alternative.origin { "`\(path.shown)`" } else { nil }
        }
        var text = paths.joined(separator: " or ")
        if field == .rating, let scale = mapping.alternatives.first?.scale {
            text += " (\(Self.shown(scale.lowerBound)) to \(Self.shown(scale.upperBound)))"
        }
        return text
    }

    private static func shown(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }

    private static func alternative(
        _ field: RecipeField, _ leaf: LeafCollector.Leaf
    ) -> FieldAlternative? {
        var alternative = FieldAlternative(.path(leaf.path))
        if field.isText, isHTML(leaf) { alternative.format = .html }
        guard field == .rating else { return alternative }
        if leaf.values.allSatisfy({ if case .bool = $0 { true } else { false } }) {
            alternative.values = ["true": "1", "false": "0"]
            alternative.scale = 0...1
            return alternative
        }
        let numbers = leaf.values.compactMap(\.double)
        guard numbers.count == leaf.values.count, let lowest = numbers.min(),
            let highest = numbers.max(), lowest >= 0
        else { return nil }
        // "score" counts votes as often as it rates, so only a scale of stars is believed.
        let name = leaf.name
        if name == "score" || name == "grade", lowest < 1 || highest > 5 { return nil }
        switch highest {
        case ...5: alternative.scale = (lowest < 1 ? 0 : 1)...5
        case ...10: alternative.scale = (lowest < 1 ? 0 : 1)...10
        case ...100: alternative.scale = 0...100
        default: return nil
        }
        return alternative
    }

    /// Whether the texts are HTML: by the field's name, or because half of them have a tag that
    /// people do not type.
    private static func isHTML(_ leaf: LeafCollector.Leaf) -> Bool {
        if leaf.isHTML || leaf.name.hasSuffix("html") || leaf.name == "cooked" { return true }
        let texts = leaf.values.compactMap(\.text)
        let marks = ["<p>", "<p ", "</p>", "<br", "<div", "</a>", "<ul>"]
        let marked = texts.count { text in marks.contains { text.contains($0) } }
        return marked > 0 && marked * 2 >= texts.count
    }
}

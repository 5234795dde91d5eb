/// Finds the recipe that a payload was made for by the payload's shape.
struct RecipeRecognition {
    let recipes: [Recipe]
    let root: JSONNode

    /// The recipe whose every detection path leads somewhere.
    ///
    /// Of several, it is the one with the most such paths, then with the most fields found in an
    /// item. Nil where none fits, or two fit equally well.
    var best: Recipe? {
        var best: (recipe: Recipe, fit: Fit)?
        var isTied = false
        for recipe in recipes {
            guard let mapping = recipe.mapping, let fit = fit(of: mapping) else { continue }
            guard let leader = best else {
                best = (recipe, fit)
                continue
            }
            if leader.fit < fit {
                best = (recipe, fit)
                isTied = false
            } else if leader.fit == fit {
                isTied = true
            }
        }
        return isTied ? nil : best?.recipe
    }

    private struct Fit: Comparable {
        var paths: Int
        var fields: Int

        static func < (left: Self, right: Self) -> Bool {
            (left.paths, left.fields) < (right.paths, right.fields)
        }
    }

    private func fit(of mapping: RecipeMapping) -> Fit? {
        guard !mapping.detect.isEmpty,
            mapping.detect.allSatisfy({ $0.leadsSomewhere(in: root) })
        else { return nil }
        var values = FieldValues(root: root, timeZone: nil)
        let first = mapping.items.lazy
            .flatMap { $0.values(in: root, root: root) }
            .compactMap { $0.items?.last ?? ($0.isObject ? $0 : nil) }.first
        let found = first.map { item in
            mapping.fields.values.count { values.string(FieldPlan($0), in: item) != nil }
        }
        return Fit(paths: mapping.detect.count, fields: found ?? 0)
    }
}

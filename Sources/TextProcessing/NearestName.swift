/// Finds the name that was probably meant.
public enum NearestName {
    /// The candidate nearest to `name`; nil if none is near.
    ///
    /// Near means an edit distance (Damerau's, with neighbours swapped as one edit) of at most a
    /// third of the longer name, case and `-`/`_` not counted; one edit is always allowed in names of three
    /// letters and more. Of equally near candidates the first wins. Names of more than 64 letters are
    /// never near.
    public static func nearest(to name: String, among candidates: some Sequence<String>) -> String?
    {
        let wanted = folded(name)
        guard wanted.count <= 64 else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in candidates where candidate.utf8.count <= 64 {
            let other = folded(candidate)
            let longer = max(wanted.count, other.count)
            let allowed = longer < 3 ? 0 : max(1, longer / 3)
            guard abs(wanted.count - other.count) <= allowed else { continue }
            let distance = distance(wanted, other)
            if distance <= allowed, distance < best?.distance ?? .max {
                best = (candidate, distance)
            }
        }
        return best?.name
    }

    /// The question to ask about an unknown `name`; nil if no candidate is near.
    public static func question(
        _ name: String, among candidates: some Sequence<String>
    ) -> String? {
        nearest(to: name, among: candidates).map { "did you mean `\($0)`?" }
    }

    private static func folded(_ name: String) -> [Character] {
        name.lowercased().map { $0 == "-" ? "_" : $0 }
    }

    /// Optimal string alignment distance, three rows at a time.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for i in left.indices {
            var current = [i + 1]
            for j in right.indices {
                let substitution = last[j] + (left[i] == right[j] ? 0 : 1)
                var cheapest = min(substitution, last[j + 1] + 1, current[j] + 1)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    cheapest = min(cheapest, beforeLast[j - 1] + 1)
                }
                current.append(cheapest)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}

/// Finds the key that was probably meant.
enum NearestKey {
    /// The question to ask about the unknown key `key`; nil if none of `candidates` is near.
    static func question(_ key: String, among candidates: [String]) -> String? {
        nearest(to: key, among: candidates).map { "did you mean `\($0)`?" }
    }

    /// The candidate at the smallest edit distance (Levenshtein), at most a third of the length.
    static func nearest(to key: String, among candidates: [String]) -> String? {
        let wanted = Array(key.lowercased().utf8)
        guard wanted.count <= 64 else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let other = Array(candidate.lowercased().utf8)
            let distance = distance(wanted, other)
            guard distance <= max(1, max(wanted.count, other.count) / 3) else { continue }
            if distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var previous = Array(0...right.count)
        for (row, byte) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                current.append(
                    min(
                        previous[column] + (byte == other ? 0 : 1), previous[column + 1] + 1,
                        current[column] + 1))
            }
            previous = current
        }
        return previous[right.count]
    }
}

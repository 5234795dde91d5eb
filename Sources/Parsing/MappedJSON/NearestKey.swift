/// Finds the key that was probably meant.
enum NearestKey {
    /// The question to ask about the unknown key `key`; nil if none of `candidates` is near.
    static func question(_ key: String, among candidates: [String]) -> String? {
        nearest(to: key, among: candidates).map { "did you mean `\($0)`?" }
    }

    /// The candidate at the smallest edit distance, at most a third of the longer length.
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

    /// The optimal string alignment distance, which counts swapped neighbours as one edit.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, byte) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var edits = min(
                    last[column] + (byte == other ? 0 : 1), last[column + 1] + 1,
                    current[column] + 1)
                if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
                    edits = min(edits, beforeLast[column - 1] + 1)
                }
                current.append(edits)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}

/// Many tests at once.
public enum FalseDiscovery {
    /// Which of the tests with these probabilities find something, so that at most 1 in 20 findings is expected
    /// to be one of chance (Benjamini and Hochberg 1995).
    public static func findings(_ chances: [Double], share: Double = 0.05) -> [Bool] {
        let order = chances.indices.sorted { chances[$0] < chances[$1] }
        let last = order.indices.last { rank in
            chances[order[rank]] <= share * Double(rank + 1) / Double(order.count)
        }
        var findings = Array(repeating: false, count: chances.count)
        guard let last else { return findings }
        for index in order[...last] { findings[index] = true }
        return findings
    }
}

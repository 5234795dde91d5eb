import Model

/// Numbers of mentions in a log line, however many there are: `7,12-340`.
enum MentionRanges {
    /// The numbers in ascending order, those that follow each other as a range; empty for none.
    static func text(_ mentions: [MentionID]) -> String {
        var ranges: [ClosedRange<MentionID>] = []
        for mention in Set(mentions).sorted() {
            if let last = ranges.last, mention - last.upperBound == 1 {
                ranges[ranges.count - 1] = last.lowerBound...mention
            } else {
                ranges.append(mention...mention)
            }
        }
        return ranges.map { range in
            range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
        }.joined(separator: ",")
    }
}

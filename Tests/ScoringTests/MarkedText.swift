/// A text with its verdict written into it, such as `- The staff was [rude:-]`.
///
/// The first sign is the label (`-`, `0`, `+`, `?` for unscored). A bracket holds a term that has to
/// count and the sign of what it counts.
struct MarkedText: CustomStringConvertible, Sendable {
    struct Mark: Hashable, Sendable {
        var span: Range<Int>
        var isPositive: Bool
    }

    let description: String
    let label: String
    let plain: String
    let marks: [Mark]

    init(_ marked: String) {
        description = marked
        let names: [Character: String] = [
            "-": "negative", "0": "neutral", "+": "positive", "?": "unscored",
        ]
        label = names[marked.first ?? " "] ?? "no label"
        var plain = ""
        var marks: [Mark] = []
        var rest = marked.dropFirst(2)
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
            plain += rest[..<open]
            let inside = rest[rest.index(after: open)..<close]
            let start = plain.utf8.count
            plain += inside.dropLast(2)
            marks.append(
                Mark(span: start..<plain.utf8.count, isPositive: inside.last == "+"))
            rest = rest[rest.index(after: close)...]
        }
        self.plain = plain + rest
        self.marks = marks
    }
}

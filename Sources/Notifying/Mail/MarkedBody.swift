import Model

/// The words of an entry, parted where terms counted, and cut to a length that a mail can bear.
struct MarkedBody {
    /// A stretch of text; `weight` is what it counted, nil where it did not.
    struct Segment: Hashable {
        var text: String
        var weight: Double?
    }

    /// How many characters of a title are shown.
    static let titleLimit = 300

    /// The title; empty where the entry has none, or where it only repeats the text.
    private(set) var title: [Segment] = []
    private(set) var text: [Segment] = []
    /// Characters that are left out at the ends of title and text.
    private(set) var omitted = 0

    /// Parts `entry.body`, showing at most `limit` characters of the text.
    ///
    /// Spans that lie outside the body, split a character or overlap an earlier one are not marked.
    init(_ entry: Entry, contributions: [Contribution], limit: Int) {
        let body = entry.body
        let textStart = Self.startOfText(entry, in: body)
        let marks = Self.marks(contributions, in: body)
        if textStart > body.startIndex {
            let end = entry.text == nil ? textStart : body.utf8.index(before: textStart)
            title = part(body, body.startIndex..<end, limit: Self.titleLimit, marks: marks)
        }
        text = part(body, textStart..<body.endIndex, limit: limit, marks: marks)
    }

    var isEmpty: Bool { title.isEmpty && text.isEmpty }

    private static func startOfText(_ entry: Entry, in body: String) -> String.Index {
        guard let title = entry.title else { return body.startIndex }
        guard let text = entry.text else { return body.endIndex }
        guard !text.hasPrefix(title) else { return body.startIndex }
        return body.utf8.index(body.startIndex, offsetBy: title.utf8.count + 1)
    }

    private static func marks(
        _ contributions: [Contribution], in body: String
    ) -> [(range: Range<String.Index>, weight: Double)] {
        let size = body.utf8.count
        var marks: [(range: Range<String.Index>, weight: Double)] = []
        var end = 0
        for item in contributions.sorted(by: { $0.span.lowerBound < $1.span.lowerBound }) {
            guard item.span.lowerBound >= end, item.span.upperBound <= size, !item.span.isEmpty,
                let lower = boundary(item.span.lowerBound, in: body),
                let upper = boundary(item.span.upperBound, in: body)
            else { continue }
            marks.append((lower..<upper, item.weight))
            end = item.span.upperBound
        }
        return marks
    }

    /// The index at a UTF-8 offset, if no character is split there.
    private static func boundary(_ offset: Int, in body: String) -> String.Index? {
        String.Index(body.utf8.index(body.startIndex, offsetBy: offset), within: body)
    }

    private mutating func part(
        _ body: String, _ range: Range<String.Index>, limit: Int,
        marks: [(range: Range<String.Index>, weight: Double)]
    ) -> [Segment] {
        let end = body.index(range.lowerBound, offsetBy: limit, limitedBy: range.upperBound)
        let upper = end ?? range.upperBound
        omitted += body.distance(from: upper, to: range.upperBound)
        var segments: [Segment] = []
        var start = range.lowerBound
        for mark in marks where mark.range.lowerBound >= start && mark.range.upperBound <= upper {
            Self.append(body[start..<mark.range.lowerBound], nil, to: &segments)
            Self.append(body[mark.range], mark.weight, to: &segments)
            start = mark.range.upperBound
        }
        Self.append(body[start..<upper], nil, to: &segments)
        return segments
    }

    private static func append(_ text: Substring, _ weight: Double?, to segments: inout [Segment]) {
        let clean = ReadableText.cleaned(text)
        if !clean.isEmpty { segments.append(Segment(text: clean, weight: weight)) }
    }
}

/// Foreign text of several lines, made harmless for a mail body.
enum ReadableText {
    /// `text` without control characters; line breaks and tabs stay, all breaks become LF, and the
    /// bidirectional controls, which could show words in another order, are left out.
    static func cleaned(_ text: some StringProtocol) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A: clean.append(scalar)
            case 0x85, 0x2028, 0x2029: clean.append("\n")
            case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
            default: clean.append(scalar)
            }
        }
        return String(clean)
    }
}

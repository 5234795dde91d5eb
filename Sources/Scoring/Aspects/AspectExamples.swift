public import Model

/// Which aspects a foreign name stands for, such as `Price#Price` for `price` and `value`.
///
/// A text of tab-separated lines: a category and the aspects that it means, divided by commas, the
/// closest first; `-` leaves its rows out. A category that ends in `*` stands for all that begin so and
/// have no line of their own, the longest first. Empty lines and lines that begin with `#` and a space
/// are passed over. A category without line is an aspect by its own name, or unknown.
public struct AspectCategoryMap: Sendable, Hashable {
    private var exact: [String: [Aspect]] = [:]
    private var beginnings: [Beginning] = []

    private struct Beginning: Hashable {
        var text: String
        var aspects: [Aspect]
    }

    /// The map in which every aspect has its own name and there is nothing else.
    public init() {}

    /// Reads a map; `file` is the name that errors give.
    ///
    /// Throws at the first line that is wrong, with its number and what to write instead.
    public init(parsing text: String, file: String) throws(LexiconError) {
        var number = 0
        for row in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            if row.allSatisfy(\.isWhitespace) || row.hasPrefix("# ") { continue }
            let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 2, !fields[0].isEmpty else {
                throw LexiconError(
                    reason: .wrongColumns,
                    detail: "write the category, a tab and its aspects", file: file, line: number)
            }
            var aspects: [Aspect] = []
            for name in fields[1].split(separator: ",") where fields[1] != "-" {
                guard let aspect = Aspect(rawValue: String(name)) else {
                    throw LexiconError(
                        reason: .unknownAspect,
                        detail: "no aspect '\(name)'; write \(Self.names) or -", file: file,
                        line: number)
                }
                aspects.append(aspect)
            }
            add(fields[0], aspects)
        }
        beginnings.sort { ($1.text.utf8.count, $0.text) < ($0.text.utf8.count, $1.text) }
    }

    static var names: String { Aspect.allCases.map(\.rawValue).joined(separator: ", ") }

    private mutating func add(_ category: Substring, _ aspects: [Aspect]) {
        if category.last == "*" {
            beginnings.append(Beginning(text: String(category.dropLast()), aspects: aspects))
        } else {
            exact[String(category)] = aspects
        }
    }

    /// The aspects that `category` stands for, the closest first; empty where it is left out, nil where
    /// it is unknown.
    public func aspects(of category: String) -> [Aspect]? {
        if let known = exact[category] { return known }
        if let known = beginnings.first(where: { category.hasPrefix($0.text) }) {
            return known.aspects
        }
        return Aspect(rawValue: category).map { [$0] }
    }
}

/// What a person marked in a text: what it speaks of and how that is felt.
public struct AspectExample: Sendable, Hashable {
    /// The text as it stands in the file.
    public var text: String
    /// What it speaks of, the closest first; any of them is right.
    ///
    /// Empty where the category is left out or unknown.
    public var aspects: [Aspect]
    /// How that is felt; nil where the file says `conflict`.
    public var label: Sentiment.Label?
    /// The words of the text that name it; nil where they are not marked.
    public var term: String?
    /// Where the file says that the text is from; nil where it does not.
    public var source: String?

    /// Reads a table of such marks: tab-separated columns without quoting, named by the first line.
    ///
    /// The columns `aspect_category`, `aspect_polarity` (negative, neutral, positive or conflict) and
    /// `text` have to be there; `term` and `source` may be, others are passed over. Throws at the first
    /// line that is wrong, with its number and what to write instead.
    public static func examples(
        parsing table: String, file: String, map: AspectCategoryMap = AspectCategoryMap()
    ) throws(LexiconError) -> [AspectExample] {
        var columns: AspectColumns?
        var examples: [AspectExample] = []
        var number = 0
        for row in table.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            let line = Substring(row.last == 0x0D ? row.dropLast() : row)
            if line.allSatisfy(\.isWhitespace) { continue }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard let known = columns else {
                columns = try AspectColumns(header: fields, file: file, line: number)
                continue
            }
            examples.append(try known.example(fields, line: number, map: map))
        }
        guard columns != nil else {
            throw LexiconError(
                reason: .wrongColumns, detail: "the file is empty", file: file, line: 1)
        }
        return examples
    }
}

/// Where the columns of a table of marks stand.
private struct AspectColumns {
    let category: Int
    let polarity: Int
    let text: Int
    let term: Int?
    let source: Int?
    let count: Int
    let file: String

    init(header: [Substring], file: String, line: Int) throws(LexiconError) {
        func place(_ name: Substring) throws(LexiconError) -> Int {
            guard let place = header.firstIndex(of: name) else {
                throw LexiconError(
                    reason: .wrongColumns,
                    detail: "no column '\(name)'; the first line names the columns, among them "
                        + "aspect_category, aspect_polarity and text", file: file, line: line)
            }
            return place
        }
        category = try place("aspect_category")
        polarity = try place("aspect_polarity")
        text = try place("text")
        term = header.firstIndex(of: "term")
        source = header.firstIndex(of: "source")
        count = header.count
        self.file = file
    }

    func example(
        _ fields: [Substring], line: Int, map: AspectCategoryMap
    ) throws(LexiconError) -> AspectExample {
        guard fields.count == count else {
            throw LexiconError(
                reason: .wrongColumns,
                detail: "\(fields.count) columns, but the first line names \(count)", file: file,
                line: line)
        }
        let polarity = String(fields[polarity])
        let label = Sentiment.Label(rawValue: polarity)
        guard polarity == "conflict" || (label != nil && label != .unscored) else {
            throw LexiconError(
                reason: .unknownLabel,
                detail: "polarity '\(polarity)'; write negative, neutral, positive or conflict",
                file: file, line: line)
        }
        return AspectExample(
            text: String(fields[text]), aspects: map.aspects(of: String(fields[category])) ?? [],
            label: label, term: nonempty(term, in: fields), source: nonempty(source, in: fields))
    }

    private func nonempty(_ place: Int?, in fields: [Substring]) -> String? {
        place.flatMap { fields[$0].isEmpty ? nil : String(fields[$0]) }
    }
}

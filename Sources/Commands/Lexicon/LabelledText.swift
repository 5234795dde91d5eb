import Model
import TextProcessing

/// A text with the label that people gave it, and where it stands.
struct LabelledText: Sendable, Hashable {
    var line: Int
    var label: Sentiment.Label
    var text: String
    /// As written; no scale is named.
    var rating: Double?
    var language: String?
    var source: String?
}

/// The columns of a file of labelled texts, found by their names in its first line.
///
/// Fields are parted by tabs and never quoted. `label` and `text` have to be there; `rating`, `lang`
/// and `source` may be; other columns are passed over.
struct LabelledColumns: Sendable, Hashable {
    let file: String
    private let count: Int
    private let label: Int
    private let text: Int
    private let rating: Int?
    private let language: Int?
    private let source: Int?

    private static let known = ["label", "text", "rating", "lang", "source"]

    /// Reads the first line; fails where a column is missing or stands twice.
    init(header: [UInt8], file: String) throws(CommandFailure) {
        self.file = file
        let line = header.starts(with: [0xEF, 0xBB, 0xBF]) ? header.dropFirst(3) : header[...]
        let names = Self.fields(of: line).map { Self.trimmed($0).lowercased() }
        count = names.count
        for name in Self.known where names.count(where: { $0 == name }) > 1 {
            throw Self.failure(file, 1, "the column `\(name)` stands twice; keep one")
        }
        func column(_ name: String) -> Int? { names.firstIndex(of: name) }
        func required(_ name: String) throws(CommandFailure) -> Int {
            if let place = column(name) { return place }
            let others = names.filter { !Self.known.contains($0) }
            let hint =
                NearestName.nearest(to: name, among: others).map { "is it `\($0)`?" }
                ?? "the first line has to name the columns, parted by tabs"
            throw Self.failure(file, 1, "there is no column `\(name)`; \(hint)")
        }
        label = try required("label")
        text = try required("text")
        rating = column("rating")
        language = column("lang")
        source = column("source")
    }

    /// Whether the texts have a language of their own.
    var hasLanguage: Bool { language != nil }
    /// Whether the texts say where they come from.
    var hasSource: Bool { source != nil }

    /// Reads a line; fails with its number where it does not fit the columns.
    func row(_ line: ArraySlice<UInt8>, number place: Int) throws(CommandFailure) -> LabelledText {
        let fields = Self.fields(of: line)
        guard fields.count == count else {
            throw failure(
                place,
                "\(fields.count) field\(fields.count == 1 ? "" : "s") where the first line has \(count); "
                    + "a text may hold no tab and no line break")
        }
        return LabelledText(
            line: place, label: try label(fields[label], place),
            text: String(decoding: fields[text], as: UTF8.self),
            rating: try rating.flatMap { column throws(CommandFailure) in
                try number(fields[column], place)
            },
            language: language.flatMap { Self.filled(fields[$0])?.lowercased() },
            source: source.flatMap { Self.filled(fields[$0]) })
    }

    private func label(
        _ field: ArraySlice<UInt8>, _ line: Int
    ) throws(CommandFailure) -> Sentiment.Label {
        let word = Self.trimmed(field)
        if let label = Sentiment.Label(rawValue: word.lowercased()), label != .unscored {
            return label
        }
        let names = ["negative", "neutral", "positive"]
        let hint =
            NearestName.question(word, among: names) ?? "it is one of negative, neutral, positive"
        throw failure(line, "the label cannot be `\(word.prefix(40))`; \(hint)")
    }

    private func number(
        _ field: ArraySlice<UInt8>, _ line: Int
    ) throws(CommandFailure) -> Double? {
        guard let text = Self.filled(field) else { return nil }
        guard let number = Double(text), number.isFinite else {
            throw failure(
                line, "the rating `\(text.prefix(40))` is no number; leave it empty for none")
        }
        return number
    }

    private func failure(_ line: Int, _ message: String) -> CommandFailure {
        Self.failure(file, line, message)
    }

    private static func failure(_ file: String, _ line: Int, _ message: String) -> CommandFailure {
        CommandFailure(.badData, "\(file):\(line): \(message)")
    }

    /// What stands between the tabs of a line; a CR at its end is no part of it.
    private static func fields(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        let line = line.last == 0x0D ? line.dropLast() : line
        return line.split(separator: 0x09, omittingEmptySubsequences: false)
    }

    private static func trimmed(_ field: ArraySlice<UInt8>) -> String {
        let rest = field.drop { $0 == 0x20 }
        let end = rest.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? rest.startIndex
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    private static func filled(_ field: ArraySlice<UInt8>) -> String? {
        let text = trimmed(field)
        return text.isEmpty ? nil : text
    }
}

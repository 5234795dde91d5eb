public import FoundationEssentials
public import Model
import TextProcessing

/// Makes entries of the rows of a table.
public struct TableEntries: Sendable {
    /// How the cells are read.
    public struct Options: Sendable, Hashable {
        /// Which column holds what.
        public var mapping: ColumnMapping
        /// The scale of ratings that are numbers alone; nil takes the smallest usual one that holds
        /// them all.
        public var scale: ClosedRange<Double>?
        /// The zone of dates that name none; nil means UTC.
        public var timeZone: TimeZone?
        /// Whether the day comes first in dates such as 03/04/2026; nil lets the column tell.
        public var isDayFirst: Bool?

        /// Options; all that is left out is guessed.
        public init(
            mapping: ColumnMapping, scale: ClosedRange<Double>? = nil, timeZone: TimeZone? = nil,
            isDayFirst: Bool? = nil
        ) {
            self.mapping = mapping
            self.scale = scale
            self.timeZone = timeZone
            self.isDayFirst = isDayFirst
        }
    }

    /// A row that can't be an entry.
    public struct Fault: Sendable, Hashable {
        /// Where the row begins, from 1.
        public var line: Int
        /// Why, as a clause for the owner.
        public var detail: String
    }

    /// The entries, each with the line of its row, in the order of the file.
    public private(set) var entries: [(line: Int, entry: Entry)] = []
    /// The rows that can't be entries, in the order of the file.
    public private(set) var faults: [Fault] = []
    /// How many rows say the same as an earlier one and were left out.
    public private(set) var repeated = 0
    /// What was guessed, one sentence each.
    public private(set) var notes: [String] = []

    private let mapping: ColumnMapping
    private let timeZone: TimeZone?
    private var scale: ClosedRange<Double>
    private var isDayFirst: Bool
    private var seen: [String: Int] = [:]

    /// Reads every row of `table`.
    ///
    /// An entry is known by its id, else by a digest of author, date, title, text and rating: the same
    /// row has the same identity in whatever file it stands.
    public init(of table: ImportedTable, options: Options) {
        mapping = options.mapping
        timeZone = options.timeZone
        let guess = TableGuess(table, mapping)
        scale = options.scale ?? guess.scale
        isDayFirst = options.isDayFirst ?? guess.isDayFirst
        if options.scale == nil, guess.isScaleGuessed {
            notes.append(
                "The ratings do not tell their scale; \(guess.scaleText) was taken (--scale).")
        }
        if options.isDayFirst == nil, guess.isOrderOpen {
            notes.append(
                "Nothing tells whether 03/04 is in March or April; the month was taken to come "
                    + "first (--day-first).")
        }
        for row in table.rows { read(row) }
    }

    private mutating func read(_ row: ImportedTable.Row) {
        do throws(RowFault) {
            if let fault = row.fault { throw RowFault(detail: fault) }
            let entry = try entry(of: row)
            let digest = entry.identity.key
            if let earlier = seen[digest] {
                let same = entries[earlier]
                guard same.entry.saysTheSame(as: entry) else {
                    throw RowFault(
                        detail: "it has the id of line \(same.line), but says something else")
                }
                repeated += 1
                return
            }
            seen[digest] = entries.count
            entries.append((row.line, entry))
        } catch {
            faults.append(Fault(line: row.line, detail: error.detail))
        }
    }

    private struct RowFault: Error {
        var detail: String
    }

    private func cell(_ field: TableField, of row: ImportedTable.Row) -> String? {
        mapping.columns[field].flatMap { row.cells[$0]?.trimmed }
    }

    private func entry(of row: ImportedTable.Row) throws(RowFault) -> Entry {
        var draft = EntryDraft()
        draft.id = cell(.id, of: row)
        draft.url = cell(.url, of: row)
        draft.title = cell(.title, of: row).map(RawText.plain)
        draft.text = cell(.text, of: row).map(RawText.plain)
        draft.author = cell(.author, of: row)
        draft.language = cell(.language, of: row)
        draft.replyText = cell(.reply, of: row).map(RawText.plain)
        draft.readsRatingFromText = false
        draft.published = try date(cell(.date, of: row))
        draft.rating = try rating(cell(.rating, of: row))
        var builder = EntryBuilder(base: nil)
        builder.add(draft)
        guard var entry = builder.finish().entries.first,
            entry.text != nil || entry.title != nil || entry.rating != nil
        else { throw RowFault(detail: "it has neither text nor rating") }
        if entry.id == nil || entry.identity.rung != .stableID {
            entry.identity = EntryIdentity(rung: .contentHash, key: Self.contentKey(entry))
        }
        return entry
    }

    private func date(_ text: String?) throws(RowFault) -> Date? {
        guard let text else { return nil }
        let written = isDayFirst ? SlashedDate(text)?.dayFirst ?? text : text
        guard let date = FeedDate.parse(written, timeZone: timeZone) else {
            throw RowFault(detail: "“\(text.prefix(40))” is no date")
        }
        return date
    }

    private func rating(_ text: String?) throws(RowFault) -> Rating? {
        guard let text, !TableGuess.isBlankMark(text) else { return nil }
        if let number = RatingText.number(inField: text) {
            guard let rating = Rating(value: number, min: scale.lowerBound, max: scale.upperBound)
            else {
                throw RowFault(
                    detail: "the rating “\(text.prefix(20))” is not on the scale of "
                        + TableGuess.text(of: scale))
            }
            return rating
        }
        guard let rating = RatingText.rating(inField: text, scale: scale) else {
            throw RowFault(detail: "“\(text.prefix(40))” is no rating")
        }
        return rating
    }

    private static func contentKey(_ entry: Entry) -> String {
        var hash = StableHash()
        hash.combine(entry.author)
        hash.combine(entry.published.map { "\(Int64($0.timeIntervalSince1970))" })
        hash.combine(entry.title)
        hash.combine(entry.text)
        hash.combine(entry.rating.map { "\($0.value)" })
        return "fnv:" + hash.hexadecimal
    }
}

/// A date of three numbers with slashes, dots or hyphens, the year last.
struct SlashedDate {
    let first: Int
    let second: Int
    private let year: Substring
    private let rest: Substring

    init?(_ text: String) {
        let head = text.prefix { $0.isNumber || $0 == "/" || $0 == "-" }
        guard head.contains("/") || head.contains("-") else { return nil }
        let parts = head.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "/" || $0 == "-" })
        guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count),
            [2, 4].contains(parts[2].count), let first = Int(parts[0]), let second = Int(parts[1])
        else { return nil }
        (self.first, self.second, year) = (first, second, parts[2])
        rest = text[head.endIndex...]
    }

    /// The same date with the year first, the first number taken for the day.
    var dayFirst: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let century = year.count == 2 ? "20" : ""
        return "\(century)\(year)-\(two(second))-\(two(first))\(rest)"
    }
}

/// What the cells of a table tell about how they are written.
struct TableGuess {
    private(set) var scale: ClosedRange<Double> = 1...5
    private(set) var isScaleGuessed = false
    private(set) var isDayFirst = false
    /// Whether dates with slashes stand there and none tells the order.
    private(set) var isOrderOpen = false

    init(_ table: ImportedTable, _ mapping: ColumnMapping) {
        if let column = mapping.columns[.rating] { guessScale(table, column) }
        if let column = mapping.columns[.date] { guessOrder(table, column) }
    }

    private mutating func guessScale(_ table: ImportedTable, _ column: Int) {
        let name = table.columns.indices.contains(column) ? FoldedName(table.columns[column]) : nil
        let asksToRecommend = ["nps", "recommend", "weiterempfehlen", "weiterempfehlung"]
        if let name, asksToRecommend.contains(where: name.has) {
            scale = 0...10
            return
        }
        let numbers = table.rows.compactMap { row in
            row.cells[column].flatMap { RatingText.number(inField: $0) }
        }.filter { $0 >= 0 && $0 <= 100 }
        guard let highest = numbers.max(), let lowest = numbers.min() else { return }
        isScaleGuessed = name?.has("csat") != true
        switch highest {
        case ...5: scale = (lowest < 1 ? 0 : 1)...5
        case ...10: scale = 0...10
        default: scale = 0...100
        }
    }

    private mutating func guessOrder(_ table: ImportedTable, _ column: Int) {
        var isMonthFirst = false
        var hasDates = false
        for row in table.rows {
            guard let date = row.cells[column]?.trimmed.flatMap(SlashedDate.init) else { continue }
            hasDates = true
            if date.first > 12, date.second <= 12 { isDayFirst = true }
            if date.second > 12, date.first <= 12 { isMonthFirst = true }
        }
        if isMonthFirst { isDayFirst = false }
        isOrderOpen = hasDates && !isDayFirst && !isMonthFirst
    }

    var scaleText: String { Self.text(of: scale) }

    static func text(of scale: ClosedRange<Double>) -> String {
        func number(_ value: Double) -> String {
            value == value.rounded() && abs(value) < 1e9 ? "\(Int(value))" : "\(value)"
        }
        return "\(number(scale.lowerBound)) to \(number(scale.upperBound))"
    }

    /// Whether a cell says in words or signs that there is nothing.
    static func isBlankMark(_ text: String) -> Bool {
        ["-", "–", "—", "n/a", "na", "null", "none", "nil"].contains(text.lowercased())
    }
}

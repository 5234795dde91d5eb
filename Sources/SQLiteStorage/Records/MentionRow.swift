import Foundation
import GRDB
import Model

/// The columns of `mention` that make a `Mention`.
enum MentionRow {
    /// What a list of columns begins with from which `Mention` is read.
    ///
    /// The words that counted and the aspects are left out, which take most of the time.
    static let columns = names.map { "mention." + $0 }.joined(separator: ", ")
    /// `columns`, and the words and aspects.
    static let allColumns = columns + ", mention.contributions, mention.aspects"

    /// In the order in which they are read.
    private static let names = [
        "id", "sourceId", "kind", "identityRung", "identityKey", "entryId", "url", "title", "text",
        "author", "published", "updated", "ratingValue", "ratingMin", "ratingMax",
        "declaredLanguage", "hasReply", "replyText", "replyDate", "brandMatches", "score", "label",
        "confidence", "basis", "textScore", "textLabel", "disagrees", "language", "opinion",
        "lexicon", "firstSeen", "occurredAt", "version", "isBaseline", "incidentId", "delistedAt",
        "triage", "assignee", "answeredAt", "machineLabel", "reportURL",
    ]

    /// The place of `contributions` in `allColumns`.
    fileprivate static let reasons = names.count
}

extension Mention {
    /// Reads a row that begins with `MentionRow.columns`, or with `allColumns` where it has `reasons`.
    init(row: Row, reasons: Bool = true) throws {
        var columns = ColumnReader(row)
        self.init(
            id: columns.next(), source: SourceID(trusted: columns.next()),
            kind: Source.Kind(rawValue: columns.next()) ?? .mention, entry: Entry(&columns),
            brands: try JSONColumn.brandMatches(columns.next()), sentiment: Sentiment(&columns),
            firstSeen: columns.date() ?? .distantPast, occurredAt: columns.date() ?? .distantPast,
            version: columns.next(), isBaseline: columns.next(), incident: columns.optional(),
            delistedAt: columns.date())
        triage = Triage(
            state: Triage.State(rawValue: columns.next()) ?? .new, assignee: columns.optional(),
            answeredAt: columns.date())
        sentiment.machineLabel = (columns.optional() as String?).flatMap(
            Sentiment.Label.init(rawValue:))
        entry.reportURL = columns.optional()
        guard reasons else { return }
        sentiment.contributions = try JSONColumn.contributions(row[MentionRow.reasons])
        sentiment.aspects = try JSONColumn.aspects(row[MentionRow.reasons + 1])
    }
}

extension Mention {
    /// Reads a row that begins with `MentionRow.columns`, and with `aspects` what it is about, of which
    /// spans and scores are left out.
    init(row: Row, aspects: Bool, in database: Database) throws {
        try self.init(row: row, reasons: false)
        if aspects { sentiment.aspects = try AspectRow.fetchAll(of: id, in: database) }
    }
}

extension Entry {
    fileprivate init(_ columns: inout ColumnReader) {
        let rung = EntryIdentity.Rung(rawValue: columns.next()) ?? .contentHash
        self.init(
            identity: EntryIdentity(rung: rung, key: columns.next()), id: columns.optional(),
            url: columns.optional(), title: columns.optional(), text: columns.optional(),
            author: columns.optional(), published: columns.date(), updated: columns.date(),
            rating: Rating(&columns), language: columns.optional(),
            ownerReply: OwnerReply(&columns))
    }
}

extension Entry.OwnerReply {
    fileprivate init?(_ columns: inout ColumnReader) {
        let isThere: Bool = columns.next()
        let text: String? = columns.optional()
        let date = columns.date()
        guard isThere else { return nil }
        self.init(text: text, date: date)
    }
}

extension Rating {
    fileprivate init?(_ columns: inout ColumnReader) {
        let value: Double? = columns.optional()
        let min: Double? = columns.optional()
        let max: Double? = columns.optional()
        guard let value, let min, let max else { return nil }
        self.init(value: value, min: min, max: max)
    }

    /// Reads the rating's columns by their names; nil where there is none.
    init?(row: Row) {
        guard let value = row["ratingValue"] as Double?, let min = row["ratingMin"] as Double?,
            let max = row["ratingMax"] as Double?
        else { return nil }
        self.init(value: value, min: min, max: max)
    }
}

extension Sentiment {
    fileprivate init(_ columns: inout ColumnReader) {
        self.init(
            score: columns.next(), label: Label(rawValue: columns.next()) ?? .unscored,
            confidence: columns.next(), basis: Basis(rawValue: columns.next()) ?? .none,
            textScore: columns.optional(),
            textLabel: Label(rawValue: columns.next()) ?? .unscored, disagrees: columns.next(),
            language: columns.optional(), opinion: columns.next(), lexicon: columns.next())
    }
}

/// Reads the columns of a row one after the other: by place, which is quicker than by name.
private struct ColumnReader {
    private let row: Row
    private var place = 0

    init(_ row: Row) { self.row = row }

    /// The next column, which is not NULL.
    mutating func next<Value: DatabaseValueConvertible & StatementColumnConvertible>() -> Value {
        defer { place += 1 }
        return row[place]
    }

    /// The next column; nil for NULL.
    mutating func optional<Value: DatabaseValueConvertible & StatementColumnConvertible>()
        -> Value?
    {
        defer { place += 1 }
        return row[place]
    }

    /// The next column, which holds seconds since 1970.
    mutating func date() -> Date? {
        (optional() as Double?).map(Date.init(timeIntervalSince1970:))
    }
}

import Foundation
import GRDB
import Model
import Storage

/// Writes the drafts of one poll, inside one transaction; `finish` has to be called at the end.
///
/// What is stored already decides what a draft changes, not what the caller believed.
struct MentionWriting {
    private let poll: PollRecord
    private let database: Database
    private(set) var receipt = PollReceipt()
    private var figures = DayFigures()
    private var lookup: BoundStatement
    private var insertion: BoundStatement
    private var brandRow: BoundStatement
    private var aspectRow: BoundStatement
    private var entryRow: BoundStatement

    init(_ poll: PollRecord, in database: Database) throws {
        self.poll = poll
        self.database = database
        lookup = try BoundStatement(EntryRow.lookup, in: database)
        insertion = try BoundStatement(Self.insertion, in: database)
        brandRow = try BoundStatement(BrandRow.insertion, in: database)
        aspectRow = try BoundStatement(AspectRow.insertion, in: database)
        entryRow = try BoundStatement(EntryRow.saving, in: database)
    }

    /// Stores what a draft really changes.
    mutating func store(_ draft: MentionDraft) throws {
        let known = try EntryRow.fetch(
            draft.entry.identity.key, of: poll.source, by: &lookup)
        if let known, known.isForgotten { return }
        if let id = known?.mention {
            guard known?.contentDigest != draft.contentDigest, let sentiment = draft.sentiment
            else { return }
            try replace(id, by: draft, sentiment)
            receipt.changed.append(id)
            try EntryRow.save(draft, mention: id, poll: poll, by: &entryRow)
            return
        }
        var id: MentionID?
        if !draft.brands.isEmpty, let sentiment = draft.sentiment {
            let new = try insert(draft, sentiment)
            receipt.new.append(new)
            id = new
        }
        try EntryRow.save(draft, mention: id, poll: poll, by: &entryRow)
    }

    /// Writes the figures by day of everything that was stored.
    func finish() throws { try figures.add(to: database) }

    /// Adds the mention, its brands and its counts; returns its number.
    private mutating func insert(_ draft: MentionDraft, _ sentiment: Sentiment) throws -> MentionID
    {
        let day = poll.day(draft.occurredAt)
        insertion.begin()
        try draft.bind(sentiment, day: day, to: &insertion)
        try insertion.bind(poll.source.rawValue)
        try insertion.bind(poll.kind.rawValue)
        try insertion.bind(draft.entry.identity.rung.rawValue)
        try insertion.bind(draft.entry.identity.key)
        try insertion.bind(JSONColumn.text(draft.brands))
        try insertion.bind(seconds: poll.now)
        try insertion.bind(poll.isBaseline)
        try insertion.bind(draft.isNews)
        try insertion.execute()
        let id = database.lastInsertedRowID
        try describe(id, draft, sentiment, brands: draft.brands.map(\.brand), day: day)
        return id
    }

    /// Replaces the wording of mention `id`, keeps the old one as a version, and makes the mention
    /// undecided again if it now is negative or worse than it was.
    ///
    /// Whether that is worth an alert is for the rules to say, and whether it waits for an answer
    /// again for `EditedAnswer`. Its identity stays the one that it was
    /// first seen under.
    private mutating func replace(
        _ id: MentionID, by draft: MentionDraft, _ sentiment: Sentiment
    ) throws {
        let answer = try EditedAnswer(of: id, in: database)
        try database.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO mentionVersion
                SELECT id, version, title, text, ratingValue, ratingMin, ratingMax, score, label, ?
                FROM mention WHERE id = ?
                """
        ).execute(arguments: [poll.now.timeIntervalSince1970, id])
        try DayFigures.countOut(id, in: database)
        try AspectRow.delete(of: id, in: database)
        if !draft.brands.isEmpty {
            try database.cachedStatement(sql: "UPDATE mention SET brandMatches = ? WHERE id = ?")
                .execute(arguments: [JSONColumn.text(draft.brands), id])
        }
        let day = poll.day(draft.occurredAt)
        var replacement = try BoundStatement(Self.replacement, in: database)
        replacement.begin()
        try draft.bind(sentiment, day: day, to: &replacement)
        try replacement.bind(id)
        try replacement.execute()
        let known = try BrandRow.brands(of: id, in: database)
        try database.cachedStatement(sql: "DELETE FROM mentionBrand WHERE mentionId = ?")
            .execute(arguments: [id])
        let brands = draft.brands.isEmpty ? known : draft.brands.map(\.brand)
        try describe(id, draft, sentiment, brands: brands, day: day)
        try answer?.follow(draft, sentiment, now: poll.now)
    }

    /// Writes the rows of brands and aspects that repeat what figures need, and counts them.
    private mutating func describe(
        _ id: MentionID, _ draft: MentionDraft, _ sentiment: Sentiment, brands: [BrandID],
        day: CalendarDay
    ) throws {
        var counted: [BrandID] = []
        for brand in brands where !counted.contains(brand) {
            counted.append(brand)
            try BrandRow.insert(
                brand, of: id, draft, sentiment, source: poll.source, day: day, by: &brandRow)
        }
        let names = [""] + counted.map(\.rawValue)
        figures.count(
            sentiment.label, stars: draft.entry.rating?.stars, source: poll.source,
            language: sentiment.language, of: names, on: day)
        guard !sentiment.aspects.isEmpty else { return }
        let body = draft.entry.body
        var felt: [Aspect] = []
        for opinion in sentiment.aspects where !felt.contains(opinion.aspect) {
            felt.append(opinion.aspect)
            let words = AspectRow.words(of: opinion, in: body)
            try AspectRow.insert(opinion, words: words, of: id, by: &aspectRow)
            figures.count(opinion, words: words, of: names, on: day)
        }
    }

    private static let insertion: String = {
        let columns =
            MentionDraft.columns + [
                "sourceId", "kind", "identityRung", "identityKey", "brandMatches", "firstSeen",
                "isBaseline", "isNews",
            ]
        return """
            INSERT INTO mention (\(columns.joined(separator: ", ")))
            VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
            """
    }()

    /// Columns on the right of an assignment have the values of before.
    private static let replacement: String = {
        let columns = MentionDraft.columns
        let assignments = columns.enumerated().map { "\($0.element) = ?\($0.offset + 1)" }
        func place(_ column: String) -> String {
            "?\(columns.firstIndex(of: column).map { $0 + 1 } ?? 0)"
        }
        return """
            UPDATE mention SET \(assignments.joined(separator: ", ")),
                isDecided = iif(
                    \(place("label")) = 'negative' OR \(place("score")) < score, 0, isDecided),
                isNews = iif(isDecided = 1, 1, isNews), version = version + 1,
                machineLabel = NULL
            WHERE id = ?\(columns.count + 1)
            """
    }()
}

extension MentionDraft {
    /// The columns of `mention` that an edit replaces too, as `bind` binds them.
    fileprivate static let columns = [
        "entryId", "url", "title", "text", "author", "published", "updated", "ratingValue",
        "ratingMin", "ratingMax", "stars", "declaredLanguage", "hasReply", "replyText", "replyDate",
        "reportURL", "score", "label", "confidence", "basis", "textScore", "textLabel", "disagrees",
        "language",
        "contributions", "opinion", "aspects", "lexicon", "occurredAt", "day", "titleHash",
        "textHash",
    ]

    /// Binds the values of `columns`.
    fileprivate func bind(
        _ sentiment: Sentiment, day: CalendarDay, to statement: inout BoundStatement
    ) throws {
        try bindEntry(to: &statement)
        try statement.bind(sentiment.score)
        try statement.bind(sentiment.label.rawValue)
        try statement.bind(sentiment.confidence)
        try statement.bind(sentiment.basis.rawValue)
        try statement.bind(sentiment.textScore)
        try statement.bind(sentiment.textLabel.rawValue)
        try statement.bind(sentiment.disagrees)
        try statement.bind(sentiment.language)
        try statement.bind(JSONColumn.text(sentiment.contributions))
        try statement.bind(sentiment.opinion)
        try statement.bind(JSONColumn.text(sentiment.aspects))
        try statement.bind(sentiment.lexicon)
        try statement.bind(seconds: occurredAt)
        try statement.bind(day.number)
        try statement.bind(story.title.map(Int64.init(bitPattern:)))
        try statement.bind(story.text.map(Int64.init(bitPattern:)))
    }

    /// Binds what the source says, up to the place for reports.
    private func bindEntry(to statement: inout BoundStatement) throws {
        try statement.bind(entry.id)
        try statement.bind(entry.url)
        try statement.bind(entry.title)
        try statement.bind(entry.text)
        try statement.bind(entry.author)
        try statement.bind(seconds: entry.published)
        try statement.bind(seconds: entry.updated)
        try statement.bind(entry.rating?.value)
        try statement.bind(entry.rating?.min)
        try statement.bind(entry.rating?.max)
        try statement.bind(entry.rating?.stars)
        try statement.bind(entry.language)
        try statement.bind(entry.ownerReply != nil)
        try statement.bind(entry.ownerReply?.text)
        try statement.bind(seconds: entry.ownerReply?.date)
        try statement.bind(entry.reportURL)
    }
}

/// Rows of `mentionBrand`, which repeat what figures by brand need.
enum BrandRow {
    static let insertion = """
        INSERT INTO mentionBrand
            (mentionId, brandId, occurredAt, day, sourceId, label, stars, language, score)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    static func insert(
        _ brand: BrandID, of id: MentionID, _ draft: MentionDraft, _ sentiment: Sentiment,
        source: SourceID, day: CalendarDay, by statement: inout BoundStatement
    ) throws {
        statement.begin()
        try statement.bind(id)
        try statement.bind(brand.rawValue)
        try statement.bind(seconds: draft.occurredAt)
        try statement.bind(day.number)
        try statement.bind(source.rawValue)
        try statement.bind(sentiment.label.rawValue)
        try statement.bind(draft.entry.rating?.stars)
        try statement.bind(sentiment.language)
        try statement.bind(sentiment.score)
        try statement.execute()
    }

    static func brands(of id: MentionID, in database: Database) throws -> [BrandID] {
        try String.fetchAll(
            database, sql: "SELECT brandId FROM mentionBrand WHERE mentionId = ? ORDER BY brandId",
            arguments: [id]
        ).map { BrandID(trusted: $0) }
    }
}

import Foundation
import GRDB
import Model
import Storage

extension MentionDraft {
    /// The columns of `mention` that an edit replaces too.
    private func columns(_ sentiment: Sentiment, day: CalendarDay) throws -> StatementArguments {
        [
            "rung": entry.identity.rung.rawValue, "entryId": entry.id, "url": entry.url,
            "title": entry.title, "text": entry.text, "author": entry.author,
            "published": entry.published?.timeIntervalSince1970,
            "updated": entry.updated?.timeIntervalSince1970,
            "ratingValue": entry.rating?.value, "ratingMin": entry.rating?.min,
            "ratingMax": entry.rating?.max, "stars": entry.rating?.stars,
            "declared": entry.language, "hasReply": entry.ownerReply != nil,
            "replyText": entry.ownerReply?.text,
            "replyDate": entry.ownerReply?.date?.timeIntervalSince1970,
            "score": sentiment.score, "label": sentiment.label.rawValue,
            "confidence": sentiment.confidence, "basis": sentiment.basis.rawValue,
            "textScore": sentiment.textScore, "textLabel": sentiment.textLabel.rawValue,
            "disagrees": sentiment.disagrees, "language": sentiment.language,
            "contributions": try JSONColumn.text(sentiment.contributions),
            "opinion": sentiment.opinion, "aspects": try JSONColumn.text(sentiment.aspects),
            "lexicon": sentiment.lexicon, "occurredAt": occurredAt.timeIntervalSince1970,
            "day": day.number,
        ]
    }

    /// Adds the mention, its brands and its counts; returns its number.
    func insert(_ sentiment: Sentiment, poll: PollRecord, in database: Database) throws -> MentionID
    {
        let day = poll.day(occurredAt)
        let own: StatementArguments = [
            "source": poll.source.rawValue, "kind": poll.kind.rawValue,
            "key": entry.identity.key, "brandMatches": try JSONColumn.text(brands),
            "firstSeen": poll.now.timeIntervalSince1970, "isBaseline": poll.isBaseline,
            "isNews": isNews,
        ]
        try database.cachedStatement(sql: Self.insertion).execute(
            arguments: columns(sentiment, day: day) &+ own)
        let id = database.lastInsertedRowID
        try BrandRow.insert(brands.map(\.brand), of: id, in: database)
        try DayCountRow.add(1, mention: id, in: database)
        try AspectRow.insert(sentiment.aspects, in: entry.body, of: id, in: database)
        try AspectRow.count(1, mention: id, in: database)
        return id
    }

    /// Replaces the wording of mention `id`, keeps the old one as a version, and makes the mention
    /// undecided again if it now is negative or worse than it was; whether that is worth an alert
    /// is for the rules to say.
    func replace(_ id: MentionID, _ sentiment: Sentiment, poll: PollRecord, in database: Database)
        throws
    {
        try database.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO mentionVersion
                SELECT id, version, title, text, ratingValue, ratingMin, ratingMax, score, label, ?
                FROM mention WHERE id = ?
                """
        ).execute(arguments: [poll.now.timeIntervalSince1970, id])
        try DayCountRow.add(-1, mention: id, in: database)
        try AspectRow.count(-1, mention: id, in: database)
        try AspectRow.delete(of: id, in: database)
        if !brands.isEmpty {
            try database.execute(
                sql: "UPDATE mention SET brandMatches = ? WHERE id = ?",
                arguments: [try JSONColumn.text(brands), id])
        }
        try database.cachedStatement(sql: Self.replacement).execute(
            arguments: columns(sentiment, day: poll.day(occurredAt)) &+ ["id": id])
        let known = try BrandRow.brands(of: id, in: database)
        try database.execute(sql: "DELETE FROM mentionBrand WHERE mentionId = ?", arguments: [id])
        try BrandRow.insert(brands.isEmpty ? known : brands.map(\.brand), of: id, in: database)
        try DayCountRow.add(1, mention: id, in: database)
        try AspectRow.insert(sentiment.aspects, in: entry.body, of: id, in: database)
        try AspectRow.count(1, mention: id, in: database)
    }

    private static let insertion = """
        INSERT INTO mention (
            sourceId, kind, identityRung, identityKey, entryId, url, title, text, author,
            published, updated, ratingValue, ratingMin, ratingMax, stars, declaredLanguage,
            hasReply, replyText, replyDate, brandMatches, score, label, confidence, basis,
            textScore, textLabel, disagrees, language, contributions, opinion, aspects, lexicon,
            firstSeen, occurredAt, day, isBaseline, isNews)
        VALUES (
            :source, :kind, :rung, :key, :entryId, :url, :title, :text, :author,
            :published, :updated, :ratingValue, :ratingMin, :ratingMax, :stars, :declared,
            :hasReply, :replyText, :replyDate, :brandMatches, :score, :label, :confidence, :basis,
            :textScore, :textLabel, :disagrees, :language, :contributions, :opinion, :aspects,
            :lexicon, :firstSeen, :occurredAt, :day, :isBaseline, :isNews)
        """

    private static let replacement = """
        UPDATE mention SET
            identityRung = :rung, entryId = :entryId, url = :url, title = :title, text = :text,
            author = :author, published = :published, updated = :updated,
            ratingValue = :ratingValue, ratingMin = :ratingMin, ratingMax = :ratingMax,
            stars = :stars, declaredLanguage = :declared, hasReply = :hasReply,
            replyText = :replyText, replyDate = :replyDate,
            isDecided = iif(:label = 'negative' OR :score < score, 0, isDecided),
            isNews = iif(isDecided = 1, 1, isNews),
            score = :score, label = :label, confidence = :confidence, basis = :basis,
            textScore = :textScore, textLabel = :textLabel, disagrees = :disagrees,
            language = :language, contributions = :contributions,
            opinion = :opinion, aspects = :aspects, lexicon = :lexicon,
            occurredAt = :occurredAt, day = :day, version = version + 1
        WHERE id = :id
        """
}

/// Rows of `mentionBrand`, which repeat what figures by brand need.
enum BrandRow {
    static func insert(_ brands: [BrandID], of id: MentionID, in database: Database) throws {
        for brand in brands {
            try database.cachedStatement(
                sql: """
                    INSERT OR IGNORE INTO mentionBrand
                        (mentionId, brandId, occurredAt, day, sourceId, label, stars, language)
                    SELECT id, ?, occurredAt, day, sourceId, label, stars, language
                    FROM mention WHERE id = ?
                    """
            ).execute(arguments: [brand.rawValue, id])
        }
    }

    static func brands(of id: MentionID, in database: Database) throws -> [BrandID] {
        try String.fetchAll(
            database, sql: "SELECT brandId FROM mentionBrand WHERE mentionId = ? ORDER BY brandId",
            arguments: [id]
        ).map { BrandID(trusted: $0) }
    }
}

/// Rows of `dayCount`: the figures by day of each brand, and under the empty name of all mentions.
enum DayCountRow {
    /// Counts mention `id` in (`sign` 1) or out (−1) of its day, as its row stands now.
    static func add(_ sign: Int, mention id: MentionID, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO dayCount
                    (brandId, day, negative, neutral, positive, unscored, rated, starSum)
                SELECT brandId, day, :sign * (label = 'negative'), :sign * (label = 'neutral'),
                    :sign * (label = 'positive'), :sign * (label = 'unscored'),
                    :sign * (stars IS NOT NULL), :sign * coalesce(stars, 0)
                FROM (
                    SELECT '' AS brandId, day, label, stars FROM mention WHERE id = :id
                    UNION ALL
                    SELECT brandId, day, label, stars FROM mentionBrand WHERE mentionId = :id)
                WHERE true
                ON CONFLICT (brandId, day) DO UPDATE SET
                    negative = negative + excluded.negative,
                    neutral = neutral + excluded.neutral,
                    positive = positive + excluded.positive,
                    unscored = unscored + excluded.unscored,
                    rated = rated + excluded.rated,
                    starSum = starSum + excluded.starSum
                """
        ).execute(arguments: ["sign": sign, "id": id])
    }
}

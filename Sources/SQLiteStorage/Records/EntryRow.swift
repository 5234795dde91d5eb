import Foundation
import GRDB
import Model
import Storage

/// Rows of `entry`: every identity that was seen, with the mention that it belongs to.
enum EntryRow {
    static let lookup = """
        SELECT mentionId, contentDigest, isForgotten FROM entry
        WHERE sourceId = ? AND identityKey = ?
        """

    /// What is stored under a key; `statement` is that of `lookup`.
    static func fetch(
        _ key: String, of source: SourceID, by statement: inout BoundStatement
    ) throws -> KnownEntry? {
        statement.begin()
        try statement.bind(source.rawValue)
        try statement.bind(key)
        return try statement.first {
            KnownEntry(mention: $0[0], contentDigest: $0[1], isForgotten: $0[2])
        }
    }

    static let saving = """
        INSERT INTO entry
            (sourceId, identityKey, identityRung, mentionId, contentDigest, firstSeen)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (sourceId, identityKey) DO UPDATE SET
            mentionId = excluded.mentionId, contentDigest = excluded.contentDigest
        """

    /// Keeps the identity of a draft and the wording that was seen under it; `statement` is that of
    /// `saving`.
    static func save(
        _ draft: MentionDraft, mention: MentionID?, poll: PollRecord,
        by statement: inout BoundStatement
    ) throws {
        statement.begin()
        try statement.bind(poll.source.rawValue)
        try statement.bind(draft.entry.identity.key)
        try statement.bind(draft.entry.identity.rung.rawValue)
        try statement.bind(mention)
        try statement.bind(draft.contentDigest)
        try statement.bind(seconds: poll.now)
        try statement.execute()
    }

    /// Makes a new identity that of the mention that the former one belongs to, or a tombstone if the
    /// former one is.
    ///
    /// A former identity that is not stored links nothing, and an identity that has a mention of its
    /// own, or is a tombstone, stays what it is.
    static func save(_ relink: Relink, poll: PollRecord, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO entry
                    (sourceId, identityKey, identityRung, mentionId, contentDigest, isForgotten,
                    firstSeen)
                SELECT sourceId, :key, :rung, mentionId, :digest, isForgotten, :now
                FROM entry WHERE sourceId = :source AND identityKey = :former
                ON CONFLICT (sourceId, identityKey) DO UPDATE SET
                    mentionId = excluded.mentionId, contentDigest = excluded.contentDigest,
                    isForgotten = excluded.isForgotten
                WHERE mentionId IS NULL AND isForgotten = 0
                """
        ).execute(arguments: [
            "source": poll.source.rawValue, "key": relink.identity.key,
            "rung": relink.identity.rung.rawValue, "digest": relink.contentDigest,
            "now": poll.now.timeIntervalSince1970, "former": relink.formerKey,
        ])
    }

    /// The entries of a source with a wording, apart from tombstones.
    ///
    /// Left to itself, SQLite would walk all entries of the source.
    static func entries(withContent digest: String, of source: SourceID, in database: Database)
        throws -> [KnownContent]
    {
        try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT contentDigest, identityKey, mentionId
                    FROM entry INDEXED BY entryContent
                    WHERE sourceId = ? AND contentDigest = ? AND isForgotten = 0
                    """),
            arguments: [source.rawValue, digest]
        ).map {
            KnownContent(
                contentDigest: $0["contentDigest"], key: $0["identityKey"],
                mention: $0["mentionId"])
        }
    }

    /// The entry of a source with a key, and the mention that it belongs to.
    static func listed(_ key: String, of source: SourceID, in database: Database) throws
        -> ListedMention?
    {
        try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT entry.identityKey, mention.id, mention.occurredAt, mention.label,
                        mention.delistedAt
                    FROM entry LEFT JOIN mention ON mention.id = entry.mentionId
                    WHERE entry.sourceId = ? AND entry.identityKey = ?
                    """),
            arguments: [source.rawValue, key]
        ).map {
            ListedMention(
                key: $0["identityKey"], mention: $0["id"], occurredAt: $0.date("occurredAt"),
                label: ($0["label"] as String?).flatMap(Sentiment.Label.init),
                isDelisted: $0.date("delistedAt") != nil)
        }
    }
}

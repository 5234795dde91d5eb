import GRDB
import Model
import Storage

/// Writes what the configuration says of a source, and drops what no longer holds of its row.
struct SourceRegistration {
    let database: Database
    let now: Double

    /// Takes every source out of the configuration, until it is registered again.
    func clear() throws {
        try database.execute(sql: "UPDATE source SET isConfigured = 0, isActive = 0")
    }

    /// Adds the source, due at `first`, or brings its row up to date.
    func register(_ source: RegisteredSource, first: Double) throws {
        try forgetReading(of: source)
        try forgetAddress(of: source)
        try database.cachedStatement(
            sql: """
                INSERT INTO source
                    (id, kind, isEnabled, isActive, isConfigured, urlDigest, readingDigest,
                    nextPoll)
                VALUES (:id, :kind, :enabled, :enabled, 1, :url, :reading, :first)
                ON CONFLICT (id) DO UPDATE SET
                    kind = :kind, isEnabled = :enabled, isConfigured = 1,
                    isActive = :enabled AND pausedAt IS NULL
                """
        ).execute(arguments: [
            "id": source.id.rawValue, "kind": source.kind.rawValue, "enabled": source.isEnabled,
            "url": source.urlDigest, "reading": source.readingDigest, "first": first,
        ])
    }

    /// Drops what was remembered of a document that now is another one, or is read in another way.
    private func forgetReading(of source: RegisteredSource) throws {
        try database.cachedStatement(
            sql: """
                UPDATE source SET
                    etag = NULL, lastModified = NULL, bodyDigest = NULL, shape = 0,
                    nextPoll = :now, revision = revision + 1, readingDigest = :reading
                WHERE id = :id AND (urlDigest <> :url OR readingDigest <> :reading)
                """
        ).execute(arguments: [
            "id": source.id.rawValue, "url": source.urlDigest, "reading": source.readingDigest,
            "now": now,
        ])
        guard database.changesCount > 0 else { return }
        try ListingRow.delete(of: source.id, in: database)
    }

    /// Drops what was remembered of a server that is asked no more.
    private func forgetAddress(of source: RegisteredSource) throws {
        try database.cachedStatement(
            sql: """
                UPDATE source SET
                    movedTo = NULL, health = 'waiting', healthSince = NULL, failures = 0,
                    failingSince = NULL, failureReason = NULL, failureDetail = NULL,
                    failureStatus = NULL, failureRetryAfter = NULL, answer = NULL,
                    quotaRemaining = NULL, timeToLive = NULL, skippedTimes = 0, urlDigest = :url
                WHERE id = :id AND urlDigest <> :url
                """
        ).execute(arguments: ["id": source.id.rawValue, "url": source.urlDigest])
    }
}

import Foundation
import GRDB
import Model
import Storage

/// The columns of `mention` that tell which mentions tell one story.
enum IncidentRow {
    /// Gives a copy and the first mention of its story the same incident; nothing happens where one
    /// of them is not stored any more.
    ///
    /// Where both belong to incidents already, these become one, under the number of the older.
    static func join(_ copy: StoryCopy, in database: Database) throws {
        let present = try database.cachedStatement(
            sql: "SELECT incidentId FROM mention WHERE id = ?")
        guard copy.mention != copy.first,
            let first = try Row.fetchOne(present, arguments: [copy.first]),
            let second = try Row.fetchOne(present, arguments: [copy.mention])
        else { return }
        let known = [first, second].compactMap { $0["incidentId"] as MentionID? }
        let root = first["incidentId"] as MentionID? ?? copy.first
        let target = min(root, second["incidentId"] as MentionID? ?? root)
        for former in known where former != target {
            try database.cachedStatement(
                sql: "UPDATE mention SET incidentId = ? WHERE incidentId = ?"
            ).execute(arguments: [target, former])
        }
        try database.cachedStatement(
            sql: """
                UPDATE mention SET incidentId = :target
                WHERE id IN (:first, :copy) AND incidentId IS NOT :target
                """
        ).execute(arguments: ["target": target, "first": copy.first, "copy": copy.mention])
    }

    /// The incident of a mention; nil where it has none, or is the only one left of it.
    static func fetch(of mention: MentionID, in database: Database) throws -> Incident? {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT id, sourceId, url, firstSeen, incidentId FROM mention
                    WHERE incidentId = (SELECT incidentId FROM mention WHERE id = ?)
                    ORDER BY id <> incidentId, firstSeen, id
                    """),
            arguments: [mention])
        guard rows.count > 1, let id = rows[0]["incidentId"] as MentionID? else { return nil }
        return Incident(
            id: id,
            copies: rows.map {
                Incident.Copy(
                    mention: $0["id"], source: SourceID(trusted: $0["sourceId"]), url: $0["url"],
                    firstSeen: $0.date("firstSeen") ?? .distantPast)
            })
    }

    /// The fingerprinted mentions of brands, or of none, first seen at or after `since`.
    static func stories(of brands: Set<BrandID?>, since: Date, in database: Database) throws
        -> [BrandID?: [StoredStory]]
    {
        var stories: [BrandID?: [StoredStory]] = [:]
        let named = brands.compactMap { $0?.rawValue }
        if !named.isEmpty {
            let list = String(decoding: try JSONEncoder().encode(named), as: UTF8.self)
            // The plus keeps a mention's brands one look-up, not one for each that is asked for.
            let rows = try database.cachedStatement(
                sql: """
                    SELECT \(storyColumns), mentionBrand.brandId FROM mention
                        CROSS JOIN mentionBrand ON mentionBrand.mentionId = mention.id
                    WHERE \(isStory)
                        AND +mentionBrand.brandId IN (SELECT value FROM json_each(:brands))
                    ORDER BY firstSeen, id
                    """
            ).rows(["since": since.timeIntervalSince1970, "brands": list]) {
                (BrandID(trusted: $0[5]), story($0))
            }
            for (brand, story) in rows { stories[brand, default: []].append(story) }
        }
        if brands.contains(nil) {
            let rows = try database.cachedStatement(
                sql: """
                    SELECT \(storyColumns) FROM mention
                    WHERE \(isStory)
                        AND NOT EXISTS (SELECT 1 FROM mentionBrand WHERE mentionId = mention.id)
                    ORDER BY firstSeen, id
                    """
            ).rows(["since": since.timeIntervalSince1970]) { story($0) }
            if !rows.isEmpty { stories[nil] = rows }
        }
        return stories
    }

    private static let storyColumns = "id, mention.sourceId, titleHash, textHash, incidentId"
    private static let isStory =
        "firstSeen >= :since AND (titleHash IS NOT NULL OR textHash IS NOT NULL)"

    private static func story(_ row: Row) -> StoredStory {
        StoredStory(
            mention: row[0], source: SourceID(trusted: row[1]),
            fingerprint: StoryFingerprint(
                title: (row[2] as Int64?).map(UInt64.init(bitPattern:)),
                text: (row[3] as Int64?).map(UInt64.init(bitPattern:))),
            incident: row[4])
    }
}

import Foundation
import GRDB
import Model
import Storage

/// Forgets mentions, inside one transaction: nothing is left of them but digests and figures.
struct MentionErasure {
    /// What stands where a sentence quoted a mention that was forgotten.
    static let struckOut = "struck out: it spoke of a mention that was forgotten"

    private let database: Database
    private let removal: MentionRemoval
    private let by: String
    private let now: Date

    init(by: String, now: Date, in database: Database) throws {
        self.database = database
        self.by = by
        self.now = now
        removal = try MentionRemoval(in: database)
    }

    /// Erases what is selected; the receipt has the number 0 where that is nothing.
    func run(_ selection: ForgetSelection) throws -> ForgetReceipt {
        let query = ForgetQuery(selection)
        guard try removal.list(query.sql, query.arguments) > 0 else {
            return ForgetReceipt(
                id: 0, at: now, by: by, mentions: [], counts: ForgetCounts(), hashes: [])
        }
        var receipt = ForgetReceipt(
            id: 0, at: now, by: by, mentions: try removal.numbers(),
            counts: try ForgetQuery.counts(where: MentionRemoval.isOfDoomed, in: database),
            hashes: [])
        let identities = try identities()
        try strikeOutReasons()
        receipt.counts.letters = try takeBackLetters()
        try leaveLists(identities)
        try leaveStories()
        try execute("DELETE FROM silence WHERE \(MentionRemoval.isOfDoomed)")
        try execute("DELETE FROM entry WHERE \(MentionRemoval.isOfDoomed)")
        try removal.run()
        receipt.id = try ErasureRow.insert(receipt, in: database)
        receipt.hashes = try store(identities, erasure: receipt.id)
        return receipt
    }

    private func execute(_ sql: String) throws { try database.execute(sql: sql) }

    /// An identity of a mention that is forgotten.
    private struct Identity {
        var source: SourceID
        var key: String
        var digest: String
        var body: String
    }

    private func identities() throws -> [Identity] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT entry.sourceId, entry.identityKey, entry.contentDigest, title, text
                FROM entry JOIN mention ON mention.id = entry.mentionId
                WHERE entry.\(MentionRemoval.isOfDoomed)
                """
        ).map { row in
            let entry = Entry(
                identity: EntryIdentity(rung: .contentHash, key: ""), title: row["title"],
                text: row["text"])
            return Identity(
                source: SourceID(trusted: row["sourceId"]), key: row["identityKey"],
                digest: row["contentDigest"], body: entry.body)
        }
    }

    /// Keeps the digests; these, in order.
    private func store(_ identities: [Identity], erasure: Int64) throws -> [String] {
        var hashes: Set<String> = []
        for identity in identities {
            let found = [
                ErasedIdentities.hash(of: identity.key, identity.source),
                ErasedIdentities.hash(
                    ofWording: identity.digest, identity.body, identity.source),
            ].compactMap(\.self)
            for hash in found {
                try ErasedIdentities.insert(
                    hash, of: identity.source, erasure: erasure, in: database)
                hashes.insert(hash)
            }
        }
        return hashes.sorted()
    }

    /// Strikes out what rules said when they told of them, also of what they told of in the same
    /// breath, and what receivers answered.
    private func strikeOutReasons() throws {
        try database.execute(
            sql: """
                UPDATE decision SET reason = :text
                WHERE alertId IN (\(ForgetQuery.alerts)) AND reason <> :text;
                """,
            arguments: ["text": Self.struckOut])
        try database.execute(
            sql: """
                UPDATE alert SET reason = iif(kind = 'digest', reason, :text), weighing = NULL
                WHERE id IN (\(ForgetQuery.alerts))
                """,
            arguments: ["text": Self.struckOut])
        try execute(
            """
            UPDATE delivery SET lastError = NULL
            WHERE lastError IS NOT NULL AND alertId IN (\(ForgetQuery.alerts))
            """)
    }

    /// Takes back the letters that have nothing else to tell; how many deliveries.
    private func takeBackLetters() throws -> Int {
        let ids = try Int64.fetchAll(
            database,
            sql: """
                SELECT id FROM alert WHERE id IN (\(ForgetQuery.alerts)) AND kind <> 'digest'
                AND NOT EXISTS (
                    SELECT 1 FROM alertMention
                    WHERE alertId = alert.id AND mentionId NOT IN (SELECT id FROM doomed))
                AND NOT EXISTS (SELECT 1 FROM alertNotice WHERE alertId = alert.id)
                """)
        guard !ids.isEmpty else { return 0 }
        return try LetterRows(database: database).cancel(
            DeliverySelection(alerts: Set(ids)), now: now)
    }

    /// Takes the identities out of what their sources are known to list.
    private func leaveLists(_ identities: [Identity]) throws {
        for (source, gone) in Dictionary(grouping: identities, by: \.source) {
            guard let listed = try ListingRow.fetch(source, in: database) else { continue }
            let keys = Set(gone.map(\.key))
            let left = ListedEntries(items: listed.items.filter { !keys.contains($0.key) })
            try ListingRow.save(left, of: source, in: database)
        }
    }

    /// Gives stories that began with one of them the number of another that tells them.
    private func leaveStories() throws {
        let heirs = try Row.fetchAll(
            database,
            sql: """
                SELECT incidentId, min(id) AS heir FROM mention
                WHERE incidentId IN (SELECT id FROM doomed) AND id NOT IN (SELECT id FROM doomed)
                GROUP BY incidentId
                """)
        for row in heirs {
            try database.execute(
                sql: "UPDATE mention SET incidentId = ? WHERE incidentId = ?",
                arguments: [row["heir"] as Int64, row["incidentId"] as Int64])
        }
    }
}

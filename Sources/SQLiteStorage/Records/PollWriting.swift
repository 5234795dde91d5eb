import Foundation
import GRDB
import Model
import Storage

extension PollRecord {
    /// Stores the poll, inside a transaction; returns what it changed.
    ///
    /// A poll of what the source no longer is stores its mentions, but says nothing of the source.
    func store(in database: Database) throws -> PollReceipt {
        let isCurrent = try state.save(in: database)
        let erased = try ErasedIdentities(of: source, in: database)
        for relink in relinks where try !erased.contains(relink.identity.key) {
            try EntryRow.save(relink, poll: self, in: database)
        }
        let receipt = try storeDrafts(except: erased, in: database)
        try host?.add(in: database)
        if isCurrent { try saveObservations(except: erased, in: database) }
        return receipt
    }

    private func storeDrafts(except erased: ErasedIdentities, in database: Database) throws
        -> PollReceipt
    {
        guard !drafts.isEmpty else { return PollReceipt() }
        var writing = try MentionWriting(self, in: database)
        for draft in drafts where try !erased.refuses(draft) { try writing.store(draft) }
        try writing.finish()
        if !writing.receipt.new.isEmpty {
            try database.cachedStatement(
                sql: "UPDATE source SET mentionCount = mentionCount + ? WHERE id = ?"
            ).execute(arguments: [writing.receipt.new.count, source.rawValue])
        }
        return writing.receipt
    }

    /// Stores what the poll says of the source itself: its list, what is missing in it, notices.
    private func saveObservations(except erased: ErasedIdentities, in database: Database) throws {
        for mention in delisted {
            try database.cachedStatement(
                sql: """
                    UPDATE mention SET delistedAt = ?
                    WHERE id = ? AND sourceId = ? AND delistedAt IS NULL
                    """
            ).execute(arguments: [now.timeIntervalSince1970, mention, source.rawValue])
        }
        for mention in relisted {
            try database.cachedStatement(
                sql: "UPDATE mention SET delistedAt = NULL WHERE id = ? AND sourceId = ?"
            ).execute(arguments: [mention, source.rawValue])
        }
        if let listed {
            try ListingRow.save(try erased.without(listed), of: source, in: database)
        }
        for (mention, url) in reportURLs {
            try database.cachedStatement(
                sql: """
                    UPDATE mention SET reportURL = :url
                    WHERE id = :id AND sourceId = :source AND reportURL IS NOT :url
                    """
            ).execute(arguments: ["url": url, "id": mention, "source": source.rawValue])
        }
        for notice in notices { try notice.insert(of: source, at: now, in: database) }
    }
}

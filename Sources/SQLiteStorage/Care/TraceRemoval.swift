import Foundation
import GRDB
import Storage

/// Takes what was deleted out of the file for good, after the transaction that deleted it.
///
/// SQLite overwrites deleted rows itself (`PRAGMA secure_delete`). The index of the search only notes
/// that words are deleted until its parts are merged, and the journal keeps former pages until it is
/// begun anew.
struct TraceRemoval {
    let store: SQLiteStore

    /// How many pages of the index one transaction merges.
    private static let pagesPerStep = 500

    /// Merges the index of the search into one part, in short transactions between which others write.
    ///
    /// FTS5, section 6.8: a negative number begins a merge of everything, further ones go on with it
    /// until a step changes nothing.
    func mergeSearchIndex() async throws(StorageError) {
        var isDone = try await merge(-Self.pagesPerStep)
        while !isDone {
            // Another process looks at the lock every tenth of a second. A pause that is cut short
            // only makes it wait longer.
            try? await Task.sleep(for: .milliseconds(150))
            isDone = try await merge(Self.pagesPerStep)
        }
    }

    /// Whether nothing was left to merge.
    private func merge(_ pages: Int) async throws(StorageError) -> Bool {
        try await store.write { database in
            let before = database.totalChangesCount
            try database.execute(
                sql: "INSERT INTO mentionText (mentionText, rank) VALUES ('merge', ?)",
                arguments: [pages])
            return database.totalChangesCount - before < 2
        }
    }

    /// Writes the journal back into the file and empties it; false where others were reading it for
    /// longer than anybody waits.
    func clearJournal() async throws(StorageError) -> Bool {
        try store.checkOpen()
        do {
            try await store.database.writeWithoutTransaction { database in
                _ = try database.checkpoint(.truncate)
            }
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            return false
        } catch {
            throw StorageError(error, path: store.database.path)
        }
    }
}

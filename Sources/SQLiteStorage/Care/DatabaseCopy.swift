import Foundation
import GRDB
import Storage

/// A copy of a database in one file of its own, as it is at one moment.
enum DatabaseCopy {
    /// Copies `source` into the empty file `path` and looks the copy over.
    ///
    /// SQLite's online backup, on one snapshot: others go on writing, and the copy does not begin
    /// again when they do.
    static func write(
        _ source: any DatabaseReader, to path: String,
        progress: @escaping @Sendable (CopyProgress) -> Void
    ) throws -> BackupSummary {
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        let copy = try DatabaseQueue(path: path, configuration: configuration)
        try source.backup(to: copy, pagesPerStep: 2_000) { state in
            progress(
                CopyProgress(
                    subject: "pages", done: state.completedPageCount, total: state.totalPageCount))
        }
        // The copy is one file: it has no journal beside it.
        try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        progress(CopyProgress(subject: "looking the copy over", done: 0, total: 1))
        let held = try copy.read { try Self.summary(of: $0) }
        try copy.close()
        return held
    }

    /// What a database that is one of ours holds, once it was looked over.
    static func summary(of database: Database) throws -> BackupSummary {
        let problems = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
            .filter { $0 != "ok" }
        if let problem = problems.first {
            throw StorageError(
                reason: .corrupt,
                detail: "the copy is damaged, as what it was made of is: \(problem)")
        }
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        let size = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
        return BackupSummary(
            bytes: pages * size,
            mentions: try Int.fetchOne(database, sql: "SELECT count(*) FROM mention") ?? 0,
            schema: try schema(of: database) ?? "")
    }

    /// The last step of the schema that a database has; nil where it has none of ours.
    static func schema(of database: Database) throws -> String? {
        guard try database.tableExists("grdb_migrations") else { return nil }
        return try String.fetchOne(database, sql: "SELECT max(identifier) FROM grdb_migrations")
    }

    /// The bytes of the pages of a database.
    static func size(of database: Database) throws -> Int {
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        return pages * (try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
    }
}

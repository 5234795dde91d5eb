import Foundation
import GRDB
import Storage

/// The copy of a store that is made before its schema changes.
enum MigrationBackup {
    /// Copies the store at `path` to `path.before-005`, where 005 is the step that its schema will get
    /// to; the path of the copy, nil where none is made.
    ///
    /// None is made of a store without mentions and entries, nor where a copy of this state is there, so
    /// that a step that fails again and again does not make it again. An empty file in its place says
    /// that somebody has made the copy elsewhere.
    ///
    /// - Throws: `.diskFull` with what to do if there is no room for it.
    @discardableResult
    static func make(
        of database: any DatabaseWriter, at path: String, before step: String
    ) throws -> String? {
        let target = "\(path).before-\(step.prefix { $0 != " " })"
        let size = try database.read { database -> Int? in
            guard try database.tableExists("entry"),
                try Int.fetchOne(
                    database,
                    sql: "SELECT EXISTS (SELECT 1 FROM mention) OR EXISTS (SELECT 1 FROM entry)")
                    == 1
            else { return nil }
            return try DatabaseCopy.size(of: database)
        }
        guard let size, try !isThere(target, copying: database) else { return nil }
        do {
            try DiskSpace.require(
                size + size / 8, beside: path,
                for: "the copy that is made before the schema changes")
        } catch {
            throw StorageError(
                reason: error.reason,
                detail: error.detail + "; or copy \(path) to another disk and `touch \(target)`")
        }
        let file = try NewFile(at: target, replacing: true, store: path)
        do {
            _ = try DatabaseCopy.write(database, to: file.temporary) { _ in }
            try file.commit()
        } catch {
            file.discard()
            throw error
        }
        return target
    }

    /// Whether `target` is a copy of the present state, or an empty file.
    private static func isThere(_ target: String, copying database: any DatabaseWriter) throws
        -> Bool
    {
        let attributes = try? FileManager.default.attributesOfItem(atPath: target)
        guard let size = attributes?[.size] as? Int else { return false }
        if size == 0 { return true }
        var configuration = Configuration()
        configuration.readonly = true
        // What can't be read is no copy.
        guard let copy = try? DatabaseQueue(path: target, configuration: configuration) else {
            return false
        }
        defer { try? copy.close() }
        let state = try? copy.read { try Row.fetchOne($0, sql: Self.state) }
        return try state != nil && state == database.read { try Row.fetchOne($0, sql: Self.state) }
    }

    /// What is another after every poll and every attempt to send something.
    private static let state = """
        SELECT (SELECT max(lastPoll) FROM source), (SELECT count(*) FROM entry),
            (SELECT total(seq) FROM sqlite_sequence), (SELECT total(attempts) FROM delivery),
            (SELECT max(identifier) FROM grdb_migrations)
        """
}

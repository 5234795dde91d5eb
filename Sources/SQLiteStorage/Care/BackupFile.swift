import Foundation
import GRDB
import Storage

/// A database file that is to become the store.
struct BackupFile {
    private let path: String
    private let database: DatabaseQueue

    /// Opens it without changing anything.
    init(_ path: String) throws {
        self.path = path
        var there = stat()
        guard stat(path, &there) == 0 else { throw NewFile.failure("read", path, errno) }
        guard there.st_mode & S_IFMT == S_IFREG else {
            throw StorageError(reason: .unavailable, detail: "\(path) is no file")
        }
        try Self.checkForm(path)
        var configuration = Configuration()
        configuration.readonly = true
        database = try DatabaseQueue(path: path, configuration: configuration)
        try database.read { database in
            guard try DatabaseCopy.schema(of: database) != nil else {
                throw StorageError(
                    reason: .corrupt, detail: "\(path) is a database of another program")
            }
            guard try !Schema.migrator.hasBeenSuperseded(database) else {
                throw StorageError(
                    reason: .newerSchema,
                    detail: "\(path) was written by a newer Repute; install that version")
            }
        }
    }

    /// The first bytes tell what it is.
    private static func checkForm(_ path: String) throws(StorageError) {
        guard let handle = FileHandle(forReadingAtPath: path),
            let head = try? handle.read(upToCount: 16)
        else { throw NewFile.failure("read", path, errno) }
        try? handle.close()
        if head.starts(with: Data("SQLite format 3\0".utf8)) { return }
        let advice =
            head.first == UInt8(ascii: "{")
            ? "; it looks like an archive, which `repute archive import` reads" : ""
        throw StorageError(reason: .corrupt, detail: "\(path) is no backup of Repute\(advice)")
    }

    /// What it holds, once it was looked over.
    func summary() throws -> BackupSummary {
        do {
            return try database.read { try DatabaseCopy.summary(of: $0) }
        } catch let error as StorageError {
            throw StorageError(
                reason: error.reason, detail: "\(path) is damaged; take another backup")
        }
    }

    /// Copies it into the empty file `target`, which is looked over.
    func copy(
        to target: String, progress: @escaping @Sendable (CopyProgress) -> Void
    ) throws -> BackupSummary {
        let size = try database.read { try DatabaseCopy.size(of: $0) }
        try DiskSpace.require(size, beside: target, for: "the restored database")
        return try DatabaseCopy.write(database, to: target, progress: progress)
    }

    /// Ends the connection.
    func close() {
        // It was only read.
        try? database.close()
    }

    /// Fails where the store at `path` holds anything that was read or done.
    static func checkEmpty(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        let holds = try queue.read { database in
            try ["mention", "entry", "alert"].contains { table in
                try database.tableExists(table)
                    && Int.fetchOne(database, sql: "SELECT 1 FROM \(table) LIMIT 1") != nil
            }
        }
        guard holds else { return }
        throw StorageError(
            reason: .unavailable,
            detail: "the database \(path) is not empty, and an archive is not mixed into another "
                + "store; move it away, or name another storage.path")
    }
}

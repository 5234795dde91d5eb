import Foundation
import GRDB
import Storage
import Synchronization

/// The store kept by one SQLite file.
///
/// Journal in WAL mode with `synchronous=FULL`: what a call has returned from survives a power cut,
/// and a reader never blocks the writer. Daemon and CLI open the same file, each with one store for
/// its whole life. Every method is one transaction. Safe from any task; SQLite works on queues of
/// its own, never on the cooperative pool.
final class SQLiteStore: Sendable {
    let database: any DatabaseWriter
    /// Polls that wait to be stored.
    let polls = PollQueue()
    /// Whether `close` was called: GRDB traps on a connection that is no more.
    private let isClosed = Atomic(false)

    private init(_ database: any DatabaseWriter) {
        self.database = database
    }

    /// Opens the file at `path` and brings its schema up to date, creating file and folder (mode
    /// 0600 and 0700) if `create` asks for it.
    ///
    /// With `create`, which is the daemon's, reads go on beside a write; else they take turns.
    ///
    /// - Throws: `.unavailable` if the file is missing or can't be opened, `.corrupt` if it is not a
    ///   database of ours, `.newerSchema` if a newer Repute wrote it; the file is left as it was.
    static func open(
        at path: String, create: Bool, busyTimeout: TimeInterval = 10
    ) async throws(StorageError) -> SQLiteStore {
        try await onBlockingThread { () throws(StorageError) in
            if create {
                try StoreFile.prepare(at: path)
            } else if !FileManager.default.fileExists(atPath: path) {
                throw StorageError(
                    reason: .unavailable,
                    detail: "there is no database at \(path) yet; start reputed once, or name "
                        + "another configuration with --config")
            }
            do {
                let configuration = configuration(
                    busyTimeout: busyTimeout, isNew: StoreFile.isEmpty(at: path))
                let database: any DatabaseWriter =
                    create
                    ? try DatabasePool(path: path, configuration: configuration)
                    // One connection, which is opened in half the time.
                    : try DatabaseQueue(path: path, configuration: configuration)
                // GRDB sets NORMAL when it turns the journal to WAL, after `prepareDatabase`.
                // NORMAL was seen to lose acknowledged rows at a power cut; see decision 0009.
                try database.writeWithoutTransaction {
                    try $0.execute(sql: "PRAGMA synchronous = FULL")
                }
                try migrate(database, at: path)
                return SQLiteStore(database)
            } catch {
                throw StorageError(error, path: path)
            }
        }
    }

    /// A store in memory that is gone with its last reference; for tests and trials.
    static func inMemory() throws(StorageError) -> SQLiteStore {
        do {
            let queue = try DatabaseQueue(configuration: configuration(busyTimeout: 0, isNew: true))
            try Schema.migrator.migrate(queue)
            return SQLiteStore(queue)
        } catch {
            throw StorageError(error, path: ":memory:")
        }
    }

    private static func migrate(_ database: any DatabaseWriter, at path: String) throws {
        let steps = Schema.migrator.migrations
        let taken = try database.read { try self.taken(in: $0) }
        if taken == steps { return }
        guard let taken else {
            throw StorageError(
                reason: .corrupt,
                detail: "the database \(path) belongs to another program; name another storage path"
            )
        }
        if !Set(taken).isSubset(of: steps) {
            throw StorageError(
                reason: .newerSchema,
                detail: "the database \(path) was written by a newer Repute; install that version, "
                    + "or name another storage path")
        }
        if let step = steps.last { try MigrationBackup.make(of: database, at: path, before: step) }
        try Schema.migrator.migrate(database)
        // A reader that was opened before would take the new columns of `SELECT *` for the former ones.
        if let pool = database as? DatabasePool { pool.invalidateReadOnlyConnections() }
    }

    /// The steps of the schema that were taken, oldest first; nil where there are tables, but not the
    /// list of our steps.
    private static func taken(in database: Database) throws -> [String]? {
        let tables = try Row.fetchOne(
            database,
            sql: """
                SELECT count(*), total(name = 'grdb_migrations') FROM sqlite_schema
                WHERE type = 'table'
                """)
        guard let tables, tables[1] == 1 else { return tables?[0] == 0 ? [] : nil }
        return try String.fetchAll(
            database, sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier")
    }

    /// Runs `body` in a transaction that is committed, and fsynced, when this returns.
    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value)
        async throws(StorageError) -> Value
    {
        try checkOpen()
        do {
            return try await database.write(body)
        } catch {
            throw StorageError(error, path: database.path)
        }
    }

    /// Runs `body` on one consistent snapshot.
    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value)
        async throws(StorageError) -> Value
    {
        try checkOpen()
        do {
            return try await database.read(body)
        } catch {
            throw StorageError(error, path: database.path)
        }
    }

    /// Ends the connections; every later call throws.
    func closeDatabase() throws {
        guard
            isClosed.compareExchange(
                expected: false, desired: true, ordering: .sequentiallyConsistent
            ).exchanged
        else { return }
        try database.close()
    }

    /// Throws `.unavailable` after `close`.
    func checkOpen() throws(StorageError) {
        guard isClosed.load(ordering: .sequentiallyConsistent) else { return }
        throw StorageError(reason: .unavailable, detail: "the database was closed already")
    }

    /// Waits at most `busyTimeout` seconds for another process's write lock; the free pages of a new file
    /// can be given back to the disk.
    private static func configuration(busyTimeout: TimeInterval, isNew: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.label = "repute"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(busyTimeout)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            // What is deleted is overwritten: it may be what somebody asked to be forgotten.
            try database.execute(sql: "PRAGMA secure_delete = ON")
            // Has to be said before the first page is written, and would write to a file that has some.
            if isNew, !database.configuration.readonly {
                try database.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
            }
        }
        return configuration
    }
}

/// Runs `body` on a thread that may block.
func onBlockingThread<Value: Sendable>(
    _ body: @escaping @Sendable () throws(StorageError) -> Value
) async throws(StorageError) -> Value {
    let result = await withCheckedContinuation { continuation in
        DispatchQueue.global().async {
            continuation.resume(returning: Result(catching: body))
        }
    }
    return try result.get()
}

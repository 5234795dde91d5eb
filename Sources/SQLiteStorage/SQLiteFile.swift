import Foundation
public import FoundationEssentials
import GRDB
public import Storage

/// The door to a store that is kept in one SQLite file.
public enum SQLiteFile {
    /// Opens the file at `path` and brings its schema up to date, creating file and folder (mode
    /// 0600 and 0700) if `create` asks for it.
    ///
    /// What a call of the store has returned from survives a power cut, and a reader never blocks
    /// the writer; several processes may open the same file, each once for its whole life. Before the
    /// schema of a store that is not empty changes, a copy of it is put beside it (`.before-005`).
    ///
    /// - Throws: `.unavailable` if the file is missing or can't be opened, `.corrupt` if it is not a
    ///   database of ours, `.newerSchema` if a newer Repute wrote it, `.diskFull` if there is no room
    ///   for the copy; the file is left as it was.
    public static func open(at path: String, create: Bool) async throws(StorageError) -> any Store {
        try await SQLiteStore.open(at: path, create: create)
    }

    /// A store in memory that is gone with its last reference; for tests and trials.
    public static func inMemory() throws(StorageError) -> any Store {
        try SQLiteStore.inMemory()
    }

    /// What a backup holds; reads all of it, and changes nothing.
    ///
    /// - Throws: `.unavailable` if it can't be read, `.corrupt` if it is damaged or no database of ours,
    ///   `.newerSchema` if a newer Repute wrote it.
    public static func inspect(_ backup: String) async throws(StorageError) -> BackupSummary {
        try await onBlockingThread { () throws(StorageError) in
            do {
                let file = try BackupFile(backup)
                defer { file.close() }
                return try file.summary()
            } catch {
                throw StorageError(error, path: backup)
            }
        }
    }

    /// Puts a copy of `backup` in the place of the store at `path`, on which nobody may work.
    ///
    /// What was there is kept beside it under the name that this returns, nil where nothing was. The
    /// copy is looked over first; where something fails, the store is as it was.
    ///
    /// - Throws: as `inspect`, and `.diskFull`.
    public static func restore(
        _ backup: String, to path: String, now: Date,
        progress: @escaping @Sendable (CopyProgress) -> Void
    ) async throws(StorageError) -> RestoreSummary {
        try await replacing(path, now: now, from: backup) { temporary in
            let file = try BackupFile(backup)
            defer { file.close() }
            return try file.copy(to: temporary, progress: progress)
        }
    }

    /// Makes a store of an archive of JSON Lines in the place of the store at `path`, which must not
    /// hold anything and on which nobody may work; otherwise as `restore`.
    ///
    /// - Throws: `.unavailable` if the store holds something, `.corrupt` with the line if the archive is
    ///   none, is cut off or says what can't be, `.newerSchema` if a newer Repute wrote it.
    public static func importArchive(
        _ archive: String, to path: String, now: Date,
        progress: @escaping @Sendable (CopyProgress) -> Void
    ) async throws(StorageError) -> RestoreSummary {
        try await replacing(path, now: now, from: archive) { temporary in
            var reading = try ArchiveImport(archive, progress: progress)
            try BackupFile.checkEmpty(path)
            return try reading.run(into: temporary)
        }
    }

    private static func replacing(
        _ path: String, now: Date, from origin: String,
        _ write: @escaping @Sendable (String) throws -> BackupSummary
    ) async throws(StorageError) -> RestoreSummary {
        try await onBlockingThread { () throws(StorageError) in
            try StoreFile.prepareFolder(of: path)
            let file = try NewFile(beside: path)
            do {
                let summary = try write(file.temporary)
                let aside = try StoreReplacement(path: path, now: now).replace(with: file)
                return RestoreSummary(store: summary, keptAside: aside)
            } catch {
                file.discard()
                throw StorageError(error, path: origin)
            }
        }
    }
}

import Foundation
import GRDB
import Storage

extension SQLiteStore: ArchiveStore {
    func export(
        as format: ArchiveFormat, to path: String, replacing: Bool,
        progress: @escaping @Sendable (CopyProgress) -> Void
    ) async throws(StorageError) -> ArchiveSummary {
        try checkOpen()
        return try await onBlockingThread { [self] () throws(StorageError) in
            do {
                switch format {
                case .jsonl:
                    return try put(at: path, replacing) { temporary in
                        try database.read {
                            try ArchiveWriting(in: $0, progress: progress)
                                .writeLines(to: temporary)
                        }
                    }
                case .csv:
                    return try NewFolder.put(at: path, replacing: replacing) { temporary in
                        try database.read {
                            try ArchiveWriting(in: $0, progress: progress)
                                .writeTables(to: temporary)
                        }
                    }
                case .sqlite:
                    let copy = try put(at: path, replacing) {
                        try DatabaseCopy.write(database, to: $0, progress: progress)
                    }
                    return ArchiveSummary(
                        tables: [ArchiveSummary.Table(name: "mention", rows: copy.mentions)],
                        bytes: copy.bytes)
                }
            } catch {
                throw StorageError(error, path: database.path)
            }
        }
    }

    func backup(
        to path: String, replacing: Bool, progress: @escaping @Sendable (CopyProgress) -> Void
    ) async throws(StorageError) -> BackupSummary {
        try checkOpen()
        return try await onBlockingThread { [self] () throws(StorageError) in
            do {
                return try put(at: path, replacing) {
                    try DatabaseCopy.write(database, to: $0, progress: progress)
                }
            } catch {
                throw StorageError(error, path: database.path)
            }
        }
    }

    /// Lets `write` fill a new file, which takes the name `path` when it is whole.
    private func put<Value>(
        at path: String, _ replacing: Bool, _ write: (String) throws -> Value
    ) throws -> Value {
        let file = try NewFile(at: path, replacing: replacing, store: database.path)
        do {
            let size = try database.read { try DatabaseCopy.size(of: $0) }
            try DiskSpace.require(size, beside: path, for: "a copy of the database")
            let value = try write(file.temporary)
            try file.commit()
            return value
        } catch {
            file.discard()
            throw error
        }
    }
}

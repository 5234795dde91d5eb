public import Foundation
import SQLiteStorage
public import Storage

/// What is done to the store as a file, while nobody works on it.
public struct StoreCare: Sendable {
    /// The file.
    public let path: String

    /// Care of the store at `path`.
    public init(path: String) { self.path = path }

    /// What a backup holds; reads all of it, and changes nothing.
    ///
    /// - Throws: `StorageError` as `SQLiteFile.inspect`.
    public static func inspect(_ backup: String) async throws(StorageError) -> BackupSummary {
        try await SQLiteFile.inspect(backup)
    }

    /// Puts a backup in the place of the store, whose file is kept beside it.
    ///
    /// - Throws: `AssemblyError.alreadyRunning` with the number of the daemon that works on the store,
    ///   or `StorageError` as `SQLiteFile.restore`; the store is as it was then.
    public func restore(
        _ backup: String, now: Date, progress: @escaping @Sendable (CopyProgress) -> Void
    ) async throws -> RestoreSummary {
        try await alone {
            try await SQLiteFile.restore(backup, to: path, now: now, progress: progress)
        }
    }

    /// Makes a store of an archive where none is yet, or an empty one.
    ///
    /// - Throws: as `restore`, and as `SQLiteFile.importArchive`.
    public func importArchive(
        _ archive: String, now: Date, progress: @escaping @Sendable (CopyProgress) -> Void
    ) async throws -> RestoreSummary {
        try await alone {
            try await SQLiteFile.importArchive(archive, to: path, now: now, progress: progress)
        }
    }

    /// The copies of earlier states that stand beside the store, by their paths.
    public func copies() -> [String] {
        let folder = (path as NSString).deletingLastPathComponent
        let name = (path as NSString).lastPathComponent
        let files = try? FileManager.default.contentsOfDirectory(
            atPath: folder.isEmpty ? "." : folder)
        return (files ?? []).filter { $0.hasPrefix(name + ".before-") }.sorted()
            .map { folder.isEmpty ? $0 : folder + "/" + $0 }
    }

    /// Whether a daemon has worked here before, and yet there is no store, or an empty file in its place.
    var isLost: Bool {
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        return size ?? 0 == 0 && FileManager.default.fileExists(atPath: path + ".lock")
    }

    /// What the owner is told when a lost store begins anew, with the copies that are left of it.
    var lossReport: String {
        let copies = copies()
        return
            "the store begins anew: reputed has worked on \(path) before, but the file was missing or "
            + "empty; every source starts with a baseline that alerts nobody. If that is not meant, stop "
            + "reputed and put a backup in its place with `repute restore`"
            + (copies.isEmpty ? "" : "; beside it stand \(copies.joined(separator: ", "))")
    }

    /// Runs `work` with the right of the one daemon, so that none begins meanwhile.
    private func alone<Value: Sendable>(_ work: () async throws -> Value) async throws -> Value {
        if case .process(let number) = DaemonLock.holder(storePath: path) {
            throw AssemblyError(
                reason: .alreadyRunning,
                detail: "reputed (process \(number)) works on \(path); stop it first, for instance "
                    + "with `sudo systemctl stop reputed`")
        }
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) {
            // What is wrong with it is told when the lock is taken.
            try? FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        }
        let lock = try DaemonLock(storePath: path)
        defer { withExtendedLifetime(lock) {} }
        return try await work()
    }
}

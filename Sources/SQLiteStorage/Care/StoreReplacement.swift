import Foundation
import GRDB
import Storage

/// Puts another database in the place of a store that nobody works on.
struct StoreReplacement {
    /// Where the store is.
    let path: String
    let now: Date

    /// Puts `file` there and keeps what was there aside; the path of that, nil where nothing was.
    ///
    /// At no moment is there half of a store, whatever happens.
    func replace(with file: NewFile) throws -> String? {
        try own(file.temporary)
        guard FileManager.default.fileExists(atPath: path) else {
            try file.commit()
            return nil
        }
        let aside = asideName
        guard !FileManager.default.fileExists(atPath: aside) else {
            throw StorageError(
                reason: .unavailable, detail: "\(aside) is there already; wait a second")
        }
        foldJournal()
        // A journal that could not be folded in belongs to what is set aside, not to what comes.
        for ending in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + ending) {
            guard rename(path + ending, aside + ending) == 0 else {
                throw NewFile.failure("set aside", path + ending, errno)
            }
        }
        guard link(path, aside) == 0 || rename(path, aside) == 0 else {
            throw NewFile.failure("set aside", path, errno)
        }
        try file.commit()
        return aside
    }

    private var asideName: String {
        let style = Date.ISO8601FormatStyle(
            dateSeparator: .omitted, timeSeparator: .omitted, timeZone: .gmt)
        return path + ".before-restore-" + now.formatted(style)
    }

    /// Writes the journal back into the store that is set aside.
    private func foldJournal() {
        // A store that is too damaged for it keeps its journal beside it.
        guard let queue = try? DatabaseQueue(path: path) else { return }
        _ = try? queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try? queue.close()
    }

    /// Gives the file to whom the store, or its folder, belongs, where root acts for them.
    private func own(_ file: String) throws(StorageError) {
        guard geteuid() == 0 else { return }
        let folder = (path as NSString).deletingLastPathComponent
        var owner = stat()
        guard stat(path, &owner) == 0 || stat(folder.isEmpty ? "." : folder, &owner) == 0 else {
            return
        }
        guard chown(file, owner.st_uid, owner.st_gid) == 0 else {
            throw NewFile.failure("given to its owner", file, errno)
        }
    }
}

import Foundation
import Storage

/// The file on disk, before SQLite opens it.
enum StoreFile {
    /// Makes the folder (0700) and an empty file (0600) where they are missing.
    ///
    /// Customers' words are in this file: nobody but the daemon's user may read it, whatever the
    /// umask of the process is.
    static func prepare(at path: String) throws(StorageError) {
        try prepareFolder(of: path)
        let descriptor = path.withCString {
            Foundation.open($0, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        }
        guard descriptor >= 0 else {
            throw StorageError(
                reason: errno == EROFS ? .readOnly : .unavailable,
                detail: "the database \(path) can't be opened for writing (\(describe(errno))); "
                    + "check storage.path and its owner")
        }
        Foundation.close(descriptor)
    }

    /// Whether there is an empty file.
    static func isEmpty(at path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.size] as? Int == 0
    }

    /// Makes the folder where it is missing.
    static func prepareFolder(of path: String) throws(StorageError) {
        let folder = (path as NSString).deletingLastPathComponent
        do {
            if !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700])
            }
        } catch {
            throw StorageError(
                reason: .unavailable,
                detail: "the folder \(folder) for the database can't be made "
                    + "(\(describe(errno))); check storage.path and who owns its parent")
        }
    }

    private static func describe(_ code: Int32) -> String { String(cString: strerror(code)) }
}

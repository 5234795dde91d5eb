import Foundation
import Storage

/// A file, or a folder, that stands under its name only once it is whole, readable by its owner alone.
///
/// Until then it has another name beside it. A link that stands under the name is replaced, never
/// written through.
struct NewFile: Sendable {
    /// Where it will stand.
    let path: String
    /// Where it is written.
    let temporary: String

    /// A file for `path`, made empty.
    ///
    /// - Throws: `.unavailable` if something stands there already and `replacing` is false, if that is
    ///   a folder or part of the store at `store`, or if the folder can't be written; `.diskFull`.
    init(at path: String, replacing: Bool, store: String) throws(StorageError) {
        try Self.check(path, replacing: replacing, store: store)
        try self.init(beside: path)
    }

    /// A file that is to take the place of what stands at `path`, whatever that is.
    init(beside path: String) throws(StorageError) {
        self.path = path
        temporary = Self.partName(of: path)
        Self.removeAbandoned(beside: path)
        unlink(temporary)
        let descriptor = Foundation.open(
            temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure("made", path, errno) }
        Foundation.close(descriptor)
    }

    /// The name that belongs to this process until what it writes is whole.
    static func partName(of path: String) -> String { "\(path).part-\(getpid())" }

    /// Removes what processes that are gone have left of the same file or folder.
    ///
    /// The number of a process that is gone may belong to another one by now; what has its name then stays
    /// until a later time.
    static func removeAbandoned(beside path: String) {
        let path = path as NSString
        let folder = path.deletingLastPathComponent
        let start = path.lastPathComponent + ".part-"
        let names = try? FileManager.default.contentsOfDirectory(
            atPath: folder.isEmpty ? "." : folder)
        for name in names ?? [] where name.hasPrefix(start) {
            // A database that is written has journals beside it.
            let number = name.dropFirst(start.count).prefix { $0 != "-" }
            guard let process = pid_t(number), process > 0, process != getpid(),
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            try? FileManager.default.removeItem(
                atPath: (folder as NSString).appendingPathComponent(name))
        }
    }

    /// Fails where nothing may be put.
    static func check(_ path: String, replacing: Bool, store: String) throws(StorageError) {
        var there = stat()
        guard lstat(path, &there) == 0 else { return }
        for part in ["", "-wal", "-shm", ".lock"] {
            var own = stat()
            guard stat(store + part, &own) == 0 else { continue }
            var target = stat()
            if stat(path, &target) == 0, target.st_ino == own.st_ino, target.st_dev == own.st_dev {
                throw StorageError(
                    reason: .unavailable,
                    detail: "\(path) belongs to the database itself; name another file")
            }
        }
        if there.st_mode & S_IFMT == S_IFDIR {
            throw StorageError(
                reason: .unavailable, detail: "\(path) is a folder; name a file in it")
        }
        guard replacing else {
            throw StorageError(
                reason: .unavailable,
                detail: "\(path) is there already; name another file, or replace it with --force")
        }
    }

    /// Puts the file under its name for good; a crash afterwards does not take it back.
    func commit() throws(StorageError) {
        try Self.synchronize(temporary)
        guard rename(temporary, path) == 0 else { throw Self.failure("renamed", path, errno) }
        let folder = (path as NSString).deletingLastPathComponent
        try Self.synchronize(folder.isEmpty ? "." : folder)
    }

    /// Removes what was written so far.
    func discard() {
        for ending in ["", "-journal", "-wal", "-shm"] { unlink(temporary + ending) }
    }

    /// Waits until what stands at `path` is on the disk.
    static func synchronize(_ path: String) throws(StorageError) {
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("opened", path, errno) }
        defer { Foundation.close(descriptor) }
        // A folder on a file system that can't do this is as safe as it gets.
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw failure("written", path, errno)
        }
    }

    static func failure(_ verb: String, _ path: String, _ code: Int32) -> StorageError {
        StorageError(
            reason: code == ENOSPC || code == EDQUOT
                ? .diskFull : code == EROFS ? .readOnly : .unavailable,
            detail: "\(path) can't be \(verb): \(String(cString: strerror(code)))")
    }
}

/// The room on a disk.
enum DiskSpace {
    /// Fails where less than `bytes` are free beside `path`; `purpose` says for what they are needed.
    static func require(_ bytes: Int, beside path: String, for purpose: String)
        throws(StorageError)
    {
        let folder = (path as NSString).deletingLastPathComponent
        let attributes = try? FileManager.default.attributesOfFileSystem(
            forPath: folder.isEmpty ? "." : folder)
        guard let free = attributes?[.systemFreeSize] as? NSNumber, free.int64Value < Int64(bytes)
        else { return }
        throw StorageError(
            reason: .diskFull,
            detail: "there is no room for \(purpose) beside \(path): it needs \(megabytes(bytes)), "
                + "and \(megabytes(free.intValue)) are free; free some space, or name another place"
        )
    }

    static func megabytes(_ bytes: Int) -> String { "\((bytes + 999_999) / 1_000_000) MB" }
}

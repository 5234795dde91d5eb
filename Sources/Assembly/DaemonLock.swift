import Foundation

/// The right to be the one daemon on a store, held as a lock on a file beside it.
///
/// The kernel gives the lock back when the process ends, however it ends, so a crash leaves nothing
/// to clean up.
public final class DaemonLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock for the store at `storePath`.
    ///
    /// - Throws: `AssemblyError.alreadyRunning` with the other process's number if it is taken, or
    ///   `.unusableStateFolder` if the lock file can't be made.
    public init(storePath: String) throws(AssemblyError) {
        let path = storePath + ".lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw AssemblyError(
                reason: .unusableStateFolder,
                detail:
                    "the lock file \(path) can't be made (\(String(cString: strerror(errno)))); "
                    + "check storage.path and who owns its folder")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            var bytes = [UInt8](repeating: 0, count: 20)
            let count = max(0, pread(descriptor, &bytes, bytes.count, 0))
            let holder = String(decoding: bytes.prefix(count), as: UTF8.self)
                .trimmingCharacters(in: .whitespacesAndNewlines)
            throw AssemblyError(
                reason: .alreadyRunning,
                detail: "another reputed\(holder.isEmpty ? "" : " (process \(holder))") works on "
                    + "\(storePath); stop it first, or give this one a storage.path of its own")
        }
        let own = Array("\(getpid())\n".utf8)
        ftruncate(descriptor, 0)
        _ = pwrite(descriptor, own, own.count, 0)
    }

    /// Who works on the store at `storePath`.
    public enum Holder: Sendable, Hashable {
        case nobody
        case process(Int32)
        /// The lock file belongs to somebody else and can't be read.
        case unknown
    }

    /// Who holds the lock for the store at `storePath`, without taking it for longer than a look.
    public static func holder(storePath: String) -> Holder {
        let descriptor = open(storePath + ".lock", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return errno == ENOENT ? .nobody : .unknown }
        defer { close(descriptor) }
        if flock(descriptor, LOCK_SH | LOCK_NB) == 0 {
            flock(descriptor, LOCK_UN)
            return .nobody
        }
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = max(0, pread(descriptor, &bytes, bytes.count, 0))
        let number = String(decoding: bytes.prefix(count), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        return Int32(number).flatMap { $0 > 1 ? .process($0) : nil } ?? .unknown
    }

    deinit {
        // Unlocked by hand: a child between fork and exec still has the descriptor for a moment.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}

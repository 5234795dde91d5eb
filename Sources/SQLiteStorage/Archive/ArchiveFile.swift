import Foundation
import Storage

/// A file that is written front to back, in large pieces.
final class ArchiveFile {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    /// How many bytes were written.
    private(set) var size = 0

    /// How much is kept before it is written.
    private static let piece = 1 << 18

    /// Opens the empty file at `path`.
    init(_ path: String) throws(StorageError) {
        self.path = path
        descriptor = Foundation.open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw NewFile.failure("opened", path, errno) }
        buffer.reserveCapacity(Self.piece + 65_536)
    }

    deinit { Foundation.close(descriptor) }

    /// Adds what `body` appends.
    func write(_ body: (inout [UInt8]) throws -> Void) throws {
        try body(&buffer)
        if buffer.count >= Self.piece { try flush() }
    }

    /// Writes what is kept.
    func flush() throws(StorageError) {
        var offset = 0
        while offset < buffer.count {
            let written = buffer.withUnsafeBytes { bytes -> Int in
                guard let base = bytes.baseAddress else { return 0 }
                return Foundation.write(descriptor, base + offset, bytes.count - offset)
            }
            if written < 0, errno == EINTR { continue }
            guard written >= 0 else { throw NewFile.failure("written", path, errno) }
            offset += written
        }
        size += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }
}

import Foundation
import Storage

/// Reads a file line by line, however long it is.
struct ArchiveLines {
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    /// The number of the line that was read last, from 1.
    private(set) var number = 0
    /// How many bytes were read.
    private(set) var bytesRead = 0

    /// The most bytes that a line may have.
    static let longest = 256 << 20
    private static let piece = 1 << 20

    /// Opens the file at `path`.
    init(_ path: String) throws(StorageError) {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw StorageError(
                reason: .unavailable,
                detail: "\(path) can't be read: \(String(cString: strerror(errno)))")
        }
        self.handle = handle
    }

    /// The next line without its end, or nil at the end of the file; valid until the next call.
    ///
    /// What follows the last line feed is a line too.
    mutating func next() throws -> ArraySlice<UInt8>? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                number += 1
                return buffer[start..<end]
            }
            searched = buffer.count
            if isAtEnd {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                number += 1
                return buffer[start...]
            }
            guard buffer.count - start <= Self.longest else {
                throw StorageError(
                    reason: .corrupt,
                    detail: "line \(number + 1) is longer than any line of an archive")
            }
            searched -= start
            buffer.removeFirst(start)
            start = 0
            let piece = try handle.read(upToCount: Self.piece) ?? Data()
            isAtEnd = piece.isEmpty
            bytesRead += piece.count
            buffer += piece
        }
    }
}

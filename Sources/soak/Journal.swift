import Foundation
import Synchronization

/// Lines in a file, so that what was seen takes no memory.
final class Journal: Sendable {
    private struct Writer {
        let file: FileHandle
        var waiting: [UInt8] = []
    }

    let path: String
    /// Guards what is not written yet.
    private let writer: Mutex<Writer>

    init(_ path: String) throws {
        self.path = path
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let file = FileHandle(forWritingAtPath: path)
        else { throw SoakError("\(path) can't be written") }
        writer = Mutex(Writer(file: file))
    }

    func write(_ line: String) {
        writer.withLock { writer in
            writer.waiting += Array(line.utf8) + [0x0A]
            if writer.waiting.count > 16_384 { Self.flush(&writer) }
        }
    }

    /// All lines so far.
    func lines() throws -> [Substring] {
        writer.withLock { Self.flush(&$0) }
        return try String(contentsOfFile: path, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: true)
    }

    func flush() { writer.withLock { Self.flush(&$0) } }

    private static func flush(_ writer: inout Writer) {
        // A full disk ends the run at the next look at the store; its lines are of no use then.
        try? writer.file.write(contentsOf: Data(writer.waiting))
        writer.waiting.removeAll(keepingCapacity: true)
    }
}

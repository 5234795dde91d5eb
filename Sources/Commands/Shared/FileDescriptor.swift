import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Blocking input and output by file descriptor; call on a thread of its own.
struct FileDescriptor: Sendable {
    static let standardInput = FileDescriptor(number: 0)
    static let standardOutput = FileDescriptor(number: 1)
    static let standardError = FileDescriptor(number: 2)

    var number: Int32

    var isTerminal: Bool { isatty(number) == 1 }

    /// The columns of the terminal that this is; nil if it is none or does not say.
    var terminalColumns: Int? {
        var size = winsize()
        guard isTerminal, ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
        else { return nil }
        return Int(size.ws_col)
    }

    /// Writes all of `bytes`; fails with `.brokenPipe` when nobody reads any more.
    func write(_ bytes: [UInt8]) throws(CommandFailure) {
        var offset = 0
        while offset < bytes.count {
            let written = bytes.withUnsafeBytes { buffer -> Int in
                guard let base = buffer.baseAddress else { return 0 }
                return systemWrite(number, base + offset, bytes.count - offset)
            }
            if written >= 0 {
                offset += written
            } else if errno != EINTR {
                throw errno == EPIPE
                    ? CommandFailure(.brokenPipe)
                    : CommandFailure(.inputOutput, "can't write the output: \(Self.reason(errno))")
            }
        }
    }

    /// Reads at most `limit` bytes to the end of `buffer`, as many as there are; 0 at the end.
    func read(into buffer: inout [UInt8], atMost limit: Int) throws(CommandFailure) -> Int {
        let start = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: limit))
        var count = -1
        repeat {
            count = buffer.withUnsafeMutableBytes { bytes -> Int in
                guard let base = bytes.baseAddress else { return 0 }
                return systemRead(number, base + start, limit)
            }
        } while count < 0 && errno == EINTR
        let error = errno
        buffer.removeLast(limit - max(0, count))
        guard count >= 0 else {
            throw CommandFailure(.inputOutput, "can't read the input: \(Self.reason(error))")
        }
        return count
    }

    /// Reads to the end; fails where there is more than `limit` bytes.
    func readAll(limit: Int) throws(CommandFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        while try read(into: &bytes, atMost: 1 << 18) > 0 {
            guard bytes.count <= limit else {
                throw CommandFailure(
                    .badData, "the input is larger than \(limit >> 20) MiB; is it a feed?")
            }
        }
        return bytes
    }

    /// The content of the file at `path`; a folder is an error, and so is more than `limit` bytes.
    static func contents(ofFile path: String, limit: Int) throws(CommandFailure) -> [UInt8] {
        let file = try opened(path)
        defer { file.close() }
        do {
            return try file.readAll(limit: limit)
        } catch {
            throw CommandFailure(error.code, "\(path): \(error.message)")
        }
    }

    /// Opens the file at `path` for reading; the caller closes it.
    static func opened(_ path: String) throws(CommandFailure) -> FileDescriptor {
        let number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else {
            throw CommandFailure(.noInput, "\(path): can't be opened: \(reason(errno))")
        }
        return FileDescriptor(number: number)
    }

    /// Gives the file back.
    func close() { _ = systemClose(number) }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}

private func systemClose(_ number: Int32) -> Int32 { close(number) }

private func systemWrite(_ number: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    write(number, bytes, count)
}

private func systemRead(_ number: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(number, bytes, count)
}

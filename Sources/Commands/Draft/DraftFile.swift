#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The file that drafts are saved to.
enum DraftFile {
    /// Writes a file that was not there before, readable by its owner alone; blocks meanwhile.
    static func create(_ text: String, at path: String) throws(CommandFailure) {
        let number = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard number >= 0 else {
            let reason = String(cString: strerror(errno))
            throw errno == EEXIST
                ? CommandFailure(.usage, "\(path) is there already and is not overwritten")
                : CommandFailure(.inputOutput, "\(path): can't be made: \(reason)")
        }
        let file = FileDescriptor(number: number)
        defer { file.close() }
        do {
            try file.write(Array(text.utf8))
        } catch {
            unlink(path)
            throw CommandFailure(.inputOutput, "\(path): \(error.message)")
        }
    }
}

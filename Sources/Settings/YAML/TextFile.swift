#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reads small files whole: configuration, secrets, recipes.
enum TextFile {
    /// What was read, and who else may read it.
    struct Content {
        var bytes: [UInt8]
        /// Whether users outside the file's owner and group may read it.
        var isWorldReadable: Bool
    }

    /// Why a file could not be read, as the end of a sentence: "can't be read: …".
    struct Failure: Error {
        var isMissing: Bool
        var detail: String
    }

    /// The largest file that is read, in bytes.
    static let limit = 1 << 20

    /// Reads the regular file at `path`, which may be a symbolic link to one.
    static func read(_ path: String) throws(Failure) -> Content {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            throw Failure(
                isMissing: false, detail: isFolder ? "it is a folder" : "it is not a file")
        }
        guard status.st_size <= limit else { throw tooLarge }
        return Content(
            bytes: try readAll(descriptor), isWorldReadable: status.st_mode & S_IROTH != 0)
    }

    private static func readAll(_ descriptor: Int32) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes {
                #if canImport(Darwin)
                    Darwin.read(descriptor, $0.baseAddress, $0.count)
                #elseif canImport(Musl)
                    Musl.read(descriptor, $0.baseAddress, $0.count)
                #else
                    Glibc.read(descriptor, $0.baseAddress, $0.count)
                #endif
            }
            if count == 0 { return bytes }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw failure(errno)
            }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= limit else { throw tooLarge }
        }
    }

    private static let tooLarge = Failure(isMissing: false, detail: "it is larger than 1 MiB")

    private static func failure(_ code: Int32) -> Failure {
        let detail =
            switch code {
            case ENOENT, ENOTDIR: "there is no such file"
            case EACCES, EPERM: "permission denied"
            default: String(cString: strerror(code)).lowercased()
            }
        return Failure(isMissing: code == ENOENT || code == ENOTDIR, detail: detail)
    }
}

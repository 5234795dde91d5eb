import CurlTransport
import Dispatch
import FoundationEssentials
import Glibc
import Model

/// Reads `file:` sources, from the folders that the settings allow only.
struct LocalFile {
    /// File calls block, so they are made on a queue of their own, never on the cooperative pool.
    private static let queue = DispatchQueue(label: "repute.files")

    let settings: FetchSettings

    /// The path that a `file:` URL of this machine names (RFC 8089); nil for another URL, "" for a
    /// `file:` URL that names none.
    static func path(of url: String) -> String? {
        guard url.lowercased().hasPrefix("file:") else { return nil }
        var rest = url.dropFirst(5)
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            let host = rest.prefix { $0 != "/" }
            guard host.isEmpty || host.lowercased() == "localhost" else { return "" }
            rest = rest.dropFirst(host.count)
        }
        guard let path = decoded(rest.prefix { $0 != "?" && $0 != "#" }), path.hasPrefix("/"),
            !path.utf8.contains(0)
        else { return "" }
        return path
    }

    /// Reads the file at `path`; its time of change and size serve as its entity tag.
    func fetch(_ path: String, memory: FetchMemory) async -> FetchOutcome {
        await withCheckedContinuation { continuation in
            Self.queue.async { continuation.resume(returning: read(path, memory: memory)) }
        }
    }

    private func read(_ path: String, memory: FetchMemory) -> FetchOutcome {
        guard !path.isEmpty else {
            return failure(
                .badURL, "A file: address needs an absolute path, as in file:///srv/feed.xml.")
        }
        guard let resolved = Self.resolved(path) else { return failure(path, errno) }
        guard isAllowed(resolved) else {
            return failure(
                .file,
                "\(resolved) is in none of the folders that files may be read from; add its folder to "
                    + "the allowed ones or move it.")
        }
        let descriptor = open(resolved, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard descriptor >= 0 else { return failure(path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return failure(path, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            return failure(.file, "\(path) is not a regular file.")
        }
        let etag = "\"\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)-\(status.st_size)\""
        let notes = FetchNotes(validators: .init(etag: etag))
        guard memory.validators.etag != etag else { return .unchanged(notes) }
        return content(of: descriptor, at: path, resolved: resolved, memory: memory, notes: notes)
    }

    private func content(
        of descriptor: Int32, at path: String, resolved: String, memory: FetchMemory,
        notes: FetchNotes
    ) -> FetchOutcome {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count == 0 { break }
            guard count > 0 else { return failure(path, errno) }
            guard bytes.count + count <= settings.limits.maxBodySize else {
                return failure(
                    .tooLarge, "\(path) is larger than \(settings.limits.maxBodySize) bytes.")
            }
            bytes += chunk[..<count]
        }
        guard !bytes.isEmpty else { return failure(.empty, "\(path) is empty.") }
        let digest = BodyDigest.of(bytes)
        guard digest != memory.bodyDigest else { return .unchanged(notes) }
        return .body(
            FetchedBody(bytes: bytes, digest: digest, finalURL: "file://" + resolved, notes: notes))
    }

    private func isAllowed(_ resolved: String) -> Bool {
        settings.allowFiles.contains { folder in
            guard let folder = Self.resolved(folder) else { return false }
            return folder == "/" || resolved.hasPrefix(folder + "/")
        }
    }

    /// The path without links and dots; nil, with `errno` set, if there is nothing.
    private static func resolved(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    private func failure(_ path: String, _ code: Int32) -> FetchOutcome {
        let cause = String(cString: strerror(code))
        return failure(
            .file, "\(path) can't be read (\(cause)); check the path and its permissions.")
    }

    private func failure(_ reason: PollFailure.Reason, _ detail: String) -> FetchOutcome {
        .failed(PollFailure(reason: reason, detail: detail))
    }

    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let code = UInt8(String(rest.prefix(2)) ?? "", radix: 16)
            else { return nil }
            bytes.append(code)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

import Foundation
import Model
import Settings

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The folder of drop-in files that hold a source each: `repute.d/sources` beside the configuration.
///
/// Its methods block; call them on a thread that may.
struct SourceFolder: Sendable {
    /// The main file of the configuration.
    let configuration: String
    /// The SQLite file, whose owner is the user that the daemon runs as.
    var storePath: String?
    /// Finds what the configuration would be.
    var loader = SettingsLoader()

    /// The path of the folder.
    var path: String { SettingsLoader.dropInFolder(of: configuration) + "/sources" }

    /// The file of a source.
    func file(of id: SourceID) -> String { "\(path)/\(id).yaml" }

    /// The settings as they would be with the drop-ins; their secrets are in `secretFolder`.
    ///
    /// - Throws: `CommandFailure` with all problems.
    func settings(
        with dropIns: [DropIn], comment: String, secretsIn secretFolder: String?
    ) throws -> Settings {
        var changes: [String: String?] = [:]
        for dropIn in dropIns {
            changes[file(of: dropIn.id)] = dropIn.text(
                comment: comment, secretsIn: secretFolder)
        }
        do throws(SettingsProblems) {
            return try loader.load(path: configuration, changes: changes)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Writes the drop-ins, the secrets first, and checks the whole configuration with them; if it
    /// does not load, everything that was written is removed again.
    func write(_ dropIns: [DropIn], comment: String) throws {
        try makeFolder()
        var written: [String] = []
        do {
            for dropIn in dropIns {
                for secret in dropIn.secrets {
                    let file = path + "/" + secret.name
                    try Self.create(file, secret.value.reveal() + "\n", mode: 0o600)
                    written.append(file)
                    giveToDaemon(file)
                }
                let file = self.file(of: dropIn.id)
                try Self.create(file, dropIn.text(comment: comment), mode: 0o644)
                written.append(file)
            }
            do throws(SettingsProblems) {
                _ = try loader.load(path: configuration)
            } catch {
                throw CommandFailure(error)
            }
        } catch {
            for file in written { unlink(file) }
            throw error
        }
    }

    /// Creates a file whole or not at all; one that is there already is never replaced.
    static func create(_ path: String, _ text: String, mode: mode_t) throws {
        let temporary = temporaryName(of: path)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw failure("can't be made", temporary) }
        defer { unlink(temporary) }
        do {
            defer { close(descriptor) }
            // The umask may have taken rights that the daemon needs.
            fchmod(descriptor, mode)
            try FileDescriptor(number: descriptor).write(Array(text.utf8))
            guard fsync(descriptor) == 0 else { throw failure("can't be written", temporary) }
        }
        // A link, unlike a rename, fails where the name is taken.
        guard link(temporary, path) == 0 else {
            throw errno == EEXIST
                ? CommandFailure(
                    .usage,
                    "\(path) is there already and is not overwritten; give the source another --id, or remove the file"
                ) : failure("can't be made", path)
        }
    }

    /// A hidden name beside `path`, which the configuration does not read.
    private static func temporaryName(of path: String) -> String {
        let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        return path[..<cut] + ".\(path[cut...]).\(getpid()).tmp"
    }

    private func makeFolder() throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Self.failure("can't be made", path)
        }
    }

    /// Lets the daemon read a secret that the administrator wrote: it becomes the file of the user
    /// whose the database is.
    private func giveToDaemon(_ file: String) {
        var about = stat()
        guard geteuid() == 0, let storePath, stat(storePath, &about) == 0, about.st_uid != 0 else {
            return
        }
        // Where this fails, the daemon says at its reload that it can't read the file.
        _ = chown(file, about.st_uid, about.st_gid)
    }

    private static func failure(_ what: String, _ path: String) -> CommandFailure {
        let reason = String(cString: strerror(errno))
        let hint = errno == EACCES || errno == EPERM ? "; try it with sudo" : ""
        return CommandFailure(.inputOutput, "\(path) \(what): \(reason)\(hint)")
    }
}

import Foundation
import Settings

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where a first configuration goes; its methods block.
struct InitPlace: Sendable {
    /// The main file.
    let file: String
    /// Whether a file that is there already makes room, and stays beside.
    let replaces: Bool
    /// The user that the daemon runs as.
    var user = "repute"

    /// What became of the files.
    struct Outcome: Sendable {
        /// What was written, the main file last.
        var written: [String] = []
        /// What stood there before, under its new name.
        var kept: [String] = []
    }

    private var folder: String {
        URL(filePath: file).standardizedFileURL.deletingLastPathComponent().path
    }

    /// Refuses a place that holds a configuration already, unless it may be replaced.
    ///
    /// A file with nothing but comments in it, such as the one that a package installs, is none.
    func refuseTaken() throws(CommandFailure) {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            if FileManager.default.fileExists(atPath: file), !replaces {
                throw CommandFailure(
                    .inputOutput, "\(file) is there and can't be read; try it with sudo")
            }
            return
        }
        guard !replaces, !Self.saysNothing(String(decoding: bytes, as: UTF8.self)) else { return }
        throw CommandFailure(
            .usage,
            "\(file) is there already and is not overwritten. `repute source add` adds to it; --force "
                + "writes a new one and keeps this beside it; --output FILE writes another one")
    }

    /// Whether a file of YAML has nothing but comments.
    static func saysNothing(_ text: String) -> Bool {
        text.split(whereSeparator: \.isNewline).allSatisfy { line in
            line.first { $0 != " " && $0 != "\t" }.map { $0 == "#" } ?? true
        }
    }

    /// Moves everything that waits in `stage` to its place and checks it there; where one file can't be
    /// written or the whole does not load, all is as it was before.
    func take(_ stage: InitStage) throws -> Outcome {
        try refuseTaken()
        var outcome = Outcome()
        var moved: [(from: String, to: String)] = []
        do {
            for (name, mode) in stage.files() {
                let target = name == "repute.yaml" ? file : folder + "/" + name
                try makeFolder(of: target, isSecret: name.hasPrefix("secrets/"))
                if let former = try makeRoom(for: target) { moved.append((target, former)) }
                try copy(stage.path + "/" + name, to: target, mode: mode)
                outcome.written.append(target)
            }
            do throws(SettingsProblems) {
                _ = try SettingsLoader(environment: [:]).load(path: file)
            } catch {
                throw CommandFailure(error)
            }
        } catch {
            for file in outcome.written { unlink(file) }
            for (target, former) in moved { rename(former, target) }
            throw error
        }
        outcome.kept = moved.map(\.to)
        return outcome
    }

    private func makeFolder(of target: String, isSecret: Bool) throws {
        let folder = String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)])
        guard !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: isSecret ? [.posixPermissions: 0o700] : nil)
        } catch {
            throw CommandFailure(.inputOutput, "\(folder) can't be made; try it with sudo")
        }
    }

    /// Gives what stands at `target` another name, and tells it; nil where nothing stands there.
    private func makeRoom(for target: String) throws -> String? {
        var about = stat()
        guard lstat(target, &about) == 0 else { return nil }
        guard replaces || target == file else {
            throw CommandFailure(
                .usage, "\(target) is there already; --force writes a new one and keeps it beside")
        }
        for number in 1...1000 {
            let former = target + (number == 1 ? ".old" : ".old\(number)")
            // A link, unlike a rename, fails where the name is taken.
            if link(target, former) == 0 {
                unlink(target)
                return former
            }
            guard errno == EEXIST else { break }
        }
        throw CommandFailure(
            .inputOutput,
            "\(target) can't be kept beside the new one: \(String(cString: strerror(errno)))")
    }

    private func copy(_ source: String, to target: String, mode: mode_t) throws {
        guard let bytes = FileManager.default.contents(atPath: source) else {
            throw CommandFailure(.software, "\(source) is gone")
        }
        let daemon = geteuid() == 0 ? getpwnam(user) : nil
        try SourceFolder.create(target, String(decoding: bytes, as: UTF8.self), mode: mode)
        guard let daemon else { return }
        // systemd hands over what is in `secrets`; the rest the daemon reads itself.
        if mode == 0o640 { _ = chown(target, 0, daemon.pointee.pw_gid) }
        if mode == 0o600, target.contains("/repute.d/") {
            _ = chown(target, daemon.pointee.pw_uid, daemon.pointee.pw_gid)
        }
    }
}

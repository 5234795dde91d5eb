import Foundation

/// The folders and programs that the quick start works with.
struct Stage: Sendable {
    /// The root of the checkout.
    let root: URL
    /// The folder of the built programs.
    let programs: URL

    var configuration: String { root.appending(path: "config/quickstart.yaml").path }
    var mailFolder: URL { root.appending(path: ".repute/mail") }
    var feeds: URL { root.appending(path: "feeds/demo") }

    /// Finds the checkout in the working folder, and clears what an earlier run left unless
    /// `keepsState` says otherwise.
    init(keepsState: Bool) throws {
        root = URL(filePath: FileManager.default.currentDirectoryPath)
        programs = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent()
        guard FileManager.default.fileExists(atPath: configuration) else {
            throw QuickstartError("config/quickstart.yaml is not here; run it by `make run`")
        }
        let state = root.appending(path: ".repute")
        if !keepsState { try? FileManager.default.removeItem(at: state) }
        try FileManager.default.createDirectory(at: mailFolder, withIntermediateDirectories: true)
    }

    /// The mails that were written so far, oldest first.
    func mails() -> [URL] {
        let files = try? FileManager.default.contentsOfDirectory(
            at: mailFolder, includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == "eml" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    /// A program that was built beside this one.
    func process(_ name: String, _ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = programs.appending(path: name)
        process.arguments = arguments
        process.currentDirectoryURL = root
        return process
    }
}

import ArgumentParser
import Assembly
import Foundation

/// `repute generate-manual`, for packagers.
struct GenerateManualCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate-manual",
        abstract: "Writes the manual pages of all commands into a folder.",
        discussion: """
            Example:
              repute generate-manual build/man && man -l build/man/repute.1
            """,
        shouldDisplay: false)

    @Argument(help: "The folder; made if it is not there.", completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp(
            "What the daemon says of itself with --experimental-dump-help; its page is written too.",
            valueName: "file"), completion: .file())
    var daemon: String?

    func run() async throws {
        var pages = try Self.pages()
        if let daemon {
            let dump = try await onOwnThread { try Data(contentsOf: URL(filePath: daemon)) }
            let tool = try JSONDecoder().decode(ToolDescription.self, from: dump)
            pages.append(ManualPage(command: tool.command, version: Version.current, section: 8))
        }
        let all = pages
        try await onOwnThread {
            let folder = URL(filePath: folder, directoryHint: .isDirectory)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for page in all {
                try Data(page.text.utf8).write(to: folder.appending(path: page.fileName))
            }
        }
    }

    /// The pages of all commands, made from their definitions.
    static func pages() throws -> [ManualPage] {
        let tool = try ToolDescription.describing(ReputeCommand.self)
        return ManualPage.pages(of: tool.command, version: Version.current)
    }
}

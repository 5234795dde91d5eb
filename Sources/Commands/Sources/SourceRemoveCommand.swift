import ArgumentParser
import Foundation
import Model
import Reporting
import Settings
import Storage

/// The command `repute source remove`.
struct SourceRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Removes a source from the configuration.",
        discussion: """
            Removes the drop-in file of the source, if it holds nothing else, with the secret files \
            that `repute source add` wrote for it; else says which line to remove by hand. The \
            mentions stay and are found by `repute mentions`, unless --delete-mentions removes them \
            too, which can't be undone. In a terminal you are asked first.

            Examples:
              repute source remove town-forum
              repute source remove town-forum --delete-mentions --yes
            """)

    @Argument(help: "The id of the source.")
    var id: SourceID

    @Flag(help: "Remove its mentions too, with everything else that is remembered of it.")
    var deleteMentions = false

    @Flag(name: [.long, .short], help: "Don't ask.")
    var yes = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try await Workplace.open(options)
        let source = try workplace.source(id)
        let removal = SourceRemoval(
            source: source, deletesMentions: deleteMentions, isAgreed: yes, workplace: workplace,
            dialogue: .system, reload: DaemonReload(storePath: workplace.settings.storagePath))
        let outcome = try await removal.run()
        try await workplace.console.print(
            outcome.rendered(as: options.format, style: workplace.console.style))
    }
}

/// Removes one source.
struct SourceRemoval {
    /// What became of it.
    struct Outcome: Sendable, Hashable {
        var source: SourceID
        /// The files that were removed; empty if nobody agreed.
        var files: [String]
        /// How many mentions were removed; nil if they were to stay.
        var mentions: Int?
        var reload: AddedSource.Reload

        func rendered(as format: OutputFormat, style: TerminalStyle) -> String {
            let advice: String? = if case .byHand(let text) = reload { text } else { nil }
            guard format == .table || format == .markdown else {
                let value = JSONValue.members([
                    "source": .string(source.rawValue),
                    "files": .array(files.map(JSONValue.string)),
                    "mentions": .optional(mentions), "advice": .optional(advice),
                ])
                return value.text + "\n"
            }
            guard !files.isEmpty else { return "Nothing was removed.\n" }
            var text = files.map { "Removed: \($0)\n" }.joined()
            if let mentions { text += "Removed: \(mentions) mentions of \(source)\n" }
            if case .asked(let process) = reload {
                text += "The daemon (process \(process)) was asked to reload.\n"
            }
            return text + (advice.map { style.paint($0, .warning) + "\n" } ?? "")
        }
    }

    let source: Source
    let deletesMentions: Bool
    let isAgreed: Bool
    let workplace: Workplace
    let dialogue: Dialogue
    let reload: DaemonReload
    var loader = SettingsLoader()

    func run() async throws -> Outcome {
        let file = try self.file()
        let loader = loader
        let main = workplace.configuration ?? ""
        try await onOwnThread {
            do throws(SettingsProblems) {
                _ = try loader.load(path: main, changes: [file: String?.none])
            } catch {
                throw CommandFailure(
                    .configuration,
                    error.description
                        + "\nWithout the source the configuration would not load; mend that first.")
            }
        }
        guard try await isConfirmed(file) else {
            return Outcome(source: source.id, files: [], reload: .notAsked)
        }
        let files = try await onOwnThread { try Self.remove(file) }
        let told = reload.ask()
        var mentions: Int?
        if deletesMentions {
            mentions = try await workplace.withStore { try await $0.erase(source.id) }
        }
        return Outcome(source: source.id, files: files, mentions: mentions, reload: told)
    }

    /// The drop-in file that holds this source alone.
    private func file() throws(CommandFailure) -> String {
        guard let origin = workplace.settings.origins[source.id] else {
            throw CommandFailure(.software, "\(source.id) stands in no file")
        }
        guard origin.isAlone else {
            throw CommandFailure(
                .usage,
                "\(source.id) stands in \(origin.file), line \(origin.line), with other things; remove it there, then reload the daemon"
            )
        }
        return origin.file
    }

    private func isConfirmed(_ file: String) async throws -> Bool {
        if isAgreed { return true }
        guard dialogue.isInteractive else {
            throw CommandFailure(
                .usage, "nobody is there to be asked; --yes removes the source without asking")
        }
        let question =
            deletesMentions
            ? "Remove \(file) and all mentions of \(source.id)? This can't be undone."
            : "Remove \(file)?"
        return try await dialogue.confirms(question, otherwise: false)
    }

    /// Removes the file and the secret files beside it that it names and that are called after it.
    private static func remove(_ file: String) throws -> [String] {
        let folder = String(file[...(file.lastIndex(of: "/") ?? file.startIndex)])
        let stem = file.dropFirst(folder.count).dropLast(".yaml".count)
        let text = String(
            decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
        var files = [file]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].hasSuffix("_file") else { continue }
            let name = parts[1].filter { $0 != "\"" && $0 != " " }
            if name.hasPrefix(stem + "."), !name.contains("/") { files.append(folder + name) }
        }
        for path in files {
            do {
                try FileManager.default.removeItem(atPath: path)
            } catch {
                throw CommandFailure(
                    .inputOutput, "\(path) can't be removed; do it by hand, perhaps with sudo")
            }
        }
        return files
    }
}

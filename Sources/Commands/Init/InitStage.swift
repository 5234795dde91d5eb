import Assembly
import Foundation
import Model
import Monitor
import Notifying
import Reporting
import Settings

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A folder only for this user, in which a first configuration grows until its owner agrees.
///
/// It goes with the object; its methods block.
final class InitStage: Sendable {
    /// The path of the folder.
    let path: String
    /// Reads what was written here, as the daemon would.
    let loader = SettingsLoader(environment: [:])

    var configuration: String { path + "/repute.yaml" }
    private var secrets: String { path + "/secrets" }

    init() throws(CommandFailure) {
        path =
            FileManager.default.temporaryDirectory.path + "/repute-init-"
            + UUID().uuidString.lowercased()
        guard mkdir(path, 0o700) == 0 else {
            throw CommandFailure(.inputOutput, "a temporary folder can't be made at \(path)")
        }
    }

    deinit { remove() }

    /// Removes the folder with all that is in it.
    func remove() { try? FileManager.default.removeItem(atPath: path) }

    /// Writes the main file anew, and the password beside it.
    func write(_ first: FirstConfiguration) throws {
        unlink(configuration)
        try SourceFolder.create(configuration, first.text, mode: 0o600)
        try? FileManager.default.removeItem(atPath: secrets)
        guard let password = first.answers.mail?.server?.password else { return }
        guard mkdir(secrets, 0o700) == 0 else {
            throw CommandFailure(.inputOutput, "\(secrets) can't be made")
        }
        try SourceFolder.create(
            secrets + "/" + FirstConfiguration.passwordName, password.reveal() + "\n", mode: 0o600)
    }

    /// What the settings are so far; their database is one for trying.
    func settings() throws -> Settings {
        do throws(SettingsProblems) {
            var settings = try loader.load(path: configuration)
            settings.storagePath = path + "/try.db"
            return settings
        } catch {
            let texts = error.problems.filter { !$0.isWarning }.map { problem in
                problem.message + (problem.suggestion.map { ", " + $0 } ?? "")
            }
            throw CommandFailure(.usage, texts.joined(separator: "\n"))
        }
    }

    /// A workplace with the settings so far.
    func workplace(_ console: Console, now: Date) throws -> Workplace {
        Workplace(
            assembly: try Assembly(settings: settings()), console: console, now: now,
            configuration: configuration)
    }

    /// The folder in which sources wait.
    var sources: SourceFolder { SourceFolder(configuration: configuration, loader: loader) }

    /// The files that wait, by their paths below the folder, the main one last.
    func files() -> [(name: String, mode: mode_t)] {
        func names(_ folder: String) -> [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? [])
                .sorted().map { folder + "/" + $0 }
        }
        return names("secrets").map { ($0, 0o600) }
            + names("repute.d/sources").map { ($0, $0.hasSuffix(".yaml") ? 0o644 : 0o600) }
            + [("repute.yaml", 0o640)]
    }
}

import Foundation

@testable import Settings

/// A folder of configuration files that lives as long as the test.
final class ConfigurationFolder {
    let path: String

    /// Writes `main` as `repute.yaml`, and `files` by their paths.
    init(_ main: String? = nil, files: [String: String] = [:]) throws {
        path = NSTemporaryDirectory() + "settings-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        if let main { try write("repute.yaml", main) }
        for (name, text) in files { try write(name, text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file that only its owner can read.
    func write(_ name: String, _ text: String, mode: Int = 0o600) throws {
        try write(name, bytes: Array(text.utf8), mode: mode)
    }

    func write(_ name: String, bytes: [UInt8], mode: Int = 0o600) throws {
        let file = path + "/" + name
        let folder = String(file.prefix(upTo: file.lastIndex(of: "/") ?? file.endIndex))
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    }

    /// The settings of the folder.
    func settings(_ environment: [String: String] = [:]) throws -> Settings {
        try SettingsLoader(
            environment: environment, now: Date(timeIntervalSince1970: 1_700_000_000)
        )
        .load(path: path + "/repute.yaml")
    }

    /// All problems as they are shown, the folder's path left out; empty if there are none.
    func problems(_ environment: [String: String] = [:]) -> [String] {
        let found: [SettingsProblem]
        do {
            found = try settings(environment).warnings
        } catch let error as SettingsProblems {
            found = error.problems
        } catch {
            return ["\(error)"]
        }
        return found.map { $0.description.replacingOccurrences(of: path + "/", with: "") }
    }
}

/// The problems of a configuration that is one file.
func problems(_ main: String) throws -> [String] {
    try ConfigurationFolder(main).problems()
}

/// The settings of a configuration that is one file.
func settings(_ main: String) throws -> Settings {
    try ConfigurationFolder(main).settings()
}

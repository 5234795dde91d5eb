import Foundation
import Logging
import Model
import Settings
import Storage
import Synchronization

@testable import Assembly

/// A folder with a configuration and a place for the store, that lives as long as the test.
final class Workshop: Sendable {
    /// Needs no name resolution and is short enough for the path of a socket.
    let path: String

    init(_ configuration: String = "") throws {
        path = "/tmp/repute-" + UUID().uuidString.prefix(8).lowercased()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try write(configuration)
    }

    deinit {
        chmod(path + "/locked", 0o700)
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The main file.
    var configurationPath: String { path + "/repute.yaml" }
    var storePath: String { path + "/state/repute.db" }

    /// Writes the main file anew; the store is beside it unless the text says where.
    func write(_ configuration: String) throws {
        let storage = configuration.contains("storage:") ? "" : "storage: {path: state/repute.db}\n"
        try Data((storage + configuration).utf8).write(to: URL(fileURLWithPath: configurationPath))
    }

    var loader: SettingsLoader { SettingsLoader(environment: [:]) }

    func settings() throws -> Settings { try loader.load(path: configurationPath) }

    func daemon(_ log: LogCapture = LogCapture()) -> Daemon {
        Daemon(
            configurationPath: configurationPath, loader: loader,
            notifier: SystemdNotifier(environment: [:]), logger: log.logger)
    }

    /// Lets the daemon run once, with the settings as they stand in the file.
    func runOnce() async throws -> OnceSummary { try await daemon().runOnce(settings: settings()) }

    /// Works on the store while no daemon runs.
    func withStore<Value: Sendable>(
        _ body: (any Store) async throws -> Value
    ) async throws -> Value {
        let assembly = try Assembly(settings: settings())
        let store = try await assembly.openStore(create: false)
        let value = try await body(store)
        try await store.close()
        return value
    }

    /// Makes every source due.
    func pollSoon() async throws {
        try await withStore { try await $0.pollSoon(nil, now: Date()) }
    }
}

/// Keeps the messages that were logged.
final class LogCapture: Sendable {
    private let lines = Mutex<[String]>([])

    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    var logger: Logger { Logger(label: "test") { _ in Handler(capture: self) } }

    private struct Handler: LogHandler {
        let capture: LogCapture
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.debug

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            capture.lines.withLock { $0.append("\(event.level): \(event.message)") }
        }
    }
}

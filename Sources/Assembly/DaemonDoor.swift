public import Foundation
import Logging
import Monitor
import Settings
import Storage
import Telemetry

/// What the daemon's executable does: read the configuration, set up the log, run, and put every
/// error into words and an exit status.
public struct DaemonDoor: Sendable {
    private let path: String
    private let environment: [String: String]

    /// A door to the configuration that the flag names.
    public init(
        configuration flag: String?,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        path = ConfigurationPath.resolve(flag, environment: environment)
        self.environment = environment
    }

    /// Runs the daemon; returns its exit status.
    public func run() async -> Int32 {
        await withSettings { settings, daemon in
            try await daemon.run(settings: settings)
            return 0
        }
    }

    /// Polls, decides and delivers once, and prints what came of it; returns the exit status.
    public func runOnce() async -> Int32 {
        await withSettings { settings, daemon in
            let summary = try await daemon.runOnce(settings: settings)
            // A reader that has gone, such as `head`, is no fault of the pass.
            try? FileHandle.standardOutput.write(contentsOf: Data(summary.text.utf8))
            return summary.isClean ? 0 : 1
        }
    }

    private func withSettings(_ body: (Settings, Daemon) async throws -> Int32) async -> Int32 {
        // A letter's reader that goes away must not take the daemon with it.
        signal(SIGPIPE, SIG_IGN)
        let loader = SettingsLoader(environment: environment)
        let settings: Settings
        do {
            settings = try await onBlockingThread { [path] in try loader.load(path: path) }
        } catch {
            say("\(error)")
            return 78
        }
        let logger = logger(level: settings.logLevel)
        for warning in settings.warnings { logger.warning("\(warning)") }
        let daemon = Daemon(
            configurationPath: path, loader: loader,
            notifier: SystemdNotifier(environment: environment), logger: logger)
        do {
            return try await body(settings, daemon)
        } catch {
            logger.critical("\(error)")
            return error is StorageError || error is AssemblyError ? 69 : 70
        }
    }

    private func logger(level: LogLevel) -> Logger {
        let style = JournalLogHandler.style(environment: environment)
        return Logger(label: "reputed") { label in
            JournalLogHandler(
                label: label, level: Logger.Level(rawValue: level.rawValue) ?? .info, style: style)
        }
    }

    private func say(_ text: String) {
        let line = text.hasSuffix("\n") ? text : text + "\n"
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }
}

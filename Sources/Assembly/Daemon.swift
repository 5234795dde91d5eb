import Alerting
import Foundation
public import Logging
import Model
import Monitor
import ServiceLifecycle
public import Settings
import Storage
import UnixSignals

/// The daemon's life: from the settings to the last transaction.
public struct Daemon: Sendable {
    private let configurationPath: String
    private let loader: SettingsLoader
    private let notifier: SystemdNotifier
    private let logger: Logger

    /// How long running walks are given to end after SIGTERM before they are cancelled.
    private let grace = Duration.seconds(3)

    /// A daemon on the configuration at `path`.
    public init(
        configurationPath: String, loader: SettingsLoader, notifier: SystemdNotifier, logger: Logger
    ) {
        self.configurationPath = configurationPath
        self.loader = loader
        self.notifier = notifier
        self.logger = logger
    }

    /// Runs until SIGTERM or SIGINT; returns when everything is stored and closed.
    ///
    /// - Throws: `AssemblyError` or `StorageError` if it can't start; nothing was changed then.
    public func run(settings: Settings) async throws {
        let start = Date()
        let assembly = try Assembly(settings: settings)
        for problem in MailPrivilege.current.problems(of: settings) { logger.warning("\(problem)") }
        notifier.status("opening the store; the first start of a new version may rewrite it")
        try await withStore(of: assembly, allNow: false) { store, owner in
            let monitor = Monitor(
                store: store, configuration: assembly.monitorConfiguration(), owner: owner,
                logger: logger)
            let inspection = InspectionService(
                inspector: Inspector(
                    store: store, monitor: monitor, settings: settings, start: start),
                settings: settings, logger: logger)
            let reload = ReloadService(
                configurationPath: configurationPath, loader: loader, assembly: assembly,
                store: store, monitor: monitor, notifier: notifier, logger: logger,
                signals: await UnixSignalsSequence(trapping: .sighup),
                told: { await inspection.reloaded($0) })
            let status = StatusService(store: store, notifier: notifier) {
                logger.notice(
                    "watching",
                    metadata: [
                        "sources": "\(settings.sources.filter(\.isPolled).count)",
                        "brands": "\(settings.brands.count)", "rules": "\(settings.rules.count)",
                        "channels": "\(settings.channels.count)", "version": "\(Version.current)",
                    ])
            }
            var services: [any Service] = monitor.services + [reload, status, inspection]
            if let interval = notifier.watchdogInterval {
                services.append(
                    WatchdogService(
                        interval: .seconds(interval / 3), progress: monitor.progress, time: .system,
                        logger: logger,
                        ping: { () async throws(StorageError) in try await store.ping() },
                        sign: { notifier.watchdog() }))
            }
            var configuration = ServiceGroupConfiguration(
                services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
            configuration.maximumGracefulShutdownDuration = grace
            try await ServiceGroup(configuration: configuration).run()
            notifier.stopping()
            logger.notice("stopped")
        }
    }

    /// Polls, decides and delivers once what is due; new sources are due at once.
    ///
    /// - Throws: as `run`.
    public func runOnce(settings: Settings) async throws -> OnceSummary {
        let assembly = try Assembly(settings: settings)
        return try await withStore(of: assembly, allNow: true) { store, owner in
            let monitor = Monitor(
                store: store, configuration: assembly.monitorConfiguration(), owner: owner,
                logger: logger)
            let report = try await monitor.once()
            var new: [Mention] = []
            for id in report.poll.new.sorted() {
                if let mention = try await store.mention(id) { new.append(mention) }
            }
            return OnceSummary(
                report, new: new, sources: settings.sources.filter(\.isPolled).count)
        }
    }

    private func withStore<Value: Sendable>(
        of assembly: Assembly, allNow: Bool,
        _ body: (any Store, _ owner: String) async throws -> Value
    ) async throws -> Value {
        let path = assembly.settings.storagePath
        if case .process = DaemonLock.holder(storePath: path) {
            // Says who works on it, before opening it could rewrite it for a newer version.
            _ = try DaemonLock(storePath: path)
        }
        let isLost = StoreCare(path: path).isLost
        let store = try await assembly.openStore(create: true)
        let lock = try DaemonLock(storePath: path)
        if isLost { logger.error("\(StoreCare(path: path).lossReport)") }
        defer { withExtendedLifetime(lock) {} }
        let owner = "\(getpid())-\(UInt32.random(in: .min ... .max))"
        // The lock says that nobody else is at work: what the last process left claimed is free.
        try await store.releaseLeases(heldBy: nil)
        try await assembly.registerSources(in: store, now: Date(), allNow: allNow)
        do {
            let value = try await body(store, owner)
            try await end(store, assembly)
            return value
        } catch {
            try? await end(store, assembly)
            throw error
        }
    }

    private func end(_ store: any Store, _ assembly: Assembly) async throws {
        await assembly.shutdown()
        try await store.releaseLeases(heldBy: nil)
        try await store.checkpoint()
        try await store.close()
    }
}

import Foundation
import Logging
import Monitor
import ServiceLifecycle
import Settings
import Storage
import UnixSignals

/// Reads the configuration anew on SIGHUP; a bad one changes nothing and is told in full.
struct ReloadService: Service {
    let configurationPath: String
    let loader: SettingsLoader
    let assembly: Assembly
    let store: any Store
    let monitor: Monitor
    let notifier: SystemdNotifier
    let logger: Logger
    /// Trapped before the daemon says that it is ready, since the signal ends a process by default.
    let signals: UnixSignalsSequence
    /// Hears of the settings that came into force, or of nil where those that were read are no good.
    var told: @Sendable (Settings?) async -> Void = { _ in }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var current = assembly
            for await _ in signals {
                notifier.reloading()
                current = await reloaded(current)
            }
        }
    }

    /// The assembly in force after the reload: a new one, or `current` if that can't be had.
    func reloaded(_ current: Assembly) async -> Assembly {
        do {
            let settings = try await onBlockingThread { [loader, configurationPath] in
                try loader.load(path: configurationPath)
            }
            guard settings.storagePath == current.settings.storagePath else {
                throw AssemblyError(
                    reason: .unusableStateFolder,
                    detail: "storage.path changed; that takes a restart")
            }
            let next = try current.reassembled(for: settings)
            // In this order: a poll that is claimed after the registration is read the new way.
            monitor.reload(next.monitorConfiguration())
            try await next.registerSources(in: store, now: Date(), allNow: false)
            monitor.pollSoon()
            let warnings = settings.warnings.map(\.description)
            for warning in warnings + MailPrivilege.current.problems(of: settings) {
                logger.warning("\(warning)")
            }
            logger.notice(
                "the configuration was reloaded",
                metadata: ["sources": "\(settings.sources.count)"])
            await told(settings)
            notifier.ready("the configuration was reloaded")
            return next
        } catch let problems as SettingsProblems {
            for problem in problems.problems { logger.error("\(problem)") }
        } catch {
            logger.error("\(error)")
        }
        logger.error("the configuration was not reloaded; the old settings stay in force")
        await told(nil)
        notifier.ready("the new configuration has errors; the old settings stay in force")
        return current
    }
}

/// Runs `body` on a thread that may block.
func onBlockingThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value)
    async throws -> Value
{
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(with: Result(catching: body)) }
    }
}

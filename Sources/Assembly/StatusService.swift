import Foundation
import Model
import ServiceLifecycle
import Storage

/// Says that the daemon is ready, now that it listens to signals, and keeps the line that
/// `systemctl status` shows up to date.
struct StatusService: Service {
    let store: any Store
    let notifier: SystemdNotifier
    /// Called once, when the daemon is about to say so: from then on a signal ends it in good order.
    let begun: @Sendable () -> Void

    func run() async throws {
        begun()
        notifier.ready(await line())
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await ContinuousClock().sleep(for: .seconds(30))
                if !Task.isCancelled { notifier.status(await line()) }
            }
        }
    }

    /// How the daemon stands, in a few words.
    func line() async -> String {
        do throws(StorageError) {
            let states = try await store.sourceStates()
            let outbox = try await store.outboxSummary()
            let totals = try await store.totals()
            let failing = states.filter { $0.failures > 0 }.count
            return "\(states.count) sources, \(failing) failing; \(totals.total) mentions; "
                + "\(outbox.pending) alerts waiting, \(outbox.givenUp) given up"
        } catch {
            return "the store does not answer: \(error.detail)"
        }
    }
}

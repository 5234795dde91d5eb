import FoundationEssentials
import Logging
import ServiceLifecycle
import Storage

/// Runs a walk again and again: when something is due, when the bell rings, and every half minute
/// in case a ring was lost.
///
/// Ends at once on shutdown; what was not stored stays to be done.
struct WalkLoop: Service {
    let name: String
    let bell: Doorbell
    let progress: WalkProgress
    let time: TimeSource
    let logger: Logger
    let walk: @Sendable () async throws(StorageError) -> Void
    /// When there is something to do next; nil if nothing is planned.
    let nextDue: @Sendable () async throws(StorageError) -> Date?

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var failures = 0
            while !Task.isCancelled {
                progress.step(name)
                var pause = WalkPause.heartbeat
                do throws(StorageError) {
                    try await walk()
                    failures = 0
                    progress.ended(name, failure: nil)
                    pause = WalkPause.until(try await nextDue(), now: time.now())
                } catch {
                    if Task.isCancelled { break }
                    failures += 1
                    pause = WalkPause.afterFailure(failures)
                    progress.ended(name, failure: error.detail)
                    logger.error(
                        "the \(name) walk could not go on; it is tried again",
                        metadata: ["error": "\(error)", "reason": "\(error.reason.rawValue)"])
                }
                await WalkPause.wait(pause, bell: bell, time: time)
            }
            progress.end(name)
        }
    }
}

/// How long walks rest.
enum WalkPause {
    /// The longest rest, in seconds.
    static let heartbeat: TimeInterval = 30

    /// The rest until `date`, at least a twentieth of a second so that nothing spins.
    static func until(_ date: Date?, now: Date) -> TimeInterval {
        guard let date else { return heartbeat }
        return min(max(date.timeIntervalSince(now), 0.05), heartbeat)
    }

    /// The rest after `failures` failures of the store in a row: 1, 2, 4 … 30 seconds.
    static func afterFailure(_ failures: Int) -> TimeInterval {
        min(heartbeat, Double(1 << min(failures - 1, 5)))
    }

    /// Waits for the time or the bell, whichever comes first, or for cancellation.
    static func wait(_ seconds: TimeInterval, bell: Doorbell, time: TimeSource) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await time.sleep(.seconds(seconds)) }
            group.addTask { await bell.wait() }
            await group.next()
            group.cancelAll()
        }
    }
}

import FoundationEssentials
import Logging
import ServiceLifecycle
import Storage

/// Gives a sign of life to a service outside, but only while every walk moves and the store answers: the
/// owner hears from that service when this machine, this daemon or its network is dead.
struct HeartbeatLoop: Service {
    /// A walk that has not moved for so long is stuck; longer than any single step.
    private static let stuckLimit = Duration.seconds(900)

    let configuration: CurrentConfiguration
    let progress: WalkProgress
    let bell: Doorbell
    let time: TimeSource
    let logger: Logger
    let ping: @Sendable () async throws(StorageError) -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var isTold = false
            while !Task.isCancelled {
                guard let heartbeat = configuration.value.heartbeat else {
                    await bell.wait()
                    continue
                }
                isTold = await beat(heartbeat, isTold: isTold)
                await WalkPause.wait(heartbeat.interval, bell: bell, time: time)
            }
        }
    }

    /// Gives a sign if all is well; says once in the log why it was not taken.
    ///
    /// Returns whether that is said now.
    func beat(_ heartbeat: Heartbeat, isTold: Bool) async -> Bool {
        guard let problem = await problem(heartbeat) else {
            if isTold { logger.notice("the heartbeat is taken again") }
            return false
        }
        if !isTold { logger.warning("no heartbeat", metadata: ["error": "\(problem)"]) }
        return true
    }

    private func problem(_ heartbeat: Heartbeat) async -> String? {
        let stuck = progress.stuck(after: Self.stuckLimit)
        if !stuck.isEmpty { return "walks are stuck: " + stuck.joined(separator: ", ") }
        do throws(StorageError) {
            try await ping()
        } catch {
            return error.detail
        }
        return await heartbeat.give()
    }
}

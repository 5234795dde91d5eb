import FoundationEssentials
import Logging
import Model
import Notifying
import ServiceLifecycle
import Storage

/// Runs a loop of deliver walks for each channel, so that a channel that hangs holds up nobody else.
///
/// On shutdown no further letter is begun; the one under way is let end, as far as the daemon's
/// limit allows, since a letter that was cut off is sent again.
struct DeliverLoop: Service {
    let store: any Store
    let configuration: CurrentConfiguration
    let walk: DeliverWalk
    let bells: ChannelBells
    let progress: WalkProgress
    let time: TimeSource
    let logger: Logger

    func run() async throws {
        await withTaskGroup(of: ChannelID.self) { group in
            var running: Set<ChannelID> = []
            while !Task.isShuttingDownGracefully, !Task.isCancelled {
                await settleOrphans()
                for id in configuration.value.channels.keys where running.insert(id).inserted {
                    group.addTask {
                        await serve(id)
                        return id
                    }
                }
                await cancelWhenGracefulShutdown { await bells.channels.wait() }
            }
            await group.waitForAll()
        }
    }

    /// Serves a channel until it is configured no more.
    private func serve(_ id: ChannelID) async {
        let bell = bells.bell(of: id)
        let name = "deliver \(id)"
        defer { progress.end(name) }
        var failures = 0
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            progress.step(name)
            guard let channel = configuration.value.channels[id] else {
                progress.end(name)
                await cancelWhenGracefulShutdown { await bell.wait() }
                continue
            }
            var pause = WalkPause.heartbeat
            do throws(StorageError) {
                let report = try await walk.run(through: channel) {
                    // Asked before each letter.
                    progress.step(name)
                    return Task.isShuttingDownGracefully
                }
                failures = 0
                progress.ended(name, failure: nil)
                let now = time.now()
                let due = WalkPause.until(try await store.nextDelivery(of: id), now: now)
                pause = max(due, report.resume.map { WalkPause.until($0, now: now) } ?? 0)
            } catch {
                failures += 1
                pause = WalkPause.afterFailure(failures)
                progress.ended(name, failure: error.detail)
                logger.error(
                    "the deliver walk could not go on; it is tried again",
                    metadata: [
                        "channel": "\(id)", "error": "\(error)",
                        "reason": "\(error.reason.rawValue)",
                    ])
            }
            let rest = pause
            await cancelWhenGracefulShutdown {
                await WalkPause.wait(rest, bell: bell, time: time)
            }
        }
    }

    /// Letters of channels that are configured no more can't be sent: say so instead of waiting.
    private func settleOrphans() async {
        do throws(StorageError) {
            let count = try await store.giveUpDeliveries(
                exceptOf: Array(configuration.value.channels.keys),
                error: "the channel is no longer configured", now: time.now())
            if count > 0 {
                logger.warning(
                    "alerts were given up, since their channel is no longer configured",
                    metadata: ["deliveries": "\(count)"])
            }
        } catch {
            logger.error("the outbox could not be read", metadata: ["error": "\(error)"])
        }
    }
}

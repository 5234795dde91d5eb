public import Logging
public import ServiceLifecycle
public import Storage

/// Gives systemd its signs of life, but only while every walk moves and the store answers.
public struct WatchdogService: Service {
    private let interval: Duration
    private let progress: WalkProgress
    private let time: TimeSource
    private let logger: Logger
    private let ping: @Sendable () async throws(StorageError) -> Void
    private let sign: @Sendable () -> Void

    /// A walk that has not moved for so long is stuck.
    ///
    /// Longer than the longest single step: a poll of ten slow pages.
    private let stuckLimit = Duration.seconds(900)

    /// A service that calls `sign` every `interval` while all is well; `ping` asks the store for an
    /// answer.
    public init(
        interval: Duration, progress: WalkProgress, time: TimeSource, logger: Logger,
        ping: @escaping @Sendable () async throws(StorageError) -> Void,
        sign: @escaping @Sendable () -> Void
    ) {
        self.interval = interval
        self.progress = progress
        self.time = time
        self.logger = logger
        self.ping = ping
        self.sign = sign
    }

    /// Gives signs of life until the shutdown; see the type for when it stays silent.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await check()
                try? await time.sleep(interval)
            }
        }
    }

    /// Signs if all is well; says why not otherwise.
    func check() async {
        let stuck = progress.stuck(after: stuckLimit)
        guard stuck.isEmpty else {
            logger.critical(
                "no sign of life is given: a walk is stuck",
                metadata: ["walks": "\(stuck.joined(separator: ","))"])
            return
        }
        do throws(StorageError) {
            try await ping()
            sign()
        } catch  where error.reason == .busy || error.reason == .diskFull {
            // Not ours to mend by a restart.
            sign()
        } catch {
            logger.critical(
                "no sign of life is given: the store does not answer",
                metadata: ["error": "\(error)"])
        }
    }
}

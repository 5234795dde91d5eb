public import FoundationEssentials

/// Keeps polls polite: so many at once in all, so many at once to a host, and a pause between two
/// requests to the same host.
public actor HostGate {
    private struct Waiter {
        var number: Int
        var host: String
        var continuation: CheckedContinuation<Bool, Never>
    }

    private let limit: Int
    private let limitPerHost: Int
    private let spacing: TimeInterval
    private let time: TimeSource
    private var open = 0
    private var openPerHost: [String: Int] = [:]
    private var earliestNext: [String: Date] = [:]
    private var waiting: [Waiter] = []
    private var lastNumber = 0

    /// A gate for `limit` at once, `limitPerHost` of them to one host, `spacing` seconds apart.
    public init(limit: Int, limitPerHost: Int, spacing: TimeInterval, time: TimeSource) {
        self.limit = max(1, limit)
        self.limitPerHost = max(1, limitPerHost)
        self.spacing = max(0, spacing)
        self.time = time
    }

    /// Runs `body` when it is the host's turn; nil if the task is cancelled before that.
    ///
    /// `learned` is the pause in seconds that the host itself asks for; the longer one counts.
    public func pass<Value: Sendable>(
        to host: String, spacing learned: TimeInterval = 0, _ body: @Sendable () async -> Value
    ) async -> Value? {
        guard await enter(host) else { return nil }
        defer { leave(host) }
        let pause = reserve(host, max(spacing, learned))
        if pause > 0 {
            do {
                try await time.sleep(.seconds(pause))
            } catch {
                return nil
            }
        }
        return await body()
    }

    /// Waits for the turn of one more request to `host` by someone who is inside already.
    ///
    /// - Throws: `CancellationError` if the task is cancelled before that.
    public func waitForTurn(of host: String) async throws {
        let pause = reserve(host, spacing)
        if pause > 0 { try await time.sleep(.seconds(pause)) }
    }

    /// How long one more request to `host` would wait for its turn, in seconds, if `ahead` others that
    /// are not at the gate yet went first.
    public func queue(for host: String, ahead: Int) -> TimeInterval {
        let before = ahead + waiting.count { $0.host == host } + (openPerHost[host] ?? 0)
        return spacing * Double(before)
    }

    private func enter(_ host: String) async -> Bool {
        if Task.isCancelled { return false }
        if hasRoom(for: host) {
            take(host)
            return true
        }
        lastNumber += 1
        let number = lastNumber
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                waiting.append(Waiter(number: number, host: host, continuation: continuation))
            }
        } onCancel: {
            Task { await self.abandon(number) }
        }
    }

    private func abandon(_ number: Int) {
        guard let index = waiting.firstIndex(where: { $0.number == number }) else { return }
        waiting.remove(at: index).continuation.resume(returning: false)
    }

    /// How long the caller, who stands at the gate, still has to wait for the host's turn.
    private func reserve(_ host: String, _ spacing: TimeInterval) -> TimeInterval {
        guard spacing > 0 else { return 0 }
        let now = time.now()
        // A clock that was set back must not make anybody wait longer than all that stand before.
        let latest = now.addingTimeInterval(spacing * Double(limitPerHost))
        let start = min(max(now, earliestNext[host] ?? now), latest)
        earliestNext[host] = start.addingTimeInterval(spacing)
        if earliestNext.count > 1024 { earliestNext = earliestNext.filter { $0.value > now } }
        return start.timeIntervalSince(now)
    }

    private func leave(_ host: String) {
        open -= 1
        let left = (openPerHost[host] ?? 1) - 1
        openPerHost[host] = left > 0 ? left : nil
        while let index = waiting.firstIndex(where: { hasRoom(for: $0.host) }) {
            let next = waiting.remove(at: index)
            take(next.host)
            next.continuation.resume(returning: true)
        }
    }

    private func hasRoom(for host: String) -> Bool {
        open < limit && (openPerHost[host] ?? 0) < limitPerHost
    }

    private func take(_ host: String) {
        open += 1
        openPerHost[host, default: 0] += 1
    }
}

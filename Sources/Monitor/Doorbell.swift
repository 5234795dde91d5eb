import Synchronization

/// Wakes a walk before its time.
///
/// A ring carries nothing and may be lost or doubled without harm: what there is to do stands in
/// the store. A ring while nobody waits is kept for the next wait.
public final class Doorbell: Sendable {
    /// Guards whether it has rung, and who waits for it.
    private let state = Mutex(State())

    private struct State {
        var hasRung = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    /// A bell that nobody has rung.
    public init() {}

    /// Wakes the one who waits, now or next.
    public func ring() {
        state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard let waiter = state.waiter else {
                state.hasRung = true
                return nil
            }
            state.waiter = nil
            return waiter
        }?.resume()
    }

    /// Returns at the next ring, or when the task is cancelled.
    ///
    /// One task may wait at a time.
    public func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state -> Bool in
                    if state.hasRung || Task.isCancelled {
                        state.hasRung = false
                        return true
                    }
                    state.waiter = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLock { state -> CheckedContinuation<Void, Never>? in
                defer { state.waiter = nil }
                return state.waiter
            }?.resume()
        }
    }
}

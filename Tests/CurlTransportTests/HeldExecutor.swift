import Foundation

/// An executor for tasks with one thread of its own, which can be made to rest: a pool whose threads
/// others keep busy.
final class HeldExecutor: TaskExecutor, @unchecked Sendable {
    private let condition = NSCondition()
    // Guarded by `condition`.
    private var jobs: [UnownedJob] = []
    private var deadline: Date?
    private var isEnded = false
    private var hasWaitedInVain = false

    init() { Thread { self.work() }.start() }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        condition.withLock {
            jobs.append(job)
            condition.broadcast()
        }
    }

    /// Lets every job wait from now on, for `release` or until the time is up.
    func hold(atMost seconds: TimeInterval) {
        condition.withLock { deadline = Date(timeIntervalSinceNow: seconds) }
    }

    func release() {
        condition.withLock {
            deadline = nil
            condition.broadcast()
        }
    }

    /// Lets the thread go; returns whether `release` always came in time.
    func end() -> Bool {
        condition.withLock {
            isEnded = true
            condition.broadcast()
            return !hasWaitedInVain
        }
    }

    private func work() {
        while let job = next() { job.runSynchronously(on: asUnownedTaskExecutor()) }
    }

    private func next() -> UnownedJob? {
        condition.withLock {
            while true {
                if let deadline {
                    guard !condition.wait(until: deadline) else { continue }
                    self.deadline = nil
                    hasWaitedInVain = true
                } else if !jobs.isEmpty {
                    return jobs.removeFirst()
                } else if isEnded {
                    return nil
                } else {
                    condition.wait()
                }
            }
        }
    }
}

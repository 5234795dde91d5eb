import FoundationEssentials
import Model
import Synchronization

/// When the watches need to be looked at again, so that a walk with nothing new costs nothing.
///
/// It is lost with the process, and then everything is looked at once more: what was told is remembered
/// in the store.
final class WatchMemory: Sendable {
    /// Guards the times before which a watch has nothing to say.
    private let rests = Mutex<[RuleID: Rest]>([:])

    private struct Rest {
        var from: Date
        var until: Date
    }

    /// Whether a watch has to be asked at `now`; a clock that was set back wakes it.
    func isDue(_ rule: RuleID, now: Date) -> Bool {
        rests.withLock { rests in
            guard let rest = rests[rule] else { return true }
            return now < rest.from || now >= rest.until
        }
    }

    /// Lets a watch rest from `now` until `date`.
    func rest(_ rule: RuleID, from now: Date, until date: Date) {
        rests.withLock { $0[rule] = Rest(from: now, until: date) }
    }

    /// Wakes every watch, as after the configuration changed.
    func wakeAll() { rests.withLock { $0 = [:] } }
}

import FoundationEssentials
import Synchronization

/// Says when maintenance is due: at once, and six hours after each time; a lost note of the last
/// time only means one walk too many.
final class MaintenanceCalendar: Sendable {
    /// Guards when maintenance was last due.
    private let last = Mutex<Date?>(nil)
    private let pause: TimeInterval = 6 * 3600

    /// Whether maintenance is due at `now`; if so, it counts as done.
    func isDue(at now: Date) -> Bool {
        last.withLock { last in
            if let time = last, abs(now.timeIntervalSince(time)) < pause { return false }
            last = now
            return true
        }
    }
}

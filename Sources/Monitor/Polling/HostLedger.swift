import Fetching
import FoundationEssentials
import Model
import Storage

/// Remembers what hosts were asked, and how long they want to be left alone.
///
/// What it learns goes to the store with each poll and comes from there at the first start, so that a
/// restart does not make us forget a limit.
actor HostLedger {
    /// Why a host is not asked now.
    struct Refusal: Sendable, Hashable {
        /// When it may be asked again.
        var until: Date
        /// Why, as a sentence for the owner.
        var reason: String
    }

    /// What an answer, or several of one poll, said of the limits of a host.
    struct Answer: Sendable, Hashable {
        /// Requests that were made, those that failed included.
        var requests = 1
        /// Requests that the host allows in its window, and what is left of them.
        var limit: Int?
        var remaining: Int?
        /// Seconds until the window begins anew.
        var resetAfter: TimeInterval?
        /// Seconds that the host asked all of us to wait.
        var wait: TimeInterval?

        /// An answer whose fields and body tell these limits; a quota in the body is one of a day (UTC).
        init(
            _ rateLimit: RateLimit?, requests: Int = 1, quotaRemaining: Int? = nil,
            wait: TimeInterval? = nil
        ) {
            self.requests = requests
            limit = rateLimit?.limit
            remaining = [rateLimit?.remaining, quotaRemaining].compactMap { $0 }.min()
            resetAfter = rateLimit?.resetAfter
            self.wait = wait
        }
    }

    /// What is left of a window before requests are spread over the rest of it.
    private static let sparseShare = 0.1
    /// The longest time that a host is believed, in seconds: two days.
    private static let longestWait: TimeInterval = 2 * 86_400

    private var usages: [String: HostUsage]
    private var budgets: [String: Int]
    private var hasLearned = false

    /// A ledger of what was stored; `budgets` are requests a day by host.
    init(usages: [HostUsage] = [], budgets: [String: Int] = [:]) {
        self.usages = Dictionary(usages.map { ($0.host, $0) }) { $1 }
        self.budgets = budgets
    }

    /// Takes in what the store remembers, the first time that it is called.
    func learn(from store: some SourceStore) async throws(StorageError) {
        guard !hasLearned else { return }
        for usage in try await store.hostUsages() where usages[usage.host] == nil {
            usages[usage.host] = usage
        }
        hasLearned = true
    }

    /// Puts other budgets in force.
    func replace(budgets: [String: Int]) { self.budgets = budgets }

    /// Why `host` is not to be asked at `now`; nil if it may be.
    func refusal(for host: String, now: Date) -> Refusal? {
        guard let usage = usages[host] else { return nil }
        if let until = usage.blockedUntil, until > now {
            return Refusal(until: until, reason: "\(host) asked to be left alone for a while")
        }
        let today = Self.day(now)
        if let budget = budgets[host], usage.day == today, usage.requests >= budget {
            let midnight = Date(timeIntervalSince1970: Double(today.number + 1) * 86_400)
            return Refusal(
                until: midnight,
                reason: "the \(budget) requests a day that \(host) may be asked are used up")
        }
        return nil
    }

    /// Seconds that should lie between two requests to `host`, so that what it still allows lasts
    /// until its window ends; 0 while there is plenty.
    func spacing(for host: String, now: Date) -> TimeInterval {
        guard let usage = usages[host], let limit = usage.limit, let remaining = usage.remaining,
            let reset = usage.resetsAt, reset > now, limit > 0,
            Double(remaining) < Double(limit) * Self.sparseShare
        else { return 0 }
        return min(reset.timeIntervalSince(now) / Double(max(remaining, 1)), Self.longestWait)
    }

    /// Takes in what a poll met; returns what is to be stored: the requests of this poll alone, with
    /// all else as it stands now.
    func record(_ answer: Answer, of host: String, now: Date) -> HostUsage {
        let today = Self.day(now)
        var usage = usages[host] ?? HostUsage(host: host, day: today)
        if usage.day != today {
            usage.day = today
            usage.requests = 0
        }
        usage.requests += answer.requests
        if answer.remaining != nil || answer.limit != nil {
            usage.limit = answer.limit ?? usage.limit
            usage.remaining = answer.remaining
            usage.resetsAt = answer.resetAfter.map { now.addingTimeInterval(Self.believed($0)) }
        }
        var waits = [answer.wait]
        if answer.remaining == 0 { waits.append(answer.resetAfter ?? Self.untilMidnight(now)) }
        if let wait = waits.compactMap({ $0 }).max(), wait > 0 {
            let until = now.addingTimeInterval(Self.believed(wait))
            usage.blockedUntil = max(until, usage.blockedUntil ?? until)
        }
        // A clock that was set back must not block a host for longer than it ever asked.
        let latest = now.addingTimeInterval(Self.longestWait)
        usage.blockedUntil = usage.blockedUntil.map { min($0, latest) }.flatMap {
            $0 > now ? $0 : nil
        }
        usages[host] = usage
        var stored = usage
        stored.requests = answer.requests
        return stored
    }

    private static func believed(_ wait: TimeInterval) -> TimeInterval {
        wait.isFinite ? min(max(wait, 0), longestWait) : longestWait
    }

    private static func untilMidnight(_ now: Date) -> TimeInterval {
        Double(day(now).number + 1) * 86_400 - now.timeIntervalSince1970
    }

    private static func day(_ date: Date) -> CalendarDay { CalendarDay(date, secondsFromGMT: 0) }
}

import FoundationEssentials
import Model
import Notifying
import Scheduling

/// When a channel may be tried, and how it stands after each attempt.
///
/// A channel that failed several times in a row is down: from then on a single letter is tried now and
/// then, and all others wait untried until one is taken. A receiver that wants no more letters (410) is
/// not tried at all until a person asks for it or the channel leads elsewhere.
struct ChannelTurn {
    /// So many failures in a row, of whatever letters, and the channel itself counts as down.
    static let tolerance = 3
    /// How long a channel that is down is left alone at most, in seconds.
    static let longestRest: TimeInterval = 900
    /// The longest that a receiver can ask for, in seconds.
    static let longestWait: TimeInterval = 86_400

    private(set) var state: ChannelState
    private let backoff: DeliveryPolicy

    /// A turn of a channel that stands as `stored` and leads where `addressDigest` says.
    init(_ stored: ChannelState, addressDigest: String, policy: DeliveryPolicy) {
        state = stored
        backoff = policy
        guard stored.addressDigest != addressDigest else { return }
        if !stored.addressDigest.isEmpty {
            state = ChannelState(channel: stored.channel, lastDelivery: stored.lastDelivery)
        }
        state.addressDigest = addressDigest
    }

    /// When it may be tried; `now` where it may be at once, nil where a person has to ask for it.
    func opening(now: Date) -> Date? {
        if state.disabledAt != nil { return nil }
        guard let next = state.nextTry, next > now else { return now }
        // A rest longer than any is one of a clock that was set back since.
        return next.timeIntervalSince(now) > Self.longestWait ? now : next
    }

    /// When a channel that takes `limit` letters an hour may have another one; `times` are those of
    /// the last hour, newest first.
    static func opening(limit: Int?, times: [Date], now: Date) -> Date {
        guard let limit, limit > 0, times.count >= limit else { return now }
        return min(times[limit - 1], now).addingTimeInterval(3600)
    }

    /// Takes note that a letter was taken.
    mutating func succeed(at now: Date) {
        state.failures = 0
        state.failingSince = nil
        state.nextTry = nil
        state.lastError = nil
        state.lastDelivery = now
        state.disabledAt = nil
    }

    /// Takes note that an attempt failed; one that was broken off says nothing of the channel.
    mutating func fail(_ error: DeliveryError, at now: Date, random: Double) {
        guard error.reason != .interrupted else { return }
        state.failures += 1
        state.failingSince = min(state.failingSince ?? now, now)
        state.lastError = error.description
        if error.closesChannel { state.disabledAt = now }
        var rest = error.reason == .rateLimited ? error.retryAfter ?? 0 : 0
        if state.failures >= Self.tolerance {
            let attempt = state.failures - Self.tolerance + 1
            let pause = backoff.backoff.delay(attempt: attempt, random: random)
            rest = max(rest, min(pause, Self.longestRest), error.retryAfter ?? 0)
        }
        state.nextTry = rest > 0 ? now.addingTimeInterval(min(rest, Self.longestWait)) : nil
    }
}

import FoundationEssentials
import Health
import Model

/// States, wordings and entries for the tests.
enum Sample {
    /// Sun, 22 Nov 2026 09:30:00 UTC.
    static let now = Date(timeIntervalSince1970: 1_795_339_800)

    static let wording = HealthWording(
        id: SourceID(trusted: "town"), name: "Town reviews",
        time: { "T\(Int($0.timeIntervalSince(now)))" },
        span: { "\(Int($0)) s" })

    static func vigil(_ policy: WatchPolicy = WatchPolicy()) -> SourceVigil {
        SourceVigil(policy: policy, wording: wording, interval: 900)
    }

    static func state(_ health: SourceHealth = .well) -> SourceState {
        var state = SourceState(
            source: SourceID(trusted: "town"), nextPoll: now, urlDigest: "u")
        state.health = health
        state.healthSince = now - 86_400
        state.lastPoll = now - 900
        state.lastSuccess = now - 900
        state.baselineAt = now - 86_400 * 90
        return state
    }

    static func failure(_ reason: PollFailure.Reason) -> PollFailure {
        PollFailure(reason: reason, detail: "What was said.")
    }

    static func entry(
        _ key: String, text: String? = "A visit to the harbour.", author: String? = nil,
        stars: Double? = nil, date: Date? = nil
    ) -> Entry {
        Entry(
            identity: EntryIdentity(rung: .stableID, key: key), id: key, text: text, author: author,
            published: date, rating: stars.flatMap { Rating(value: $0, min: 1, max: 5) })
    }

    /// So many entries, of which the first `rated` have a rating.
    static func entries(_ count: Int, rated: Int) -> [Entry] {
        (0..<count).map { entry("\($0)", stars: $0 < rated ? 4 : nil) }
    }
}

import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

/// Stores an alert of this kind with a delivery for each channel, and returns its number.
@discardableResult
func tell(
    _ kind: Alert.Kind = .surge, by channels: [ChannelID] = [mail], at time: Date = present,
    notBefore due: Date? = nil, in store: SQLiteStore
) async throws -> AlertID {
    let number = try await store.alerts(since: nil, page: Page(limit: 1)).total
    var alert = DecisionRecord.NewAlert(
        rule: RuleID(trusted: "rule-\(number)"), severity: .warning, brand: nil, mentions: [],
        reason: "more than usual", channels: channels)
    alert.kind = kind
    if let due { alert.notBefore = [mail: due] }
    return try #require(
        try await store.commit(
            DecisionRecord(of: [alert], at: time)
        ).first ?? nil)
}

extension DecisionRecord {
    fileprivate init(of alerts: [NewAlert], at time: Date) {
        self.init(alerts: alerts, notes: [], decided: [], now: time)
    }
}

func claimLetter(
    in store: SQLiteStore, at now: Date = present, _ gathering: Gathering? = Gathering(most: 2),
    lease: Lease = lease
) async throws -> [Delivery] {
    try await store.claimLetter(of: mail, now: now, lease: lease, gathering: gathering)
}

/// A store in which one letter of three deliveries is claimed.
func joinedLetter() async throws -> (SQLiteStore, [Delivery]) {
    let store = try await sampleStore()
    for _ in 0..<3 { try await tell(in: store) }
    let letter = try await claimLetter(in: store)
    try #require(letter.map(\.id) == [1, 2, 3])
    return (store, letter)
}

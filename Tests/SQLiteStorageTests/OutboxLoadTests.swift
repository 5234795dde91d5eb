import FoundationEssentials
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `A hundred thousand deliveries` {
    /// Every step looks at no more than one letter takes; what it costs is the query plans' to say.
    @Test func `become letters of the limit one after the other`() async throws {
        let store = try await sampleStore()
        try await store.write { database in
            try database.execute(
                sql: """
                    WITH RECURSIVE number (n) AS (
                        SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 100000)
                    INSERT INTO alert (id, ruleId, brandId, severity, reason, createdAt)
                    SELECT n, 'complaints', '', 'warning', 'bad', ? FROM number
                    """, arguments: [present.timeIntervalSince1970])
            try database.execute(
                sql: """
                    INSERT INTO delivery
                        (alertId, channelId, messageId, state, nextAttempt, createdAt)
                    SELECT id, 'mail', 'alert-' || id, 'pending', createdAt, createdAt FROM alert
                    """)
        }
        for letter in 0..<3 {
            let deliveries = try await claimLetter(in: store, Gathering(limit: 500))
            let first = Int64(letter * 500 + 1)
            #expect(deliveries.map(\.id) == Array(first..<first + 500))
            try await store.settle(first, as: .delivered, now: present, channel: nil)
        }
        #expect(try await store.pendingDeliveries() == [mail: 98_500])
        #expect(try await store.letterTimes(of: mail, since: present).count == 3)
        #expect(
            try await store.cancelDeliveries(DeliverySelection(channel: mail), now: present)
                == 98_500)
    }
}

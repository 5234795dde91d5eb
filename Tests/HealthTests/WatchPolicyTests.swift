import Testing

@testable import Health

struct `A watch policy` {
    @Test func `waits an hour and allows one false alarm in five years unless told otherwise`() {
        let policy = WatchPolicy()
        #expect(policy.grace == 3600)
        #expect(policy.falseAlarmsPerYear == 0.2)
        #expect(policy.delistedAfter == 3)
    }
}

import Model
import Testing

@testable import Settings

private let channels = """
    channels:
      - {id: m, type: sendmail, from: a@example.org, to: b@example.org}
      - {id: n, type: sendmail, from: a@example.org, to: c@example.org}

    """

struct `The section health` {
    @Test func `tells all channels of failures of an hour unless told otherwise`() throws {
        let health = try settings(channels).health
        #expect(health.grace == 3600)
        #expect(health.falseAlarmsPerYear == 0.2)
        #expect(health.delistedAfter == 3)
        #expect(health.channels.map(\.rawValue) == ["m", "n"])
    }

    @Test func `takes every key`() throws {
        let health = try settings(
            channels + "health: {grace: 30m, false_alarms: 0, delisted_after: 5, channels: [n]}"
        ).health
        #expect(health.grace == 1800)
        #expect(health.falseAlarmsPerYear == 0)
        #expect(health.delistedAfter == 5)
        #expect(health.channels.map(\.rawValue) == ["n"])
    }

    @Test func `tells nobody where it is switched off`() throws {
        let health = try settings(channels + "health: {enabled: false, channels: [n]}").health
        #expect(health.channels.isEmpty)
    }

    @Test(arguments: [
        ("health: {grace: -1h}", "1:17"), ("health: {false_alarms: often}", "1:24"),
        ("health: {false_alarms: 53}", "1:24"), ("health: {delisted_after: -1}", "1:26"),
        ("health: {channels: [x]}", "1:21"), ("health: {channels: }", "1:10"),
        ("health: {gracE: 1h}", "1:10"), ("health: quick", "1:9"),
    ])
    func `tells where it is wrong`(text: String, place: String) throws {
        let problems = try ConfigurationFolder(text).problems()
        #expect(problems.count == 1)
        #expect(problems.first?.contains(":" + place + ": error: ") == true)
    }
}

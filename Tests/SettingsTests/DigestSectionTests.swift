import Alerting
import Model
import Testing

@testable import Settings

private let surroundings = """
    brands: [{id: b}]
    sources: [{id: s, url: "https://s.example/"}]
    channels:
      - {id: m, type: sendmail, from: a@example.org, to: b@example.org}
      - {id: n, type: sendmail, from: a@example.org, to: c@example.org}

    """

struct `A digest` {
    @Test func `is sent on every morning to all channels unless told otherwise`() throws {
        let digests = try settings(surroundings + "digests: [{id: d}]").digests
        #expect(
            digests == [
                DigestPlan(
                    id: RuleID(trusted: "d"),
                    channels: [ChannelID(trusted: "m"), ChannelID(trusted: "n")])
            ])
        #expect(digests[0].rhythm == .daily)
        #expect(digests[0].minute == 480)
        #expect(!digests[0].sendsEmpty)
    }

    @Test func `takes every key`() throws {
        let digest = try settings(
            surroundings
                + """
                digests:
                  - id: d
                    title: The week
                    enabled: false
                    every: weekly
                    at: 17:30
                    on: friday
                    brand: b
                    empty: true
                    channels: [n, n]
                """
        ).digests[0]
        #expect(
            digest
                == DigestPlan(
                    id: RuleID(trusted: "d"), title: "The week", isEnabled: false,
                    rhythm: .weekly(weekday: 5), minute: 1050, brands: [BrandID(trusted: "b")],
                    sendsEmpty: true, channels: [ChannelID(trusted: "n")]))
    }

    @Test(arguments: [
        ("every: weekly", 1), ("every: weekly, on: Sun", 7), ("every: weekly, on: Tuesday", 2),
    ])
    func `of a week comes on Monday unless it names a day`(keys: String, weekday: Int) throws {
        let digest = try settings(surroundings + "digests: [{id: d, \(keys)}]").digests[0]
        #expect(digest.rhythm == .weekly(weekday: weekday))
    }

    @Test(arguments: [("0:00", 0), ("9:05", 545), ("23:59", 1439)])
    func `comes at a time of the day`(text: String, minute: Int) throws {
        let digest = try settings(surroundings + "digests: [{id: d, at: \(text)}]").digests[0]
        #expect(digest.minute == minute)
    }

    @Test func `may stand in a drop-in file`() throws {
        let folder = try ConfigurationFolder(
            surroundings, files: ["repute.d/week.yaml": "digests: [{id: d, every: weekly}]"])
        #expect(try folder.settings().digests.map(\.id.rawValue) == ["d"])
    }

    @Test(arguments: [
        ("{at: 8:00}", "1:11: error: this digest has no `id`, give it a name such as `morning`"),
        (
            "{id: d, at: 24:00}",
            "1:23: error: `at` needs a time such as `08:00` or `17:30`, found `24:00`"
        ),
        (
            "{id: d, at: 8}",
            "1:23: error: `at` needs a time such as `08:00` or `17:30`, found `8`"
        ),
        (
            "{id: d, at: ١٢:٣٠}",
            "1:23: error: `at` needs a time such as `08:00` or `17:30`, found `١٢:٣٠`"
        ),
        (
            "{id: d, every: hourly}",
            "1:26: error: `every` needs one of daily, weekly, found `hourly`"
        ),
        (
            "{id: d, on: monday}",
            "1:19: error: `on` stands here, but the digest is sent every day, add `every: weekly`, or remove `on`"
        ),
        (
            "{id: d, every: weekly, on: mondya}",
            "1:38: error: `on` needs a day of the week such as `monday`, found `mondya`, did you mean `monday`?"
        ),
        (
            "{id: d, weekday: monday}",
            "1:19: error: unknown key `weekday`, known here: id, title, enabled, every, at, on, brand, empty, channels"
        ),
        ("{id: d, brand: x}", "1:26: error: there is no brand `x`, add it to `brands`"),
        ("{id: d, channels: x}", "1:29: error: there is no channel `x`, add it to `channels`"),
        (
            "{id: d, channels: }",
            "1:19: error: `channels` has no value, name channels, or remove it to tell all of them"
        ),
    ])
    func `that is wrong is told so`(digest: String, expected: String) throws {
        let found = try problems("digests: [\(digest)]")
        #expect(found.contains("repute.yaml:" + expected), "\(found)")
    }

    @Test func `without anybody to send it to gets a warning`() throws {
        let found = try problems("digests: [{id: d}]")
        #expect(
            found == [
                "repute.yaml:1:16: warning: there are digests, but no `channels` to send them to, "
                    + "add one to `channels`"
            ])
    }

    @Test func `tells a channel that no rule tells`() throws {
        let text =
            surroundings + "rules: [{id: r, when: {label: negative}, channels: m}]\n"
        #expect(try problems(text + "digests: [{id: d, channels: n}]") == [])
        #expect(try problems(text).count == 1)
    }
}

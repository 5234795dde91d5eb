import Foundation
import Model
import Reporting
import Settings
import Testing

@testable import Commands

/// Tuesday, 14 November 2023, 22:13 UTC.
private let now = Date(timeIntervalSince1970: 1_700_000_000)

private func summary(_ configuration: String) throws -> RuleSummary {
    let path = NSTemporaryDirectory() + "check-" + UUID().uuidString + ".yaml"
    try Data(configuration.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let settings = try SettingsLoader(environment: [:]).load(path: path)
    return RuleSummary(settings: settings, now: now)
}

private let reader = Reader(
    style: .plain, width: nil, time: TimeText(zone: .gmt, now: now))

private let start = """
    brands: [{id: a}, {id: b}, {id: c, competitor: true}]
    sources: [{id: s, url: "https://s.example/"}]
    channels:
      - {id: m, type: sendmail, from: a@example.org, to: b@example.org}
      - {id: n, type: sendmail, from: a@example.org, to: c@example.org}

    """

struct `The check of rules` {
    @Test func `says what each does, in the order of the files`() throws {
        let text = try summary(
            start
                + """
                rules:
                  - {id: storm, type: surge, false_alarms: 2, channels: m}
                  - {id: bad, when: {label: negative}, severity: critical}
                  - {id: old, type: drop, enabled: false}
                digests:
                  - {id: week, every: weekly, on: thursday, at: 09:30, channels: n}
                """
        ).text(for: reader)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines[0] == "rules:")
        #expect(lines[1].hasPrefix("    storm (surge): "))
        #expect(lines[1].hasSuffix("; severity warning; told to m"))
        #expect(
            lines[2]
                == "        at most 2 false alarms a year for each brand, 4 false alarms a year for 2 brands together"
        )
        #expect(lines[3].hasPrefix("    bad: label negative"))
        #expect(lines[3].hasSuffix("; severity critical; told to m, n"))
        #expect(lines[4] == "    old (drop): switched off")
        #expect(lines[5] == "digests:")
        #expect(lines[6].hasPrefix("    week: every Thursday at 09:30"))
        #expect(lines[6].hasSuffix("; told to n; next 2023-11-16 09:30"))
        #expect(lines.count == 7)
    }

    @Test func `counts the brands that a rule names`() throws {
        let text = try summary(
            start + "rules: [{id: slide, type: drop, false_alarms: 1, when: {brand: c}}]"
        ).text(for: reader)
        #expect(text.contains("\n        at most 1 false alarm a year\n"))
    }

    @Test func `hints that the only channel can't tell of itself`() throws {
        let alone = try summary(
            "channels: [{id: m, type: sendmail, from: a@example.org, to: b@example.org}]")
        #expect(
            alone.hints == [
                "m is the only channel: when it can't deliver, nobody can be told of it; add a second "
                    + "one to `channels`"
            ])
        #expect(alone.text(for: reader).contains("\nhint: m is the only channel"))
        #expect(try summary(start).hints == [])
    }

    @Test func `is an object for programs`() throws {
        let text = try summary(
            start
                + "rules: [{id: storm, type: surge, false_alarms: 2}]\ndigests: [{id: d}]"
        ).json(problems: [
            SettingsProblem(file: "x.yaml", line: 3, column: 1, message: "odd", isWarning: true)
        ])
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let problems = try #require(object["problems"] as? [[String: Any]])
        #expect(problems.map { $0["severity"] as? String } == ["warning"])
        let rules = try #require(object["rules"] as? [[String: Any]])
        #expect(rules.map { $0["id"] as? String } == ["negative", "storm"])
        #expect(rules.map { $0["falseAlarmsPerYear"] as? Double } == [nil, 4])
        let digests = try #require(object["digests"] as? [[String: Any]])
        #expect(digests.map { $0["next"] as? String } == ["2023-11-15T08:00:00Z"])
        #expect((object["hints"] as? [String])?.isEmpty == true)
    }
}

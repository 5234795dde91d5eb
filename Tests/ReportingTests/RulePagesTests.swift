import FoundationEssentials
import Model
import Reporting
import Testing

private let complaints = RuleID(trusted: "complaints")

struct `A page on a replay` {
    private var page: ReplayPage {
        var rule = ReplayPage.Rule(id: complaints, type: "mention", alerts: 3, sent: 1)
        rule.held = 4
        let drop = ReplayPage.Rule(id: RuleID(trusted: "falling"), type: "drop", alerts: nil)
        var hours = ReplayPage.Hours()
        let hour = Sample.time.hour(of: Sample.now)
        hours.replayed = [hour: 2, hour - 25: 1]
        hours.sent = [hour: 1]
        return ReplayPage(
            start: Sample.now - 3 * 86_400, end: Sample.now + 3600, mentions: 90, edits: 2,
            rules: [rule, drop], hours: hours, notes: ["falling (drop) is not replayed"])
    }

    private var alert: ReplayPage.Alert {
        ReplayPage.Alert(
            at: Sample.now, rule: complaints, severity: .critical,
            brand: BrandID(trusted: "cafe"), mentions: [7, 9], reason: "bad \u{1B}]0;x\u{7}",
            quietUntil: Sample.now + 3600)
    }

    @Test func `shows what would be sent beside what was, by rule, day and hour`() {
        let text = page.rendered(as: .table, names: Sample.names, for: Sample.plain)
        for part in [
            "90 mentions, 2 edits", "Would send", "complaints", "21 Nov 2026", "22 Nov 2026",
            "most from 12:00 to 13:00 (2)", "note: falling (drop) is not replayed",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        for line in text.split(separator: "\n") { #expect(!line.hasSuffix(" ")) }
    }

    @Test func `lists alerts where they are asked for`() {
        var page = page
        page.alerts = [alert]
        let text = page.rendered(as: .table, names: Sample.names, for: Sample.plain)
        #expect(text.contains("7, 9") && !text.contains("\u{1B}"))
        let lines = page.rendered(as: .jsonl, names: Sample.names, for: Sample.plain)
        #expect(lines.contains(#""mentions":["7","9"]"#) && lines.contains(#""brand":"cafe""#))
        #expect(page.rendered(as: .csv, names: Sample.names, for: Sample.plain).contains("7 9"))
    }

    @Test func `gives programs rules, days and hours`() {
        let json = page.rendered(as: .json, names: Sample.names, for: Sample.plain)
        #expect(json.contains(#"{"day":"2026-11-22","alerts":2,"sent":1}"#))
        #expect(json.contains(#""alerts":null"#) && json.contains(#""hours":[0,0,"#))
    }

    @Test(arguments: [1.0, 60, 200, 900])
    func `fits a screen whatever its length`(days: Double) {
        var page = page
        page.start = page.end - days * 86_400
        let text = page.rendered(as: .table, names: Sample.names, for: Sample.plain)
        #expect(text.split(separator: "\n").count < 50)
    }
}

struct `A page on tests of rules` {
    private let page = RuleTestPage(cases: [
        RuleTestPage.Case(file: "t.yaml", line: 2, name: "praise waits"),
        RuleTestPage.Case(
            file: "t.yaml", line: 9, name: "a hair \u{1B}[2J",
            failures: [
                RuleTestPage.Failure(
                    line: 10, sentence: "bad-review: expected an alert, but nothing came of it",
                    reasons: ["4 of 5 stars; the rule asks for at most 2 stars"])
            ]),
    ])

    @Test func `says what passed and explains what failed`() {
        let text = page.rendered(as: .table, for: Sample.plain)
        #expect(page.failed == 1)
        for part in [
            "✓ praise waits", "✗ a hair", "t.yaml:9", "line 10: bad-review",
            "the rule asks for at most 2 stars", "1 passed, 1 failed",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(!text.contains("\u{1B}"))
        #expect(page.rendered(as: .table, for: Sample.coloured).contains("\u{1B}[31m"))
    }

    @Test func `gives programs one row a test`() {
        let lines = page.rendered(as: .jsonl, for: Sample.plain).split(separator: "\n")
        #expect(lines.count == 2 && lines[1].contains(#""passed":false"#))
    }
}

struct `A page on how rules stand to a mention` {
    private var page: RuleStandingPage {
        RuleStandingPage(
            mention: Sample.mention(),
            standings: [
                RuleStandingPage.Standing(
                    rule: complaints, title: "Complaints", isMatch: true,
                    conditions: [
                        .init(isMet: true, wanted: "label negative", found: "negative")
                    ], severity: "warning: 2 of 5 stars (+1)",
                    decisions: [
                        DecisionLine(
                            rule: complaints, outcome: "alerted", reason: "so it is", alert: 12,
                            decidedAt: Sample.now)
                    ], notes: ["silence 3 covers it until 2026-11-22 14:00"]),
                RuleStandingPage.Standing(
                    rule: RuleID(trusted: "praise"), isEnabled: false, isMatch: false,
                    conditions: [
                        .init(isMet: false, wanted: "at least 5 stars", found: "2 of 5 stars")
                    ]),
            ])
    }

    @Test func `shows conditions, severity, decisions and what holds now`() {
        let text = page.rendered(as: .table, names: Sample.names, for: Sample.plain)
        for part in [
            "#7 Cold soup", "Map reviews", "Complaints (complaints): alerted; matches now",
            "✓  label negative", "severity: warning: 2 of 5 stars (+1)",
            "decided 2026-11-22 12:00: alerted (alert 12): so it is", "silence 3 covers it",
            "praise: nothing decided; does not match now", "✗  at least 5 stars",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test func `gives one row a condition in CSV, and all in JSON`() {
        let csv = page.rendered(as: .csv, names: Sample.names, for: Sample.plain)
        #expect(csv.split(separator: "\r\n").count == 3)
        let json = page.rendered(as: .json, names: Sample.names, for: Sample.plain)
        #expect(json.contains(#""alert":12"#) && json.contains(#""enabled":false"#))
    }
}

struct `A list of rules` {
    @Test func `marks what is off and says when each spoke`() {
        let listing = RuleListing.listing([
            RuleListing.Row(
                id: complaints, type: "mention", isEnabled: false, what: "label negative",
                severity: "weighed", channels: [ChannelID(trusted: "mail")],
                lastSpoke: Sample.now - 7200)
        ])
        let text = listing.rendered(as: .table, for: Sample.plain)
        #expect(text.contains("off: label negative") && text.contains("2 h ago"))
        #expect(listing.rendered(as: .json, for: Sample.plain).contains(#""enabled":false"#))
    }
}

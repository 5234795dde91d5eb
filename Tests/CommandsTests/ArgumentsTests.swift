import ArgumentParser
import FoundationEssentials
import Model
import Testing

@testable import Commands

struct `The command line` {
    @Test(arguments: [
        ["status"], ["mentions", "--brand", "cafe", "--label", "negative", "--label", "neutral"],
        ["mentions", "--stars", "1..2", "--unanswered", "--sort", "worst", "--since", "30d"],
        ["show", "42"], ["explain", "42"], ["explain", "--text", "rude"],
        ["explain", "so rude", "--genre", "review"],
        ["explain", "--text", "42", "--language", "en"],
        ["score", "--genre", "news"], ["try", "a.xml", "--genre", "social"],
        ["lexicon", "eval", "a.tsv", "b.tsv", "--by", "lang", "--mistakes", "5", "--limit", "10"],
        ["lexicon", "lint"], ["lexicon", "lint", "a.tsv"], ["lexicon", "show", "rude", "👍"],
        ["lexicon", "list", "--language", "en", "--origin", "learned", "--part", "negator"],
        ["mentions", "--aspect", "care", "--aspect", "value", "--aspect-label", "negative"],
        ["lexicon", "eval", "--aspects", "a.tsv", "--map", "m.tsv"],
        ["search", "rude", "waiter"],
        ["report", "--since", "7d", "--compare", "none"], ["report", "trust", "--ids"],
        ["report", "response", "--ids", "all", "--compare", "year", "--format", "html"],
        ["try", "a.xml", "-"], ["score", "--explain"],
        ["source", "list", "--format", "csv"], ["source", "show", "a"],
        ["source", "add", "https://a.example/", "--pick", "2", "--yes"],
        ["source", "add", "app-store", "app=1", "country=gb", "--id", "x", "--brand", "b"],
        ["source", "add", "a.example", "--dry-run", "--no-recipe", "--no-fetch", "-y"],
        ["source", "test", "a", "https://a.example/"], ["source", "pause", "a", "b"],
        ["source", "resume", "a"], ["source", "remove", "a", "--delete-mentions", "--yes"],
        ["source", "forget-seen", "a"], ["source", "import", "a.opml", "--dry-run"],
        ["source", "export", "--opml", "--with-secrets"],
        ["import", "a.csv", "--source", "a", "--map", "text=Why?", "--scale", "0-10"],
        ["import", "-", "--source", "a", "--charset", "latin1", "--limit-errors", "3"], ["alerts"],
        ["alerts", "retry", "--channel", "mail"], ["alerts", "retry", "3", "4", "--failed"],
        ["alerts", "list", "--failed", "--rule", "r", "--channel", "mail", "--kind", "surge"],
        ["alerts", "show", "3"], ["alerts", "cancel", "3", "--yes"], ["alerts", "cancel", "--all"],
        ["alerts", "cancel", "--channel", "mail", "-y"], ["alerts", "test", "mail"],
        ["rules"], ["rules", "list", "--format", "json"],
        ["rules", "replay", "--since", "90d", "--rule", "r", "--brand", "b", "--list"],
        ["rules", "replay", "--rules", "n.yaml", "--no-silences", "--limit", "7"],
        ["rules", "test", "a.yaml", "b.yaml"], ["rules", "explain", "42", "--rule", "r"],
        ["silence", "add", "--source", "s", "--for", "2h", "--comment", "x"],
        ["silence", "add", "--everything", "--from", "22:00", "--until", "2026-12-24 07:00"],
        ["silence", "add", "--rule", "r", "--brand", "b", "--mention", "4"],
        ["silence", "list", "--all"], ["silence", "remove", "3", "4"],
        ["recipes"], ["recipes", "show", "trustpilot"], ["recipes", "test", "--write", "own"],
        ["check", "--online", "--config", "x.yaml"], ["version", "--color", "never"],
    ])
    func `takes its commands`(arguments: [String]) throws {
        _ = try ReputeCommand.parseAsRoot(arguments)
    }

    @Test(arguments: [
        ["recipes", "show"], ["show"], ["show", "x"], ["explain"], ["explain", "4", "--text", "x"],
        ["explain", "4", "--genre", "news"],
        ["explain", "x", "--genre", "newz"], ["score", "--genre", "tweet"], ["try"],
        ["lexicon", "eval"], ["lexicon", "eval", "a", "--limit", "0"],
        ["lexicon", "eval", "a", "--mistakes", "-1"],
        ["lexicon", "eval", "a", "--language", "en", "--guess-language"], ["lexicon", "show"],
        ["lexicon", "list"], ["lexicon", "list", "--language", "en", "--part", "verb"],
        ["try", "-", "-"], ["mentions", "--stars", "6"], ["mentions", "--label", "bad"],
        ["mentions", "--aspect", "cares"], ["mentions", "--aspect-label", "bad"],
        ["mentions", "--limit", "0"], ["mentions", "--since", "soon"],
        ["mentions", "--brand", "A b"],
        ["try", "x", "--time-zone", "Nowhere/Land"], ["frobnicate"], ["sources"],
        ["source", "add"], ["source", "add", "x", "--pick", "0"], ["source", "show"],
        ["source", "show", "A b"], ["source", "pause"], ["import", "a.csv"],
        ["import", "a.csv", "--source", "a", "--scale", "5-1"],
        ["import", "a.csv", "--source", "a", "--charset", "klingon"],
        ["import", "a.csv", "--source", "a", "--time-zone", "Nowhere/Land"],
        ["import", "a.csv", "--source", "a", "--limit-errors", "0"],
        ["alerts", "show"], ["alerts", "show", "x"], ["alerts", "cancel"], ["alerts", "test"],
        ["alerts", "cancel", "3", "--all"], ["alerts", "list", "--kind", "surges"],
        ["rules", "replay", "--since", "soon"], ["rules", "replay", "--limit", "0"],
        ["rules", "test"], ["rules", "explain"], ["rules", "explain", "cold soup"],
        ["silence", "add"], ["silence", "add", "--for", "2h"],
        ["silence", "add", "--everything", "--source", "s"],
        ["silence", "add", "--source", "s", "--for", "2h", "--until", "18:00"],
        ["silence", "add", "--source", "s", "--for", "0s"],
        ["silence", "add", "--source", "s", "--for", "soon"],
        ["silence", "add", "--source", "s", "--until", "25:00"],
        ["silence", "add", "--source", "s", "--until", "2026-02-30"],
        ["silence", "remove"], ["silence", "remove", "x"],
    ])
    func `refuses what it can't mean, as a usage error`(arguments: [String]) {
        let error = #expect(throws: (any Error).self) {
            _ = try ReputeCommand.parseAsRoot(arguments)
        }
        #expect(error.map { ReputeCommand.exitCode(for: $0).rawValue } == ExitCodes.usage.rawValue)
    }

    @Test func `explains every command with examples`() throws {
        for page in try GenerateManualCommand.pages() {
            #expect(page.command.abstract?.isEmpty == false, "\(page.fileName)")
            #expect(page.command.discussion?.contains("xample") == true, "\(page.fileName)")
        }
    }
}

struct `A time on the command line` {
    private let now = Date(timeIntervalSince1970: 1_795_348_800)

    @Test(arguments: [
        ("30d", "2026-10-23T12:00:00Z"), ("12h", "2026-11-22T00:00:00Z"),
        ("1w", "2026-11-15T12:00:00Z"), ("2026-11-01", "2026-10-31T23:00:00Z"),
        ("2026-11-01T08:30:00Z", "2026-11-01T08:30:00Z"),
        ("2026-11-01T08:30:00+02:00", "2026-11-01T06:30:00Z"),
    ])
    func `is an age, a day of the owner, or a moment`(text: String, moment: String) throws {
        let instant = try #require(Instant(argument: text))
        let zone = try #require(TimeZone(secondsFromGMT: 3600))
        #expect(instant.date(now: now, zone: zone).rfc3339 == moment)
    }

    @Test(arguments: ["", "d", "-3d", "99999999999d", "2026-02-30", "2026-1-1", "yesterday", "3x"])
    func `is nothing else`(text: String) {
        #expect(Instant(argument: text) == nil)
    }
}

struct `A range of stars` {
    @Test(
        arguments: [
            ("1..2", 1.0, 2.0), ("4..", 4.0, nil), ("..2", nil, 2.0), ("1.5..2.5", 1.5, 2.5),
        ] as [(String, Double?, Double?)])
    func `has one or two ends`(text: String, lowest: Double?, highest: Double?) throws {
        let range = try #require(StarRange(argument: text))
        #expect(range.lowest == lowest)
        #expect(range.highest == highest)
    }

    @Test func `of one number is what is shown as so many stars`() throws {
        let range = try #require(StarRange(argument: "2"))
        #expect((range.lowest ?? 0) == 1.5 && (range.highest ?? 0) < 2.5)
    }

    @Test(arguments: ["..", "", "0", "6", "3..1", "x..2", "1..y"])
    func `refuses what is none`(text: String) {
        #expect(StarRange(argument: text) == nil)
    }
}

import Alerting
import ArgumentParser
import Assembly
import Foundation
import Model
import Reporting
import Settings
import Storage
import Testing

@testable import Commands

@Suite(.timeLimit(.minutes(5)))
struct `A list of rules on the command line` {
    @Test func `has every rule and digest in words, with when each spoke`() async throws {
        let world = try AlertedShop()
        try await world.fill(AlertedShop.threeReviews)
        let workplace = try world.shop.workplace()
        let moments = try await world.shop.withStore { try await $0.lastAlerts() }
        let rows = RulesListCommand.rows(workplace.settings, moments: moments, now: world.shop.now)
        #expect(
            rows.map(\.id.rawValue).prefix(5)
                == ["complaints", "worst", "praise", "burst", "morning"])
        #expect(rows[0].what == "label negative; at most every 1h")
        #expect(
            rows[1].what == "at most 1 star; at most every 10m" && rows[1].severity == "by stars")
        #expect(rows[1].lastSpoke == world.shop.now - 180)
        #expect(!rows[2].isEnabled && rows[2].lastSpoke == nil)
        #expect(rows[3].type == "surge" && rows[3].what.contains("negative mentions"))
        #expect(rows[4].what == "every day at 08:00; not when it is empty")
        #expect(rows[4].next?.rfc3339 == "2026-11-23T07:00:00Z")
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A replay on the command line` {
    private func page(
        _ world: AlertedShop, only: Set<RuleID> = [], list: Int? = nil, brand: BrandID? = nil
    ) async throws -> ReplayPage {
        let workplace = try world.shop.workplace()
        let run = ReplayRun(
            settings: workplace.settings, only: only, brand: brand, heedsSilences: true,
            listLimit: list, reader: workplace.reader)
        try run.check()
        return try await world.shop.withStore { store in
            try await run.page(
                in: store, since: world.shop.now - 86_400, until: world.shop.now,
                progress: { _ in })
        }
    }

    @Test func `stands beside what was sent`() async throws {
        let world = try AlertedShop()
        try await world.fill(AlertedShop.threeReviews)
        let page = try await page(world)
        #expect(page.mentions == 3 && page.edits == 0)
        #expect(page.rules.map(\.id.rawValue) == ["complaints", "worst", "burst", "morning"])
        #expect(page.rules.map(\.alerts) == [1, 1, 0, 0])
        #expect(page.rules.map(\.sent) == [1, 1, 0, 0])
        #expect(page.rules[0].held == 1 && page.rules[1].quiet == 1)
        #expect(page.alerts == nil)
        #expect(page.hours.replayed == page.hours.sent)
        #expect(!page.notes.contains { $0.contains("(digest)") })
    }

    @Test func `leaves out digests, which are of all brands, where one brand is asked for`()
        async throws
    {
        let world = try AlertedShop()
        try await world.fill(AlertedShop.threeReviews)
        let page = try await page(world, brand: BrandID(trusted: "inn"))
        #expect(page.rules.map(\.id.rawValue) == ["complaints", "worst", "burst"])
        #expect(page.notes.contains { $0.contains("morning (digest)") })
    }

    @Test func `says when digests would have gone, with how many mentions, and which were empty`()
        async throws
    {
        let world = try AlertedShop()
        try await world.fill(AlertedShop.threeReviews)
        let workplace = try world.shop.workplace()
        let run = ReplayRun(
            settings: workplace.settings, only: [RuleID(trusted: "morning")], brand: nil,
            heedsSilences: true, listLimit: 9, reader: workplace.reader)
        let page = try await world.shop.withStore { store in
            try await run.page(
                in: store, since: world.shop.now - 86_400, until: world.shop.now + 86_400,
                progress: { _ in })
        }
        #expect(page.rules.map(\.alerts) == [1] && page.rules.map(\.mentions) == [3])
        #expect(page.alerts?.map(\.reason) == ["“morning” is due: 3 new mentions"])
        #expect(page.alerts?.map(\.at.rfc3339) == ["2026-11-23T07:00:00Z"])
        #expect(page.notes == [])
    }

    @Test func `tries a rule that is off where it is named, and lists what it would send`()
        async throws
    {
        let world = try AlertedShop()
        try await world.fill(AlertedShop.threeReviews)
        let page = try await page(world, only: [RuleID(trusted: "praise")], list: 5)
        #expect(page.rules.map(\.alerts) == [1] && page.rules.map(\.sent) == [0])
        #expect(page.alerts?.map(\.mentions) == [[2]])
    }

    @Test func `refuses rules and brands that are not there`() async throws {
        let world = try AlertedShop()
        try await world.fill([])
        await #expect(throws: CommandFailure.self) {
            _ = try await page(world, only: [RuleID(trusted: "x")])
        }
        await #expect(throws: CommandFailure.self) {
            _ = try await page(world, brand: BrandID(trusted: "x"))
        }
        let config = ["--config", world.shop.configuration]
        for words in [["--rules", "/nowhere.yaml"]] {
            await #expect(throws: CommandFailure.self) {
                try await RulesReplayCommand.parse(words + config).run()
            }
        }
    }
}

struct `Tests of rules` {
    private func page(_ tests: String) throws -> RuleTestPage {
        let world = try AlertedShop()
        try world.shop.write("tests.yaml", tests)
        let settings = try world.shop.settings()
        let file = try RuleTestFile.read(
            path: world.shop.path + "/tests.yaml", settings: settings)
        let run = RuleTestRun(
            settings: settings, pipeline: try Assembly(settings: settings).pipeline)
        return RuleTestPage(cases: file.cases.map { run.outcome(of: $0, in: file.file) })
    }

    @Test func `pass where the rules do what is expected`() throws {
        let page = try page(
            """
            tests:
              - name: filth is told by both
                mention: {source: guest-book, stars: 1, text: Filthy and terrible.}
                expect: [{alert: complaints}, {alert: worst, severity: critical}]
              - name: praise is nobody's business
                mention: {source: guest-book, stars: 5, text: Lovely!}
                expect: none
              - name: the second within the hour waits, the third speaks for both
                mentions:
                  - {source: guest-book, stars: 2, text: Awful and rude., expect: {alert: complaints}}
                  - {source: guest-book, stars: 2, text: Awful and dirty., after: 10m, expect: {held: complaints}}
                  - {source: guest-book, stars: 2, text: Awful and cold., after: 2h, expect: {alert: complaints}}
              - name: edited for the worse
                mention: {source: guest-book, stars: 1, text: Terrible., edited_from: {stars: 5, text: Great!}}
                expect: [{alert: complaints}, {alert: worst}]
              - name: a building site
                silences: [{source: guest-book, rule: complaints}]
                mention: {source: guest-book, stars: 2, text: Awful noise.}
                expect: {silenced: complaints}
            """)
        #expect(page.failed == 0, "\(page.cases.filter { !$0.failures.isEmpty })")
        #expect(page.cases.count == 5)
    }

    @Test func `fail with the reason`() throws {
        let page = try page(
            """
            tests:
              - name: two stars are the worst
                mention: {source: guest-book, stars: 2, text: Awful and rude.}
                expect: [{alert: worst}, {alert: complaints, severity: info}]
              - name: nobody is told
                mention: {source: guest-book, stars: 2, text: Awful and rude.}
                expect: none
            """)
        #expect(page.failed == 2)
        let failures = page.cases.flatMap(\.failures)
        #expect(
            failures.map(\.sentence).first
                == "worst: expected an alert, but nothing came of it")
        #expect(failures[0].reasons == ["2 of 5 stars; the rule asks for at most 1 star"])
        #expect(failures[1].sentence.contains("expected an alert (info), but got an alert ("))
        #expect(failures[2].sentence.hasPrefix("complaints: expected nothing, but got an alert"))
    }

    @Test func `can't be run from a file that is none`() async throws {
        let world = try AlertedShop()
        try world.shop.write("tests.yaml", "tests: [{name: x}]")
        let path = world.shop.path + "/tests.yaml"
        for file in [path, "/nowhere.yaml"] {
            let error = await #expect(throws: CommandFailure.self) {
                try await RulesTestCommand.parse([
                    file, "--config", world.shop.configuration,
                ]).run()
            }
            #expect(error?.code == .configuration)
        }
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `Explaining rules on a mention` {
    @Test func `tells conditions, severity, decisions, cool-down, silences and quiet channels`()
        async throws
    {
        let world = try AlertedShop()
        try await world.fill(AlertedShop.threeReviews)
        let workplace = try world.shop.workplace()
        let now = world.shop.now
        let page = try await world.shop.withStore { store in
            _ = try await store.add(
                AlertSilence(
                    id: 0, source: SourceID(trusted: "guest-book"), start: now, end: now + 3600))
            return try await RuleStandings(
                settings: workplace.settings, only: [], time: workplace.reader.time
            ).page(on: 3, store: store)
        }
        #expect(
            page.standings.map(\.rule.rawValue) == ["complaints", "worst", "praise", "burst"])
        #expect(page.standings[3].notes.contains("it counts with all of 1d, not alone"))
        let complaints = page.standings[0]
        #expect(complaints.isMatch && complaints.decisions.map(\.outcome) == ["held"])
        #expect(complaints.notes.contains { $0.hasPrefix("silence 1 covers it until") })
        #expect(complaints.notes.contains { $0.hasPrefix("held until") })
        #expect(complaints.notes.contains { $0.contains("by the cool-down of 1h") })
        #expect(complaints.notes.contains("goes to hook"))
        let worst = page.standings[1]
        #expect(!worst.isMatch && worst.conditions.contains { $0.found == "2 of 5 stars" })
        #expect(!page.standings[2].isEnabled)
    }

    @Test func `refuses mentions and rules that are not there`() async throws {
        let world = try AlertedShop()
        try await world.fill([])
        for words in [["9"], ["1", "--rule", "nothing"]] {
            await #expect(throws: CommandFailure.self) {
                try await RulesExplainCommand.parse(
                    words + ["--config", world.shop.configuration]
                ).run()
            }
        }
    }
}

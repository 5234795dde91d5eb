import Foundation
import Model
import Scheduling
import Testing

@testable import Alerting

private let berlin = TimeZone(identifier: "Europe/Berlin") ?? .gmt
private let boss = ChannelID(trusted: "boss")
private let hour: TimeInterval = 3600
private let day: TimeInterval = 86_400

/// A time of November 2026, or of the months behind it, by a clock in Berlin; the 20th is a Friday.
private func nov(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Date {
    let first = CivilDate(year: 2026, month: 11, day: 1)?.daysSince1970 ?? 0
    return LocalClock(berlin).date(day: first + day - 1, minute: hour * 60 + minute)
}

private func reminders(_ change: (inout ReminderRule) -> Void = { _ in }) -> ReminderRule {
    var rule = ReminderRule(id: RuleID(trusted: "unanswered"), channels: [mail])
    change(&rule)
    return rule
}

private func waits(
    _ id: MentionID, since: Date, made: Int = 0, last: Date? = nil,
    _ change: (inout Mention) -> Void = { _ in }
) -> WaitingMention {
    WaitingMention(
        mention: mention(id, occurredAt: since, change: change), reminders: made,
        lastReminder: last)
}

private func planned(
    _ waiting: [WaitingMention], rule: ReminderRule = reminders(),
    hours: String? = "Mon-Fri 09:00-18:00", silences: [AlertSilence] = [], now: Date
) throws -> ReminderPlan {
    let calendar = BusinessCalendar(
        hours: try hours.map { text throws in try BusinessHours(parsing: text) },
        holidays: [.date(year: 2026, month: 11, day: 24)], timeZone: berlin)
    return ReminderPlanner(brands: brands, calendar: calendar, timeZone: berlin)
        .plan(of: rule, for: waiting, silences: silences, now: now)
}

private struct Change: Sendable {
    var isDue: Bool
    var change: @Sendable (inout Mention) -> Void
}

struct `A first reminder` {
    @Test(arguments: [
        // 8 business hours after Friday, 16:05: two on Friday, six on Monday
        (nov(20, 16, 5), nov(23, 15, 5)),
        // 12:00 on Monday, then Tuesday is a holiday
        (nov(23, 12), nov(25, 11)),
        // 8 hours from 10:00 on are over when it closes: nobody is reminded then
        (nov(20, 10), nov(23, 9)),
        // on a Sunday
        (nov(22, 3), nov(23, 17)),
    ])
    func `comes when the business was open for so long, and is open`(since: Date, due: Date) throws
    {
        let early = try planned([waits(1, since: since)], now: due - 1)
        #expect(early.alerts.isEmpty && early.nextDue == due)
        let now = try planned([waits(1, since: since)], now: due)
        #expect(now.alerts.map(\.mentions) == [[1]])
        #expect(now.reminders == [.init(mention: 1, count: 1)])
    }

    @Test func `counts every hour where the business has no hours`() throws {
        let due = nov(21, 0, 5)
        #expect(
            try planned([waits(1, since: nov(20, 16, 5))], hours: nil, now: due - 1).nextDue == due)
    }

    @Test func `tells of all that is due at once, oldest first, with the reason`() throws {
        let waiting = [
            waits(3, since: nov(20, 17)), waits(1, since: nov(20, 16, 5)),
            waits(2, since: nov(20, 16, 5)), waits(4, since: nov(25, 10)),
        ]
        let plan = try planned(waiting, now: nov(25, 12))
        #expect(plan.alerts.count == 1 && plan.alerts[0].mentions == [1, 2, 3])
        #expect(plan.reminders.map(\.mention) == [1, 2, 3])
        #expect(
            plan.alerts[0].reason
                == "3 reviews have waited longer than 8 business hours for an answer; "
                + "the oldest since Fri 20 Nov, 16:05")
        #expect(plan.alerts[0].channels == [mail] && plan.alerts[0].severity == .warning)
        #expect(plan.alerts[0].brand == cafe && !plan.alerts[0].isEscalation)
        #expect(plan.nextDue == nov(26, 9))
    }

    @Test(
        arguments: [
            (28_800, "Mon-Fri 9-18", "8 business hours"), (3600, "Mon-Fri 9-18", "1 business hour"),
            (3600, nil, "1 hour"), (1800, nil, "30 minutes"),
            (5400, "Mon-Fri 9-18", "90 business minutes"),
            (45, "Mon-Fri 9-18", "45s of business hours"), (3601, nil, "1h1s"),
        ] as [(TimeInterval, String?, String)])
    func `says how long an answer may take`(
        within: TimeInterval, hours: String?, text: String
    ) throws {
        let rule = reminders {
            $0.within = within
            $0.conditions.kinds = []
        }
        let waiting = waits(1, since: nov(20, 9)) { $0.kind = .mention }
        let plan = try planned([waiting], rule: rule, hours: hours, now: nov(23, 12))
        #expect(
            plan.alerts.map(\.reason) == [
                "1 mention has waited longer than \(text) for an answer, since Fri 20 Nov, 09:00"
            ])
    }

    @Test func `names the year where it is not this one`() throws {
        let rule = reminders { $0.patience = 900 * day }
        let plan = try planned([waits(1, since: nov(-400, 9))], rule: rule, now: nov(23, 12))
        #expect(plan.alerts[0].reason.hasSuffix(", since Fri 26 Sep 2025, 09:00"))
    }

    @Test(arguments: [
        Change(isDue: true) { _ in },
        Change(isDue: false) { $0.entry.ownerReply = Entry.OwnerReply(text: "Sorry.") },
        Change(isDue: true) { $0.triage.state = .seen },
        Change(isDue: false) { $0.triage.state = .answeredPublicly },
        Change(isDue: false) { $0.triage.state = .answeredPrivately },
        Change(isDue: false) { $0.triage.state = .resolved },
        Change(isDue: false) { $0.triage.state = .wontAnswer },
        Change(isDue: true) {
            $0.triage.state = .reopened
            $0.entry.ownerReply = Entry.OwnerReply(text: "Sorry.")
        },
        Change(isDue: false) { $0.delistedAt = nov(20, 18) },
        Change(isDue: false) { $0.sentiment.label = .positive },
        Change(isDue: false) { $0.kind = .mention },
        Change(isDue: false) { $0.brands = [.init(brand: rival)] },
    ])
    private func `is of what the rule asks for and nobody has answered`(example: Change) throws {
        let plan = try planned([waits(1, since: nov(20, 9), example.change)], now: nov(23, 12))
        #expect(plan.alerts.isEmpty != example.isDue)
        #expect((plan.nextDue != nil) == example.isDue)
    }

    @Test func `asks conditions on authors and reach too`() throws {
        let rule = reminders {
            $0.conditions.authors = [.complainedBefore]
            $0.conditions.minSites = 2
        }
        var waiting = waits(1, since: nov(20, 9))
        #expect(try planned([waiting], rule: rule, now: nov(23, 12)).alerts.isEmpty)
        waiting.author = AuthorHistory(mentions: 1, negative: 1)
        waiting.siteCount = 2
        #expect(try planned([waiting], rule: rule, now: nov(23, 12)).alerts.count == 1)
    }

    @Test func `is of history only where its time was not over when it was first seen`() throws {
        func baseline(_ id: MentionID, occurredAt: Date) -> WaitingMention {
            waits(id, since: nov(23, 10)) {
                $0.isBaseline = true
                $0.occurredAt = occurredAt
            }
        }
        // 8 business hours before Monday, 10:00: since Friday, 11:00
        let plan = try planned(
            [
                baseline(1, occurredAt: nov(-300, 9)), baseline(2, occurredAt: nov(20, 11)),
                baseline(3, occurredAt: nov(20, 11, 1)),
            ], now: nov(26, 12))
        #expect(plan.alerts.map(\.mentions) == [[3]])
    }

    @Test func `is none where the rule is off, or nothing waits`() throws {
        let off = reminders { $0.isEnabled = false }
        #expect(try planned([waits(1, since: nov(20, 9))], rule: off, now: nov(23, 12)) == .init())
        #expect(try planned([], now: nov(23, 12)) == .init())
    }

    @Test func `is of no single brand where mentions are of several`() throws {
        let other = waits(2, since: nov(20, 9)) { $0.brands = [.init(brand: bakery)] }
        let plan = try planned([waits(1, since: nov(20, 9)), other], now: nov(23, 12))
        #expect(plan.alerts.count == 1 && plan.alerts[0].brand == nil)
    }
}

struct `Further reminders` {
    @Test(arguments: [
        (1, nov(23, 12), nov(25, 9)),  // a day later is a holiday
        (1, nov(25, 12), nov(26, 12)), (2, nov(23, 12), nov(26, 12)),
        (2, nov(25, 12), nov(30, 9)),  // three days later is a Saturday
        (3, nov(23, 12), nov(30, 12)), (9, nov(23, 12), nov(30, 12)),
    ])
    func `slow down by their pauses`(made: Int, last: Date, due: Date) throws {
        let waiting = [waits(1, since: nov(16, 9), made: made, last: last)]
        #expect(try planned(waiting, now: due - 1) == ReminderPlan(nextDue: due))
        let plan = try planned(waiting, now: due)
        #expect(plan.reminders == [.init(mention: 1, count: made + 1)])
    }

    @Test func `are none without pauses, or with pauses that make no sense`() throws {
        for pauses in [[], [0], [-5], [.nan], [.infinity]] as [[TimeInterval]] {
            let rule = reminders { $0.pauses = pauses }
            let plan = try planned(
                [waits(1, since: nov(16, 9), made: 1, last: nov(17, 9))], rule: rule,
                now: nov(27, 12))
            #expect(plan == ReminderPlan())
        }
    }

    @Test func `end with the patience`() throws {
        let rule = reminders { $0.patience = 10 * day }
        // due first on 16 November, 17:00
        let waiting = [waits(1, since: nov(16, 9), made: 3, last: nov(19, 12))]
        let inTime = try planned(waiting, rule: rule, now: nov(26, 17))
        #expect(inTime.alerts.count == 1 && inTime.nextDue == nil)
        #expect(try planned(waiting, rule: rule, now: nov(26, 17) + 1) == ReminderPlan())
        let late = [waits(1, since: nov(16, 9), made: 3, last: nov(20, 12))]
        #expect(try planned(late, rule: rule, now: nov(20, 13)) == ReminderPlan())
    }

    @Test(arguments: [0, -1, TimeInterval.nan])
    func `are none without patience, but the first is made`(patience: TimeInterval) throws {
        let rule = reminders { $0.patience = patience }
        let first = waits(1, since: nov(20, 9))
        #expect(try planned([first], rule: rule, now: nov(20, 17, 30)).alerts.count == 1)
        let second = waits(1, since: nov(20, 9), made: 1, last: nov(20, 17))
        #expect(try planned([second], rule: rule, now: nov(26, 12)).alerts.isEmpty)
    }

    @Test func `come one by one over a quarter, whenever they are asked for`() throws {
        var (made, last, dates) = (0, Date?.none, [Date]())
        var now = nov(20, 9)
        while now < nov(120, 9) {
            let waiting = waits(1, since: nov(20, 9), made: made, last: last)
            if let reminder = try planned([waiting], now: now).reminders.first {
                (made, last) = (reminder.count, now)
                dates.append(now)
            }
            now += 1800
        }
        #expect(dates.prefix(4) == [nov(20, 17), nov(23, 9), nov(26, 9), nov(33, 9)])
        #expect(dates.count == 15)
        #expect(dates.last == nov(110, 9))
    }
}

struct `Reminders and the clock` {
    @Test func `are one after a long standstill`() throws {
        let waiting = [waits(1, since: nov(2, 9), made: 1, last: nov(3, 9))]
        let plan = try planned(waiting, now: nov(30, 12))
        #expect(plan.reminders == [.init(mention: 1, count: 2)])
        #expect(plan.nextDue == nov(33, 12))
    }

    @Test func `are not repeated when it is set back`() throws {
        let waiting = [waits(1, since: nov(16, 9), made: 1, last: nov(20, 12))]
        for minutes in [1.0, 60, 1440] {
            let plan = try planned(waiting, now: nov(20, 12) - minutes * 60)
            #expect(plan.alerts.isEmpty && plan.nextDue == nov(23, 9))
        }
    }

    @Test func `do not wait for a last one that was made in a far future`() throws {
        let waiting = [waits(1, since: nov(16, 9), made: 1, last: nov(500, 12))]
        let early = try planned(waiting, now: nov(17, 16))
        #expect(early.alerts.isEmpty && early.nextDue == nov(17, 17))
        #expect(try planned(waiting, now: nov(17, 17)).alerts.count == 1)
    }

    @Test func `count a mention from now that was seen in the future, or from its own date`() throws
    {
        let soon = waits(1, since: nov(20, 10))
        #expect(try planned([soon], now: nov(20, 9, 30)).nextDue == nov(20, 17, 30))
        let wrong = waits(2, since: nov(500, 10)) { $0.occurredAt = nov(20, 9) }
        #expect(try planned([wrong], now: nov(20, 17)).alerts.count == 1)
    }

    @Test func `take any number`() throws {
        let waiting = [
            waits(1, since: .distantPast), waits(2, since: .distantFuture),
            waits(3, since: nov(20, 9), made: -4), waits(4, since: nov(20, 9), made: .max),
            waits(5, since: nov(20, 9), made: 1, last: .distantFuture),
        ]
        for within in [8 * hour, 0, -1, .nan, .infinity] {
            _ = try planned(waiting, rule: reminders { $0.within = within }, now: nov(23, 12))
        }
    }
}

struct `A second contact` {
    private let rule = reminders { $0.escalation = .init(after: 2, channels: [boss, mail]) }

    @Test func `is told of what was reminded of often enough, in an alert of its own`() throws {
        let waiting = [
            waits(1, since: nov(16, 9), made: 2, last: nov(20, 12)),
            waits(2, since: nov(17, 9), made: 3, last: nov(18, 12)),
            waits(3, since: nov(18, 9), made: 1, last: nov(20, 12)),
        ]
        let plan = try planned(waiting, rule: rule, now: nov(25, 12))
        #expect(plan.alerts.map(\.mentions) == [[1, 2, 3], [1, 2]])
        #expect(plan.alerts.map(\.channels) == [[mail], [boss]])
        #expect(plan.alerts.map(\.isEscalation) == [false, true])
        #expect(
            plan.alerts[1].reason
                == "2 reviews have no answer after 2 reminders or more; the oldest has waited since Mon "
                + "16 Nov, 09:00")
        #expect(plan.reminders.map(\.count) == [3, 4, 2])
    }

    @Test func `is told of one in the singular`() throws {
        let rule = reminders { $0.escalation = .init(after: 0, channels: [boss]) }
        let waiting = [waits(1, since: nov(16, 9), made: 1, last: nov(20, 12))]
        #expect(
            try planned(waiting, rule: rule, now: nov(25, 12)).alerts[1].reason
                == "1 review has no answer after 1 reminder; it has waited since Mon 16 Nov, 09:00")
    }

    @Test func `is none of before, or where it has the same channels`() throws {
        let once = [waits(1, since: nov(16, 9), made: 1, last: nov(20, 12))]
        #expect(try planned(once, rule: rule, now: nov(25, 12)).alerts.count == 1)
        let same = reminders { $0.escalation = .init(after: 1, channels: [mail]) }
        #expect(try planned(once, rule: same, now: nov(25, 12)).alerts.count == 1)
    }
}

struct `A silenced reminder` {
    @Test func `waits for the end of the silence`() throws {
        let quiet = AlertSilence(id: 1, mention: 1, start: nov(20, 9), end: nov(26, 10))
        let waiting = [waits(1, since: nov(20, 9)), waits(2, since: nov(20, 9))]
        let early = try planned(waiting, silences: [quiet], now: nov(25, 12))
        #expect(early.alerts.map(\.mentions) == [[2]] && early.nextDue == nov(26, 10))
        let late = try planned([waiting[0]], silences: [quiet], now: nov(26, 10))
        #expect(late.reminders == [.init(mention: 1, count: 1)])
    }

    @Test func `is of the rule that the silence names`() throws {
        let other = AlertSilence(
            id: 1, rule: RuleID(trusted: "complaints"), start: nov(20, 9), end: nov(26, 10))
        let plan = try planned([waits(1, since: nov(20, 9))], silences: [other], now: nov(25, 12))
        #expect(plan.alerts.count == 1)
    }
}

struct `The deadline of an answer` {
    private func deadline(
        _ rule: ReminderRule = reminders(), since: Date? = nil,
        _ change: (inout Mention) -> Void = { _ in }
    ) throws -> Date? {
        let calendar = BusinessCalendar(
            hours: try BusinessHours(parsing: "Mon-Fri 09:00-18:00"), holidays: [],
            timeZone: berlin)
        var waiting = waits(1, since: nov(20, 16), change)
        waiting.since = since ?? waiting.since
        return ReminderPlanner(brands: brands, calendar: calendar, timeZone: berlin)
            .deadline(of: rule, for: waiting)
    }

    @Test func `is when the business was open for so long since it waits`() throws {
        #expect(try deadline() == nov(23, 15))
        #expect(try deadline(since: nov(24, 9)) == nov(24, 17))
        #expect(try deadline(reminders { $0.within = 2 * hour }) == nov(20, 18))
    }

    @Test func `is none where the rule does not ask for an answer`() throws {
        #expect(try deadline(reminders { $0.isEnabled = false }) == nil)
        #expect(try deadline { $0.sentiment.label = .positive } == nil)
        #expect(try deadline { $0.triage.state = .resolved } == nil)
    }

    @Test func `of history that was late already is by its own date`() throws {
        let old = try deadline {
            $0.isBaseline = true
            $0.occurredAt = nov(3, 9)
            $0.firstSeen = nov(20, 16)
        }
        #expect(old == nov(3, 17))
        let fresh = try deadline(since: nov(20, 16)) {
            $0.isBaseline = true
            $0.occurredAt = nov(20, 14)
            $0.firstSeen = nov(20, 16)
        }
        #expect(fresh == nov(23, 15))
    }
}

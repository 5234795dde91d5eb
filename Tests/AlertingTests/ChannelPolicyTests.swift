import Foundation
import Model
import Scheduling
import Testing

@testable import Alerting

private let berlin = TimeZone(identifier: "Europe/Berlin") ?? .gmt

/// A time of 2026 by a clock in Berlin; of a time that comes twice, the first.
private func local(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> Date {
    LocalClock(berlin).date(
        day: CivilDate(year: 2026, month: month, day: day)?.daysSince1970 ?? 0,
        minute: hour * 60 + minute)
}

private func policy(_ quiet: String?, letsThrough: Alert.Severity? = .critical) throws
    -> ChannelPolicy
{
    ChannelPolicy(
        quietHours: try quiet.map { text throws in try BusinessHours(parsing: text) },
        letsThrough: letsThrough)
}

struct `Quiet hours` {
    @Test(
        arguments: [
            // 20 November 2026 is a Friday
            ("daily 22:00-07:00", local(11, 20, 21, 59), nil),
            ("daily 22:00-07:00", local(11, 20, 22), local(11, 21, 7)),
            ("daily 22:00-07:00", local(11, 21, 3, 30), local(11, 21, 7)),
            ("daily 22:00-07:00", local(11, 21, 6, 59), local(11, 21, 7)),
            ("daily 22:00-07:00", local(11, 21, 7), nil),
            // over the end of the week
            ("daily 22:00-07:00", local(11, 22, 23), local(11, 23, 7)),
            ("Sat,Sun 00:00-24:00", local(11, 21, 0), local(11, 23, 0)),
            ("Sat 12:00-24:00; Sun,Mon 00:00-24:00", local(11, 21, 13), local(11, 24, 0)),
            // the clocks skip 2:00 to 3:00 on 29 March and show it twice on 25 October
            ("daily 22:00-07:00", local(3, 28, 23), local(3, 29, 7)),
            ("daily 22:00-02:30", local(3, 28, 23), local(3, 29, 3)),
            ("daily 22:00-07:00", local(10, 24, 23), local(10, 25, 7)),
            ("daily 22:00-02:30", local(10, 24, 23), local(10, 25, 2, 30)),
            (
                "daily 22:00-02:30", local(10, 25, 2, 10) + 3600,
                local(10, 25, 2, 30) + 3600
            ),
            ("daily 22:00-02:30", local(10, 25, 2, 10) + 3630, local(10, 25, 2, 30) + 3600),
            ("daily 00:00-24:00", local(11, 20, 12), nil),
        ] as [(String, Date, Date?)])
    func `put off to their end`(hours: String, now: Date, end: Date?) throws {
        let date = try policy(hours).notBefore(
            severity: .warning, kind: .mentions, now: now, timeZone: berlin)
        #expect(date == end)
    }

    @Test func `are over when they say`() throws {
        let policy = try policy("Mon-Fri 21:30-06:15; Sat,Sun 20:00-10:00")
        // A step of 37 minutes meets all times of the day, and both changes of the clocks.
        for step in 0..<(365 * 39) {
            let now = local(1, 1, 0) + Double(step) * 2220
            let end = policy.notBefore(
                severity: .info, kind: .surge, now: now, timeZone: berlin)
            guard let end else { continue }
            #expect(end > now && end <= now + 15 * 3600)
            #expect(
                policy.notBefore(severity: .info, kind: .surge, now: end, timeZone: berlin) == nil)
        }
    }

    @Test(
        arguments: [
            (.critical, .critical, true), (.warning, .critical, false), (.warning, .warning, true),
            (.info, .info, true), (.critical, nil, false),
        ] as [(Alert.Severity, Alert.Severity?, Bool)])
    func `let through what is urgent enough`(
        severity: Alert.Severity, least: Alert.Severity?, isThrough: Bool
    ) throws {
        let date = try policy("daily 22:00-07:00", letsThrough: least).notBefore(
            severity: severity, kind: .mentions, now: local(11, 20, 23), timeZone: berlin)
        #expect((date == nil) == isThrough)
    }

    @Test(arguments: Alert.Kind.allCases)
    func `let tests and digests through`(kind: Alert.Kind) throws {
        let date = try policy("daily 22:00-07:00", letsThrough: nil).notBefore(
            severity: .info, kind: kind, now: local(11, 20, 23), timeZone: berlin)
        #expect((date == nil) == (kind == .test || kind == .digest))
    }

    @Test func `are none unless set`() throws {
        let date = try policy(nil).notBefore(
            severity: .info, kind: .mentions, now: local(11, 20, 23), timeZone: berlin)
        #expect(date == nil)
    }

    @Test(arguments: [Date.distantPast, .distantFuture])
    func `take any time`(now: Date) throws {
        let date = try policy("daily 22:00-07:00").notBefore(
            severity: .info, kind: .mentions, now: now, timeZone: berlin)
        #expect(date.map { $0 > now } ?? true)
    }

    @Test(
        arguments: [
            ("Mon-Fri 09:00-18:00", 1, 540, 540), ("Mon-Fri 09:00-18:00", 1, 1079, 1),
            ("Mon-Fri 09:00-18:00", 1, 1080, 0), ("daily 22:00-02:00", 7, 1380, 180),
            ("daily 22:00-02:00", 1, 60, 60), ("daily 00:00-24:00", 4, 0, nil),
            ("Sun 12:00-24:00", 7, 1439, 1), ("Tue-Mon 00:00-24:00; Mon 5-6", 3, 0, nil),
        ] as [(String, Int, Int, Int?)])
    func `know how many minutes they last`(
        hours: String, weekday: Int, minute: Int, rest: Int?
    ) throws {
        let hours = try BusinessHours(parsing: hours)
        #expect(hours.minutesUntilClosed(weekday: weekday, minute: minute) == rest)
    }
}

import Foundation
import Testing

@testable import Notifying

struct `A mail date` {
    @Test(arguments: [
        ("UTC", 0.0, "Thu, 1 Jan 1970 00:00:00 +0000", "Thu 1 Jan 1970, 00:00 (UTC)"),
        (
            "Europe/Berlin", 1_795_339_800, "Sun, 22 Nov 2026 10:30:00 +0100",
            "Sun 22 Nov 2026, 10:30 (UTC+1)"
        ),
        (
            "Europe/Berlin", 1_784_000_000, "Tue, 14 Jul 2026 05:33:20 +0200",
            "Tue 14 Jul 2026, 05:33 (UTC+2)"
        ),
        (
            "America/St_Johns", 1_795_339_800, "Sun, 22 Nov 2026 06:00:00 -0330",
            "Sun 22 Nov 2026, 06:00 (UTC−3:30)"
        ),
        ("UTC", -1.0, "Wed, 31 Dec 1969 23:59:59 +0000", "Wed 31 Dec 1969, 23:59 (UTC)"),
        ("UTC", 1e18, "Fri, 31 Dec 9999 00:00:00 +0000", "Fri 31 Dec 9999, 00:00 (UTC)"),
        ("UTC", -1e18, "Tue, 2 Jan 0001 00:00:00 +0000", "Tue 2 Jan 0001, 00:00 (UTC)"),
    ])
    func `is told on the clock of the zone`(
        zone: String, seconds: Double, header: String, readable: String
    ) throws {
        let date = MailDate(
            Date(timeIntervalSince1970: seconds), in: try Sample.zone(zone), words: .english)
        #expect(date.rfc5322 == header)
        #expect(date.readable == readable)
    }
}

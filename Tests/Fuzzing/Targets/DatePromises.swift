import CurlTransport
import FoundationEssentials
import Model
import Scheduling

@testable import Fetching
@testable import Notifying
@testable import Parsing

/// Dates, times and durations as feeds, servers and owners write them.
enum DatePromises {
    private static let now = Date(timeIntervalSince1970: 1_795_339_800)
    private static let zone = TimeZone(identifier: "Europe/Berlin") ?? .gmt

    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        let text = String(decoding: bytes, as: UTF8.self)
        for zone in [nil, zone] {
            guard let date = FeedDate.parse(text, timeZone: zone) else { continue }
            try checkBounds(date, "a date of a feed")
            try checkWritten(date)
        }
        if let date = HTTPDate.date(text, now: now) { try checkBounds(date, "a date of a server") }
        _ = ResetDate.date(text, now: now)
        if let seconds = RetryAfter.seconds(text, now: now) {
            try promise((0...86_400).contains(seconds), "a wait of \(seconds) s")
        }
        try checkDuration(text)
        _ = try? BusinessHours(parsing: text)
        _ = Holiday(parsing: text)
    }

    /// A moment in the years 1 to 9999.
    static func checkBounds(_ date: Date, _ what: String) throws(BrokenPromise) {
        let seconds = date.timeIntervalSince1970
        try promise(
            (-62_135_596_800..<253_402_300_800).contains(seconds),
            "\(what) is \(seconds) s from 1970")
    }

    /// A date that we write is read as the same second.
    private static func checkWritten(_ date: Date) throws(BrokenPromise) {
        let second = date.timeIntervalSince1970.rounded(.down)
        let read = FeedDate.parse(date.rfc3339, timeZone: nil)
        try promise(
            read?.timeIntervalSince1970 == second, "\(date.rfc3339) is read as another moment")
        // `MailDate` moves the first and the last day of its range inwards.
        guard (-62_135_400_000..<253_402_100_000).contains(second) else { return }
        let mail = MailDate(date, in: .gmt, words: .english).rfc5322
        try promise(
            FeedDate.parse(mail, timeZone: nil)?.timeIntervalSince1970 == second,
            "\(mail) is read as another moment than \(date.rfc3339)")
    }

    private static func checkDuration(_ text: String) throws(BrokenPromise) {
        guard let seconds = DurationText.seconds(text) else { return }
        try promise(seconds.isFinite && seconds >= 0, "“\(text)” is a duration of \(seconds) s")
        let written = DurationText.text(seconds)
        try promise(
            DurationText.seconds(written) == seconds, "\(seconds) s are written as \(written)")
    }
}

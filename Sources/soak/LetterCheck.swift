import Foundation

/// Looks through all letters of the run: nothing told twice, nothing left out, everything at its time.
struct LetterCheck {
    let town: Town
    /// The true date of the beginning.
    let start: Date
    /// The one-star reviews that are to be told.
    let complaints: Set<Substring>
    /// Those that may be told.
    private let doubtful: Set<Substring>
    private var alerts: [TakenAlert] = []
    private(set) var problems: [String] = []
    private let calendar: Calendar

    /// A look at the lines of the journal of letters.
    init(town: Town, start: Date, letters: [Substring], complaints: [Substring]) {
        self.town = town
        self.start = start
        self.complaints = Set(complaints.filter { $0.last != "?" })
        doubtful = Set(complaints.filter { $0.last == "?" }.map { $0.dropLast() })
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Berlin") ?? .gmt
        self.calendar = calendar
        var ids: Set<Substring> = []
        for line in letters {
            if let alert = TakenAlert(line) { alerts.append(alert) }
            guard line.first == "L" else { continue }
            if !ids.insert(line.split(separator: "\t")[1]).inserted {
                report("taken twice: \(line)")
            }
        }
        alerts.sort { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }

    /// How many alerts of each rule were told, each channel counted.
    var told: [String: Int] { Dictionary(alerts.map { ($0.rule, 1) }, uniquingKeysWith: +) }

    /// Everything at once.
    mutating func run() {
        checkRepetition()
        for channel in ["hook", "mail"] { checkComplaints(channel) }
        checkReminders()
        checkDigests("daily", minutes: 480, days: 1)
        checkDigests("night", minutes: 150, days: 1)
        checkDigests("weekly", minutes: 540, days: 7)
        checkNotices()
    }

    private mutating func report(_ problem: String) { problems.append("letters: " + problem) }

    private mutating func checkRepetition() {
        var seen: Set<String> = []
        for alert in alerts where !seen.insert("\(alert.id) \(alert.channel)").inserted {
            report("alert \(alert.id) was told twice by \(alert.channel)")
        }
    }

    private mutating func checkComplaints(_ channel: String) {
        var told: Set<Substring> = []
        for alert in alerts where alert.rule == "complaints" && alert.channel == channel {
            for mention in alert.told where !told.insert(mention.key[...]).inserted {
                report("\(mention.key) was alerted on twice by \(channel)")
            }
        }
        for key in complaints.subtracting(told).sorted().prefix(5) {
            report("\(key) was never told by \(channel)")
        }
        for key in told.subtracting(complaints).subtracting(doubtful).sorted().prefix(5) {
            report("\(key) was told by \(channel), which nobody wanted")
        }
    }

    // MARK: Times

    /// Whether time went wrong between two moments of the wall clock, or shortly before.
    private func isDisturbed(_ from: TimeInterval, _ to: TimeInterval) -> Bool {
        let (from, to) = (from - start.timeIntervalSince1970, to - start.timeIntervalSince1970)
        return town.disturbances.contains {
            $0.start - 2 * 86_400 < to && from < $0.end + 2 * 86_400
        }
    }

    private static let latency: TimeInterval = 2 * Course.step

    /// The minute of the owner's day.
    private func minute(_ time: TimeInterval) -> Int {
        let parts = calendar.dateComponents(
            [.hour, .minute], from: Date(timeIntervalSince1970: time))
        return (parts.hour ?? 0) * 60 + (parts.minute ?? 0)
    }

    private func day(_ time: TimeInterval) -> Int {
        let date = Date(timeIntervalSince1970: time)
        let offset = calendar.timeZone.secondsFromGMT(for: date)
        return Int(((time + Double(offset)) / 86_400).rounded(.down))
    }

    private func text(_ time: TimeInterval) -> String {
        Date(timeIntervalSince1970: time).ISO8601Format()
    }

    /// Reminders of a mention come in the hours of the business, after 1 day, 3 days and then every
    /// week, and never before the business was open for eight hours.
    private mutating func checkReminders() {
        var last: [String: (at: TimeInterval, count: Int)] = [:]
        for alert in alerts where alert.rule == "unanswered" && alert.channel == "mail" {
            let at = alert.createdAt
            let minute = minute(at)
            // What fell due while time went wrong is told as soon as that is noticed.
            let isLate = isDisturbed(at, at)
            if !isLate, !(480...1080 + 60).contains(minute) || day(at) % 7 == 3 {
                report("a reminder was made outside the hours of the business, \(text(at))")
            }
            for mention in alert.told {
                let count = (last[mention.key]?.count ?? 0) + 1
                let pause = [8.0 / 24, 1, 3, 7][min(count - 1, 3)] * 86_400
                let since = last[mention.key]?.at ?? mention.firstSeen
                last[mention.key] = (at, count)
                guard !isDisturbed(since, at) else { continue }
                // The business is closed for four days at most.
                let longest = pause + 4 * 86_400 + Self.latency
                guard at - since < pause - Self.latency || at - since > longest, count > 1 else {
                    continue
                }
                report(
                    "reminder \(count) of \(mention.key) came at \(text(at)), after \(text(since))")
            }
        }
    }

    /// Digests follow each other without a gap, each ends at its minute of the owner's day, and is made
    /// then.
    private mutating func checkDigests(_ rule: String, minutes: Int, days: Int) {
        let channel = rule == "weekly" ? "boss" : "hook"
        let digests = alerts.filter { $0.rule == rule && $0.channel == channel }
        let periods = digests.compactMap(\.period)
        // The first one comes after a whole period, the last day may not be over.
        let least = (town.options.days - 2) / days - 1 - town.disturbances.count * 3
        if periods.count < least { report("\(rule): only \(periods.count) digests") }
        for (earlier, later) in zip(periods, periods.dropFirst()) {
            if earlier.upperBound != later.lowerBound {
                report(
                    "\(rule): a gap from \(text(earlier.upperBound)) to \(text(later.lowerBound))")
            }
        }
        for (digest, period) in zip(digests, periods) {
            let end = period.upperBound
            // On one night a year the clocks go from 2 to 3.
            let isGap = minute(end) == 180 && minute(end - 60) == 119
            if minute(end) != minutes, !isGap { report("\(rule): ended at \(text(end))") }
            guard !isDisturbed(period.lowerBound, digest.createdAt) else { continue }
            if !(0...Self.latency).contains(digest.createdAt - end) {
                report("\(rule): of \(text(end)) was made at \(text(digest.createdAt))")
            }
            if day(end) - day(period.lowerBound) != days {
                report("\(rule): of \(text(period.lowerBound)) to \(text(end))")
            }
        }
    }

    /// A trouble of a source is told once, until it is over.
    private mutating func checkNotices() {
        var open: [Substring: (kind: Substring, at: TimeInterval)] = [:]
        for alert in alerts where alert.channel == "hook" {
            for notice in alert.notices {
                let words = notice.split(separator: " ")
                guard words.count == 2 else { continue }
                switch words[1] {
                case "unreachable", "unreadable", "gone":
                    if let last = open[words[0]], last.kind == words[1],
                        !isDisturbed(last.at, alert.createdAt)
                    {
                        report(
                            "\(notice) was told twice, \(text(last.at)), \(text(alert.createdAt))")
                    }
                    open[words[0]] = (words[1], alert.createdAt)
                case "recovered": open[words[0]] = nil
                default: break
                }
            }
        }
        // Nothing is wrong at the end of the run; what was over during a suspend is not told.
        for (source, last) in open.sorted(by: { $0.key < $1.key })
        where !isDisturbed(last.at, .infinity) {
            report("the trouble of \(source) since \(text(last.at)) was never over")
        }
    }
}

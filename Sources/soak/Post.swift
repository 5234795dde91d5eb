import Foundation
import Model
import Notifying
import Synchronization

/// The channels of the town: each takes letters, or refuses them while it is out of order.
final class Post: Sendable {
    static let channels = ["boss", "hook", "mail"]

    private let town: Town
    private let clock: SimulatedClock
    private let journal: Journal
    private let counts = Mutex((taken: 0, refused: 0))

    /// `journal` takes a line for each letter that was taken, and one for each alert in it.
    init(_ town: Town, clock: SimulatedClock, journal: Journal) {
        self.town = town
        self.clock = clock
        self.journal = journal
    }

    /// How many letters were taken, and how many attempts refused.
    var figures: (taken: Int, refused: Int) { counts.withLock { $0 } }

    /// What stands in place of a channel of the settings.
    func box(_ id: ChannelID) -> any Channel {
        Box(id: id, number: Self.channels.firstIndex(of: id.rawValue) ?? 0, post: self)
    }

    private struct Box: Channel {
        let id: ChannelID
        let number: Int
        let post: Post

        func deliver(_ letter: Letter) async throws(DeliveryError) {
            if post.town.isChannelDown(number, at: post.clock.elapsed) {
                post.counts.withLock { $0.refused += 1 }
                throw DeliveryError(reason: .temporaryFailure, detail: "the mail queue is full")
            }
            post.counts.withLock { $0.taken += 1 }
            post.take(letter)
        }
    }

    private func take(_ letter: Letter) {
        let channel = letter.delivery.channel.rawValue
        let keys = Dictionary(
            letter.mentions.map { ($0.id, TakenAlert.Told($0)) }
        ) { first, _ in first }
        var lines = ["L\t\(letter.delivery.messageID)\t\(channel)"]
        for alert in letter.alerts {
            let told = alert.mentions.compactMap { keys[$0] }
            lines.append(TakenAlert(alert, channel: channel, told: told).line)
        }
        journal.write(lines.joined(separator: "\n"))
    }
}

/// An alert as it was taken by a channel; a line in a journal.
struct TakenAlert {
    /// A mention in it.
    struct Told {
        var key: String
        var firstSeen: TimeInterval

        init(_ mention: Mention) {
            key = mention.entry.id ?? "?"
            firstSeen = mention.firstSeen.timeIntervalSince1970
        }

        fileprivate init?(_ text: Substring) {
            let parts = text.split(separator: "@")
            guard parts.count == 2, let time = TimeInterval(parts[1]) else { return nil }
            key = String(parts[0])
            firstSeen = time
        }
    }

    var id: Int64
    var channel: String
    var rule: String
    var createdAt: TimeInterval
    var period: Range<TimeInterval>?
    var told: [Told]
    /// Such as `s0012 unreachable`.
    var notices: [String]

    init(_ alert: Alert, channel: String, told: [Told]) {
        id = alert.id
        self.channel = channel
        rule = alert.rule.rawValue
        createdAt = alert.createdAt.timeIntervalSince1970
        period = alert.period.map {
            $0.start.timeIntervalSince1970..<$0.end.timeIntervalSince1970
        }
        self.told = told
        notices = alert.notices.map { "\($0.source) \($0.kind.rawValue)" }
    }

    var line: String {
        let mentions = told.map { "\($0.key)@\($0.firstSeen)" }.joined(separator: " ")
        let span = period.map { "\($0.lowerBound) \($0.upperBound)" } ?? ""
        return [
            "A", "\(id)", channel, rule, "\(createdAt)", span, mentions,
            notices.joined(separator: ","),
        ]
        .joined(separator: "\t")
    }

    /// Reads `line`; nil if it is no alert.
    init?(_ line: Substring) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == 8, fields[0] == "A", let id = Int64(fields[1]),
            let createdAt = TimeInterval(fields[4])
        else { return nil }
        self.id = id
        channel = String(fields[2])
        rule = String(fields[3])
        self.createdAt = createdAt
        let span = fields[5].split(separator: " ").compactMap { TimeInterval($0) }
        period = span.count == 2 ? span[0]..<span[1] : nil
        told = fields[6].split(separator: " ").compactMap { Told($0) }
        notices = fields[7].split(separator: ",").map(String.init)
    }
}

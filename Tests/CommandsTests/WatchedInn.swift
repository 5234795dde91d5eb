import ArgumentParser
import Assembly
import Foundation
import Logging
import Model
import Monitor
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Commands

/// An inn whose guest book and press stand on one server, the folder of its owner, and the daemon's
/// walks between them, on a clock that the test moves.
final class WatchedInn: Sendable {
    let site: LoopbackServer
    let shop: SourceShop
    private let mailbox: SendmailStandIn
    private let receiver: LoopbackServer
    private let pages: Pages
    private let clock: HeldClock
    private let daemon = Mutex<Running?>(nil)

    /// What runs once the daemon has started.
    private struct Running {
        var assembly: Assembly
        var store: any Store
        var monitor: Monitor
    }

    init() throws {
        let pages = Pages()
        self.pages = pages
        site = try LoopbackServer.start { pages.reply(to: $0) }
        receiver = try LoopbackServer.start { _ in .status(204) }
        mailbox = try SendmailStandIn()
        shop = try SourceShop(
            """
            business: {name: Harbour Inn, time_zone: Europe/London}
            polling: {interval: 10m, host_spacing: 0s, allow_private_networks: [127.0.0.1]}
            rules:
              - {id: complaints, when: {label: negative}, severity: by_stars}
            channels:
              - id: mail
                type: sendmail
                from: repute@inn.example
                to: [owner@inn.example]
                command: ["\(mailbox.path)", -i, -f, "{sender}", --, "{recipients}"]
              - {id: hook, type: webhook, url: "\(receiver.url("/hook"))"}
            """, private: false)
        clock = HeldClock(shop.now)
    }

    deinit {
        site.stop()
        receiver.stop()
        mailbox.remove()
    }

    var now: Date { clock.now }

    /// Answers requests for `path` in this way from now on; other paths are not there.
    func serve(_ path: String, _ reply: LoopbackReply) { pages.set(path, reply) }

    /// Types `repute source add` with these words.
    func add(_ words: String...) async throws {
        let command = try SourceAddCommand.parse(
            words + ["--yes", "--config", shop.configuration])
        try await command.run()
    }

    /// Starts the daemon, or has it read the configuration anew.
    func reload() async throws {
        let settings = try shop.settings()
        guard var next = daemon.withLock({ $0 }) else {
            let assembly = try Assembly(settings: settings)
            let store = try await assembly.openStore(create: true)
            try await assembly.registerSources(in: store, now: clock.now, allNow: true)
            let monitor = Monitor(
                store: store, configuration: assembly.monitorConfiguration(), owner: "journey",
                time: clock.source, random: { 0 },
                logger: Logger(label: "journey") { _ in SwiftLogNoOpLogHandler() })
            daemon.withLock {
                $0 = Running(assembly: assembly, store: store, monitor: monitor)
            }
            return
        }
        next.assembly = try next.assembly.reassembled(for: settings)
        next.monitor.reload(next.assembly.monitorConfiguration())
        try await next.assembly.registerSources(in: next.store, now: clock.now, allNow: true)
        let changed = next
        daemon.withLock { $0 = changed }
    }

    /// Ends what runs.
    func stop() async throws {
        let daemon = try running()
        await daemon.assembly.shutdown()
        try await daemon.store.close()
    }

    /// Lets the daemon work for so many hours: it walks whenever a source is due.
    func watch(hours: Double) async throws {
        let daemon = try running()
        let end = clock.now.addingTimeInterval(hours * 3600)
        while let due = try await daemon.store.nextDueSource(), due <= end {
            clock.set(max(due, clock.now))
            _ = try await daemon.monitor.once()
        }
        clock.set(end)
    }

    /// Lets days go by, on each of which the daemon looks once, until the source is called quiet.
    func watchUntilQuiet(_ source: SourceID) async throws {
        let daemon = try running()
        for _ in 1...40 {
            clock.set(clock.now.addingTimeInterval(86_400))
            _ = try await daemon.monitor.once()
            if try await state(of: source).health == .quiet { break }
        }
    }

    func state(of source: SourceID) async throws -> SourceState {
        try #require(try await running().store.sourceStates().first { $0.source == source })
    }

    private func running() throws -> Running { try #require(daemon.withLock { $0 }) }

    // MARK: What the owner was told

    /// The subjects of all letters so far, in the order in which they were sent.
    var subjects: [String] { mailbox.letters.map { Self.subject(of: $0.message) } }

    /// What the webhook was sent so far: the type, with the kind of a notice or the reason of an alert.
    func messages() throws -> [String] {
        try receiver.requests.map { request in
            let message = try JSONDecoder().decode(Message.self, from: Data(request.body))
            let kinds = message.data.notices.map(\.kind)
            let about = kinds.isEmpty ? [message.data.alert.reason] : kinds
            return message.type + ": " + about.joined(separator: ", ")
        }
    }

    /// What the last letter on a source says, as the webhook has it; empty for none.
    func lastDetail() throws -> String {
        guard let body = receiver.requests.last?.body else { return "" }
        let message = try JSONDecoder().decode(Message.self, from: Data(body))
        return message.data.notices.map(\.detail).joined(separator: " ")
    }

    private struct Message: Decodable {
        struct Content: Decodable {
            struct Alert: Decodable { var reason: String }
            struct Notice: Decodable { var kind, detail: String }
            var alert: Alert
            var notices: [Notice]
        }
        var type: String
        var data: Content
    }

    /// The subject of a mail, its encoded words (RFC 2047) decoded.
    private static func subject(of mail: String) -> String {
        let lines = mail.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { $0.hasPrefix("Subject: ") }) else { return "" }
        var value = String(lines[start].dropFirst("Subject: ".count))
        for line in lines[(start + 1)...].prefix(while: { $0.hasPrefix(" ") }) { value += line }
        guard value.hasPrefix("=?UTF-8?") else { return value }
        return value.split(separator: " ").map { word in
            let parts = word.split(separator: "?", omittingEmptySubsequences: false)
            guard parts.count == 5 else { return String(word) }
            let text = String(parts[3])
            guard parts[2] == "Q" else {
                return String(decoding: Data(base64Encoded: text) ?? Data(), as: UTF8.self)
            }
            return text.replacing("_", with: " ").replacing("=", with: "%").removingPercentEncoding
                ?? text
        }.joined()
    }
}

/// The replies of a site, by path.
private final class Pages: Sendable {
    private let replies = Mutex<[String: LoopbackReply]>([:])

    func set(_ path: String, _ reply: LoopbackReply) { replies.withLock { $0[path] = reply } }

    func reply(to request: LoopbackRequest) -> LoopbackReply {
        replies.withLock { $0[request.path] } ?? .status(404)
    }
}

/// A clock that stands still until it is set; nobody sleeps by it.
private final class HeldClock: Sendable {
    private let held: Mutex<Date>

    init(_ start: Date) { held = Mutex(start) }

    var now: Date { held.withLock { $0 } }

    func set(_ date: Date) { held.withLock { $0 = date } }

    var source: TimeSource { TimeSource(now: { self.now }, sleep: { _ in }) }
}

/// A guest book as an RSS document, newest first; it lists twenty reviews.
struct GuestBook {
    struct Review {
        var id: String
        var stars: Int
        var text: String
        var date: Date
    }

    var reviews: [Review] = []
    /// What is put in front of every id.
    var prefix = ""

    /// A guest book that got one review every other day before `now`, an old complaint among them.
    init(before now: Date) {
        for number in 0..<20 {
            let text =
                number == 7
                ? "The shower was broken and the staff was rude."
                : "A good stay by the water, says guest \(20 - number)."
            reviews.append(
                Review(
                    id: "g\(20 - number)", stars: number == 7 ? 1 : 4, text: text,
                    date: now.addingTimeInterval(-3600 - Double(number) * 2 * 86_400)))
        }
    }

    mutating func add(_ stars: Int, _ text: String, at date: Date) {
        reviews.insert(
            Review(id: "g\(reviews.count + 1)", stars: stars, text: text, date: date), at: 0)
    }

    var reply: LoopbackReply {
        let items = reviews.prefix(20).map {
            """
            <item><guid isPermaLink="false">\(prefix)\($0.id)</guid><dc:creator>Ada</dc:creator>
            <dc:date>\($0.date.rfc3339)</dc:date><rating>\($0.stars)</rating>
            <description>\($0.text)</description></item>
            """
        }
        return .ok(
            """
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
            <title>Guest book</title>\(items.joined())</channel></rss>
            """)
    }
}

import Assembly
import Foundation
import Logging
import Model
import Monitor
import Notifying
import Settings
import Storage
import Synchronization
import TestSupport

/// A café in Berlin whose guest book and town papers stand on one server, with the daemon's walks over its
/// store and channels that keep their letters, on a clock that the test moves.
final class WatchedCafe: Sendable {
    /// A letter as it was taken, in the words of the test.
    struct Taken: Sendable, Hashable {
        var at: Date
        /// The same on every attempt.
        var messageID: String
        /// Such as `Thu 1 Oct 12:00 mail: complaints g21`.
        var line: String
    }

    let site: LoopbackServer
    let clock: CafeClock
    let post: CafePost
    private let pages: CafePages
    private let folder: URL

    init() throws {
        let pages = CafePages()
        self.pages = pages
        site = try LoopbackServer.start { pages.reply(to: $0) }
        clock = CafeClock()
        post = CafePost(clock: clock)
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("cafe-" + UUID().uuidString)
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("recipes"), withIntermediateDirectories: true)
        try Data(configuration.utf8).write(to: folder.appendingPathComponent("repute.yaml"))
        try Data(CafeBook.recipe.utf8)
            .write(to: folder.appendingPathComponent("recipes/wren-book.yaml"))
    }

    deinit {
        site.stop()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Answers requests for `path` in this way from now on.
    func serve(_ path: String, _ reply: LoopbackReply) { pages.set(path, reply) }

    private var configuration: String {
        """
        business:
          name: Café Wren
          time_zone: Europe/Berlin
          hours: Mon-Sat 08:00-18:00
          holidays: [10-03, 12-25, 12-26]
        storage: {path: \(folder.path)/repute.db}
        polling: {interval: 1h, host_spacing: 0s, allow_private_networks: [127.0.0.1]}
        recipes: [recipes]
        brands:
          - {id: wren, name: Café Wren, query: '"café wren"'}
        sources:
          - {id: book, recipe: wren-book, with: {site: "\(site.url("/book"))"}, brand: wren, interval: 1h}
        \(CafePapers.names.map { paper in
            "  - {id: \(paper), url: \"\(site.url("/" + paper))\", kind: mention, interval: 1d, longest_interval: 1d}"
        }.joined(separator: "\n"))
        rules:
          - {id: complaints, when: {label: negative}, severity: by_stars, cooldown: 1h}
          - {id: praise, when: {label: positive, min_stars: 5}, severity: info, instant: never}
          - id: storm
            type: surge
            when: {label: negative, kind: review}
          - id: unanswered
            type: unanswered
            when: {label: negative, kind: review}
            within: 8h
            escalate: {after: 2, channels: [boss]}
            channels: [mail]
        digests:
          - {id: weekly, every: weekly, on: monday, at: "08:00", channels: [mail]}
        channels:
          - id: mail
            type: sendmail
            from: repute@wren.example
            to: [owner@wren.example]
            quiet_hours: daily 22:00-07:00
          - {id: boss, type: sendmail, from: repute@wren.example, to: [boss@wren.example]}
          - {id: hook, type: webhook, url: "\(site.url("/hook"))"}
        health: {channels: [mail, hook]}
        """
    }

    /// What runs from a start of the daemon to its end.
    struct Running: Sendable {
        var assembly: Assembly
        var store: any Store
        var monitor: Monitor

        /// Ends it in order.
        func stop() async throws {
            await assembly.shutdown()
            try await store.close()
        }
    }

    /// Starts the daemon on the store of the café, whatever its last run left there; `wrap` may stand
    /// between the walks and the store.
    func start(_ wrap: (any Store) -> any Store = { $0 }) async throws -> Running {
        let settings = try SettingsLoader(environment: [:])
            .load(path: folder.appendingPathComponent("repute.yaml").path)
        let assembly = try Assembly(settings: settings)
        let store = try await assembly.openStore(create: true)
        try await store.releaseLeases(heldBy: nil)
        try await assembly.registerSources(in: store, now: clock.now, allNow: false)
        var configuration = assembly.monitorConfiguration()
        configuration.channels = Dictionary(
            uniqueKeysWithValues: configuration.channels.keys.map { ($0, post.box($0)) })
        let monitor = Monitor(
            store: wrap(store), configuration: configuration, owner: "quarter",
            time: clock.source, random: { 0 },
            logger: Logger(label: "quarter") { _ in SwiftLogNoOpLogHandler() })
        return Running(assembly: assembly, store: store, monitor: monitor)
    }
}

/// The papers of the town; each has told of the weather, and tells the story once it is given.
enum CafePapers {
    static let names = ["gazette", "clippings", "radio", "herald", "courier"]

    static func page(_ paper: String, tellsStory: Bool) -> LoopbackReply {
        let story =
            tellsStory
            ? """
            <item><guid isPermaLink="false">\(paper)-2</guid><link>https://\(paper).example/wren</link>
            <title>Inspectors find rats in the kitchen of the Café Wren</title>
            <description>The Café Wren was closed on Friday after inspectors found rats and mould in
            its filthy kitchen. Guests speak of a terrible scandal.</description></item>
            """ : ""
        return .ok(
            """
            <rss version="2.0"><channel><title>\(paper)</title>\(story)
            <item><guid isPermaLink="false">\(paper)-1</guid><title>Storm at the Café Wren</title>
            <description>The \(paper) was there.</description></item></channel></rss>
            """)
    }
}

/// The replies of a site, by path.
private final class CafePages: Sendable {
    private let replies = Mutex<[String: LoopbackReply]>([:])

    func set(_ path: String, _ reply: LoopbackReply) { replies.withLock { $0[path] = reply } }

    func reply(to request: LoopbackRequest) -> LoopbackReply {
        replies.withLock { $0[request.path] } ?? .status(404)
    }
}

/// A clock that stands still until it is set; nobody sleeps by it.
final class CafeClock: Sendable {
    /// Mon, 28 Sep 2026, 09:00 in Berlin.
    static let start = Date(timeIntervalSince1970: 1_790_578_800)

    private let held = Mutex(CafeClock.start)
    private let death = Mutex<(looks: Int, strike: @Sendable () -> Void)?>(nil)

    var now: Date { held.withLock { $0 } }

    func set(_ date: Date) { held.withLock { $0 = date } }

    /// Strikes when the walks have looked at the clock so many times.
    func strike(after looks: Int, _ body: @escaping @Sendable () -> Void) {
        death.withLock { $0 = (looks, body) }
    }

    /// Strikes no more.
    func spare() { death.withLock { $0 = nil } }

    var source: TimeSource {
        TimeSource(
            now: {
                self.look()
                return self.now
            }, sleep: { _ in })
    }

    private func look() {
        let body = death.withLock { death -> (@Sendable () -> Void)? in
            guard let (looks, strike) = death else { return nil }
            death = looks > 0 ? (looks - 1, strike) : nil
            return looks > 0 ? nil : strike
        }
        body?()
    }

    /// A time of the owner's clock, such as `Thu 1 Oct 12:00`.
    static func text(_ date: Date) -> String {
        var style = Date.VerbatimFormatStyle(
            format: """
                \(weekday: .abbreviated) \(day: .defaultDigits) \(month: .abbreviated) \
                \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits)
                """,
            locale: Locale(identifier: "en_GB"), timeZone: zone, calendar: calendar)
        style.locale = Locale(identifier: "en_GB")
        return date.formatted(style)
    }

    static let zone = TimeZone(identifier: "Europe/Berlin") ?? .gmt

    static var calendar: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }

    /// A time of the owner's clock in 2026.
    static func at(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> Date {
        let parts = DateComponents(
            year: 2026, month: month, day: day, hour: hour, minute: minute)
        return calendar.date(from: parts) ?? .distantPast
    }
}

/// The channels of the café: each takes letters, or fails while it is out of order.
final class CafePost: Sendable {
    private struct State {
        var taken: [WatchedCafe.Taken] = []
        var broken: Set<ChannelID> = []
    }

    private let state = Mutex(State())
    private let clock: CafeClock

    init(clock: CafeClock) { self.clock = clock }

    /// What was taken so far, in its order.
    var taken: [WatchedCafe.Taken] { state.withLock { $0.taken } }

    func breakDown(_ channel: ChannelID) { state.withLock { _ = $0.broken.insert(channel) } }

    func mend(_ channel: ChannelID) { state.withLock { _ = $0.broken.remove(channel) } }

    func box(_ channel: ChannelID) -> any Channel { Box(id: channel, post: self) }

    private struct Box: Channel {
        let id: ChannelID
        let post: CafePost

        func deliver(_ letter: Letter) async throws(DeliveryError) {
            if post.state.withLock({ $0.broken.contains(id) }) {
                throw DeliveryError(reason: .temporaryFailure, detail: "the mail queue is full")
            }
            let line = "\(CafeClock.text(post.clock.now)) \(id): \(CafePost.words(letter))"
            let taken = WatchedCafe.Taken(
                at: post.clock.now, messageID: letter.delivery.messageID, line: line)
            post.state.withLock { $0.taken.append(taken) }
        }
    }

    /// What a letter tells, such as `complaints g21 g22 + storm`.
    private static func words(_ letter: Letter) -> String {
        letter.alerts.map { alert in
            // Papers that are due together are read together: which of them is first is not said.
            let keys = alert.mentions.compactMap { id in
                letter.mentions.first { $0.id == id }?.entry.id.map { key in
                    key.hasSuffix("-2") ? "story" : key
                }
            }
            let notices = alert.notices.map { "\($0.source) \($0.kind.rawValue)" }
            let channel = alert.channel.map { ["\($0) \(alert.severity.rawValue)"] } ?? []
            return ([alert.rule.rawValue] + keys + notices + channel).joined(separator: " ")
        }.joined(separator: " + ")
    }
}

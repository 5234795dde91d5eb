import Fetching
import FoundationEssentials
import Model
import SQLiteStorage
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Monitor

/// A loopback server with one feed, a store in memory, and poll walks between them.
final class PollWorld: Sendable {
    let server: LoopbackServer
    let store: any Store
    let time = HeldTime()
    let source: Source
    private let configuration: MonitorConfiguration
    private let reply: ReplyBox

    /// A world whose server answers `reply` at `/feed`, and 404 elsewhere.
    convenience init(_ first: LoopbackReply) async throws {
        try await self.init { $0.path == "/feed" ? first : .status(404) }
    }

    init(
        headers: [Source.Header] = [],
        _ handler: @escaping @Sendable (LoopbackRequest) -> LoopbackReply
    ) async throws {
        let box = ReplyBox(handler)
        reply = box
        server = try LoopbackServer.start { box.handler($0) }
        var source = Sample.source(server.url("/feed"))
        source.headers = headers
        self.source = source
        store = try SQLiteFile.inMemory()
        configuration = try Sample.configuration(source: source)
        try await store.register(
            [
                RegisteredSource(
                    id: source.id, kind: source.kind, urlDigest: FeedFetcher.urlDigest(of: source),
                    readingDigest: "r", isEnabled: true)
            ], now: time.now, firstPoll: { [time] _ in time.now })
    }

    deinit { server.stop() }

    /// Answers differently from now on.
    func answer(_ handler: @escaping @Sendable (LoopbackRequest) -> LoopbackReply) {
        reply.replace(handler)
    }

    /// Answers every request with `reply` from now on.
    func answer(_ reply: LoopbackReply) { answer { _ in reply } }

    /// Walks at the present time.
    func walk(
        settled: @escaping @Sendable (Bool) -> Void = { _ in }
    ) async throws(StorageError) -> PollWalk.Report {
        try await PollWalk(
            store: store, configuration: CurrentConfiguration(configuration), time: time.source,
            owner: "test", random: { 0 }, logger: Sample.logger, settled: settled
        ).run()
    }

    /// Moves the time to the next poll and walks.
    @discardableResult
    func nextWalk() async throws -> PollWalk.Report {
        time.set(try await state().nextPoll)
        return try await walk()
    }

    func state() async throws -> SourceState { try #require(try await store.sourceStates().first) }

    /// The stored mentions, in the order in which they came.
    func mentions() async throws -> [Mention] {
        try await store.mentions(MentionFilter(), page: Page(limit: 500)).rows.sorted {
            $0.id < $1.id
        }
    }

    /// Seconds from now to the next poll.
    func wait() async throws -> Double { try await state().nextPoll.timeIntervalSince(time.now) }
}

private final class ReplyBox: Sendable {
    private let held: Mutex<@Sendable (LoopbackRequest) -> LoopbackReply>

    init(_ handler: @escaping @Sendable (LoopbackRequest) -> LoopbackReply) {
        held = Mutex(handler)
    }

    var handler: @Sendable (LoopbackRequest) -> LoopbackReply { held.withLock { $0 } }

    func replace(_ handler: @escaping @Sendable (LoopbackRequest) -> LoopbackReply) {
        held.withLock { $0 = handler }
    }
}

/// An RSS document of items with these ids, all saying `text`.
func rss(_ ids: [String], text: String = "A visit.", next: String? = nil) -> String {
    let link = next.map { #"<atom:link rel="next" href="\#($0)"/>"# } ?? ""
    let items = ids.map {
        "<item><guid>\($0)</guid><title>Visit \($0)</title><description>\(text)</description></item>"
    }
    return """
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
        <title>Visits</title>\(link)\(items.joined())</channel></rss>
        """
}

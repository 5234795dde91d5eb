import Model
import Storage
import TestSupport
import Testing

@testable import Monitor

@Suite(.timeLimit(.minutes(5)))
struct `A feed of several pages` {
    /// A world that has polled a first page with the entry `known`.
    private func world() async throws -> PollWorld {
        let world = try await PollWorld(.ok(rss(["known"])))
        _ = try await world.walk()
        return world
    }

    @Test func `is read up to the first page with a known entry`() async throws {
        let world = try await world()
        world.answer { request in
            switch request.path {
            case "/feed": .ok(rss(["d", "c"], next: "/2"))
            case "/2": .ok(rss(["b", "known"], next: "/3"))
            default: .ok(rss(["old"]))
            }
        }
        #expect(try await world.nextWalk().new.count == 3)
        #expect(world.server.requests.map(\.path) == ["/feed", "/feed", "/2"])
    }

    @Test func `is read no further than its first page for the baseline`() async throws {
        let world = try await PollWorld { _ in .ok(rss(["a"], next: "/2")) }
        _ = try await world.walk()
        #expect(world.server.requests.map(\.path) == ["/feed"])
    }

    @Test func `is read to no more than ten pages`() async throws {
        let world = try await world()
        world.answer { request in
            let number = Int(request.path.dropFirst()) ?? 1
            return .ok(rss(["n\(number)"], next: "/\(number + 1)"))
        }
        #expect(try await world.nextWalk().new.count == 10)
    }

    @Test func `ends where a link leads to a page that was read`() async throws {
        let world = try await world()
        world.answer { .ok(rss([$0.path], next: $0.path == "/feed" ? "/2" : "/feed")) }
        #expect(try await world.nextWalk().new.count == 2)
        #expect(world.server.requests.map(\.path) == ["/feed", "/feed", "/2"])
    }

    @Test func `is not followed to another host`() async throws {
        let other = try LoopbackServer.start { _ in .ok(rss(["strange"])) }
        defer { other.stop() }
        let world = try await world()
        world.answer(.ok(rss(["new"], next: other.url("/2"))))
        #expect(try await world.nextWalk().new.count == 1)
        #expect(other.requests.isEmpty)
    }

    @Test func `is followed on the host that it moved to`() async throws {
        let host = try LoopbackServer.start { request in
            request.path == "/feed" ? .ok(rss(["b"], next: "/2")) : .ok(rss(["a"]))
        }
        defer { host.stop() }
        let world = try await world()
        world.answer(.redirect(to: host.url("/feed"), status: 301))
        #expect(try await world.nextWalk().new.count == 2)
        #expect(host.requests.map(\.path) == ["/feed", "/2"])
    }

    @Test func `takes the owner's secrets to its own pages only`() async throws {
        let host = try LoopbackServer.start { request in
            request.path == "/feed" ? .ok(rss(["b"], next: "/2")) : .ok(rss(["a"]))
        }
        defer { host.stop() }
        let key = Source.Header(name: "X-Key", value: Secret("copper"))
        let world = try await PollWorld(headers: [key]) { _ in .ok(rss(["known"])) }
        _ = try await world.walk()
        world.answer { $0.path == "/feed" ? .ok(rss(["d"], next: "/2")) : .ok(rss(["c"])) }
        try await world.nextWalk()
        #expect(world.server.requests.map { $0.header("X-Key") } == ["copper", "copper", "copper"])
        world.answer(.redirect(to: host.url("/feed"), status: 301))
        try await world.nextWalk()
        #expect(host.requests.map(\.path) == ["/feed", "/2"])
        #expect(host.requests.allSatisfy { $0.header("X-Key") == nil })
    }

    @Test(arguments: [LoopbackReply.status(404), .ok("<p>Nothing here"), .ok("")])
    func `may promise a page that it does not have`(reply: LoopbackReply) async throws {
        let world = try await world()
        world.answer { $0.path == "/feed" ? .ok(rss(["new"], next: "/2")) : reply }
        let report = try await world.nextWalk()
        #expect(report.new.count == 1)
        #expect(report.failed.isEmpty)
        #expect(world.server.requests.last?.path == "/2")
    }

    @Test(arguments: [LoopbackReply.status(503), .status(429), .close])
    func `is read anew as a whole if a further page fails for now`(reply: LoopbackReply)
        async throws
    {
        let world = try await world()
        let page = rss(["new"], next: "/2")
        world.answer { $0.path == "/feed" ? .ok(page, headers: ["ETag": "\"2\""]) : reply }
        let report = try await world.nextWalk()
        #expect(report.new.isEmpty)
        #expect(report.failed.count == 1)
        #expect(try await world.state().validators.etag == nil)
        world.answer { $0.path == "/feed" ? .ok(page) : .ok(rss(["older", "known"])) }
        #expect(try await world.nextWalk().new.count == 2)
    }
}

import CurlTransport
import FoundationEssentials
import Model
import TestSupport
import Testing

@testable import Fetching

@Suite(.timeLimit(.minutes(5)))
struct `A source that moved` {
    @Test(arguments: [(301, true), (308, true), (302, false), (303, false), (307, false)])
    func `is remembered if the move is for good`(status: Int, isRemembered: Bool) async throws {
        let server = try LoopbackServer.start {
            $0.path == "/old" ? .redirect(to: "/new", status: status) : .ok("x")
        }
        defer { server.stop() }
        let source = sampleSource(server.url("/old"))
        let body = try await loopbackFetcher().fetch(source, state: freshState(of: source)).body
        #expect(body?.movedTo?.reveal() == (isRemembered ? server.url("/new") : nil))
        #expect(body?.finalURL == server.url("/new"))
    }

    @Test func `is asked at its new address, which stays known`() async throws {
        let server = try LoopbackServer.start { _ in .ok("x") }
        defer { server.stop() }
        let source = sampleSource(server.url("/old"))
        var state = freshState(of: source)
        state.movedTo = Secret(server.url("/new"))
        let body = try await loopbackFetcher().fetch(source, state: state).body
        #expect(server.requests.map(\.path) == ["/new"])
        #expect(body?.movedTo == state.movedTo)
    }

    @Test func `keeps its new address on a 304`() async throws {
        let server = try LoopbackServer.start { _ in .status(304) }
        defer { server.stop() }
        let source = sampleSource(server.url("/old"))
        var state = freshState(of: source)
        state.validators.etag = "\"1\""
        state.movedTo = Secret(server.url("/new"))
        let notes = try await loopbackFetcher().fetch(source, state: state).notes
        #expect(notes?.movedTo == state.movedTo)
    }

    @Test func `is asked at the configured address if the new one is no good`() async throws {
        let server = try LoopbackServer.start { $0.path == "/old" ? .ok("x") : .status(404) }
        defer { server.stop() }
        let source = sampleSource(server.url("/old"))
        var state = freshState(of: source)
        state.movedTo = Secret(server.url("/new"))
        state.validators.etag = "\"of the new\""
        let body = try await loopbackFetcher().fetch(source, state: state).body
        #expect(server.requests.map(\.path) == ["/new", "/old"])
        #expect(server.requests.last?.header("If-None-Match") == nil)
        #expect(body != nil)
        #expect(body?.movedTo == nil)
    }

    @Test func `takes no secret field to its new host`() async throws {
        let other = try LoopbackServer.start { _ in .ok("x") }
        let target = other.url("/")
        let server = try LoopbackServer.start { _ in .redirect(to: target, status: 301) }
        defer {
            other.stop()
            server.stop()
        }
        let source = sampleSource(
            server.url("/"), headers: [.init(name: "X-Api-Key", value: Secret("hush"))])
        let body = try await loopbackFetcher().fetch(source, state: freshState(of: source)).body
        #expect(body != nil)
        #expect(server.requests.first?.header("X-Api-Key") == "hush")
        #expect(other.requests.first?.header("X-Api-Key") == nil)
    }

    @Test func `doesn't get the secret fields at a remembered host that is not the configured one`()
        async throws
    {
        let other = try LoopbackServer.start { _ in .ok("x") }
        defer { other.stop() }
        let source = sampleSource(
            "http://127.0.0.1:1/", headers: [.init(name: "X-Api-Key", value: Secret("hush"))])
        var state = freshState(of: source)
        state.movedTo = Secret(other.url("/"))
        let body = try await loopbackFetcher().fetch(source, state: state).body
        #expect(body != nil)
        #expect(other.requests.first?.header("X-Api-Key") == nil)
        #expect(other.requests.first?.header("Accept") != nil)
    }

    @Test func `is not remembered without TLS once it had TLS`() {
        let response = TransportResponse(
            status: 200, body: [0x61], url: "http://h.example/",
            redirects: [.init(status: 301, target: "http://h.example/")])
        let reading = ResponseReading(
            memory: FetchMemory(), requestedURL: "https://h.example/", now: .distantPast)
        #expect(reading.outcome(of: response).body?.movedTo == nil)
    }

    @Test func `shows no user and password in its final address`() {
        let response = TransportResponse(
            status: 200, body: [0x61], url: "https://user:p@ss@h.example/a@b")
        let reading = ResponseReading(
            memory: FetchMemory(), requestedURL: "https://h.example/", now: .distantPast)
        #expect(reading.outcome(of: response).body?.finalURL == "https://h.example/a@b")
    }
}

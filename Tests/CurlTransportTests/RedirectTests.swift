import CurlTransport
import HTTPTypes
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `A redirect` {
    @Test(arguments: [301, 302, 303, 307, 308])
    func `is followed and recorded`(status: Int) async throws {
        let server = try LoopbackServer.start {
            $0.path == "/a" ? .redirect(to: "b?x=1", status: status) : .ok("there")
        }
        defer { server.stop() }
        let response = try await loopbackTransport().send(
            TransportRequest(url: server.url("/a"), maxRedirects: 1))
        #expect(String(decoding: response.body, as: UTF8.self) == "there")
        #expect(response.url == server.url("/b?x=1"))
        #expect(response.redirects == [.init(status: status, target: server.url("/b?x=1"))])
    }

    @Test func `is followed while no thread of the pool is free`() async throws {
        let pool = HeldExecutor()
        let server = try LoopbackServer.start { request in
            switch request.path {
            case "/a":
                pool.hold(atMost: 20)
                return .redirect(to: "/b")
            case "/b": return .redirect(to: "/c", status: 308)
            default:
                pool.release()
                return .ok("there")
            }
        }
        defer { server.stop() }
        let body = try await withTaskExecutorPreference(pool) {
            try await loopbackTransport().send(
                TransportRequest(url: server.url("/a"), maxRedirects: 2)
            ).body
        }
        #expect(String(decoding: body, as: UTF8.self) == "there")
        #expect(pool.end(), "the hops waited for the pool")
    }

    @Test func `is the response where none may be followed`() async throws {
        let server = try LoopbackServer.start { _ in .redirect(to: "/b") }
        defer { server.stop() }
        let response = try await loopbackTransport().send(TransportRequest(url: server.url("/a")))
        #expect(response.status == 302)
        #expect(server.requests.count == 1)
    }

    @Test func `without a target is the response`() async throws {
        let server = try LoopbackServer.start { _ in .status(302) }
        defer { server.stop() }
        let response = try await loopbackTransport().send(
            TransportRequest(url: server.url("/a"), maxRedirects: 5))
        #expect(response.status == 302)
    }

    @Test(
        arguments: [
            ([301, 308], "/2"), ([301, 302], nil), ([302, 301], nil), ([307], nil), ([], nil),
            ([308, 301, 303, 301], nil), ([308, 308, 301, 301], "/4"),
        ] as [([Int], String?)])
    func `is permanent if every one on the way is`(statuses: [Int], expected: String?) async throws
    {
        let server = try LoopbackServer.start { request in
            let index = Int(request.path.dropFirst()) ?? 0
            return index < statuses.count
                ? .redirect(to: "/\(index + 1)", status: statuses[index]) : .ok("end")
        }
        defer { server.stop() }
        let response = try await loopbackTransport().send(
            TransportRequest(url: server.url("/0"), maxRedirects: 5))
        #expect(response.permanentURL == expected.map { server.url($0) })
    }

    @Test(arguments: [
        (301, HTTPRequest.Method.post, "GET"), (302, .post, "GET"), (303, .post, "GET"),
        (303, .put, "GET"), (307, .post, "POST"), (308, .post, "POST"), (302, .put, "PUT"),
        (303, .head, "HEAD"),
    ])
    func `keeps the method as RFC 9110 says`(
        status: Int, method: HTTPRequest.Method, expected: String
    ) async throws {
        let server = try LoopbackServer.start {
            $0.path == "/a" ? .redirect(to: "/b", status: status) : .status(204)
        }
        defer { server.stop() }
        _ = try await loopbackTransport().send(
            TransportRequest(
                method: method, url: server.url("/a"), body: method == .head ? [] : [0x61],
                maxRedirects: 1))
        let second = try #require(server.requests.last)
        #expect(second.method == expected)
        #expect(second.body == (expected == "POST" || expected == "PUT" ? [0x61] : []))
    }

    private func headersAfterRedirect(toOtherHost: Bool) async throws -> LoopbackRequest {
        let other = try LoopbackServer.start { _ in .ok("") }
        let otherURL = other.url("/b")
        let server = try LoopbackServer.start {
            $0.path == "/a" ? .redirect(to: toOtherHost ? otherURL : "/b") : .ok("")
        }
        defer {
            other.stop()
            server.stop()
        }
        let apiKey = try #require(HTTPField.Name("X-Api-Key"))
        let address = server.url("/a").replacing("http://", with: "http://user:pass@")
        _ = try await loopbackTransport().send(
            TransportRequest(
                url: address,
                headers: [
                    apiKey: "hush", .cookie: "a=b", .accept: "text/xml", .ifNoneMatch: "\"1\"",
                ], maxRedirects: 1))
        return try #require((toOtherHost ? other : server).requests.last)
    }

    @Test func `to another origin takes no secret along`() async throws {
        let request = try await headersAfterRedirect(toOtherHost: true)
        #expect(request.header("X-Api-Key") == nil)
        #expect(request.header("Cookie") == nil)
        #expect(request.header("Authorization") == nil)
        #expect(request.header("Accept") == "text/xml")
        #expect(request.header("If-None-Match") == "\"1\"")
    }

    @Test func `to the same origin keeps every field`() async throws {
        let request = try await headersAfterRedirect(toOtherHost: false)
        #expect(request.header("X-Api-Key") == "hush")
        #expect(request.header("Authorization") == "Basic dXNlcjpwYXNz")
    }

    @Test func `there and back does not get the secret back`() async throws {
        let back = Mutex("")
        let other = try LoopbackServer.start { _ in .redirect(to: back.withLock(\.self)) }
        let otherURL = other.url("/")
        let server = try LoopbackServer.start {
            $0.path == "/a" ? .redirect(to: otherURL) : .ok("")
        }
        defer {
            other.stop()
            server.stop()
        }
        back.withLock { $0 = server.url("/b") }
        let apiKey = try #require(HTTPField.Name("X-Api-Key"))
        _ = try await loopbackTransport().send(
            TransportRequest(url: server.url("/a"), headers: [apiKey: "hush"], maxRedirects: 2))
        #expect(server.requests.map { $0.header("X-Api-Key") } == ["hush", nil])
    }
}

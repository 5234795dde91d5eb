import CurlTransport
import Glibc
import HTTPTypes
import TestSupport
import Testing

/// A transport that may reach the tests' own servers.
func loopbackTransport() throws -> CurlTransport {
    let loopback = try #require(AllowedNetwork("127.0.0.0/8"))
    return CurlTransport(
        settings: TransportSettings(
            userAgent: "Repute tests", allowPrivateNetworks: [loopback]))
}

extension TransferLimits {
    /// For exchanges that end when the test wants it, however long that has to wait for its turn.
    static let patient = TransferLimits(
        connectTimeout: .seconds(600), totalTimeout: .seconds(600), lowSpeedLimit: 0)
}

@Suite(.timeLimit(.minutes(5)))
struct `An exchange` {
    @Test func `brings status, fields and body`() async throws {
        let server = try LoopbackServer.start { _ in
            .status(418, headers: ["ETag": "W/\"a b\"", "X-Empty": ""], body: Array("tea".utf8))
        }
        defer { server.stop() }
        let response = try await loopbackTransport().send(
            TransportRequest(url: server.url("/pot?x=1")))
        #expect(response.status == 418)
        #expect(response.headers[.eTag] == "W/\"a b\"")
        #expect(String(decoding: response.body, as: UTF8.self) == "tea")
        #expect(response.url == server.url("/pot?x=1"))
        #expect(response.redirects.isEmpty)
    }

    @Test func `sends method, fields, body and an honest user agent`() async throws {
        let server = try LoopbackServer.start { _ in .ok("") }
        defer { server.stop() }
        let name = try #require(HTTPField.Name("X-Empty"))
        let body = [UInt8](repeating: 0x61, count: 100_000)
        _ = try await loopbackTransport().send(
            TransportRequest(
                method: .post, url: server.url("/hook"),
                headers: [.contentType: "application/json", name: ""], body: body))
        let request = try #require(server.requests.first)
        #expect(request.method == "POST")
        #expect(request.header("Content-Type") == "application/json")
        #expect(request.header("X-Empty") == "")
        #expect(request.header("User-Agent") == "Repute tests")
        #expect(request.header("Expect") == nil)
        #expect(request.header("Accept-Encoding")?.contains("gzip") == true)
        #expect(request.header("Cookie") == nil)
        #expect(request.body == body)
    }

    @Test func `sends neither a body nor a length with GET`() async throws {
        let server = try LoopbackServer.start { _ in .ok("") }
        defer { server.stop() }
        _ = try await loopbackTransport().send(TransportRequest(url: server.url("/")))
        #expect(server.requests.first?.header("Content-Length") == nil)
    }

    @Test func `of DELETE or PUT keeps its method`() async throws {
        let server = try LoopbackServer.start { _ in .ok("") }
        defer { server.stop() }
        let transport = try loopbackTransport()
        _ = try await transport.send(TransportRequest(method: .delete, url: server.url("/")))
        _ = try await transport.send(
            TransportRequest(method: .put, url: server.url("/"), body: [1, 2]))
        #expect(server.requests.map(\.method) == ["DELETE", "PUT"])
        #expect(server.requests.map(\.body) == [[], [1, 2]])
    }

    @Test func `can't be made to send a second field by CR LF in a value`() async throws {
        let server = try LoopbackServer.start { _ in .ok("") }
        defer { server.stop() }
        _ = try await loopbackTransport().send(
            TransportRequest(
                url: server.url("/"), headers: [.acceptLanguage: "en\r\nX-Injected: 1"]))
        #expect(server.requests.first?.header("X-Injected") == nil)
    }

    @Test func `reads chunked coding`() async throws {
        let server = try LoopbackServer.start { _ in .chunked(["<rss", "/>"]) }
        defer { server.stop() }
        let response = try await loopbackTransport().send(TransportRequest(url: server.url("/")))
        #expect(String(decoding: response.body, as: UTF8.self) == "<rss/>")
    }

    @Test func `forgets the fields of an interim response`() async throws {
        let server = try LoopbackServer.start { _ in
            .raw(
                "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                    + "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 2\r\n\r\nok")
        }
        defer { server.stop() }
        let response = try await loopbackTransport().send(TransportRequest(url: server.url("/")))
        #expect(response.status == 200)
        #expect(response.headers.map(\.name.canonicalName) == ["etag", "content-length"])
    }

    @Test func `keeps connections for the next one`() async throws {
        let server = try LoopbackServer.start { _ in .ok("x") }
        defer { server.stop() }
        let transport = try loopbackTransport()
        for _ in 0..<3 { _ = try await transport.send(TransportRequest(url: server.url("/"))) }
        #expect(server.requests.count == 3)
        #expect(server.connectionCount == 1)
    }

    @Test func `ignores a proxy of the environment`() async throws {
        setenv("http_proxy", "http://127.0.0.1:1", 1)
        defer { unsetenv("http_proxy") }
        let server = try LoopbackServer.start { _ in .ok("direct") }
        defer { server.stop() }
        let response = try await loopbackTransport().send(TransportRequest(url: server.url("/")))
        #expect(String(decoding: response.body, as: UTF8.self) == "direct")
    }

    @Test func `goes through a proxy that is configured`() async throws {
        let proxy = try LoopbackServer.start { _ in .ok("by proxy") }
        defer { proxy.stop() }
        let transport = CurlTransport(settings: TransportSettings(proxy: proxy.url("")))
        let response = try await transport.send(TransportRequest(url: "http://feeds.invalid/a"))
        #expect(String(decoding: response.body, as: UTF8.self) == "by proxy")
        #expect(proxy.requests.first?.path == "http://feeds.invalid/a")
    }

    @Test func `of one host takes no more connections than allowed`() async throws {
        let gate = LoopbackGate()
        let server = try LoopbackServer.start { _ in .ok("x").after(gate) }
        defer { server.stop() }
        let loopback = try #require(AllowedNetwork("127.0.0.1"))
        let transport = CurlTransport(
            settings: TransportSettings(
                allowPrivateNetworks: [loopback], maxConnectionsPerHost: 2))
        let url = server.url("/")
        try await withThrowingTaskGroup { group in
            for _ in 0..<6 {
                group.addTask {
                    _ = try await transport.send(TransportRequest(url: url, limits: .patient))
                }
            }
            await server.requests(atLeast: 2)
            gate.open()
            try await group.waitForAll()
        }
        #expect(server.requests.count == 6)
        #expect(server.connectionCount == 2)
    }
}

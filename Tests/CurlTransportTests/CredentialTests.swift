import HTTPTypes
import TestSupport
import Testing

@testable import CurlTransport

@Suite(.timeLimit(.minutes(5)))
struct `What identifies the client` {
    @Test(arguments: [
        ("http://h.example/", "http://H.Example:80/x?y", true),
        ("https://h.example/", "https://h.example:443", true),
        ("http://h.example./", "http://h.example/", true),
        ("http://user:pass@h.example/", "http://h.example/", true),
        ("http://[::1]/", "http://[0:0::1]/", true), ("http://127.1/", "http://127.0.0.1/", true),
        ("https://h.example/", "http://h.example/", false),
        ("https://h.example/", "https://h.example:8443/", false),
        ("https://h.example/", "https://www.h.example/", false),
        ("https://h.example/", "https://h.example.evil.example/", false),
        ("https://h.example/", "https://h.example@evil.example/", false),
        ("https://h.example/", "https://evil.example/h.example", false),
        ("https://h.example/", "ftp://h.example/", false), ("https://h.example/", "", false),
        ("https://h.example/\0", "https://h.example/", false),
    ])
    func `is bound to scheme, host and port`(url: String, other: String, isSame: Bool) {
        #expect(CurlTransport.isSameOrigin(url, other) == isSame)
        #expect(CurlTransport.isSameOrigin(other, url) == isSame)
    }

    @Test func `is never a cookie`() async throws {
        let server = try LoopbackServer.start {
            $0.path == "/a"
                ? .status(
                    302, headers: ["Set-Cookie": "session=1; Path=/", "Location": "/b"])
                : .ok("x", headers: ["Set-Cookie": "session=2; Path=/"])
        }
        defer { server.stop() }
        let transport = try loopbackTransport()
        for _ in 0..<2 {
            _ = try await transport.send(TransportRequest(url: server.url("/a"), maxRedirects: 1))
        }
        #expect(server.requests.count == 4)
        #expect(server.requests.allSatisfy { $0.header("Cookie") == nil })
    }

    @Test func `stays when another port of the same host is redirected to`() async throws {
        let other = try LoopbackServer.start { _ in .ok("") }
        let target = other.url("/b").replacing("http://", with: "http://guest:guess@")
        let server = try LoopbackServer.start { _ in .redirect(to: target, status: 307) }
        defer {
            other.stop()
            server.stop()
        }
        _ = try await loopbackTransport().send(
            TransportRequest(
                method: .post, url: server.url("/a"),
                headers: [.authorization: "Bearer hush", .referer: "hush"], body: [0x61],
                maxRedirects: 1))
        let request = try #require(other.requests.first)
        #expect(request.header("Authorization") == "Basic Z3Vlc3Q6Z3Vlc3M=")
        #expect(!request.headers.contains { $0.value.contains("hush") })
    }

    @Test(arguments: [
        "/a\r\nX-Injected: 1", "/a\nX-Injected: 1", "/a HTTP/1.1\r\nX-Injected: 1\r\n\r\n", "/a\0b",
        "/a\tb", "/a\u{7F}",
    ])
    func `can't be added to by a line end or NUL in an address`(path: String) async throws {
        let server = try LoopbackServer.start { _ in .ok("") }
        defer { server.stop() }
        let transport = try loopbackTransport()
        await #expect {
            try await transport.send(TransportRequest(url: server.url(path)))
        } throws: {
            ($0 as? TransportError)?.reason == .badURL
        }
        #expect(server.requests.isEmpty)
    }

    @Test(arguments: ["a\r\nX-Injected: 1", "a\nX-Injected: 1", "a\rX-Injected: 1", "a\0b"])
    func `can't be added to by a field or the user agent`(text: String) async throws {
        let server = try LoopbackServer.start { _ in .ok("") }
        defer { server.stop() }
        let loopback = try #require(AllowedNetwork("127.0.0.1"))
        let transport = CurlTransport(
            settings: TransportSettings(userAgent: text, allowPrivateNetworks: [loopback]))
        let name = try #require(HTTPField.Name("X-Own"))
        _ = try await transport.send(
            TransportRequest(url: server.url("/"), headers: [name: text]))
        let request = try #require(server.requests.first)
        #expect(request.header("X-Injected") == nil)
        #expect(request.header("X-Own") == request.header("User-Agent"))
        #expect(request.header("X-Own")?.utf8.contains { $0 < 0x20 } == false)
    }
}

import HTTPTypes
import TestSupport
import Testing

@testable import CurlTransport

@Suite(.timeLimit(.minutes(5)))
struct `A proxy` {
    @Test func `opens a tunnel without a field that is meant for the server`() async throws {
        let proxy = try LoopbackServer.start { _ in .status(403) }
        defer { proxy.stop() }
        let address = proxy.url("").replacing("http://", with: "http://owner:pass@")
        let transport = CurlTransport(settings: TransportSettings(proxy: address))
        let apiKey = try #require(HTTPField.Name("X-Api-Key"))
        await #expect {
            try await transport.send(
                TransportRequest(
                    url: "https://user:hush@feeds.invalid/hush?token=hush",
                    headers: [apiKey: "hush", .authorization: "hush", .cookie: "hush"]))
        } throws: {
            let error = $0 as? TransportError
            return error?.detail.contains("403") == true && error?.detail.contains("hush") == false
        }
        let request = try #require(proxy.requests.first)
        #expect(request.method == "CONNECT")
        #expect(request.path == "feeds.invalid:443")
        #expect(request.header("Proxy-Authorization") == "Basic b3duZXI6cGFzcw==")
        #expect(!request.headers.contains { $0.value.contains("hush") })
    }

    @Test func `is not asked for what the URL itself says is private`() async throws {
        let proxy = try LoopbackServer.start { _ in .ok("by proxy") }
        defer { proxy.stop() }
        let own = try #require(AllowedNetwork("10.1.0.0/16"))
        let transport = CurlTransport(
            settings: TransportSettings(proxy: proxy.url(""), allowPrivateNetworks: [own]))
        for host in [
            "169.254.169.254", "0x7f.1", "2130706433", "[::1]", "[fe80::1%25eth0]", "localhost",
            "a.localhost", "localhost.", "10.2.0.1", "[::ffff:10.2.0.1]", "user@127.0.0.1",
        ] {
            await #expect("\(host)") {
                try await transport.send(TransportRequest(url: "http://\(host)/"))
            } throws: {
                ($0 as? TransportError)?.reason == .blockedAddress
            }
        }
        #expect(proxy.connectionCount == 0)
        let response = try await transport.send(TransportRequest(url: "http://10.1.2.3/"))
        #expect(String(decoding: response.body, as: UTF8.self) == "by proxy")
    }

    @Test func `that can't be reached is named as it is, without its password`() async throws {
        let transport = CurlTransport(
            settings: TransportSettings(proxy: "http://owner:hush@127.0.0.1:1"))
        await #expect {
            try await transport.send(TransportRequest(url: "http://feeds.invalid/"))
        } throws: {
            let error = $0 as? TransportError
            return error?.reason == .connect && error?.detail.contains("hush") == false
        }
    }
}

/// Whether this machine has the loopback address of IPv6.
private let hasIPv6 = (try? LoopbackServer.startIPv6 { _ in .close }).map { $0.stop() } != nil

@Suite(.timeLimit(.minutes(5)), .enabled(if: hasIPv6, "needs the address ::1"))
struct `An exchange over IPv6` {
    @Test func `is made with an address in brackets`() async throws {
        let server = try LoopbackServer.startIPv6 { _ in .ok("six") }
        defer { server.stop() }
        let network = try #require(AllowedNetwork("[::1]:\(server.port)"))
        let transport = CurlTransport(settings: TransportSettings(allowPrivateNetworks: [network]))
        let url = server.url("/a", host: "[::1]")
        let response = try await transport.send(TransportRequest(url: url))
        #expect(String(decoding: response.body, as: UTF8.self) == "six")
        #expect(server.requests.first?.header("Host") == "[::1]:\(server.port)")
    }

    @Test func `is made where a name has no other address that answers`() async throws {
        let server = try LoopbackServer.startIPv6 { _ in .ok("six") }
        defer { server.stop() }
        let network = try #require(AllowedNetwork("localhost"))
        let transport = CurlTransport(settings: TransportSettings(allowPrivateNetworks: [network]))
        let url = server.url("/", host: "localhost")
        let response = try? await transport.send(TransportRequest(url: url))
        // A machine whose /etc/hosts knows localhost by IPv4 only can't get there.
        if let response { #expect(String(decoding: response.body, as: UTF8.self) == "six") }
    }

    @Test func `is refused as any other that is private`() async throws {
        let server = try LoopbackServer.startIPv6 { _ in .ok("six") }
        defer { server.stop() }
        let network = try #require(AllowedNetwork("127.0.0.0/8"))
        let transport = CurlTransport(settings: TransportSettings(allowPrivateNetworks: [network]))
        for host in ["[::1]", "[0:0:0:0:0:0:0:1]", "[0::1]"] {
            await #expect("\(host)") {
                try await transport.send(TransportRequest(url: server.url("/", host: host)))
            } throws: {
                ($0 as? TransportError)?.reason == .blockedAddress
            }
        }
        #expect(server.connectionCount == 0)
    }
}

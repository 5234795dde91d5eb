import HTTPTypes
import TestSupport
import Testing

@testable import CurlTransport

@Suite(.timeLimit(.minutes(5)))
struct `The guard against private addresses` {
    @Test(arguments: [
        "127.0.0.1", "2130706433", "0x7f.1", "017700000001", "localhost", "[::1]",
        "[::ffff:127.0.0.1]", "0", "user@127.0.0.1", "127.1", "[::]", "[::127.0.0.1]",
        "0177.0.0.1", "0x7f000001", "127.0.1", "LOCALHOST",
        "[0:0:0:0:0:ffff:7f00:1]", "[::ffff:7f00:1]", "example.com@127.0.0.1",
        "example.com:80@127.0.0.1", "example.com%2f@127.0.0.1", "[::1%25lo]",
    ])
    func `refuses this machine however it is spelt`(host: String) async throws {
        let server = try LoopbackServer.start { _ in .ok("secret") }
        defer { server.stop() }
        let transport = CurlTransport(settings: TransportSettings())
        await #expect {
            try await transport.send(TransportRequest(url: server.url("/", host: host)))
        } throws: {
            ($0 as? TransportError)?.reason == .blockedAddress
        }
        #expect(server.connectionCount == 0)
    }

    @Test(arguments: [
        "127.0.0.1\\@example.invalid", "127.0.0.1#@example.invalid", "example.invalid\\@127.0.0.1",
        "①②⑦.⓪.⓪.①", "127。0。0。1", "１２７.0.0.1", "127.0.0.1%00.example.invalid", "127.0.0.1:80:80",
        "%31%32%37.0.0.1", "[127.0.0.1]", "example.invalid#@127.0.0.1", "127.0.0.1 ",
        "256.0.0.1.nip",
        "localhost%2e", "127.0.0.1.", "127.1.", "localhost.", "127.0.0.1\t", "0x7f.0.0.0x1.",
        "127..1", "00000177.1",
    ])
    func `is not got around by an odd host`(host: String) async throws {
        let server = try LoopbackServer.start { _ in .ok("secret") }
        defer { server.stop() }
        let transport = CurlTransport(settings: TransportSettings())
        await #expect(throws: TransportError.self) {
            try await transport.send(TransportRequest(url: server.url("/", host: host)))
        }
        #expect(server.connectionCount == 0)
    }

    @Test func `asks again at every hop`() async throws {
        let inner = try LoopbackServer.start { _ in .ok("secret") }
        let target = inner.url("/")
        let outer = try LoopbackServer.start { _ in .redirect(to: target) }
        defer {
            inner.stop()
            outer.stop()
        }
        let network = try #require(AllowedNetwork("127.0.0.1:\(outer.port)"))
        let transport = CurlTransport(settings: TransportSettings(allowPrivateNetworks: [network]))
        await #expect {
            try await transport.send(
                TransportRequest(method: .post, url: outer.url("/"), body: [1], maxRedirects: 5))
        } throws: {
            ($0 as? TransportError)?.reason == .blockedAddress
        }
        #expect(outer.requests.count == 1)
        #expect(inner.connectionCount == 0)
    }

    @Test func `lets a name be reached by its allowed addresses only`() async throws {
        let server = try LoopbackServer.start { _ in .ok("mine") }
        defer { server.stop() }
        let network = try #require(AllowedNetwork("127.0.0.1"))
        let transport = CurlTransport(settings: TransportSettings(allowPrivateNetworks: [network]))
        let url = server.url("/", host: "localhost")
        #expect(try await transport.send(TransportRequest(url: url)).status == 200)
        #expect(
            AllowedNetwork("[::1]").map { !$0.allows(.v4(0x7F00_0001), port: 1, host: "") } == true)
    }

    @Test(arguments: [
        "fd00:ec2::254", "fd20:ce::254", "168.63.129.16", "100.100.100.200", "192.0.0.192",
        "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::", "::169.254.169.254",
        "ff05::1", "0.0.0.0", "0.1.2.3", "10.1.2.3", "100.64.0.1", "100.127.255.255",
        "127.255.255.254",
        "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1",
        "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "::10.0.0.1",
        "64:ff9b::10.0.0.1", "64:ff9b::169.254.169.254", "64:ff9b:1::1", "100::1", "2001::1",
        "2001:2::1", "2001:10::1", "2001:db8::1", "2002:7f00:1::", "2002:808:808::1", "3fff::1",
        "5f00::1", "fc00::1", "fd12::1", "fe80::1", "fec0::1", "ff02::1", "4000::1",
    ])
    func `knows what is not public`(text: String) throws {
        #expect(try !#require(IPAddress(text)).isPublic)
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1",
        "192.0.1.1", "192.169.0.1", "198.17.0.1", "198.20.0.1", "223.255.255.255", "11.0.0.1",
        "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2001:4860::8888",
        "2003::1",
    ])
    func `knows what is public`(text: String) throws {
        #expect(try #require(IPAddress(text)).isPublic)
    }

    @Test(arguments: [
        ("127.0.0.0/8", "127.9.9.9", 80, true), ("127.0.0.1", "127.0.0.2", 80, false),
        ("127.0.0.1:8080", "127.0.0.1", 8080, true), ("127.0.0.1:8080", "127.0.0.1", 80, false),
        ("10.0.0.0/8", "::ffff:10.1.1.1", 80, true), ("0.0.0.0/0", "10.0.0.1", 80, true),
        ("fd00::/8", "fd12::1", 80, true), ("fd00::/8", "fe80::1", 80, false),
        ("[::1]:99", "::1", 99, true), ("::1", "::1", 99, true), ("[::1]", "::2", 99, false),
        ("reviews.internal", "10.0.0.1", 80, true), ("Reviews.Internal:80", "10.0.0.1", 80, true),
        ("reviews.internal:81", "10.0.0.1", 80, false), ("other.internal", "10.0.0.1", 80, false),
        ("10.0.0.1", "fd00::1", 80, false),
    ])
    func `lets through what is allowed and nothing else`(
        rule: String, address: String, port: Int, expected: Bool
    ) throws {
        let network = try #require(AllowedNetwork(rule))
        let address = try #require(IPAddress(address))
        #expect(network.allows(address, port: UInt16(port), host: "reviews.internal") == expected)
    }

    @Test(arguments: [
        "", "10.0.0.0/33", "10.0.0/8", "10.0.0.0/", "fd00::/129", "[::1", "[::1]x", "[::1]:0",
        "127.0.0.1:", "127.0.0.1:99999", "a b", "10.0.0.0/8/8", "host/8", "http://host", "1.2.3",
        ":80", "10.0.0.0/-1",
    ])
    func `does not take a rule that is misspelt`(rule: String) {
        #expect(AllowedNetwork(rule) == nil)
    }

    @Test func `takes a host by its name`() async throws {
        let server = try LoopbackServer.start { _ in .ok("mine") }
        defer { server.stop() }
        let network = try #require(AllowedNetwork("localhost:\(server.port)"))
        let transport = CurlTransport(settings: TransportSettings(allowPrivateNetworks: [network]))
        let url = server.url("/", host: "localhost")
        #expect(try await transport.send(TransportRequest(url: url)).status == 200)
        await #expect(throws: TransportError.self) {
            try await transport.send(TransportRequest(url: server.url("/")))
        }
    }
}

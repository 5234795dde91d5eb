import CurlTransport
import Foundation
import Model
import Monitor
import TestSupport
import Testing

@testable import Assembly

@Suite(.timeLimit(.minutes(5)))
struct `A sign of life to a service outside` {
    private func ping(_ url: String) throws -> HeartbeatPing {
        let loopback = try #require(AllowedNetwork("127.0.0.1"))
        return HeartbeatPing(
            url: Secret(url),
            transport: CurlTransport(settings: .init(allowPrivateNetworks: [loopback])))
    }

    @Test(arguments: [200, 202, 204])
    func `is one request, which any success answers`(status: Int) async throws {
        let server = try LoopbackServer.start { _ in .status(status) }
        defer { server.stop() }
        #expect(try await ping(server.url("/ping/s3cret")).problem() == nil)
        #expect(server.requests.map(\.path) == ["/ping/s3cret"])
        #expect(server.requests.first?.method == "GET")
    }

    @Test(arguments: [304, 403, 404, 500, 503])
    func `that is answered otherwise says so, without the address`(status: Int) async throws {
        let server = try LoopbackServer.start { _ in .status(status) }
        defer { server.stop() }
        let problem = try await ping(server.url("/ping/s3cret")).problem()
        #expect(problem == "the receiver of the heartbeat answered \(status)")
    }

    @Test func `that cannot be given says so, without the address`() async throws {
        let server = try LoopbackServer.start { _ in .raw("nonsense\r\n\r\n") }
        let url = server.url("/ping/s3cret")
        let broken = try #require(try await ping(url).problem())
        server.stop()
        let refused = try #require(try await ping(url).problem())
        for problem in [broken, refused] {
            #expect(!problem.isEmpty && !problem.contains("s3cret"))
        }
    }

    @Test func `reads only the beginning of an answer that does not end`() async throws {
        let server = try LoopbackServer.start { _ in
            .ok(String(repeating: "x", count: 1_000_000))
        }
        defer { server.stop() }
        let problem = try await ping(server.url("/ping")).problem()
        #expect(problem?.isEmpty == false)
    }

    @Test func `is what the settings ask for`() async throws {
        let server = try LoopbackServer.start { _ in .status(500) }
        defer { server.stop() }
        let workshop = try Workshop(
            """
            brands: [{id: kettle, name: Copper Kettle}]
            sources: [{id: first, url: "https://first.example/feed"}]
            heartbeat: {url: "\(server.url("/beat"))", every: 2m}
            polling: {allow_private_networks: [127.0.0.1]}
            """)
        let configuration = try Assembly(settings: workshop.settings()).monitorConfiguration()
        let heartbeat = try #require(configuration.heartbeat)
        #expect(heartbeat.interval == 120)
        #expect(await heartbeat.give() == "the receiver of the heartbeat answered 500")
        #expect(server.requests.map(\.path) == ["/beat"])
    }
}

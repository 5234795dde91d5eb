import Foundation
import Model
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Assembly

@Suite(
    .timeLimit(.minutes(5)), .serialized,
    .enabled(if: DaemonProcess.path != nil, "reputed was not built beside the tests"))
struct `The process of the daemon` {
    private func configuration(_ server: LoopbackServer) -> String {
        """
        polling: {host_spacing: 0s, timeout: 10m, allow_private_networks: [127.0.0.1]}
        brands: [{id: kettle, name: Copper Kettle}]
        sources: [{id: reviews, url: "\(server.url("/feed"))", kind: review, brand: kettle}]
        """
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func `ends soon and in good order on a signal, even in the middle of a poll`(
        number: Int32
    ) async throws {
        // The server signals by itself: a test that waits its turn may come after the time-out.
        let polling = Mutex<DaemonProcess?>(nil)
        let server = try LoopbackServer.start { _ in
            polling.withLock { $0?.signal(number) }
            return .hang
        }
        defer { server.stop() }
        let workshop = try Workshop(configuration(server))
        let daemon = try polling.withLock { daemon in
            let started = try DaemonProcess(workshop)
            daemon = started
            return started
        }
        #expect(await daemon.status() == 0)
        #expect(daemon.log.contains("watching"))
        #expect(daemon.log.contains("stopped"))
        let states = try await workshop.withStore { try await $0.sourceStates() }
        // A daemon that had waited for the hanging request would have stored its time-out.
        #expect(states.map(\.lastPoll) == [nil])
    }

    @Test func `keeps its settings on SIGHUP with a bad file, and takes a good one`() async throws {
        let server = try LoopbackServer.start { _ in .ok("<rss version='2.0'><channel/></rss>") }
        defer { server.stop() }
        let workshop = try Workshop(configuration(server))
        let daemon = try DaemonProcess(workshop)
        await server.requests(atLeast: 1)
        try workshop.write(configuration(server) + "\nrulez: []")
        daemon.signal(SIGHUP)
        #expect(await daemon.says("the old settings stay in force"))
        #expect(daemon.log.contains("rulez"))
        try workshop.write(
            configuration(server).replacingOccurrences(of: "/feed", with: "/other"))
        daemon.signal(SIGHUP)
        #expect(await daemon.says("the configuration was reloaded"))
        #expect(await server.requests(atLeast: 2).last?.path == "/other")
        daemon.signal(SIGTERM)
        #expect(await daemon.status() == 0)
    }

    @Test func `that runs once ends with 0 if all is well`() async throws {
        let server = try LoopbackServer.start { _ in .ok("<rss version='2.0'><channel/></rss>") }
        defer { server.stop() }
        let daemon = try DaemonProcess(Workshop(configuration(server)), ["--once"])
        #expect(await daemon.status() == 0)
        #expect(daemon.log.contains("polled 1 of 1 sources, 0 failed"))
    }

    @Test func `that runs once ends with 1 if a source can't be read`() async throws {
        let server = try LoopbackServer.start { _ in .status(404) }
        defer { server.stop() }
        let daemon = try DaemonProcess(Workshop(configuration(server)), ["--once"])
        #expect(await daemon.status() == 1)
        #expect(daemon.log.contains("reviews: not-found"))
    }

    @Test(arguments: [[], ["--once"]])
    func `ends with 78 for a bad configuration`(arguments: [String]) async throws {
        let workshop = try Workshop("rulez: []")
        let daemon = try DaemonProcess(workshop, arguments)
        #expect(await daemon.status() == 78)
        #expect(daemon.log.contains("rulez"))
        #expect(!FileManager.default.fileExists(atPath: workshop.storePath))
    }

    @Test(arguments: [[], ["--once"]])
    func `ends with 69 if another works on the store`(arguments: [String]) async throws {
        let workshop = try Workshop()
        _ = try await workshop.runOnce()
        let lock = try DaemonLock(storePath: workshop.storePath)
        let daemon = try DaemonProcess(workshop, arguments)
        #expect(await daemon.status() == 69)
        #expect(daemon.log.contains("another reputed (process \(getpid()))"))
        withExtendedLifetime(lock) {}
    }

    @Test func `ends with 69 if the store can't be made`() async throws {
        let daemon = try DaemonProcess(Workshop("storage: {path: /dev/null/repute.db}"))
        #expect(await daemon.status() == 69)
        #expect(daemon.log.contains("/dev/null"))
    }
}

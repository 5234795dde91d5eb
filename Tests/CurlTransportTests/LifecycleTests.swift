import CCurl
import TestSupport
import Testing

@testable import CurlTransport

@Suite(.timeLimit(.minutes(5)))
struct `A transport` {
    @Test func `drops a transfer whose task is cancelled`() async throws {
        let server = try LoopbackServer.start { _ in .hang }
        defer { server.stop() }
        let transport = try loopbackTransport()
        let url = server.url("/")
        let task = Task { try await transport.send(TransportRequest(url: url, limits: .patient)) }
        await server.requests(atLeast: 1)
        task.cancel()
        await #expect {
            try await task.value
        } throws: {
            ($0 as? TransportError)?.reason == .cancelled
        }
        await server.disconnections(atLeast: 1)
    }

    @Test func `doesn't begin for a task that is cancelled before`() async throws {
        let server = try LoopbackServer.start { _ in .ok("") }
        defer { server.stop() }
        let transport = try loopbackTransport()
        let url = server.url("/")
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await transport.send(TransportRequest(url: url))
        }
        await #expect {
            try await task.value
        } throws: {
            ($0 as? TransportError)?.reason == .cancelled
        }
        #expect(server.connectionCount == 0)
    }

    @Test func `fails what runs and what comes after shutdown`() async throws {
        let server = try LoopbackServer.start { _ in .hang }
        defer { server.stop() }
        let transport = try loopbackTransport()
        let url = server.url("/")
        let running = Task {
            try await transport.send(TransportRequest(url: url, limits: .patient))
        }
        await server.requests(atLeast: 1)
        await transport.shutdown()
        for result in [
            await running.result, await Task { try await transport.send(.init(url: url)) }.result,
        ] {
            #expect {
                try result.get()
            } throws: {
                ($0 as? TransportError)?.reason == .closed
            }
        }
        await transport.shutdown()
    }

    @Test func `that was never used shuts down`() async {
        await CurlTransport(settings: TransportSettings()).shutdown()
    }

    @Test func `that is dropped without shutdown ends by itself, many times`() async throws {
        let server = try LoopbackServer.start { _ in .ok("x") }
        defer { server.stop() }
        for _ in 0..<50 {
            let response = try await loopbackTransport().send(
                TransportRequest(url: server.url("/")))
            #expect(response.status == 200)
        }
    }

    @Test func `carries hundreds at once, some of them cancelled`() async throws {
        let servers = try (0..<5).map { _ in
            try LoopbackServer.start { $0.path == "/hang" ? .hang : .ok($0.path) }
        }
        defer { for server in servers { server.stop() } }
        let transport = try loopbackTransport()
        let bodies = await withTaskGroup(of: String?.self) { group in
            for number in 0..<300 {
                let server = servers[number % 5]
                group.addTask {
                    let response = try? await transport.send(
                        .init(url: server.url("/\(number)"), limits: .patient))
                    return response.map { String(decoding: $0.body, as: UTF8.self) }
                }
                let hanging = Task { try await transport.send(.init(url: server.url("/hang"))) }
                hanging.cancel()
            }
            return await group.reduce(into: Set()) { $0.insert($1 ?? "lost") }
        }
        #expect(bodies == Set((0..<300).map { "/\($0)" }))
    }

    @Test(arguments: [
        ("", TransportError.Reason.badURL), ("feed", .badURL),
        ("http://", .badURL), ("http://a b/", .badURL), ("http://h:99999/", .badURL),
        ("file:///etc/passwd", .unsupportedProtocol), ("ftp://127.0.0.1/", .unsupportedProtocol),
        ("gopher://127.0.0.1/", .unsupportedProtocol), ("http://no-such-host.invalid/", .dns),
        ("http://127.0.0.1:1/", .connect),
    ])
    func `says what is wrong with an address`(
        url: String, expected: TransportError.Reason
    ) async throws {
        let transport = try loopbackTransport()
        await #expect {
            try await transport.send(TransportRequest(url: url))
        } throws: {
            ($0 as? TransportError)?.reason == expected
        }
    }

    @Test func `has a meaning for every result of libcurl`() {
        #expect(TransportError.Reason(CURLE_OUT_OF_MEMORY) == .outOfResources)
        #expect(TransportError.Reason(CURLE_PEER_FAILED_VERIFICATION) == .tls)
        #expect(TransportError.Reason(CURLE_HTTP2_STREAM) == .interrupted)
        #expect(TransportError.Reason(CURLE_COULDNT_RESOLVE_PROXY) == .dns)
        #expect(TransportError.Reason(CURLE_FILESIZE_EXCEEDED) == .tooLarge)
    }

    @Test func `runs on one thread, which the executor knows`() async {
        let transport = CurlTransport(settings: TransportSettings())
        await transport.assertItsThread()
        await transport.shutdown()
        // The thread is gone; a late job still runs, isolated.
        await transport.assertItsThread()
    }
}

extension CurlTransport {
    fileprivate func assertItsThread() {
        preconditionIsolated()
        assumeIsolated { _ in }
    }
}

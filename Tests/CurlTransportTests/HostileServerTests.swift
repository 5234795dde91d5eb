import CurlTransport
import HTTPTypes
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `A hostile server` {
    private func reason(
        of reply: LoopbackReply, limits: TransferLimits = TransferLimits(), redirects: Int = 3
    ) async throws -> TransportError.Reason? {
        let server = try LoopbackServer.start { _ in reply }
        defer { server.stop() }
        let transport = try loopbackTransport()
        let url = server.url("/feed?token=hush")
        do {
            _ = try await transport.send(
                TransportRequest(url: url, limits: limits, maxRedirects: redirects))
            return nil
        } catch {
            #expect(!error.detail.contains("hush"))
            #expect(error.detail.hasSuffix("."))
            return error.reason
        }
    }

    @Test(arguments: [
        (LoopbackReply.close, TransportError.Reason.interrupted, "closes without an answer"),
        (.reset, .interrupted, "resets without an answer"),
        (.reset(after: "<rss>", declared: 1000), .interrupted, "resets in mid-body"),
        (.truncated("<rss>", declared: 1000), .interrupted, "closes in mid-body"),
        (
            .raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rs"), .interrupted,
            "chunk"
        ),
        (.raw("220 mail.example ESMTP\r\n"), .badResponse, "speaks SMTP"),
        (.raw("SSH-2.0-OpenSSH_9.2\r\n"), .badResponse, "speaks SSH"),
        (
            .status(200, headers: ["Content-Encoding": "gzip"], body: [1, 2, 3]), .badResponse,
            "gzip"
        ),
        (.redirect(to: "/feed"), .tooManyRedirects, "redirects to itself"),
        (.redirect(to: "file:///etc/passwd"), .unsupportedProtocol, "redirects to a file"),
        (.redirect(to: "gopher://127.0.0.1/"), .unsupportedProtocol, "redirects to gopher"),
        (.redirect(to: "http://169.254.169.254/"), .blockedAddress, "redirects to metadata"),
        (.redirect(to: "http://[::1]/"), .blockedAddress, "redirects to loopback"),
    ])
    func `is told from one that is well`(
        reply: LoopbackReply, expected: TransportError.Reason, name: String
    ) async throws {
        #expect(try await reason(of: reply) == expected, "\(name)")
    }

    @Test func `that drips is dropped by the low-speed limit`() async throws {
        let limits = TransferLimits(lowSpeedLimit: 500, lowSpeedTime: .seconds(1))
        let body = String(repeating: "x", count: 10_000)
        let reply = LoopbackReply.drip(body, everyMilliseconds: 50)
        #expect(try await reason(of: reply, limits: limits) == .timeout)
    }

    @Test func `that never answers is dropped by the total limit`() async throws {
        let limits = TransferLimits(totalTimeout: .milliseconds(200))
        #expect(try await reason(of: .hang, limits: limits) == .timeout)
    }

    @Test func `that redirects slowly has no more time than one that does not`() async throws {
        let reply = LoopbackReply(
            [.pause(milliseconds: 60)] + LoopbackReply.redirect(to: "/").steps)
        let limits = TransferLimits(totalTimeout: .milliseconds(300))
        #expect(try await reason(of: reply, limits: limits, redirects: 1_000) == .timeout)
    }

    @Test func `that sends too much is stopped at the cap`() async throws {
        let limits = TransferLimits(maxBodySize: 1000)
        #expect(
            try await reason(of: .ok(String(repeating: "x", count: 1001)), limits: limits)
                == .tooLarge)
        #expect(
            try await reason(of: .ok(String(repeating: "x", count: 1000)), limits: limits) == nil)
    }

    @Test func `that sends a gzip bomb is stopped by what comes out of it`() async throws {
        let reply = LoopbackReply.status(
            200, headers: ["Content-Encoding": "gzip"], body: Gzip.zeros(count: 64 << 20))
        #expect(try await reason(of: reply) == .tooLarge)
    }

    @Test func `that sends endless fields is stopped`() async throws {
        let field = "X-Filler: " + String(repeating: "a", count: 900) + "\r\n"
        let head = "HTTP/1.1 200 OK\r\n" + String(repeating: field, count: 400) + "\r\n"
        #expect(try await reason(of: .raw(head)) == .tooLarge)
    }

    @Test func `doesn't hold others back, twenty at once`() async throws {
        let bad = try (0..<20).map { _ in try LoopbackServer.start { _ in .hang } }
        let good = try LoopbackServer.start { _ in .ok("good") }
        defer { for server in bad + [good] { server.stop() } }
        let transport = try loopbackTransport()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for server in bad {
                let url = server.url("/")
                group.addTask { _ = try? await transport.send(TransportRequest(url: url)) }
            }
            for server in bad { await server.requests(atLeast: 1) }
            let response = try await transport.send(TransportRequest(url: good.url("/")))
            #expect(String(decoding: response.body, as: UTF8.self) == "good")
            group.cancelAll()
        }
    }
}

/// Compressed streams without a compressor.
enum Gzip {
    /// A gzip file of about `count` zero bytes, a thousandth as long: stored once, then copied by
    /// deflate's longest match over and over (RFC 1951, fixed codes).
    static func zeros(count: Int) -> [UInt8] {
        var bits = BitWriter()
        bits.write(0b1, 1)  // last block
        bits.write(0b01, 2)  // fixed Huffman codes
        bits.writeCode(0b0011_0000, 8)  // literal 0
        for _ in 0..<(count / 258) {
            bits.writeCode(0b1100_0101, 8)  // length 258 (code 285)
            bits.writeCode(0b00000, 5)  // distance 1
        }
        bits.writeCode(0, 7)  // end of block
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + bits.bytes + [UInt8](repeating: 0, count: 8)
    }

    private struct BitWriter {
        var bytes: [UInt8] = []
        private var used = 8

        mutating func write(_ value: Int, _ count: Int) {
            for bit in 0..<count { append(value >> bit & 1) }
        }

        /// Huffman codes go highest bit first.
        mutating func writeCode(_ value: Int, _ count: Int) {
            for bit in (0..<count).reversed() { append(value >> bit & 1) }
        }

        private mutating func append(_ bit: Int) {
            if used == 8 {
                bytes.append(0)
                used = 0
            }
            bytes[bytes.count - 1] |= UInt8(bit << used)
            used += 1
        }
    }
}

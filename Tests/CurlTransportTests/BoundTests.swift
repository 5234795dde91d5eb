import CurlTransport
import HTTPTypes
import TestSupport
import Testing

/// An exchange that ends at a bound says which, so that the owner knows what to change.
@Suite(.timeLimit(.minutes(5)))
struct `A bound of an exchange` {
    private func failure(
        of reply: LoopbackReply, limits: TransferLimits = TransferLimits(), redirects: Int = 3
    ) async throws -> TransportError? {
        let server = try LoopbackServer.start { _ in reply }
        defer { server.stop() }
        let transport = try loopbackTransport()
        do throws(TransportError) {
            _ = try await transport.send(
                TransportRequest(
                    url: server.url("/feed?token=hush"), limits: limits, maxRedirects: redirects))
            return nil
        } catch {
            #expect(!error.detail.contains("hush"))
            return error
        }
    }

    /// Headers of 200 without a length, then these bytes and the end of the connection.
    private func stream(_ bytes: [UInt8], coding: String) -> LoopbackReply {
        .raw(Array("HTTP/1.1 200 OK\r\nContent-Encoding: \(coding)\r\n\r\n".utf8) + bytes)
    }

    @Test(arguments: [
        (Bomb.gzip, "gzip"), (Bomb.brotli, "br"), (Bomb.zstandard, "zstd"),
        (Bomb.stored(Bomb.gzip), "gzip, gzip"),
        (Bomb.stored(Bomb.stored(Bomb.brotli)), "br, gzip, gzip"),
    ])
    func `holds what comes out of a compressed body`(bytes: [UInt8], coding: String) async throws {
        let failure = try #require(await failure(of: stream(bytes, coding: coding)))
        #expect(failure.reason == .tooLarge)
        #expect(failure.detail.contains("more than 8 MiB after decompression"))
    }

    @Test func `holds what goes into one`() async throws {
        let limits = TransferLimits(maxBodySize: 64 << 10)
        let bytes = Bomb.emptyBlocks(count: 200_000)
        let failure = try #require(await failure(of: stream(bytes, coding: "gzip"), limits: limits))
        #expect(failure.reason == .tooLarge)
        #expect(failure.detail.contains("more than 64 KiB before decompression"))
    }

    @Test func `holds the number of codings`() async throws {
        let coding = [String](repeating: "gzip", count: 50).joined(separator: ", ")
        let failure = try #require(await failure(of: stream(Bomb.gzip, coding: coding)))
        #expect(failure.reason == .badResponse)
    }

    @Test func `holds a length that is announced before it comes`() async throws {
        let reply = LoopbackReply.truncated("<rss>", declared: 1 << 40)
        let failure = try #require(await failure(of: reply))
        #expect(failure.reason == .tooLarge)
        #expect(failure.detail.contains("it announces more than 8 MiB"))
    }

    @Test(arguments: ["-5", "soon", "0x10", "5, 6", "1e3"])
    func `does not take a length that is none`(length: String) async throws {
        let reply = LoopbackReply.raw(
            "HTTP/1.1 200 OK\r\nContent-Length: \(length)\r\n\r\n<rss version=\"2.0\"/>")
        let failure = try await failure(of: reply)
        #expect([nil, .badResponse, .interrupted].contains(failure?.reason))
    }

    @Test func `holds a length that is shorter than what comes`() async throws {
        let server = try LoopbackServer.start { _ in
            .raw("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 200 OK\r\n\r\nsmuggled")
        }
        defer { server.stop() }
        let transport = try loopbackTransport()
        for _ in 0..<2 {
            let response = try await transport.send(TransportRequest(url: server.url("/")))
            #expect(String(decoding: response.body, as: UTF8.self) == "ok")
        }
        #expect(server.connectionCount == 2)
    }

    @Test(arguments: [
        (
            String(
                repeating: "X-Filler: " + String(repeating: "a", count: 900) + "\r\n", count: 400),
            "more than 256 KiB of header fields"
        ),
        (String(repeating: "a:b\r\n", count: 1_100), "more than 1000 header fields"),
        ("X-Long: " + String(repeating: "a", count: 200_000) + "\r\n", "more than 100 kB"),
        (String(repeating: "a", count: 200_000), "more than 100 kB"),
    ])
    func `holds the header fields`(fields: String, bound: String) async throws {
        let reply = LoopbackReply.raw("HTTP/1.1 200 OK\r\n" + fields + "\r\n")
        let failure = try #require(await failure(of: reply))
        #expect(failure.reason == .tooLarge)
        #expect(failure.detail.contains(bound), "\(failure.detail)")
    }

    @Test func `holds interim responses`() async throws {
        let interim = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
        let reply = LoopbackReply.raw(
            String(repeating: interim, count: 20_000) + "HTTP/1.1 200 OK\r\n\r\n")
        let failure = try #require(await failure(of: reply))
        #expect(failure.reason == .tooLarge)
        #expect(failure.detail.contains("more than 256 KiB of header fields"))
    }

    @Test func `holds trailer fields`() async throws {
        let trailers = String(
            repeating: "X-Trailer: \(String(repeating: "t", count: 500))\r\n", count: 700)
        let reply = LoopbackReply.raw(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\(trailers)\r\n")
        let failure = try #require(await failure(of: reply))
        #expect(failure.reason == .tooLarge)
        #expect(failure.detail.contains("more than 256 KiB of header fields"))
    }

    @Test func `holds chunk extensions, by time`() async throws {
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x="
        let limits = TransferLimits(totalTimeout: .milliseconds(400))
        let steps = (0..<20).map { _ in
            LoopbackReply.Step.send([UInt8](repeating: UInt8(ascii: "x"), count: 100_000))
        }
        let reply = LoopbackReply([.send(Array(head.utf8))] + steps + [.hang])
        let failure = try #require(await failure(of: reply, limits: limits))
        #expect([.timeout, .badResponse, .interrupted].contains(failure.reason))
    }

    @Test func `in time is told in milliseconds`() async throws {
        let limits = TransferLimits(totalTimeout: .milliseconds(150))
        let failure = try #require(await failure(of: .hang, limits: limits))
        #expect(failure.reason == .timeout)
        #expect(failure.detail.contains("milliseconds"))
    }

    @Test func `in redirects is told by their number`() async throws {
        let failure = try #require(await failure(of: .redirect(to: "/feed?token=hush")))
        #expect(failure.reason == .tooManyRedirects)
        #expect(failure.detail.contains("3 followed"))
    }

    @Test(arguments: [HTTPRequest.Method.head, .get])
    func `counts no length where no body comes`(method: HTTPRequest.Method) async throws {
        let server = try LoopbackServer.start { _ in
            .raw(
                "HTTP/1.1 \(method == .head ? 200 : 304) OK\r\nContent-Length: 99999999999\r\n\r\n")
        }
        defer { server.stop() }
        let response = try await loopbackTransport().send(
            TransportRequest(method: method, url: server.url("/")))
        #expect(response.body.isEmpty)
    }
}

/// Small bytes that become many.
private enum Bomb {
    static let gzip = Gzip.zeros(count: 16 << 20)

    /// 16 MiB of zeros.
    static let brotli: [UInt8] = [
        0xCB, 0xFF, 0xFF, 0x3F, 0x00, 0x24, 0x00, 0xE2, 0xB1, 0x40, 0x72, 0xEF, 0xFF, 0xF8, 0xFF,
        0xFF, 0x07, 0x80, 0x04, 0x40, 0x1C, 0x16, 0x80, 0xEE, 0xFD, 0xDF,
    ]

    /// 64 MiB of zeros: a frame with a window of 128 KiB (RFC 8878) and 512 blocks of one repeated byte.
    static let zstandard: [UInt8] =
        [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38]
        + (0..<512).flatMap { index -> [UInt8] in
            let header = 0x20000 << 3 | 1 << 1 | (index == 511 ? 1 : 0)
            return [UInt8(header & 0xFF), UInt8(header >> 8 & 0xFF), UInt8(header >> 16 & 0xFF), 0]
        }

    /// A gzip file that holds `bytes` as they are, in stored blocks (RFC 1951, section 3.2.4).
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        for start in stride(from: 0, to: bytes.count, by: 0xFFFF) {
            let block = bytes[start..<min(start + 0xFFFF, bytes.count)]
            let count = UInt16(block.count)
            result += [
                start + 0xFFFF >= bytes.count ? 1 : 0, UInt8(count & 0xFF), UInt8(count >> 8),
                UInt8(~count & 0xFF), UInt8(~count >> 8),
            ]
            result += block
        }
        return result + [UInt8](repeating: 0, count: 8)
    }

    /// A gzip file of blocks without content.
    static func emptyBlocks(count: Int) -> [UInt8] {
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
            + (0..<count).flatMap { _ in [0, 0, 0, 0xFF, 0xFF] as [UInt8] }
    }
}

import Foundation
import Testing

@testable import Assembly

private func request(_ text: String) -> InspectionRequest? { InspectionRequest(Array(text.utf8)) }

struct `A request of an inspection` {
    @Test func `is read with its path and host`() throws {
        let found = try #require(
            request("GET /metrics?x=1 HTTP/1.1\r\nHost: localhost:9464\r\n\r\n"))
        #expect(found.method == "GET" && found.path == "/metrics" && found.host == "localhost:9464")
    }

    @Test(arguments: [
        "", "\r\n\r\n", "GET\r\n\r\n", "GET /\r\n\r\n", "GET / FTP/1.1\r\n\r\n",
        "GET  / HTTP/1.1\r\n\r\n", "GET metrics HTTP/1.1\r\n\r\n", "\u{16}\u{3}\u{1}\0\n\n",
        "GET / HTTP/1.1 more\r\n\r\n",
    ])
    func `that is none is not read`(text: String) {
        #expect(request(text) == nil)
    }

    @Test(arguments: [
        ("GET / HTTP/1.1\r\n\r\n", 18), ("GET / HTTP/1.1\n\n", 16),
        ("GET / HTTP/1.1\r\n\r\nbody", 18),
        ("a\n\r\n", 4), ("\n\n", 2),
    ])
    func `ends with an empty line, however it comes in pieces`(text: String, end: Int) {
        let bytes = Array(text.utf8)
        #expect(InspectionRequest.end(in: bytes, from: 0) == end)
        for known in 0..<end {
            #expect(InspectionRequest.end(in: bytes, from: known) == end)
            #expect(InspectionRequest.end(in: Array(bytes[..<known]), from: 0) == nil)
        }
    }

    @Test(arguments: [
        ("localhost", true), ("LOCALHOST:9464", true), ("127.0.0.1", true), ("127.1.2.3:80", true),
        ("[::1]:9464", true), ("evil.example", false), ("127.0.0.1.evil.example", false),
        ("localhost.evil.example:9464", false), ("10.0.0.1", false), ("", false), ("[::2]", false),
    ])
    func `names this machine or is led here by a foreign page`(host: String, isOurs: Bool) {
        #expect(request("GET / HTTP/1.1\nHost: \(host)\n\n")?.namesThisMachine == isOurs)
    }

    @Test func `is answered with its length and the end of the connection`() {
        let answer = InspectionAnswer(status: .unavailable, body: "stück\n")
        let text = String(decoding: answer.bytes(), as: UTF8.self)
        #expect(text.hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"))
        #expect(
            text.contains("\r\nContent-Length: 7\r\n") && text.contains("\r\nConnection: close\r\n")
        )
        #expect(text.hasSuffix("\r\n\r\nstück\n"))
        #expect(
            String(decoding: answer.bytes(withBody: false), as: UTF8.self).hasSuffix(
                "close\r\n\r\n"))
    }
}

import Foundation
import Settings
import Synchronization
import TestSupport
import Testing

@testable import Assembly

/// A server on a Unix socket in a folder of its own.
private final class Served: Sendable {
    let workshop: Workshop
    let path: String
    private let task: Mutex<Task<Void, any Error>?>

    init(
        takesAnyHost: Bool = true, patience: InspectionServer.Patience = .init(),
        _ answer: @escaping @Sendable (String) async -> InspectionAnswer = {
            InspectionAnswer(status: .ok, body: "you asked for \($0)\n")
        }
    ) throws {
        workshop = try Workshop()
        path = workshop.path + "/m.sock"
        let server = InspectionServer(
            listening: try ListeningSocket(at: .unix(path)), takesAnyHost: takesAnyHost,
            patience: patience, answer: answer)
        task = Mutex(Task { try await server.run() })
    }

    /// Returns when the server has ended.
    func stop() async {
        let running = task.withLock { $0 }
        running?.cancel()
        try? await running?.value
    }

    func ask(_ text: String) async -> String { await Client(path).ask(text) }
}

/// A connection to a Unix socket that works on a thread of its own.
private final class Client: Sendable {
    private let descriptor: Int32

    init(_ path: String) {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        let address = sockaddr_un(path)
        _ = withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    deinit { close(descriptor) }

    func send(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Everything until the server ends the connection.
    func rest() -> String {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return String(decoding: all, as: UTF8.self) }
            all += buffer[..<count]
        }
    }

    func ask(_ text: String) async -> String {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                self.send(text)
                continuation.resume(returning: self.rest())
            }
        }
    }
}

/// A socket of a process that was killed.
private func leaveSocket(at path: String) {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un(path)
    _ = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
    }
    close(descriptor)
}

extension sockaddr_un {
    fileprivate init(_ path: String) {
        self.init()
        sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `The server of an inspection` {
    @Test func `answers a question and ends the connection`() async throws {
        let served = try Served()
        let answer = await served.ask("GET /healthz HTTP/1.1\r\nHost: any.example\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answer.hasSuffix("\r\n\r\nyou asked for /healthz\n"))
        await served.stop()
    }

    @Test(arguments: [
        ("HEAD / HTTP/1.1\r\n\r\n", "HTTP/1.1 200 OK", "close\r\n\r\n"),
        ("POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\nx", "HTTP/1.1 405 ", "only GET and HEAD\n"),
        ("hello\r\n\r\n", "HTTP/1.1 400 ", "no HTTP request\n"),
    ])
    func `refuses what it does not know`(request: String, start: String, end: String) async throws {
        let served = try Served()
        let answer = await served.ask(request)
        #expect(answer.hasPrefix(start) && answer.hasSuffix(end), "\(answer)")
        await served.stop()
    }

    @Test func `refuses a head that is too large, whatever follows`() async throws {
        let served = try Served()
        let huge = "GET / HTTP/1.1\r\nX: " + String(repeating: "x", count: 20_000) + "\r\n\r\n"
        #expect(await served.ask(huge).hasPrefix("HTTP/1.1 431 "))
        #expect(await served.ask("GET / HTTP/1.1\r\n\r\n").hasPrefix("HTTP/1.1 200 "))
        await served.stop()
    }

    @Test func `does not wait for a client that sends nothing`() async throws {
        let served = try Served(
            patience: InspectionServer.Patience(request: .milliseconds(20), whole: .seconds(30)))
        #expect(await served.ask("GET / HTTP/1.1\r\n") == "")
        await served.stop()
    }

    @Test func `serves others after many that say nothing`() async throws {
        let served = try Served(
            patience: InspectionServer.Patience(request: .milliseconds(200), whole: .seconds(30)))
        let silent = (0..<3 * InspectionServer.connectionLimit).map { _ in Client(served.path) }
        #expect(await served.ask("GET / HTTP/1.1\r\n\r\n").hasPrefix("HTTP/1.1 200 "))
        withExtendedLifetime(silent) {}
        await served.stop()
    }

    @Test func `cuts an answer that takes too long`() async throws {
        let served = try Served(
            patience: InspectionServer.Patience(request: .seconds(30), whole: .milliseconds(50))
        ) { _ in
            try? await Task.sleep(for: .seconds(600))
            return InspectionAnswer(status: .ok, body: "late")
        }
        #expect(await served.ask("GET / HTTP/1.1\r\n\r\n") == "")
        await served.stop()
    }

    @Test func `refuses a page that was led here by a name of its own`() async throws {
        let served = try Served(takesAnyHost: false)
        let answer = await served.ask("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 421 "))
        await served.stop()
    }

    @Test func `has a socket for user and group, and takes it away`() async throws {
        let served = try Served()
        let mode = try FileManager.default.attributesOfItem(atPath: served.path)[.posixPermissions]
        #expect(mode as? Int == 0o660)
        _ = await served.ask("GET / HTTP/1.1\r\n\r\n")
        await served.stop()
        #expect(!FileManager.default.fileExists(atPath: served.path))
    }

    @Test func `replaces a socket that was left behind, and nothing else`() async throws {
        let workshop = try Workshop()
        let path = workshop.path + "/m.sock"
        leaveSocket(at: path)
        let first = try ListeningSocket(at: .unix(path))
        let inUse = #expect(throws: ListeningProblem.self) { try ListeningSocket(at: .unix(path)) }
        #expect(inUse?.description == "another process listens at \(path)")
        first.close()
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
        let file = #expect(throws: ListeningProblem.self) { try ListeningSocket(at: .unix(path)) }
        #expect(file?.description == "\(path) is there and is no socket; remove it")
        #expect(FileManager.default.contents(atPath: path) == Data("mine".utf8))
    }

    @Test func `names the address that is taken`() throws {
        let server = try LoopbackServer.start { _ in .status(404) }
        defer { server.stop() }
        let port = server.port
        let taken = #expect(throws: ListeningProblem.self) {
            try ListeningSocket(at: .loopback(address: "127.0.0.1", port: port))
        }
        #expect(
            taken?.description == "127.0.0.1:\(port) can't be listened at: Address already in use")
    }
}

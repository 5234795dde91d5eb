import Foundation
import Glibc
import Synchronization

/// A real SMTP server on 127.0.0.1 for tests, scripted by a closure; it knows no TLS.
///
/// ```swift
/// let server = try LoopbackMailServer.start { line in
///     line.hasPrefix("RCPT TO:<b@") ? .say("550 5.1.1 unknown") : .standard(line)
/// }
/// defer { server.stop() }
/// ```
///
/// The closure gets every line that is no part of a message, the empty one for the greeting and `.`
/// for the end of a message, and runs on the thread of its connection. `stop()` ends all connections,
/// hanging ones too.
public final class LoopbackMailServer: Sendable {
    /// What the server does about a line.
    public enum Reply: Sendable {
        /// Says this; several lines are parted by LF.
        case say(String)
        /// Closes the connection.
        case drop
        /// Says nothing more.
        case hang

        /// What a server says that takes everything and knows one login, `owner` with `open sesame`.
        public static func standard(_ line: String) -> Reply {
            switch line.prefix(4).uppercased() {
            case "": .say("220 mail.example ready")
            case "EHLO": .say("250-mail.example\n250-SIZE 1000000\n250 AUTH PLAIN")
            case "AUTH": .say("334 ")
            case "AG93":
                line == "AG93bmVyAG9wZW4gc2VzYW1l"
                    ? .say("235 2.7.0 welcome") : .say("535 5.7.8 wrong name or password")
            case "DATA": .say("354 go on")
            case "QUIT": .say("221 bye")
            default: .say("250 2.0.0 fine")
            }
        }
    }

    private struct State {
        var lines: [String] = []
        var messages: [String] = []
        var open: Set<Int32> = []
        var isStopped = false
    }

    /// The port that the system chose.
    public let port: Int
    private let listener: Int32
    private let state = Mutex(State())
    private let script: @Sendable (String) -> Reply

    /// Binds 127.0.0.1 on a free port and answers every line with what `script` returns.
    public static func start(
        _ script: @escaping @Sendable (String) -> Reply = Reply.standard
    ) throws -> LoopbackMailServer {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = socket(
            AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        guard listener >= 0, isListening else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EADDRNOTAVAIL)
        }
        let server = LoopbackMailServer(
            listener: listener, port: Int(UInt16(bigEndian: address.sin_port)), script: script)
        Thread { server.accept() }.start()
        return server
    }

    private init(listener: Int32, port: Int, script: @escaping @Sendable (String) -> Reply) {
        self.listener = listener
        self.port = port
        self.script = script
    }

    /// Every line so far that was no part of a message.
    public var lines: [String] { state.withLock { $0.lines } }

    /// Every whole message so far as it came over the wire, before dots are taken off.
    public var messages: [String] { state.withLock { $0.messages } }

    /// Closes the port and all connections; may be called twice.
    public func stop() {
        let isFirst = state.withLock { state in
            defer { state.isStopped = true }
            for connection in state.open { Glibc.shutdown(connection, Int32(SHUT_RDWR)) }
            return !state.isStopped
        }
        if isFirst { Glibc.shutdown(listener, Int32(SHUT_RDWR)) }
    }

    private func accept() {
        defer { close(listener) }
        while true {
            let connection = Glibc.accept(listener, nil, nil)
            let isWelcome = state.withLock { state in
                if connection >= 0, !state.isStopped { state.open.insert(connection) }
                return !state.isStopped
            }
            guard isWelcome else {
                if connection >= 0 { close(connection) }
                return
            }
            if connection >= 0 { Thread { self.serve(connection) }.start() }
        }
    }

    private func serve(_ connection: Int32) {
        defer {
            state.withLock { _ = $0.open.remove(connection) }
            close(connection)
        }
        guard answer("", connection) else { return }
        var message: [String]?
        var buffer: [UInt8] = []
        while let line = Self.line(connection, &buffer) {
            if message != nil, line != "." {
                message?.append(line)
                continue
            }
            if let whole = message {
                state.withLock { $0.messages.append(whole.joined(separator: "\r\n")) }
                message = nil
            }
            guard answer(line, connection) else { return }
            if line == "DATA" { message = [] }
        }
    }

    /// Does what the script says; false where the connection is over.
    private func answer(_ line: String, _ connection: Int32) -> Bool {
        state.withLock { $0.lines.append(line) }
        switch script(line) {
        case .say(let text):
            let wire = text.split(separator: "\n").map { $0 + "\r\n" }.joined()
            let bytes = Array(wire.utf8)
            return send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
                == bytes.count
        case .drop: return false
        case .hang:
            var byte: UInt8 = 0
            while recv(connection, &byte, 1, 0) > 0 {}
            return false
        }
    }

    private static func line(_ connection: Int32, _ buffer: inout [UInt8]) -> String? {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) {
                var line = buffer[..<end]
                if line.last == 0x0D { line.removeLast() }
                let text = String(decoding: line, as: UTF8.self)
                buffer.removeSubrange(...end)
                return text
            }
            var chunk = [UInt8](repeating: 0, count: 4096)
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { return nil }
            buffer.append(contentsOf: chunk.prefix(count))
        }
    }
}

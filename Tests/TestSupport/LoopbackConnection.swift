import Glibc

/// A request as a `LoopbackServer` received it.
public struct LoopbackRequest: Sendable, Hashable {
    /// One field of the head.
    public struct Header: Sendable, Hashable {
        /// As received.
        public var name: String
        /// Without leading spaces.
        public var value: String
    }

    /// As received, usually in capitals.
    public var method: String
    /// The request target: path and query.
    public var path: String
    /// In the order of arrival.
    public var headers: [Header]
    /// As long as `Content-Length` says.
    public var body: [UInt8]

    /// The value of the first header of this name, whatever its case; nil if there is none.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// One accepted connection; used by its own thread only.
final class LoopbackConnection: @unchecked Sendable {
    let descriptor: Int32
    private(set) var wasClosedByClient = false
    /// What was received and not yet used.
    private var buffer: [UInt8] = []

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// Reads one request; nil at the end of the connection or for bytes that are not HTTP.
    func nextRequest() -> LoopbackRequest? {
        var searched = 0
        var end: Int?
        while true {
            end = headEnd(from: searched)
            if end != nil { break }
            searched = max(0, buffer.count - 3)
            guard receive() else { return nil }
        }
        guard let end else { return nil }
        let lines = String(decoding: buffer[..<end], as: UTF8.self)
            .split(separator: "\r\n")
        let start = lines.first?.split(separator: " ") ?? []
        guard start.count == 3 else { return nil }
        let headers = lines.dropFirst().compactMap { line -> LoopbackRequest.Header? in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...]
            return .init(name: String(line[..<colon]), value: String(value.drop { $0 == " " }))
        }
        var request = LoopbackRequest(
            method: String(start[0]), path: String(start[1]), headers: headers, body: [])
        let length = request.header("Content-Length").flatMap { Int($0) } ?? 0
        while buffer.count < end + 4 + length { guard receive() else { return nil } }
        request.body = Array(buffer[(end + 4)..<(end + 4 + length)])
        buffer.removeFirst(end + 4 + length)
        return request
    }

    /// Does what `reply` says; true if the connection can take another request.
    func send(_ reply: LoopbackReply, stopping: LoopbackGate) -> Bool {
        for step in reply.steps {
            switch step {
            case .send(let bytes):
                guard write(bytes) else { return false }
            case .wait(let gate):
                guard stay(LoopbackGate.wait(on: [gate, stopping], connection: descriptor))
                else { return false }
            case .pause(let milliseconds):
                guard
                    stay(
                        LoopbackGate.wait(
                            on: [stopping], connection: descriptor, milliseconds: milliseconds))
                else { return false }
            case .hang:
                _ = stay(LoopbackGate.wait(on: [stopping], connection: descriptor))
                return false
            case .close:
                return false
            case .reset:
                var linger = linger(l_onoff: 1, l_linger: 0)
                setsockopt(
                    descriptor, SOL_SOCKET, SO_LINGER, &linger,
                    socklen_t(MemoryLayout.size(ofValue: linger)))
                return false
            }
        }
        return true
    }

    func end() { close(descriptor) }

    /// Notes that the client left where a wait was ended by its socket.
    private func stay(_ stays: Bool) -> Bool {
        if !stays {
            var byte: UInt8 = 0
            let count = recv(descriptor, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
            wasClosedByClient = count == 0 || (count < 0 && errno == ECONNRESET)
        }
        return stays
    }

    private func headEnd(from start: Int) -> Int? {
        let bytes = buffer
        guard bytes.count >= start + 4 else { return nil }
        return (start...(bytes.count - 4)).first {
            bytes[$0] == 13 && bytes[$0 + 1] == 10
                && bytes[$0 + 2] == 13 && bytes[$0 + 3] == 10
        }
    }

    private func receive() -> Bool {
        var chunk = [UInt8](repeating: 0, count: 16_384)
        let count = recv(descriptor, &chunk, chunk.count, 0)
        guard count > 0 else {
            wasClosedByClient = true
            return false
        }
        buffer += chunk[..<count]
        return true
    }

    private func write(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(
                    descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent,
                    Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else {
                wasClosedByClient = true
                return false
            }
            sent += count
        }
        return true
    }
}

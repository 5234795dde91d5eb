import Foundation
import Glibc
import Synchronization

/// A real HTTP/1.1 server on 127.0.0.1 (or ::1) for tests, scripted by a closure, honest or hostile.
///
/// ```swift
/// let server = try LoopbackServer.start { request in
///     switch request.path {
///     case "/feed.xml": .ok("<rss/>", headers: ["ETag": "\"1\""])
///     case "/old": .redirect(to: "/feed.xml", status: 301)
///     case "/hang": .hang
///     default: .status(404)
///     }
/// }
/// defer { server.stop() }
/// … server.url("/feed.xml") …
/// #expect(server.requests.first?.header("If-None-Match") == nil)
/// ```
///
/// Every connection has a thread of its own and is kept alive while the replies are whole. The
/// closure runs on these threads, at once for connections that overlap. Nothing has to be slept
/// for: `requests(atLeast:)` and `disconnections(atLeast:)` wait for what the client does, a
/// `LoopbackGate` holds a reply back until the test opens it. `stop()` ends every reply, hanging
/// ones too.
public final class LoopbackServer: Sendable {
    /// What the threads tell each other; guarded by `state`.
    private struct State {
        var requests: [LoopbackRequest] = []
        var connections = 0
        var disconnections = 0
        var open: Set<Int32> = []
        var isStopped = false
        var waiters: [Waiter] = []
    }

    private struct Waiter {
        let isSatisfied: @Sendable (borrowing State) -> Bool
        let continuation: CheckedContinuation<Void, Never>
    }

    /// The port that the system chose.
    public let port: UInt16
    private let listener: Int32
    /// Bound to the same port of the other family; nobody listens there.
    private let twin: Int32?
    private let stopping = LoopbackGate()
    private let state = Mutex(State())
    private let handler: @Sendable (LoopbackRequest) -> LoopbackReply

    /// Binds 127.0.0.1 on a free port and answers every request with what `handler` returns.
    public static func start(
        _ handler: @escaping @Sendable (LoopbackRequest) -> LoopbackReply
    ) throws -> LoopbackServer {
        var address = ipv4(port: 0)
        let listener = try bound(to: &address)
        return try start(
            listener, on: UInt16(bigEndian: address.sin_port), holding: nil, handler)
    }

    /// Binds ::1 on a free port; throws where the machine has no IPv6.
    ///
    /// The port is held at 127.0.0.1 too, where nobody answers: by the name `localhost` a client
    /// would else reach what another test has there.
    public static func startIPv6(
        _ handler: @escaping @Sendable (LoopbackRequest) -> LoopbackReply
    ) throws -> LoopbackServer {
        while true {
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_addr = in6addr_loopback
            let listener = try bound(to: &address)
            var twin = ipv4(port: address.sin6_port)
            do {
                let held = try bound(to: &twin)
                return try start(
                    listener, on: UInt16(bigEndian: address.sin6_port), holding: held, handler)
            } catch let error as POSIXError where error.code == .EADDRINUSE {
                close(listener)
            }
        }
    }

    private static func ipv4(port: in_port_t) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = port
        return address
    }

    /// A socket of its own at `address`, which has the port thereafter.
    private static func bound<Address>(to address: inout Address) throws -> Int32 {
        var length = socklen_t(MemoryLayout<Address>.size)
        return try withUnsafeMutablePointer(to: &address) { pointer in
            try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                let descriptor = socket(
                    Int32(address.pointee.sa_family),
                    Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
                guard descriptor >= 0 else { throw lastError() }
                guard bind(descriptor, address, length) == 0,
                    getsockname(descriptor, address, &length) == 0
                else {
                    let error = lastError()
                    close(descriptor)
                    throw error
                }
                return descriptor
            }
        }
    }

    private static func lastError() -> POSIXError {
        POSIXError(POSIXErrorCode(rawValue: errno) ?? .EADDRNOTAVAIL)
    }

    private static func start(
        _ listener: Int32, on port: UInt16, holding twin: Int32?,
        _ handler: @escaping @Sendable (LoopbackRequest) -> LoopbackReply
    ) throws -> LoopbackServer {
        guard listen(listener, 128) == 0 else { throw lastError() }
        let server = LoopbackServer(
            listener: listener, twin: twin, port: port, handler: handler)
        Thread { server.accept() }.start()
        return server
    }

    private init(
        listener: Int32, twin: Int32?, port: UInt16,
        handler: @escaping @Sendable (LoopbackRequest) -> LoopbackReply
    ) {
        self.listener = listener
        self.twin = twin
        self.port = port
        self.handler = handler
    }

    /// The address of `path` (which begins with `/`) on this server, by `host`.
    public func url(_ path: String, host: String = "127.0.0.1") -> String {
        "http://\(host):\(port)\(path)"
    }

    /// Every whole request so far, in the order of arrival.
    public var requests: [LoopbackRequest] { state.withLock { $0.requests } }

    /// How many connections were accepted so far.
    public var connectionCount: Int { state.withLock { $0.connections } }

    /// Waits until `count` requests have arrived, and returns all of them.
    ///
    /// A server that is stopped meanwhile returns what it has.
    @discardableResult
    public func requests(atLeast count: Int) async -> [LoopbackRequest] {
        await wait { $0.requests.count >= count }
        return requests
    }

    /// Waits until the client has closed `count` connections.
    public func disconnections(atLeast count: Int) async {
        await wait { $0.disconnections >= count }
    }

    /// Closes the port and all connections and ends replies that hang; may be called twice.
    public func stop() {
        let isFirst = state.withLock { state in
            defer { state.isStopped = true }
            for connection in state.open { Glibc.shutdown(connection, Int32(SHUT_RDWR)) }
            return !state.isStopped
        }
        guard isFirst else { return }
        stopping.open()
        wakeWaiters()
    }

    private func wait(
        until isSatisfied: @escaping @Sendable (borrowing State) -> Bool
    ) async {
        await withCheckedContinuation { continuation in
            state.withLock {
                $0.waiters.append(Waiter(isSatisfied: isSatisfied, continuation: continuation))
            }
            wakeWaiters()
        }
    }

    private func wakeWaiters() {
        let ready = state.withLock { state in
            let isOver = state.isStopped
            let done = state.waiters.filter { isOver || $0.isSatisfied(state) }
            let rest = state.waiters.filter { !isOver && !$0.isSatisfied(state) }
            state.waiters = rest
            return done
        }
        for waiter in ready { waiter.continuation.resume() }
    }

    private func accept() {
        defer {
            close(listener)
            if let twin { close(twin) }
        }
        while stopping.isClosed(while: listener) {
            let connection = Glibc.accept(listener, nil, nil)
            guard connection >= 0 else { continue }
            _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
            let isWelcome = state.withLock { state in
                guard !state.isStopped else { return false }
                state.connections += 1
                state.open.insert(connection)
                return true
            }
            guard isWelcome else {
                close(connection)
                return
            }
            Thread { self.serve(LoopbackConnection(descriptor: connection)) }.start()
        }
    }

    private func serve(_ connection: LoopbackConnection) {
        while let request = connection.nextRequest() {
            state.withLock { $0.requests.append(request) }
            wakeWaiters()
            guard connection.send(handler(request), stopping: stopping) else { break }
        }
        state.withLock { state in
            state.open.remove(connection.descriptor)
            state.disconnections += connection.wasClosedByClient ? 1 : 0
        }
        connection.end()
        wakeWaiters()
    }
}

import FlyingSocks
import Foundation
import Settings

/// Answers questions about the daemon, each on a connection of its own.
///
/// What a client may cost is limited: 16 connections at once (others wait in the kernel), 8 KiB and five
/// seconds for the head of a request, half a minute for all of it.
struct InspectionServer: Sendable {
    /// How many connections are served at once.
    static let connectionLimit = 16

    /// How long a client may take.
    struct Patience: Sendable {
        /// To send its question.
        var request = Duration.seconds(5)
        /// To have its answer.
        var whole = Duration.seconds(30)
    }

    let listening: ListeningSocket
    /// Whether any name of this machine will do: nobody comes to a Unix socket by a name.
    var takesAnyHost: Bool
    var patience = Patience()
    let answer: @Sendable (_ path: String) async -> InspectionAnswer

    /// Serves until the task is cancelled, and ends the listening.
    ///
    /// - Throws: what the socket met, after which nobody is served any more.
    func run() async throws {
        defer { listening.close() }
        let pool = SocketPool.make()
        try await pool.prepare()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            group.addTask {
                try await accept(on: AsyncSocket(socket: listening.socket, pool: pool))
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func accept(on socket: AsyncSocket) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            var served = 0
            while !Task.isCancelled {
                if served == Self.connectionLimit {
                    try await group.next()
                    served -= 1
                }
                do {
                    let client = try await socket.accept()
                    _ = fcntl(client.socket.file.rawValue, F_SETFD, FD_CLOEXEC)
                    group.addTask { await serve(client) }
                    served += 1
                } catch {
                    try Task.checkCancellation()
                    // A client that has gone already, or no descriptor that is free: it passes.
                    try await Task.sleep(for: .milliseconds(500))
                }
            }
        }
    }

    private func serve(_ client: AsyncSocket) async {
        defer { try? client.close() }
        try? await within(patience.whole) {
            let (answer, hasBody) = try await reply(to: client)
            try Task.checkCancellation()
            try await client.write(answer.bytes(withBody: hasBody))
            await drain(client)
        }
    }

    /// Lets the client have the answer before what it still sends makes the kernel cut the connection.
    private func drain(_ client: AsyncSocket) async {
        shutdown(client.socket.file.rawValue, Int32(SHUT_WR))
        try? await within(.seconds(1)) {
            var rest = 64 * 1024
            while rest > 0 {
                rest -= try await client.read(atMost: 4096).count
            }
        }
    }

    private func reply(to client: AsyncSocket) async throws -> (InspectionAnswer, hasBody: Bool) {
        let head = try await within(patience.request) { try await Self.head(of: client) }
        guard let head else {
            return (
                InspectionAnswer(status: .headTooLarge, body: "the request is too large\n"), true
            )
        }
        guard let request = InspectionRequest(head) else {
            return (InspectionAnswer(status: .badRequest, body: "this is no HTTP request\n"), true)
        }
        let hasBody = request.method != "HEAD"
        guard request.method == "GET" || !hasBody else {
            return (
                InspectionAnswer(status: .methodNotAllowed, body: "only GET and HEAD\n"), true
            )
        }
        guard takesAnyHost || request.namesThisMachine else {
            return (
                InspectionAnswer(
                    status: .misdirected, body: "ask for localhost, 127.0.0.1 or [::1]\n"), hasBody
            )
        }
        return (await answer(request.path), hasBody)
    }

    /// The head of a request; nil if it is too long.
    private static func head(of client: AsyncSocket) async throws -> [UInt8]? {
        var bytes: [UInt8] = []
        while true {
            let known = bytes.count
            bytes += try await client.read(atMost: 4096)
            if let end = InspectionRequest.end(in: bytes, from: known) {
                return end <= InspectionRequest.limit ? Array(bytes[..<end]) : nil
            }
            if bytes.count >= InspectionRequest.limit { return nil }
        }
    }
}

/// Runs `work`; cancels it and throws when it takes longer than `limit`.
private func within<Value: Sendable>(
    _ limit: Duration, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask { try await work() }
        group.addTask {
            try await Task.sleep(for: limit)
            throw CancellationError()
        }
        defer { group.cancelAll() }
        guard let value = try await group.next() else { throw CancellationError() }
        return value
    }
}

/// What a `LoopbackServer` answers: a list of steps, from a whole reply to a broken one.
public struct LoopbackReply: Sendable {
    /// One thing done to the connection.
    public enum Step: Sendable {
        case send([UInt8])
        /// Holds the reply back until the gate opens, the client leaves or the server stops.
        case wait(LoopbackGate)
        /// Waits so many milliseconds, or until the client leaves or the server stops.
        case pause(milliseconds: Int32)
        /// Waits until the client leaves or the server stops.
        case hang
        /// Closes in good order.
        case close
        /// Closes with a TCP reset.
        case reset
    }

    /// What is done, in order.
    public var steps: [Step]

    /// A reply out of its steps; without `close` or `reset` the connection stays open for more.
    public init(_ steps: [Step]) { self.steps = steps }

    /// A whole reply with its `Content-Length`.
    public static func status(
        _ status: Int, headers: KeyValuePairs<String, String> = [:], body: [UInt8] = []
    ) -> Self {
        var head = head(status, headers)
        // 1xx, 204 and 304 have no body and so no length (RFC 9112, section 6.3).
        if status >= 200, status != 204, status != 304 {
            head += "Content-Length: \(body.count)\r\n"
        }
        return Self([.send(Array((head + "\r\n").utf8) + body)])
    }

    /// A reply 200 with a text as its body.
    public static func ok(_ body: String, headers: KeyValuePairs<String, String> = [:]) -> Self {
        status(200, headers: headers, body: Array(body.utf8))
    }

    /// A redirect to `location`, which may be relative.
    public static func redirect(to location: String, status: Int = 302) -> Self {
        .status(status, headers: ["Location": location])
    }

    /// These bytes as they are, then the end of the connection.
    public static func raw(_ bytes: [UInt8]) -> Self { Self([.send(bytes), .close]) }

    /// These bytes as they are, then the end of the connection.
    public static func raw(_ text: String) -> Self { raw(Array(text.utf8)) }

    /// A reply 200 in chunked coding.
    public static func chunked(
        _ chunks: [String], headers: KeyValuePairs<String, String> = [:]
    ) -> Self {
        var text = head(200, headers) + "Transfer-Encoding: chunked\r\n\r\n"
        for chunk in chunks where !chunk.isEmpty {
            text += String(chunk.utf8.count, radix: 16) + "\r\n" + chunk + "\r\n"
        }
        return Self([.send(Array((text + "0\r\n\r\n").utf8))])
    }

    /// A reply 200 that promises `declared` bytes, sends `body` and closes.
    public static func truncated(_ body: String, declared: Int) -> Self {
        raw(head(200, ["Content-Length": "\(declared)"]) + "\r\n" + body)
    }

    /// A reply 200 that sends `body` out of `declared` bytes and resets the connection.
    public static func reset(after body: String, declared: Int) -> Self {
        let head = head(200, ["Content-Length": "\(declared)"]) + "\r\n"
        return Self([.send(Array((head + body).utf8)), .reset])
    }

    /// A reply 200 that comes byte by byte, `milliseconds` apart.
    public static func drip(_ body: String, everyMilliseconds milliseconds: Int32) -> Self {
        let head = head(200, ["Content-Length": "\(body.utf8.count)"]) + "\r\n"
        return Self(
            [.send(Array(head.utf8))]
                + body.utf8.flatMap { [Step.send([$0]), .pause(milliseconds: milliseconds)] })
    }

    /// This reply, held back until `gate` opens.
    public func after(_ gate: LoopbackGate) -> Self { Self([.wait(gate)] + steps) }

    /// No answer at all until the client leaves or the server stops.
    public static var hang: Self { Self([.hang]) }

    /// The end of the connection without an answer.
    public static var close: Self { Self([.close]) }

    /// A TCP reset without an answer.
    public static var reset: Self { Self([.reset]) }

    private static func head(_ status: Int, _ headers: KeyValuePairs<String, String>) -> String {
        headers.reduce(into: "HTTP/1.1 \(status) Scripted\r\n") {
            $0 += "\($1.key): \($1.value)\r\n"
        }
    }
}

import Foundation

/// The head of an HTTP request (RFC 9112), as far as an inspection needs it.
struct InspectionRequest: Sendable, Hashable {
    /// How many bytes a head may have.
    static let limit = 8 * 1024

    /// Case matters.
    var method: String
    /// Without the query.
    var path: String
    /// Whom the client takes this for; nil if it does not say.
    var host: String?

    /// Reads a head with the empty line that ends it; nil if it is none.
    init?(_ bytes: [UInt8]) {
        var lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
        let words = lines.popFirst()?.split(separator: " ", omittingEmptySubsequences: false) ?? []
        guard words.count == 3, !words[0].isEmpty, words[1].hasPrefix("/"),
            words[2].hasPrefix("HTTP/1.")
        else { return nil }
        method = String(words[0])
        path = String(words[1].prefix { $0 != "?" })
        for line in lines {
            guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "host"
            else { continue }
            host = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
    }

    /// Where the head ends with its empty line, of whose bytes those before `known` hold no end; nil if
    /// more has to come.
    static func end(in bytes: [UInt8], from known: Int) -> Int? {
        for place in max(1, known)..<max(1, known, bytes.count) where bytes[place] == 0x0A {
            let before = bytes[place - 1]
            if before == 0x0A || before == 0x0D && place > 1 && bytes[place - 2] == 0x0A {
                return place + 1
            }
        }
        return nil
    }

    /// Whether the client names this machine: a page in a browser that was led here by a name of its own
    /// (DNS rebinding) does not.
    var namesThisMachine: Bool {
        guard let host else { return true }
        let name =
            host.hasPrefix("[")
            ? String(host.dropFirst().prefix { $0 != "]" }) : String(host.prefix { $0 != ":" })
        if name.lowercased() == "localhost" || name == "::1" { return true }
        var address = in_addr()
        return name.hasPrefix("127.") && inet_pton(AF_INET, name, &address) == 1
    }
}

/// What is answered.
struct InspectionAnswer: Sendable, Hashable {
    /// The status codes that are used, with their phrases.
    enum Status: Int, Sendable {
        case ok = 200
        case badRequest = 400
        case notFound = 404
        case methodNotAllowed = 405
        case misdirected = 421
        case headTooLarge = 431
        case unavailable = 503

        fileprivate var phrase: String {
            switch self {
            case .ok: "OK"
            case .badRequest: "Bad Request"
            case .notFound: "Not Found"
            case .methodNotAllowed: "Method Not Allowed"
            case .misdirected: "Misdirected Request"
            case .headTooLarge: "Request Header Fields Too Large"
            case .unavailable: "Service Unavailable"
            }
        }
    }

    var status: Status
    /// Text in UTF-8.
    var body: String
    var contentType = "text/plain; charset=utf-8"

    /// The message on the wire; the connection ends with it.
    func bytes(withBody: Bool = true) -> Data {
        let content = Data(body.utf8)
        var head = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n"
        head += "Content-Type: \(contentType)\r\nContent-Length: \(content.count)\r\n"
        if status == .methodNotAllowed { head += "Allow: GET, HEAD\r\n" }
        head += "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
        head += "Connection: close\r\n\r\n"
        return Data(head.utf8) + (withBody ? content : Data())
    }
}

import Foundation

/// The part of a mail that a person reads in a terminal.
struct DemoMail {
    let text: String

    /// Takes subject, sender and the plain text out of a message as Repute writes it: multipart,
    /// plain text first, quoted-printable or base64.
    init(message: String) {
        let parts = message.components(separatedBy: "\n\n")
        let headers = Self.unfolded(parts.first ?? "")
        let shown = ["From", "To", "Subject", "Message-ID"].compactMap { name in
            headers.first { $0.hasPrefix(name + ":") }.map(Self.decodedWords)
        }
        text = (shown + ["", Self.plainText(message)]).joined(separator: "\n")
    }

    private static func unfolded(_ block: String) -> [String] {
        block.replacing("\n ", with: " ").replacing("\n\t", with: " ")
            .components(separatedBy: "\n")
    }

    private static func plainText(_ message: String) -> String {
        guard let start = message.range(of: "Content-Type: text/plain"),
            let headEnd = message.range(of: "\n\n", range: start.lowerBound..<message.endIndex)
        else { return message }
        let head = message[start.lowerBound..<headEnd.lowerBound]
        let rest = message[headEnd.upperBound...]
        let body = String(rest.range(of: "\n--").map { rest[..<$0.lowerBound] } ?? rest)
        if head.contains("base64") {
            let bytes = Data(base64Encoded: body, options: .ignoreUnknownCharacters) ?? Data()
            return String(decoding: bytes, as: UTF8.self)
        }
        return head.contains("quoted-printable") ? quotedPrintable(body) : body
    }

    /// RFC 2045, section 6.7.
    private static func quotedPrintable(_ text: String) -> String {
        let joined = Array(text.replacing("=\n", with: "").utf8)
        var bytes: [UInt8] = []
        var index = 0
        while index < joined.count {
            if joined[index] == UInt8(ascii: "="), index + 2 < joined.count,
                let byte = UInt8(
                    String(decoding: joined[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                index += 3
            } else {
                bytes.append(joined[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// RFC 2047: words such as `=?utf-8?q?…?=` and `=?utf-8?b?…?=`.
    private static func decodedWords(_ line: String) -> String {
        var result = ""
        var rest = Substring(line.replacing("?= =?", with: "?==?"))
        while let start = rest.range(of: "=?") {
            let fields = rest[start.upperBound...].split(
                separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
            guard fields.count == 4, fields[3].first == "=" else { break }
            result += rest[..<start.lowerBound]
            let word = String(fields[2])
            result +=
                fields[1].lowercased() == "b"
                ? String(decoding: Data(base64Encoded: word) ?? Data(), as: UTF8.self)
                : quotedPrintable(word.replacing("_", with: " "))
            rest = fields[3].dropFirst()
        }
        return result + rest
    }
}

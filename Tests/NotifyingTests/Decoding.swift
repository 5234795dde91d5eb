import Foundation

/// Decoders of what mails are encoded with, written apart from the encoders that they test.
enum Decoding {
    /// The bytes of a quoted-printable body.
    static func quotedPrintable(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "=") else {
                bytes.append(byte)
                continue
            }
            let first = rest.popFirst()
            guard let first, first != UInt8(ascii: "\n"), let second = rest.popFirst() else {
                continue
            }
            let digits = String(decoding: [first, second], as: UTF8.self)
            bytes.append(UInt8(digits, radix: 16) ?? UInt8(ascii: "?"))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func base64(_ text: String) -> String? {
        Data(base64Encoded: text.filter { $0 != "\n" }).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The value of a field that is made of encoded words only; every word has to be whole UTF-8.
    static func encodedWords(_ value: String) -> String? {
        var text = ""
        for word in value.split(whereSeparator: \.isWhitespace) {
            let parts = word.split(separator: "?", omittingEmptySubsequences: false)
            guard parts.count == 5, parts[1] == "UTF-8" else { return nil }
            let bytes: Data?
            if parts[2] == "B" {
                bytes = Data(base64Encoded: String(parts[3]))
            } else {
                let spaced = parts[3].replacingOccurrences(of: "_", with: " ")
                bytes = Data(quotedPrintable(spaced).utf8)
            }
            guard let bytes, let piece = String(data: bytes, encoding: .utf8) else { return nil }
            text += piece
        }
        return text
    }
}

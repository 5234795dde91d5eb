import FoundationEssentials

/// How the text of a body part travels as ASCII lines of at most 76 characters (RFC 2045, 6.7, 6.8).
enum TransferEncoding: String {
    case quotedPrintable = "quoted-printable"
    case base64

    /// The encoding that makes `text` shorter: base64 where more than a sixth would be escaped.
    static func best(for text: String) -> TransferEncoding {
        let escaped = text.utf8.count { $0 > 0x7E }
        return escaped > text.utf8.count / 6 ? .base64 : .quotedPrintable
    }

    /// `text`, whose lines end in LF, encoded.
    func encoded(_ text: String) -> String {
        switch self {
        case .quotedPrintable: Self.quotedPrintable(text)
        case .base64: Self.lines(ofBase64: Self.base64(Array(text.utf8)))
        }
    }

    static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// `=` and two hexadecimal digits.
    static func escaped(_ byte: UInt8) -> String {
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        var text = "="
        text.unicodeScalars.append(digits[Int(byte >> 4)])
        text.unicodeScalars.append(digits[Int(byte & 15)])
        return text
    }

    private static func lines(ofBase64 text: String) -> String {
        var lines = ""
        var rest = Substring(text)
        while !rest.isEmpty {
            lines += rest.prefix(76) + "\n"
            rest = rest.dropFirst(76)
        }
        return lines
    }

    private static func quotedPrintable(_ text: String) -> String {
        var out = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            appendLine(line, to: &out)
        }
        out.removeLast()
        return out
    }

    /// One line, with soft breaks; what a mail program could take for its own (a dot or `From ` at
    /// the start of a line, blanks at its end) is escaped.
    private static func appendLine(_ line: Substring, to out: inout String) {
        var width = 0
        let bytes = Array(line.utf8)
        for (index, byte) in bytes.enumerated() {
            let isLast = index == bytes.count - 1
            var token = literal(byte, isLast: isLast, isFirst: width == 0)
            // Room for this character's bytes and, unless the line ends here, the `=` of a break.
            if width + needed(bytes, at: index, token) > (isLast ? 76 : 75) {
                out += "=\n"
                width = 0
                token = literal(byte, isLast: isLast, isFirst: true)
            }
            if width == 0, byte == UInt8(ascii: "F"), bytes[index...].starts(with: "From ".utf8) {
                token = Self.escaped(byte)
            }
            out += token
            width += token.utf8.count
        }
        out += "\n"
    }

    /// The columns that have to be free: those of the whole character at its first byte.
    private static func needed(_ bytes: [UInt8], at index: Int, _ token: String) -> Int {
        guard bytes[index] >= 0xC0 else { return token.utf8.count }
        let following = bytes[(index + 1)...].prefix(3).prefix { $0 & 0xC0 == 0x80 }.count
        return 3 * (1 + following)
    }

    private static func literal(_ byte: UInt8, isLast: Bool, isFirst: Bool) -> String {
        switch byte {
        case 0x20, 0x09: isLast ? escaped(byte) : String(Unicode.Scalar(byte))
        case UInt8(ascii: "."): isFirst ? escaped(byte) : "."
        case UInt8(ascii: "="): escaped(byte)
        case 0x21...0x7E: String(Unicode.Scalar(byte))
        default: escaped(byte)
        }
    }
}

/// Percent-encoding (RFC 3986, section 2) of values that go into addresses.
enum PercentEncoding {
    /// `text` as one segment of a path: `:` and `@` may stay as they are (RFC 3986, section 3.3).
    static func segment(_ text: String) -> String {
        encoded(text) { isUnreserved($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "@") }
    }

    /// `text` as a name or value of a query: all but the unreserved characters are encoded.
    static func query(_ text: String) -> String {
        encoded(text, keeping: isUnreserved)
    }

    /// `text` as a piece of an address that may hold several parts; what is encoded already stays so.
    static func keepingReserved(_ text: String) -> String {
        let reserved = Set(":/?#[]@!$&'()*+,;=%".utf8)
        return encoded(text) { isUnreserved($0) || reserved.contains($0) }
    }

    /// `text` with its percent-encoded bytes as what they are; a `%` without two digits stays.
    static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func encoded(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
        if text.utf8.allSatisfy(isKept) { return text }
        var bytes: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            if isKept(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}

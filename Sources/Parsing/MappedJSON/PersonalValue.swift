/// Tells values that lead to a person from names.
enum PersonalValue {
    /// Whether `text` as a whole is a mail address, an IP address or a phone number.
    static func isOne(_ text: String) -> Bool {
        guard text.utf8.count <= 320, text.utf8.contains(where: isTelling) else { return false }
        return isMailAddress(text) || isIPAddress(text) || isPhoneNumber(text)
    }

    /// Whether a byte stands in such a value and in few names.
    private static func isTelling(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == UInt8(ascii: "@") || byte == UInt8(ascii: ":")
    }

    /// `ann@shop.example`, also in angle brackets, behind `mailto:`, or with stars for some letters.
    private static func isMailAddress(_ text: String) -> Bool {
        var text = text[...]
        if text.hasPrefix("<"), text.hasSuffix(">") { text = text.dropFirst().dropLast() }
        if text.lowercased().hasPrefix("mailto:") { text = text.dropFirst(7) }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !text.contains(where: \.isWhitespace) else {
            return false
        }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
    }

    private static func isIPAddress(_ text: String) -> Bool {
        let octets = text.split(separator: ".", omittingEmptySubsequences: false)
        if octets.count == 4 {
            return octets.allSatisfy {
                $0.count <= 3 && (Int($0).map { (0...255).contains($0) } ?? false)
            }
        }
        let groups = text.split(separator: ":", omittingEmptySubsequences: false)
        guard groups.count > 2, groups.count <= 9, groups.count == 8 || text.contains("::") else {
            return false
        }
        return groups.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isHexDigit) }
    }

    /// `+49 30 1234567`, `030/1234567`, `(555) 010-4477`: no more digits than a phone number has
    /// (ITU-T E.164, section 6), and something that tells it from the number of an account.
    private static func isPhoneNumber(_ text: String) -> Bool {
        var digits = 0
        var separators = 0
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case 0x30...0x39: digits += 1
            case UInt8(ascii: "+") where index == 0: break
            case 0x20, UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"),
                UInt8(ascii: "."):
                separators += 1
            default: return false
            }
        }
        guard (7...15).contains(digits) else { return false }
        if text.hasPrefix("+") { return true }
        return digits >= 9 && (separators > 0 || text.hasPrefix("0"))
    }
}

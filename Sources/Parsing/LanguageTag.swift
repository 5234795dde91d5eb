/// Reads declared languages.
enum LanguageTag {
    /// The BCP 47 tag that `text` is, with `-` for `_` and without a POSIX charset; nil for what is
    /// no tag.
    static func normalized(_ text: String) -> String? {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): bytes.append(byte)
            case UInt8(ascii: "_"): bytes.append(UInt8(ascii: "-"))
            case UInt8(ascii: "."), UInt8(ascii: "@"):
                return checked(bytes)
            case 0x20, 0x09, 0x0A, 0x0D: continue
            default: return nil
            }
            if bytes.count > 35 { return nil }
        }
        return checked(bytes)
    }

    private static func checked(_ bytes: [UInt8]) -> String? {
        let primary = bytes.prefix { $0 != UInt8(ascii: "-") }
        guard (2...8).contains(primary.count), primary.allSatisfy({ $0 >= 0x41 }) else {
            return nil
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

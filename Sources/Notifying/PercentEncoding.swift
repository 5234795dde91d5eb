/// Text as percent-encoded bytes of UTF-8.
enum PercentEncoding {
    /// A segment of a path: all but the unreserved characters of RFC 3986, 2.3, is encoded.
    static func segment(_ text: String) -> String { encoded(text, alsoPlain: "~") }

    /// A value of `application/x-www-form-urlencoded` (WHATWG URL, 5.2).
    static func form(_ text: String) -> String {
        encoded(text, alsoPlain: "* ").replacing(" ", with: "+")
    }

    private static func encoded(_ text: String, alsoPlain marks: String) -> String {
        let marks = Array("-_.\(marks)".utf8)
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
                out.unicodeScalars.append(UnicodeScalar(byte))
            case _ where marks.contains(byte):
                out.unicodeScalars.append(UnicodeScalar(byte))
            default: out += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}

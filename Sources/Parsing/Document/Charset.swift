/// A charset by the name that iconv knows, as browsers understand its label (WHATWG Encoding, 4.2):
/// `iso-8859-1` means windows-1252, `gb2312` GB 18030, `shift_jis` windows-31j, and so on.
struct Charset {
    let name: String

    /// The charset that `label` names; nil for an empty one.
    ///
    /// Unknown names are left to iconv.
    init?(label: String) {
        let folded = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        let isName = folded.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
                || "-_.:+()".utf8.contains($0)
        }
        guard !folded.isEmpty, isName, folded.utf8.count <= 40 else { return nil }
        let hyphened = folded.replacing("_", with: "-")
        name =
            Self.meant[folded] ?? Self.meant[hyphened] ?? Self.windowsName(hyphened)
            ?? Self.ibmName(hyphened) ?? hyphened
    }

    /// Whether text of this charset is valid UTF-8 or is told apart by its bytes.
    var isUnicode: Bool { name == "UTF-8" || name.hasPrefix("utf-16") || name.hasPrefix("utf-32") }

    /// Whether all of its text is ASCII bytes, so that the bytes do not show it.
    var isSevenBit: Bool {
        name.hasPrefix("iso-2022-") || name == "hz-gb-2312" || name == "utf-7"
    }

    /// `windows-1251` and its spellings `cp1251`, `cp-1251`, `win-1251`, `x-cp1251`.
    private static func windowsName(_ label: String) -> String? {
        for prefix in ["windows-", "windows", "win-", "win", "x-cp", "cp-", "cp"]
        where label.hasPrefix(prefix) {
            let digits = label.dropFirst(prefix.count)
            if digits.count >= 3, digits.allSatisfy(\.isNumber) { return "CP" + digits }
        }
        return nil
    }

    /// `ibm861` and its spellings `csibm861`, `ibm-861`, `ebcdic-cp-xx` and `cp-is`.
    private static func ibmName(_ label: String) -> String? {
        if let number = countries[label.hasPrefix("ebcdic-") ? String(label.dropFirst(7)) : label] {
            return "IBM" + number
        }
        for prefix in ["csibm", "ibm-", "ibm"] where label.hasPrefix(prefix) {
            let digits = label.dropFirst(prefix.count)
            if digits.count >= 3, digits.allSatisfy(\.isNumber) {
                return digits == "039" ? "IBM037" : "IBM" + digits
            }
        }
        return nil
    }

    /// The numbers of IBM's code pages by the countries in their IANA names.
    private static let countries: [String: String] = [
        "cp-ca": "037", "cp-nl": "037", "cp-us": "037", "cp-wt": "037", "cp-be": "500",
        "cp-ch": "500", "cp-is": "861", "cp-he": "424", "cp-gb": "285", "cp-fr": "297",
        "cp-es": "284", "cp-it": "280", "cp-fi": "278", "cp-se": "278", "cp-dk": "277",
        "cp-no": "277", "cp-gr": "423",
    ]

    private static let meant: [String: String] = [
        "utf8": "UTF-8", "utf-8": "UTF-8", "unicode-1-1-utf-8": "UTF-8", "x-utf-8": "UTF-8",
        "ascii": "CP1252", "us-ascii": "CP1252", "iso-8859-1": "CP1252", "iso8859-1": "CP1252",
        "iso_8859-1": "CP1252", "iso88591": "CP1252", "latin1": "CP1252", "latin-1": "CP1252",
        "l1": "CP1252", "ansi": "CP1252", "ansi_x3.4-1968": "CP1252",
        "iso-8859-9": "CP1254", "iso8859-9": "CP1254", "latin5": "CP1254",
        "iso-8859-11": "CP874", "tis-620": "CP874",
        "iso-8859-8-i": "iso-8859-8", "iso-8859-6-i": "iso-8859-6",
        "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030",
        "big5": "big5-hkscs", "big-5": "big5-hkscs", "x-x-big5": "big5-hkscs",
        "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932", "x-sjis": "CP932",
        "windows-31j": "CP932", "ms932": "CP932", "x-euc-jp": "euc-jp",
        "euc-kr": "CP949", "euckr": "CP949", "ks_c_5601-1987": "CP949", "korean": "CP949",
        "koi8": "koi8-r", "koi": "koi8-r", "x-mac-roman": "macintosh", "mac": "macintosh",
        "x-mac-cyrillic": "mac-cyrillic", "maccyrillic": "mac-cyrillic",
        "macroman": "macintosh", "maccentraleurope": "mac-centraleurope",
        "maclatin2": "mac-centraleurope", "x-mac-ce": "mac-centraleurope", "maciceland": "mac-is",
    ]
}

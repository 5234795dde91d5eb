import Model

/// Reads the column of brands as `JSONColumn` writes it: most lists are short and plain, and a
/// reader of any JSON takes ten times as long for one.
struct MatchText {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    /// The matches of a plain list; nil for a text that is written in any other way, or has an escape.
    static func matches(_ text: String) -> [Mention.BrandMatch]? {
        var text = text
        return text.withUTF8 { bytes in
            var reader = MatchText(bytes: bytes)
            return reader.list()
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func list() -> [Mention.BrandMatch]? {
        guard take("[") else { return nil }
        var matches: [Mention.BrandMatch] = []
        while take(matches.isEmpty ? "{\"brand\":\"" : ",{\"brand\":\"") {
            guard let name = string(), let brand = BrandID(rawValue: name),
                take(",\"terms\":["), let terms = terms(), take("}")
            else { return nil }
            matches.append(Mention.BrandMatch(brand: brand, terms: terms))
        }
        return take("]") && place == bytes.count ? matches : nil
    }

    /// Strings up to and with the closing bracket.
    private mutating func terms() -> [String]? {
        var terms: [String] = []
        while take(terms.isEmpty ? "\"" : ",\"") {
            guard let term = string() else { return nil }
            terms.append(term)
        }
        return take("]") ? terms : nil
    }

    /// A string up to and with its closing quote.
    private mutating func string() -> String? {
        let start = place
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\\") { return nil }
            place += 1
            if byte == UInt8(ascii: "\"") {
                return String(decoding: bytes[start..<place - 1], as: UTF8.self)
            }
        }
        return nil
    }

    /// Goes past `literal` if it stands here.
    private mutating func take(_ literal: StaticString) -> Bool {
        guard literal.utf8CodeUnitCount <= bytes.count - place else { return false }
        for offset in 0..<literal.utf8CodeUnitCount
        where literal.utf8Start[offset] != bytes[place + offset] {
            return false
        }
        place += literal.utf8CodeUnitCount
        return true
    }
}

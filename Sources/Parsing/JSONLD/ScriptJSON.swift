import TextProcessing

/// Reads the JSON of a script as pages hold it: in comments and CDATA sections, with a semicolon
/// behind it, with commas that nothing follows, escaped as if it were text of the page.
enum ScriptJSON {
    /// The value of the script; nil where it cannot be read.
    static func value(_ script: ArraySlice<UInt8>) -> JSONValue? {
        let bytes = unwrapped(script)
        guard !bytes.isEmpty else { return nil }
        if let value = read(Array(bytes)) { return value }
        if let value = read(withoutLooseCommas(bytes)) { return value }
        guard Array(bytes).index(of: "&quot;") != nil else { return nil }
        let text = HTMLEntities.decoded(String(decoding: bytes, as: UTF8.self))
        return read(Array(text.utf8))
    }

    private static func read(_ bytes: [UInt8]) -> JSONValue? {
        var reader = JSONReader(bytes)
        return try? reader.document()
    }

    private static let wrappers = ["//", "/*", "*/", "<![CDATA[", "]]>", "<!--", "-->", ";"]

    /// The text without what wraps it, however often and in whatever order.
    private static func unwrapped(_ script: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = script
        while true {
            while let first = rest.first, first <= 0x20 { rest.removeFirst() }
            while let last = rest.last, last <= 0x20 { rest.removeLast() }
            let count = rest.count
            for wrapper in wrappers {
                let sign = wrapper.utf8
                if rest.starts(with: sign) { rest = rest.dropFirst(sign.count) }
                if rest.count >= sign.count, rest.suffix(sign.count).elementsEqual(sign) {
                    rest = rest.dropLast(sign.count)
                }
            }
            if rest.count == count { return rest }
        }
    }

    /// The text without commas in front of a closing bracket, outside of strings.
    private static func withoutLooseCommas(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var comma: Int?
        var isString = false
        var isEscaped = false
        for byte in bytes {
            if isString {
                isString = isEscaped || byte != UInt8(ascii: "\"")
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
            } else if byte == UInt8(ascii: "\"") {
                isString = true
                comma = nil
            } else if byte == UInt8(ascii: ",") {
                comma = output.count
            } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                if let comma { output[comma] = 0x20 }
                comma = nil
            } else if byte > 0x20 {
                comma = nil
            }
            output.append(byte)
        }
        return output
    }
}

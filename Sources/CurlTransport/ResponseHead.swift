import HTTPTypes

/// The status line and header fields of a response as libcurl hands them over, line by line.
///
/// The lines of an interim response (1xx) or of a proxy's `CONNECT` are dropped when the next status
/// line comes; trailer fields after the body are ignored.
struct ResponseHead {
    /// All lines of one exchange together; libcurl has a limit of its own, near it.
    static let maxSize = 256 * 1024
    /// Fields of one response.
    static let maxFields = 1_000

    private(set) var status = 0
    private(set) var fields = HTTPFields()
    var isComplete = false
    private var size = 0

    /// Takes one line; returns the bound that the head is over now, nil if it is within all.
    mutating func append(_ line: UnsafeBufferPointer<UInt8>) -> String? {
        size += line.count
        guard size <= Self.maxSize else {
            return "more than \(Self.maxSize.inBytes) of header fields"
        }
        guard !isComplete else { return nil }
        let text = String(decoding: line, as: UTF8.self)
        if text.hasPrefix("HTTP/") {
            fields = HTTPFields()
            let code = text.split(separator: " ", maxSplits: 2).dropFirst().first ?? ""
            status = Int(code.prefix { $0.isNumber }) ?? 0
        } else if let colon = text.firstIndex(of: ":"),
            let name = HTTPField.Name(String(text[..<colon]))
        {
            guard fields.count < Self.maxFields else {
                return "more than \(Self.maxFields) header fields"
            }
            let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            let end = value.lastIndex { !$0.isWhitespace }
            fields.append(
                HTTPField(name: name, value: end.map { String(value[...$0]) } ?? ""))
        }
        return nil
    }
}

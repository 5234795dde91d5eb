/// Where and why a document is not JSON.
struct JSONSyntaxError: Error, Hashable {
    /// What is wrong, as the end of a sentence that starts with "the JSON": no full stop.
    var message: String
    /// From 1.
    var line: Int
    /// In bytes, from 1.
    var column: Int
    /// Whether it is sound as far as it goes but nested too deep.
    var isTooDeep: Bool

    /// An error at the byte `offset` of `bytes`.
    init(
        _ message: String, at offset: Int, in bytes: some Collection<UInt8>, isTooDeep: Bool = false
    ) {
        self.message = message
        self.isTooDeep = isTooDeep
        var line = 1
        var lineStart = 0
        for (position, byte) in bytes.prefix(offset).enumerated() where byte == 0x0A {
            line += 1
            lineStart = position + 1
        }
        self.line = line
        self.column = offset - lineStart + 1
    }

    /// The error as the face of the room gives it.
    var parseError: FeedParseError {
        FeedParseError(
            reason: isTooDeep ? .tooDeep : .malformed,
            detail: "The answer is broken JSON: \(message) (line \(line), column \(column)).",
            line: line, column: column)
    }
}

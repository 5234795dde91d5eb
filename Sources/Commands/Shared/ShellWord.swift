import TextProcessing

/// A word as a shell takes it whole, in a command that is shown for copying.
///
/// What could steer the terminal is written as octal bytes in `$'…'` (POSIX.1-2024, 2.2.4); all
/// else that a shell might read as more than itself stands in single quotes (2.2.2).
struct ShellWord: CustomStringConvertible {
    let description: String

    init(_ text: String) {
        if TerminalText.sanitized(text) != text {
            description = "$'" + text.utf8.map(Self.dollarQuoted).joined() + "'"
        } else if !text.isEmpty, text.utf8.allSatisfy(Self.isPlain) {
            description = text
        } else {
            // Scalars: a quote with an accent on it ends a shell's word too.
            let parts = text.unicodeScalars.map { $0 == "'" ? "'\\''" : String($0) }
            description = "'" + parts.joined() + "'"
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte) || "=_-./:@,+".utf8.contains(byte)
    }

    private static func dollarQuoted(_ byte: UInt8) -> String {
        guard !isPlain(byte) else { return String(UnicodeScalar(byte)) }
        let digits = String(byte, radix: 8)
        return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }
}

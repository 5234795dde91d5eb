/// One header field of a message, encoded and folded.
///
/// Whatever the value is made from, the result is ASCII, has no line break but its own folds, and
/// no line of more than 78 characters where a blank or an encoded word allows a fold there
/// (RFC 5322, 2.1.1 and 2.2.3; RFC 2047).
enum HeaderField {
    /// A field of free text, such as `Subject`.
    static func unstructured(_ name: String, _ value: String) -> String {
        let text = OneLine.text(value, limit: 2000)
        let words = needsEncoding(text) ? EncodedWords.words(text) : split(text)
        return folded(name, words)
    }

    /// A field whose value is ours: ASCII tokens that a fold may part, such as addresses.
    static func structured(_ name: String, _ tokens: [String]) -> String {
        folded(name, tokens.map { OneLine.text($0, limit: 900) })
    }

    /// A display name as tokens that a fold may part: bare or quoted where it is ASCII, else encoded
    /// words.
    static func phrase(_ value: String) -> [String] {
        let text = OneLine.text(value, limit: 200)
        if needsEncoding(text) { return EncodedWords.words(text) }
        let isBare = text.utf8.allSatisfy { EncodedWords.isPlain($0) || $0 == UInt8(ascii: " ") }
        if isBare { return split(text) }
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        // A quoted string may be folded at its blanks (RFC 5322, 3.2.4).
        return split("\"" + escaped + "\"")
    }

    private static func split(_ text: String) -> [String] {
        text.split(separator: " ").map(String.init)
    }

    /// Whether `text` has to be encoded: it is not ASCII, looks encoded, or has a word too long to
    /// fold around.
    private static func needsEncoding(_ text: String) -> Bool {
        text.utf8.contains { $0 > 0x7E } || text.contains("=?")
            || text.utf8.split(separator: 0x20).contains { $0.count > 70 }
    }

    private static func folded(_ name: String, _ tokens: [String]) -> String {
        var field = name + ":"
        var width = field.utf8.count
        for (index, token) in tokens.enumerated() {
            if index > 0, width + 1 + token.utf8.count > 78 {
                field += "\n"
                width = 0
            }
            field += " " + token
            width += 1 + token.utf8.count
        }
        return field + "\n"
    }
}

/// The encoded words of RFC 2047, in UTF-8.
enum EncodedWords {
    /// The encoded words of `text`, each of at most 63 characters, so that the first fits behind any
    /// field name of ours.
    ///
    /// No character is split between two words. Decoders join adjacent words.
    static func words(_ text: String) -> [String] {
        let plain = text.utf8.count(where: isPlain)
        let isMostlyPlain = plain * 2 > text.utf8.count
        var words: [String] = []
        var bytes: [UInt8] = []
        for character in text {
            // A character that fills a word by itself (a tower of accents) is parted at its scalars.
            for unit in units(of: character) {
                if !bytes.isEmpty, length(bytes + unit, isMostlyPlain) > 51 {
                    words.append(word(bytes, isMostlyPlain))
                    bytes = []
                }
                bytes += unit
            }
        }
        if !bytes.isEmpty { words.append(word(bytes, isMostlyPlain)) }
        return words
    }

    /// What stands for itself in an encoded word in any place, a phrase included (RFC 2047, 5 (3)).
    static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!*+-/".utf8.contains(byte)
        }
    }

    private static func units(of character: Character) -> [[UInt8]] {
        let whole = Array(character.utf8)
        return whole.count <= 16 ? [whole] : character.unicodeScalars.map { Array(String($0).utf8) }
    }

    private static func length(_ bytes: [UInt8], _ isQ: Bool) -> Int {
        isQ
            ? bytes.reduce(0) { $0 + (isPlain($1) || $1 == 0x20 ? 1 : 3) }
            : (bytes.count + 2) / 3 * 4
    }

    private static func word(_ bytes: [UInt8], _ isQ: Bool) -> String {
        guard isQ else { return "=?UTF-8?B?" + TransferEncoding.base64(bytes) + "?=" }
        var text = "=?UTF-8?Q?"
        for byte in bytes {
            if byte == 0x20 {
                text += "_"
            } else if isPlain(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += TransferEncoding.escaped(byte)
            }
        }
        return text + "?="
    }
}

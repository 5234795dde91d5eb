/// Makes text fit for `Entry`: no control characters, no white space at the ends, never empty.
enum PlainText {
    /// `text` in one line, every run of white space as one space; nil if nothing is left.
    static func line(_ text: String) -> String? {
        clean(text, keepsLines: false)
    }

    /// `text` in lines: spaces within a line collapsed, lines trimmed, at most one blank line in a
    /// row; nil if nothing is left.
    static func paragraphs(_ text: String) -> String? {
        clean(text, keepsLines: true)
    }

    private static func clean(_ text: String, keepsLines: Bool) -> String? {
        var text = text
        let cleaned = text.withUTF8 { bytes -> Cleaned in
            if isClean(bytes, keepsLines: keepsLines) { return .unchanged }
            var writer = TextWriter(bytes, keepsLines: keepsLines)
            return .changed(writer.text())
        }
        switch cleaned {
        case .unchanged: return text.isEmpty ? nil : text
        case .changed(let text): return text.isEmpty ? nil : text
        }
    }

    private enum Cleaned {
        case unchanged
        case changed(String)
    }

    /// Whether there is nothing to change: only single spaces and newlines, between visible
    /// characters.
    private static func isClean(_ bytes: UnsafeBufferPointer<UInt8>, keepsLines: Bool) -> Bool {
        var wasSpace = true
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte > 0x20, byte < 0x7F {
                wasSpace = false
                index += 1
            } else if byte == 0x20 || (byte == 0x0A && keepsLines) {
                if wasSpace { return false }
                wasSpace = true
                index += 1
            } else {
                let piece = TextPiece(bytes, at: index)
                guard piece.kind == .visible else { return false }
                wasSpace = false
                index += piece.length
            }
        }
        return !wasSpace || bytes.isEmpty
    }
}

/// One character of UTF-8 text, as far as cleaning goes.
private struct TextPiece {
    enum Kind { case visible, space, newline, control }

    let kind: Kind
    let length: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        let lead = bytes[index]
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let last = index + 2 < bytes.count ? bytes[index + 2] : 0
        switch lead {
        case 0x20, 0x09: (kind, length) = (.space, 1)
        case 0x0A...0x0D: (kind, length) = (.newline, 1)
        case 0x00...0x1F, 0x7F: (kind, length) = (.control, 1)
        case 0x80...0xDF:
            (kind, length) = (lead < 0xC0 ? .visible : Self.latin(lead, next), lead < 0xC0 ? 1 : 2)
        case 0xE0...0xEF: (kind, length) = (Self.threeBytes(lead, next, last), 3)
        case 0xF0...0xFF: (kind, length) = (.visible, 4)
        default: (kind, length) = (.visible, 1)
        }
    }

    /// U+0080–009F are controls, but U+0085 is a line end; U+00A0 is a space.
    private static func latin(_ lead: UInt8, _ next: UInt8) -> Kind {
        guard lead == 0xC2 else { return .visible }
        switch next {
        case 0x85: return .newline
        case 0x80...0x9F: return .control
        case 0xA0: return .space
        default: return .visible
        }
    }

    /// U+1680, U+2000–200A, U+202F, U+205F, U+3000 are spaces, U+2028 and U+2029 line ends, U+FEFF,
    /// U+FFFE and U+FFFF nothing.
    private static func threeBytes(_ lead: UInt8, _ next: UInt8, _ last: UInt8) -> Kind {
        switch (lead, next, last) {
        case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
            (0xE3, 0x80, 0x80):
            return .space
        case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9): return .newline
        case (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xBE), (0xEF, 0xBF, 0xBF): return .control
        default: return .visible
        }
    }
}

/// Writes visible characters and, before the next of them, the white space between.
private struct TextWriter {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let keepsLines: Bool
    private var output: [UInt8] = []
    private var hasSpace = false
    private var newlines = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, keepsLines: Bool) {
        self.bytes = bytes
        self.keepsLines = keepsLines
        output.reserveCapacity(bytes.count)
    }

    mutating func text() -> String {
        var index = 0
        while index < bytes.count {
            let run = visibleRun(from: index)
            if run > index {
                writeGap()
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<run]))
                index = run
                continue
            }
            let piece = TextPiece(bytes, at: index)
            if piece.kind == .space || (piece.kind == .newline && !keepsLines) {
                hasSpace = true
            } else if piece.kind == .newline {
                // CR LF is one line end.
                let isPair = bytes[index] == 0x0A && index > 0 && bytes[index - 1] == 0x0D
                if !isPair { newlines += 1 }
            }
            index += piece.length
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The end of the visible characters that start at `index`.
    private func visibleRun(from index: Int) -> Int {
        var index = index
        while index < bytes.count {
            let byte = bytes[index]
            if byte > 0x20, byte < 0x7F {
                index += 1
            } else if byte < 0x80 {
                break
            } else {
                let piece = TextPiece(bytes, at: index)
                if piece.kind != .visible { break }
                index = min(bytes.count, index + piece.length)
            }
        }
        return index
    }

    private mutating func writeGap() {
        if !output.isEmpty {
            if newlines > 0 {
                output.append(0x0A)
                if newlines > 1 { output.append(0x0A) }
            } else if hasSpace {
                output.append(0x20)
            }
        }
        hasSpace = false
        newlines = 0
    }
}

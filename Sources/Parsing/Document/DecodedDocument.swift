import CXML

/// A body as UTF-8: without byte order mark, invalid sequences, NUL and what else XML forbids.
///
/// The bytes decide over what is declared, since declarations are often wrong: a byte order mark
/// first, then UTF-8 if the bytes are that, then the XML declaration, then the `Content-Type`. What
/// declares UTF-8 and is none is read as windows-1252 if hardly a sequence is valid, else mended.
struct DecodedDocument {
    let bytes: [UInt8]
    /// What had to be guessed or mended, for the owner.
    let notes: [String]

    /// Decodes `body`, whose `Content-Type` names `charset`.
    init(_ body: [UInt8], charset: String?) {
        var notes: [String] = []
        var utf8 = Self.decoded(body, charset: charset, notes: &notes)
        let repaired = utf8.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap { taken(cxml_repair_utf8($0, buffer.count)) }
        }
        if let repaired {
            utf8 = repaired
            notes.append("Characters that are invalid or not allowed were replaced or left out.")
        }
        bytes = utf8
        self.notes = notes
    }

    private static func decoded(
        _ body: [UInt8], charset: String?, notes: inout [String]
    ) -> [UInt8] {
        if let mark = ByteOrderMark(body) {
            let rest = Array(body.dropFirst(mark.length))
            if mark.charset == ByteOrderMark.ebcdic { return ebcdic(rest) }
            return mark.charset == "UTF-8" ? rest : converted(rest, from: mark.charset) ?? rest
        }
        let declared = XMLDeclaration.encoding(in: body).flatMap(Charset.init(label:))
        let announced = charset.flatMap(Charset.init(label:))
        let isUTF8 = body.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { cxml_is_utf8($0, wholeCount(of: buffer)) } ?? true
        }
        if isUTF8 {
            guard let charset = declared ?? announced, charset.isSevenBit,
                let text = converted(body, from: charset.name)
            else { return body }
            return text
        }
        for charset in [declared, announced] {
            guard let charset, !charset.isUnicode else { continue }
            if let text = converted(body, from: charset.name) { return text }
        }
        if UTF8Share(body).isMostlyUTF8 { return MixedText(body).bytes }
        notes.append("The text is not in the charset it declares; it was read as windows-1252.")
        return converted(body, from: "WINDOWS-1252") ?? body
    }

    /// How many bytes there are without a sequence that the end of the document cuts off, which says
    /// nothing about the charset.
    private static func wholeCount(of body: UnsafeBufferPointer<UInt8>) -> Int {
        for back in 1...3 where back <= body.count {
            let byte = body[body.count - back]
            if byte & 0xC0 == 0x80 { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
            return length > back ? body.count - back : body.count
        }
        return body.count
    }

    /// EBCDIC text, whose declaration tells which (XML 1.0, appendix F).
    private static func ebcdic(_ body: [UInt8]) -> [UInt8] {
        let text = converted(body, from: ByteOrderMark.ebcdic) ?? body
        guard let declared = XMLDeclaration.encoding(in: text).flatMap(Charset.init(label:)),
            let exact = converted(body, from: declared.name),
            XMLDeclaration.encoding(in: exact) != nil
        else { return text }
        return exact
    }

    private static func converted(_ text: [UInt8], from charset: String) -> [UInt8]? {
        text.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return [] }
            return taken(cxml_decode(start, buffer.count, charset))
        }
    }
}

/// The bytes as an array, their memory given back; nil where there are none.
private func taken(_ owned: cxml_bytes) -> [UInt8]? {
    guard let start = owned.bytes else { return nil }
    defer { cxml_release(owned) }
    return Array(UnsafeBufferPointer(start: start, count: owned.count))
}

/// The sign at the start of a text that tells its encoding, or the pattern of UTF-16, UTF-32 or
/// EBCDIC without one.
private struct ByteOrderMark {
    static let ebcdic = "IBM037"

    let charset: String
    let length: Int

    init?(_ body: [UInt8]) {
        let head = Array(body.prefix(4))
        if head.starts(with: [0xEF, 0xBB, 0xBF]) {
            (charset, length) = ("UTF-8", 3)
        } else if head == [0xFF, 0xFE, 0, 0] {
            (charset, length) = ("UTF-32LE", 4)
        } else if head == [0, 0, 0xFE, 0xFF] {
            (charset, length) = ("UTF-32BE", 4)
        } else if head.starts(with: [0xFF, 0xFE]) {
            (charset, length) = ("UTF-16LE", 2)
        } else if head.starts(with: [0xFE, 0xFF]) {
            (charset, length) = ("UTF-16BE", 2)
        } else if head.starts(with: [0, 0, 0]), head.count == 4, head[3] != 0 {
            (charset, length) = ("UTF-32BE", 0)
        } else if head.count == 4, head[0] != 0, head[1...].allSatisfy({ $0 == 0 }) {
            (charset, length) = ("UTF-32LE", 0)
        } else if head == [0x4C, 0x6F, 0xA7, 0x94] {
            (charset, length) = (Self.ebcdic, 0)
        } else if head.count == 4, head[0] == 0, head[1] != 0, head[2] == 0, head[3] != 0 {
            (charset, length) = ("UTF-16BE", 0)
        } else if head.count == 4, head[0] != 0, head[1] == 0, head[2] != 0, head[3] == 0 {
            (charset, length) = ("UTF-16LE", 0)
        } else {
            return nil
        }
    }
}

/// Finds the encoding that an XML declaration names.
private enum XMLDeclaration {
    /// The name in `encoding="…"` of a declaration in the first 400 bytes of `body`.
    static func encoding(in body: [UInt8]) -> String? {
        let head = Array(body.prefix(400))
        guard let start = head.index(of: "<?xml"), let end = head.index(of: "?>", from: start),
            let name = head.index(of: "encoding", from: start), name < end
        else { return nil }
        var index = name + 8
        while index < end, head[index] != 0x22, head[index] != 0x27 { index += 1 }
        guard index < end else { return nil }
        let value = head[(index + 1)..<end].prefix { $0 != head[index] }
        return String(decoding: value, as: UTF8.self)
    }
}

/// UTF-8 in which some bytes are of another charset, as where texts of several sources were put
/// together.
private struct MixedText {
    /// The text with single bytes that are letters or quotes of windows-1252 as UTF-8; what else is
    /// invalid stays.
    private(set) var bytes: [UInt8] = []

    init(_ text: [UInt8]) {
        bytes.reserveCapacity(text.count + text.count / 8)
        var index = 0
        while index < text.count {
            let lead = text[index]
            let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            let run = text[(index + 1)...].prefix(length - 1).prefix { $0 & 0xC0 == 0x80 }
            // A lone 0xC2 or 0xC3 is rather a character of UTF-8 that was cut off.
            let isLetter = (0xC4...0xF4).contains(lead) && run.isEmpty
            if isLetter || (0x91...0x97).contains(lead) {
                bytes += PlainText.windowsCharacter(lead).utf8
                index += 1
            } else {
                bytes += text[index...(index + run.count)]
                index += 1 + run.count
            }
        }
    }
}

/// How much of the non-ASCII part of a text is valid UTF-8.
private struct UTF8Share {
    private var valid = 0
    private var invalid = 0

    init(_ text: [UInt8]) {
        var decoder = Unicode.UTF8.ForwardParser()
        var bytes = text.makeIterator()
        while true {
            switch decoder.parseScalar(from: &bytes) {
            case .valid(let scalar): if scalar.count > 1 { valid += 1 }
            case .error(let length): invalid += length
            case .emptyInput: return
            }
        }
    }

    var isMostlyUTF8: Bool { valid > invalid }
}

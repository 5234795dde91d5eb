/// One `{{…}}` of a template, with its place.
struct TemplateTag: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case variable
        case section
        case inverted
        case close
    }

    var kind: Kind
    /// Without function and blanks, such as `alert.reason`; empty for `first()`.
    var name: String
    /// Such as `uppercased`; nil for none.
    var function: String?
    var line: Int
    var column: Int

    /// How it is written, for a closing tag to be compared with.
    var written: String { function.map { "\($0)(\(name))" } ?? name }

    /// The tags of `text`, comments left out.
    ///
    /// Only what is told in `docs/templates.md` is taken: values, sections, inverted sections and
    /// comments. Unescaped values, partials, inheritance and other delimiters are refused.
    static func all(in text: String) throws(TemplateError) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        let bytes = Array(text.utf8)
        var place = TextPlace()
        var index = 0
        while index + 1 < bytes.count {
            guard bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{") else {
                place.pass(bytes[index])
                index += 1
                continue
            }
            let end = endOfTag(bytes, from: index + 2)
            guard let end else {
                throw TemplateError(
                    .badTag, "this {{ has no }}", line: place.line, column: place.column)
            }
            let content = String(decoding: bytes[(index + 2)..<end], as: UTF8.self)
            if let tag = try tag(content, place) { tags.append(tag) }
            for byte in bytes[index..<(end + 2)] { place.pass(byte) }
            index = end + 2
        }
        return tags
    }

    private static func endOfTag(_ bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "}"), bytes[index + 1] == UInt8(ascii: "}") {
                return index
            }
            index += 1
        }
        return nil
    }

    private static func tag(
        _ content: String, _ place: TextPlace
    ) throws(TemplateError) -> TemplateTag? {
        var rest = Substring(content)
        let kind: Kind
        switch rest.first {
        case "!": return nil
        case "#": kind = .section
        case "^": kind = .inverted
        case "/": kind = .close
        case "{", "&":
            throw unsupported("values are always escaped here, so write {{name}}", place)
        case ">", "<", "$", "*":
            throw unsupported("parts of other files are not taken in here", place)
        case "=", "%": throw unsupported("{{ and }} can't be changed here", place)
        default: kind = .variable
        }
        if kind != .variable { rest.removeFirst() }
        let words = rest.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" })
        guard words.count == 1, let word = words.first else {
            throw bad(content, place)
        }
        let (name, function) = try parts(word, content, place)
        return TemplateTag(
            kind: kind, name: name, function: function, line: place.line, column: place.column)
    }

    /// `name`, or `function(name)`.
    private static func parts(
        _ word: Substring, _ content: String, _ place: TextPlace
    ) throws(TemplateError) -> (name: String, function: String?) {
        guard let open = word.firstIndex(of: "(") else {
            guard isName(word) else { throw bad(content, place) }
            return (String(word), nil)
        }
        let function = word[..<open]
        let name = word[word.index(after: open)...].dropLast()
        guard word.last == ")", isName(function), name.isEmpty || isName(name) else {
            throw bad(content, place)
        }
        return (String(name), String(function))
    }

    private static func isName(_ text: Substring) -> Bool {
        text.utf8.count <= 100 && !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }

    private static func bad(_ content: String, _ place: TextPlace) -> TemplateError {
        TemplateError(
            .badTag,
            "“{{\(OneLine.text(content, limit: 60))}}” is no tag; if the braces are meant as such, put "
                + "a blank between them", line: place.line, column: place.column)
    }

    private static func unsupported(_ detail: String, _ place: TextPlace) -> TemplateError {
        TemplateError(.unsupportedTag, detail, line: place.line, column: place.column)
    }
}

/// A line and a column, counted along the bytes of a text.
private struct TextPlace {
    var line = 1
    var column = 1

    mutating func pass(_ byte: UInt8) {
        if byte == UInt8(ascii: "\n") {
            line += 1
            column = 1
        } else if byte & 0xC0 != 0x80 {
            column += 1
        }
    }
}

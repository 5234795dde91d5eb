import FoundationEssentials

/// One case of the corpus: a document and what has to come of it.
///
/// A file holds many. `== name` begins one; lines with `@` say how to read it, the lines up to the
/// first `-> ` are the document, and each `-> field: value` is an expectation. Before the first case
/// `@` lines hold for the whole file. Lines of `#` between cases are remarks.
///
/// `@wrap item`, `entry`, `rss` or `atom` puts the document into a feed, `@base` gives the address it
/// came from (`-` for none), `@charset` the one of the `Content-Type`, `@bytes` the encoding it is
/// written in (`utf-16le`, `utf-32be`, … or `raw`). In raw documents `\xHH` is a byte, in values `\n`
/// a line end and `-` nothing.
struct CorpusCase: Sendable {
    struct Expectation: Sendable {
        let field: String
        let value: String
    }

    private(set) var name: String
    private(set) var settings: [String: String]
    private(set) var document = ""
    private(set) var expectations: [Expectation] = []

    /// The cases of a file.
    static func read(_ text: String) -> [CorpusCase] {
        var shared: [String: String] = [:]
        var cases: [CorpusCase] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("== ") {
                cases.append(CorpusCase(name: String(line.dropFirst(3)), settings: shared))
            } else if cases.isEmpty {
                if let (name, value) = setting(line) { shared[name] = value }
            } else {
                cases[cases.count - 1].take(line)
            }
        }
        return cases
    }

    private init(name: String, settings: [String: String]) {
        self.name = name
        self.settings = settings
    }

    private static func setting(_ line: Substring) -> (String, String)? {
        guard line.hasPrefix("@") else { return nil }
        let words = line.dropFirst().split(separator: " ", maxSplits: 1)
        return words.first.map { (String($0), words.count > 1 ? String(words[1]) : "") }
    }

    private mutating func take(_ line: Substring) {
        if line.hasPrefix("-> ") {
            let parts = line.dropFirst(3).split(separator: ": ", maxSplits: 1)
            guard parts.count == 2 else { return }
            expectations.append(Expectation(field: String(parts[0]), value: String(parts[1])))
        } else if !expectations.isEmpty {
            return
        } else if document.isEmpty, let (name, value) = Self.setting(line) {
            settings[name] = value
        } else {
            document += (document.isEmpty ? "" : "\n") + line
        }
    }

    var base: String? {
        switch settings["base"] {
        case nil: "https://kiosk.example/feed.xml"
        case "-": nil
        case let base: base
        }
    }

    /// The document as it would come over the wire.
    var bytes: [UInt8] {
        switch settings["bytes"] ?? "" {
        case "raw": Self.unescaped(wrapped)
        case "utf-16le": wrapped.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case "utf-16be": wrapped.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case "utf-32le": wrapped.unicodeScalars.flatMap { Self.bytes(of: $0).reversed() }
        case "utf-32be": wrapped.unicodeScalars.flatMap(Self.bytes)
        case "utf-16le+bom":
            [0xFF, 0xFE] + wrapped.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case "utf-16be+bom":
            [0xFE, 0xFF] + wrapped.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case "utf-8+bom": [0xEF, 0xBB, 0xBF] + Array(wrapped.utf8)
        default: Array(wrapped.utf8)
        }
    }

    private var wrapped: String {
        switch settings["wrap"] {
        case "item": FeedSample.rss("<item>" + document + "</item>")
        case "rss": FeedSample.rss(document)
        case "entry": FeedSample.atom("<entry>" + document + "</entry>")
        case "atom": FeedSample.atom(document)
        default: document
        }
    }

    private static func bytes(of scalar: Unicode.Scalar) -> [UInt8] {
        let value = scalar.value
        return [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
    }

    private static func unescaped(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "x"), rest.count > 2,
                let value = UInt8(
                    String(decoding: rest.dropFirst().prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}

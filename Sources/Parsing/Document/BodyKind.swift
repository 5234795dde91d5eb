/// What a body is, by its first bytes.
enum BodyKind: Equatable {
    case empty
    case json
    /// A feed in XML that starts at the offset; what stands before is junk.
    case xml(start: Int)
    case html
    /// Anything else, described in words that fit behind "The answer is".
    case other(String)

    /// Looks at the first element, or at the first characters where there is none.
    init(of bytes: [UInt8]) {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }) else {
            self = .empty
            return
        }
        if bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "[") {
            self = .json
            return
        }
        var scanner = PrologScanner(bytes, from: first)
        let root = scanner.rootName()
        if let root, Self.feedRoots.contains(root) {
            self = .xml(start: first)
        } else if root != "html", !scanner.isHTML, let start = Self.feedStart(in: bytes) {
            self = .xml(start: start)
        } else if scanner.isHTML || root.map(Self.htmlRoots.contains) == true {
            self = .html
        } else if let root {
            self = .other("an XML document of another kind (its first element is <\(root)>)")
        } else {
            self = .other(Self.looksBinary(bytes) ? "binary data" : "plain text")
        }
    }

    private static let feedRoots: Set<String> = ["rss", "feed", "rdf", "entry", "channel"]
    private static let htmlRoots: Set<String> = [
        "html", "head", "body", "title", "meta", "link", "script", "style", "div", "p", "h1", "h2",
        "br", "b", "center", "table", "span", "a", "pre", "font", "hr", "form", "img", "strong",
    ]

    /// Where a feed starts in the first 4,096 bytes, behind a warning of the server's software or
    /// whatever else does not belong there.
    private static func feedStart(in bytes: [UInt8]) -> Int? {
        let head = Array(bytes.prefix(4096))
        for sign in ["<?xml", "<rss", "<feed", "<rdf:RDF"] {
            guard let start = head.index(of: sign) else { continue }
            var scanner = PrologScanner(bytes, from: start)
            if let root = scanner.rootName(), feedRoots.contains(root) { return start }
        }
        return nil
    }

    private static func looksBinary(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(200), as: UTF8.self).unicodeScalars
        return head.count { $0 == "\u{FFFD}" || ($0.value < 0x20 && !$0.properties.isWhitespace) }
            > 3
    }
}

/// Walks over what may stand before the first element of a document.
private struct PrologScanner {
    private let bytes: [UInt8]
    private var index: Int
    /// Whether a document type declaration names HTML.
    private(set) var isHTML = false

    init(_ bytes: [UInt8], from index: Int) {
        self.bytes = bytes
        self.index = index
    }

    /// The local name of the first element in lower case; nil where text comes first.
    mutating func rootName() -> String? {
        while true {
            while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
            if bytes.hasBytes("<?", at: index) {
                guard skip(to: "?>") else { return nil }
            } else if bytes.hasBytes("<!--", at: index) {
                guard skip(to: "-->") else { return nil }
            } else if bytes.hasBytes("<!", at: index) {
                guard skipDoctype() else { return nil }
            } else {
                return name()
            }
        }
    }

    private func name() -> String? {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "<") else { return nil }
        let name = bytes[(index + 1)...].prefix(60).prefix {
            ![0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E].contains($0)
        }
        let local = name.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).last
        guard let local, let first = local.first, (0x41...0x7A).contains(first) else { return nil }
        return String(decoding: local, as: UTF8.self).lowercased()
    }

    private mutating func skip(to sign: String) -> Bool {
        guard let end = bytes.index(of: sign, from: index + 2) else { return false }
        index = end + sign.utf8.count
        return true
    }

    private mutating func skipDoctype() -> Bool {
        let word = bytes[index...].prefix(40)
        isHTML =
            isHTML || String(decoding: word, as: UTF8.self).lowercased().contains("doctype html")
        var depth = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "<") { depth += 1 }
            if byte == UInt8(ascii: ">") {
                depth -= 1
                if depth == 0 { return true }
            }
        }
        return false
    }
}

extension [UInt8] {
    /// Whether the ASCII bytes of `sign` stand at `index`.
    func hasBytes(_ sign: String, at index: Int) -> Bool {
        index <= count && self[index...].starts(with: sign.utf8)
    }

    /// The first place of the ASCII bytes of `sign` at or behind `start`.
    func index(of sign: String, from start: Int = 0) -> Int? {
        guard let first = sign.utf8.first else { return nil }
        var index = start
        while index < count {
            guard let next = self[index...].firstIndex(of: first) else { return nil }
            if hasBytes(sign, at: next) { return next }
            index = next + 1
        }
        return nil
    }
}

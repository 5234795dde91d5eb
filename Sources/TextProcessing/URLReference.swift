/// A URI reference in its five parts (RFC 3986, 3), taken apart without judging or changing them.
struct URLReference: Hashable {
    var scheme: String?
    var authority: String?
    var path: String
    var query: String?
    var fragment: String?

    /// Splits `text` as appendix B of the RFC does.
    init(_ text: String) {
        var rest = Substring(text)
        if let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
            fragment = String(rest[rest.utf8.index(after: hash)...])
            rest = rest[..<hash]
        }
        if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
            query = String(rest[rest.utf8.index(after: mark)...])
            rest = rest[..<mark]
        }
        if let end = Self.schemeEnd(rest) {
            scheme = Self.lowercased(rest[..<end])
            rest = rest[rest.utf8.index(after: end)...]
        }
        if rest.utf8.starts(with: "//".utf8) {
            rest = rest[rest.utf8.index(rest.startIndex, offsetBy: 2)...]
            let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            authority = String(rest[..<end])
            rest = rest[end...]
        }
        path = String(rest)
    }

    /// The colon that ends a scheme; nil where there is none.
    private static func schemeEnd(_ text: Substring) -> Substring.Index? {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let first = text.utf8.first,
            isLetter(first)
        else { return nil }
        let isScheme = text[..<colon].utf8.allSatisfy {
            isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "+")
                || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
        return isScheme ? colon : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// ASCII letters in lower case, all else unchanged.
    static func lowercased(_ text: some StringProtocol) -> String {
        let isLower = text.utf8.allSatisfy { !(0x41...0x5A).contains($0) }
        if isLower { return String(text) }
        return String(
            decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// This reference as seen from `base` (RFC 3986, 5.2.2).
    func resolved(against base: URLReference) -> URLReference {
        if scheme != nil { return self }
        var target = self
        target.scheme = base.scheme
        if authority != nil { return target }
        target.authority = base.authority
        if path.isEmpty {
            target.path = base.path
            target.query = query ?? base.query
        } else if path.utf8.first == UInt8(ascii: "/") {
            target.path = Self.withoutDots(path)
        } else {
            target.path = Self.withoutDots(Self.merged(path, with: base))
        }
        return target
    }

    /// `path` behind the last slash of the base's path (5.2.3).
    private static func merged(_ path: String, with base: URLReference) -> String {
        guard let slash = base.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "/" + path }
        return base.path[...slash] + path
    }

    /// `path` without its `.` and `..` (5.2.4).
    private static func withoutDots(_ path: String) -> String {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        guard segments.contains(where: { $0 == "." || $0 == ".." }) else { return path }
        var kept: [Substring] = []
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            if segment == ".." {
                if kept.count > 1 { kept.removeLast() }
                if isLast { kept.append("") }
            } else if segment == "." {
                if isLast { kept.append("") }
            } else {
                kept.append(segment)
            }
        }
        return kept.joined(separator: "/")
    }

    /// The parts put together again (5.3).
    var text: String {
        var text = ""
        if let scheme { text += scheme + ":" }
        if let authority { text += "//" + authority }
        text += path
        if let query { text += "?" + query }
        if let fragment { text += "#" + fragment }
        return text
    }
}

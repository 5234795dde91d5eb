/// URLs as they may be shown: what grants access is hidden, host and shape stay readable.
public enum MaskedURL {
    /// What stands for a hidden part.
    static let mask = "•••"

    /// `url` without its user and password, without the values of query parameters and the path
    /// segments that look like secrets.
    ///
    /// Hidden are parameters by name (`token`, `api_key`, `sig`, …), and any value or segment that is a
    /// UUID, a JSON Web Token or a long random string; of Google Alerts feeds the two numbers that make
    /// the address secret. It errs on the side of hiding. Text that is not a URL is treated as a path.
    public static func masked(_ url: String) -> String {
        var rest = Substring(url)
        let fragment = cut(&rest, at: "#")
        let query = cut(&rest, at: "?")
        var prefix = ""
        // Scalars throughout: a sign with an accent on it divides an address too.
        if let scheme = rest.unicodeScalars.firstRange(of: "://".unicodeScalars) {
            prefix = String(rest[..<scheme.upperBound])
            rest = rest[scheme.upperBound...]
        }
        let slash = rest.unicodeScalars.firstIndex(of: "/") ?? rest.endIndex
        let path = prefix.isEmpty ? rest : rest[slash...]
        var host = rest[..<path.startIndex]
        if let at = host.unicodeScalars.lastIndex(of: "@") {
            host = host[host.unicodeScalars.index(after: at)...]
            prefix += mask + "@"
        }
        return prefix + host + maskedPath(path, host: host)
            + (query.map { "?" + maskedQuery($0) } ?? "")
            + (fragment.map { "#" + maskedQuery($0) } ?? "")
    }

    /// Takes what follows the first `separator` off `text`.
    private static func cut(_ text: inout Substring, at separator: Unicode.Scalar) -> Substring? {
        guard let index = text.unicodeScalars.firstIndex(of: separator) else { return nil }
        defer { text = text[..<index] }
        return text[text.unicodeScalars.index(after: index)...]
    }

    private static func maskedPath(_ path: Substring, host: Substring) -> String {
        let segments = path.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
            .map { Substring($0) }
        let isGoogle = host.lowercased().split(separator: ".").contains("google")
        let isAlert = isGoogle && segments.count > 3 && segments[1...2] == ["alerts", "feeds"]
        return segments.enumerated().map { index, segment in
            let isHidden =
                (isAlert && index > 2 && !segment.isEmpty) || TokenShape.matches(segment)
            return isHidden ? mask : String(segment)
        }.joined(separator: "/")
    }

    private static func maskedQuery(_ query: Substring) -> String {
        var masked = ""
        var rest = query.unicodeScalars
        // An address in a value, or in a fragment, has parameters of its own.
        while let end = rest.firstIndex(where: { $0 == "&" || $0 == "?" || $0 == "#" }) {
            masked += maskedPair(Substring(rest[..<end])) + String(rest[end])
            rest = rest[rest.index(after: end)...]
        }
        return masked + maskedPair(Substring(rest))
    }

    private static func maskedPair(_ pair: Substring) -> String {
        guard let equals = pair.unicodeScalars.firstIndex(of: "=") else {
            return TokenShape.matches(pair) ? mask : String(pair)
        }
        let value = pair[pair.unicodeScalars.index(after: equals)...]
        let isHidden =
            !value.isEmpty
            && (isSecret(name: pair[..<equals], value: value) || TokenShape.matches(value))
        return isHidden ? pair[..<value.startIndex] + mask : String(pair)
    }

    private static let secretNames: Set<String> = [
        "sig", "auth", "authorization", "pass", "passwd", "pwd", "pin", "sid", "session",
        "sessionid", "code", "credential", "credentials", "bearer", "hash", "hmac", "utoken",
    ]
    private static let secretEndings = [
        "key", "token", "secret", "password", "signature", "credential", "jwt",
    ]

    private static func isSecret(name: Substring, value: Substring) -> Bool {
        let plain = decoded(name).lowercased().filter { $0.isLetter || $0.isNumber }
        // Reddit's private feeds are `?feed=HASH&user=NAME`; WordPress's public ones `?feed=rss2`.
        if plain == "feed" { return value.utf8.count >= 16 }
        return secretNames.contains(plain) || secretEndings.contains { plain.hasSuffix($0) }
    }

    /// `text` with percent-encoded ASCII undone, so that `%74oken` is no way past the list.
    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let code = UInt8(String(rest.prefix(2)) ?? "", radix: 16)
            {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Addresses that only lead on to another one, which they carry in a parameter.
enum Redirector {
    private struct Rule {
        /// The host without `www.`; a trailing dot stands for any top-level domain.
        let host: String
        let path: String
        let parameters: [String]
    }

    private static let rules = [
        Rule(host: "google.", path: "/url", parameters: ["url", "q"]),
        Rule(host: "youtube.com", path: "/redirect", parameters: ["q"]),
        Rule(host: "l.facebook.com", path: "/l.php", parameters: ["u"]),
        Rule(host: "lm.facebook.com", path: "/l.php", parameters: ["u"]),
        Rule(host: "facebook.com", path: "/l.php", parameters: ["u"]),
        Rule(host: "l.instagram.com", path: "/", parameters: ["u"]),
        Rule(host: "l.threads.net", path: "/", parameters: ["u"]),
        Rule(host: "out.reddit.com", path: "", parameters: ["url"]),
        Rule(host: "t.umblr.com", path: "/redirect", parameters: ["z"]),
        Rule(host: "slack-redir.net", path: "/link", parameters: ["url"]),
        Rule(host: "steamcommunity.com", path: "/linkfilter/", parameters: ["url", "u"]),
        Rule(host: "vk.com", path: "/away.php", parameters: ["to"]),
        Rule(host: "duckduckgo.com", path: "/l/", parameters: ["uddg"]),
        Rule(host: "linkedin.com", path: "/redir/redirect", parameters: ["url"]),
        Rule(host: "disq.us", path: "/url", parameters: ["url"]),
        Rule(host: "getpocket.com", path: "/redirect", parameters: ["url"]),
        Rule(host: "bing.com", path: "/news/apiclick.aspx", parameters: ["url"]),
    ]

    /// The address that `address` leads on to; nil if it is no known redirector.
    static func target(of address: URLReference) -> String? {
        guard let query = address.query, var host = address.authority, mayCarryAddress(query)
        else { return nil }
        if host.hasPrefix("www.") { host.removeFirst(4) }
        for rule in rules where matches(rule, host: host, path: address.path) {
            for name in rule.parameters {
                guard let value = value(of: name, in: query) else { continue }
                let target = percentDecoded(value)
                if target.hasPrefix("http://") || target.hasPrefix("https://") { return target }
            }
        }
        return nil
    }

    /// A quick look that spares most addresses the list of rules: "=http" must stand in the query.
    private static func mayCarryAddress(_ query: String) -> Bool {
        var state = 0
        let sign: [UInt8] = Array("=http".utf8)
        for byte in query.utf8 {
            state = byte == sign[state] ? state + 1 : byte == sign[0] ? 1 : 0
            if state == sign.count { return true }
        }
        return false
    }

    private static func matches(_ rule: Rule, host: String, path: String) -> Bool {
        let isHost = rule.host.hasSuffix(".") ? host.hasPrefix(rule.host) : host == rule.host
        return isHost && (rule.path.isEmpty || path == rule.path)
    }

    private static func value(of name: String, in query: String) -> Substring? {
        for parameter in query.utf8.split(separator: UInt8(ascii: "&")) {
            guard let equals = parameter.firstIndex(of: UInt8(ascii: "=")),
                parameter[..<equals].elementsEqual(name.utf8)
            else { continue }
            return Substring(parameter[parameter.index(after: equals)...])
        }
        return nil
    }

    private static func percentDecoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(hexadecimal),
                let low = rest.dropFirst().first.flatMap(hexadecimal)
            {
                bytes.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The spellings of a private network: an address or host name, with a prefix length or a port.
enum PrivateNetwork {
    /// Whether `text` is `10.0.0.0/8`, `fd00::/8`, `127.0.0.1:8080`, `[::1]:8080`, a host name, or a
    /// host name with a port.
    static func isOne(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2 {
            guard let bits = Int(parts[1]), bits >= 0 else { return false }
            return isAddress(parts[0], AF_INET) && bits <= 32
                || isAddress(parts[0], AF_INET6) && bits <= 128
        }
        if parts.count > 2 || text.isEmpty { return false }
        if isAddress(text, AF_INET) || isAddress(text, AF_INET6) { return true }
        if text.hasPrefix("["), let end = text.lastIndex(of: "]") {
            let rest = text[text.index(after: end)...]
            let isPort = rest.isEmpty || rest.hasPrefix(":") && isPort(rest.dropFirst())
            return isPort && isAddress(String(text.dropFirst().prefix { $0 != "]" }), AF_INET6)
        }
        let host = text.prefix { $0 != ":" }
        let port = text.dropFirst(host.count)
        guard port.isEmpty || isPort(port.dropFirst()) else { return false }
        return isAddress(String(host), AF_INET) || isHostName(host)
    }

    /// Whether `text` is `localhost` or an address of the loopback interface, as digits, `::1` also in brackets.
    static func isLoopback(_ text: String) -> Bool {
        if ["localhost", "::1", "[::1]"].contains(text) { return true }
        return text.hasPrefix("127.") && isAddress(text, AF_INET)
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } && (UInt16(text) ?? 0) > 0
    }

    private static func isHostName(_ text: Substring) -> Bool {
        text.contains { $0.isLetter }
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
                    || "-._".utf8.contains($0)
            }
    }

    private static func isAddress(_ text: String, _ family: Int32) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: 16, alignment: 8) {
            inet_pton(family, text, $0.baseAddress) == 1
        }
    }
}

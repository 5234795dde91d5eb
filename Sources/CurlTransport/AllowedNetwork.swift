/// A private network, address or host that the owner allows: `10.0.0.0/8`, `fd00::/8`, `127.0.0.1`,
/// `127.0.0.1:8080`, `[::1]:8080`, `reviews.internal`, `reviews.internal:8080`.
///
/// A host name allows whatever address it resolves to, which trusts its DNS; without a port all
/// ports are allowed.
public struct AllowedNetwork: Sendable, Hashable {
    private enum Target: Hashable {
        case block4(IPBlock<UInt32>)
        case block6(IPBlock<UInt128>)
        case host(String)
    }

    private let target: Target
    private let port: UInt16?

    /// Takes one of the spellings above; nil for anything else.
    public init?(_ text: String) {
        let (name, port) = Self.split(text)
        guard let name, !name.isEmpty else { return nil }
        if port == nil, text.utf8.filter({ $0 == UInt8(ascii: ":") }).count == 1 { return nil }
        self.port = port
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard let address = IPAddress(String(parts[0])) else {
            let isName = name.utf8.allSatisfy {
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
                    || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
            }
            // Digits and dots only is an address that is misspelt, not a name.
            guard isName, name.utf8.contains(where: { (0x61...0x7A).contains($0 | 0x20) }) else {
                return nil
            }
            target = .host(name.lowercased())
            return
        }
        guard parts.count <= 2 else { return nil }
        let bits = parts.count == 2 ? Int(parts[1]) : nil
        guard parts.count == 1 || bits != nil else { return nil }
        switch address {
        case .v4(let prefix):
            guard (0...32).contains(bits ?? 32) else { return nil }
            target = .block4(IPBlock(prefix, bits ?? 32))
        case .v6(let prefix):
            guard (0...128).contains(bits ?? 128) else { return nil }
            target = .block6(IPBlock(prefix, bits ?? 128))
        }
    }

    /// Whether a connection to this address may be opened for a URL that names `host`.
    func allows(_ address: IPAddress, port: UInt16, host: String) -> Bool {
        guard self.port == nil || self.port == port else { return false }
        return switch (target, address) {
        case (.host(let name), _): name == host
        case (.block4(let block), .v4(let address)): block.contains(address)
        case (.block4(let block), .v6(let address)):
            address >> 32 == 0xFFFF && block.contains(UInt32(truncatingIfNeeded: address))
        case (.block6(let block), .v6(let address)): block.contains(address)
        case (.block6, .v4): false
        }
    }

    /// The part before the port, without brackets, and the port.
    private static func split(_ text: String) -> (String?, UInt16?) {
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return (nil, nil) }
            let name = String(text[text.index(after: text.startIndex)..<end])
            let rest = text[text.index(after: end)...]
            if rest.isEmpty { return (name, nil) }
            guard rest.hasPrefix(":"), let port = UInt16(rest.dropFirst()), port > 0
            else { return (nil, nil) }
            return (name, port)
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let port = UInt16(parts[1]), port > 0 else { return (text, nil) }
        return (String(parts[0]), port)
    }
}

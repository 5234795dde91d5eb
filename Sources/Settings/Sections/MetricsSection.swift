import FoundationEssentials

/// Where the daemon tells a monitoring system how it is.
public struct MetricsSettings: Sendable, Hashable {
    /// A place to listen at.
    public enum Listen: Sendable, Hashable, CustomStringConvertible {
        /// A Unix socket, by its path.
        case unix(String)
        /// An address of the loopback interface, IPv4 or IPv6 as digits, and a port.
        case loopback(address: String, port: UInt16)

        /// As the configuration has it.
        public var description: String {
            switch self {
            case .unix(let path): "unix:" + path
            case .loopback(let address, let port):
                address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)"
            }
        }
    }

    /// Where it listens.
    public var listen: Listen
    /// Up to how many sources have figures of their own, 0 to 10,000; default 200.
    public var sourceLimit: Int

    /// A place; up to 200 sources by themselves unless told.
    public init(listen: Listen, sourceLimit: Int = 200) {
        self.listen = listen
        self.sourceLimit = sourceLimit
    }
}

extension SettingsBlock {
    static let metrics = SettingsBlock(
        "metrics",
        [
            SettingsKey("listen", "the socket or loopback address that is served"),
            SettingsKey("source_limit", "up to how many sources have figures of their own"),
        ])
}

extension MetricsSettings {
    /// The longest path of a Unix socket, in bytes (unix(7)), less the zero at its end.
    private static let longestPath = 107

    /// Reads `metrics`; nil where there is no place to be had, with the reasons recorded.
    init?(_ section: Section) {
        let limit = section.int("source_limit", in: 0...10_000)
        guard section.has("listen") else {
            section.problems.error(
                section.place, "`metrics` has no `listen`",
                "give `unix:/run/repute/metrics.sock` or `127.0.0.1:9464`")
            return nil
        }
        guard let text = section.string("listen", needs: "a socket or an address"),
            let listen = Self.listen(text, section)
        else { return nil }
        self.init(listen: listen, sourceLimit: limit ?? 200)
    }

    private static func listen(_ text: Placed<String>, _ section: Section) -> Listen? {
        func refuse(_ message: String, _ cure: String) -> Listen? {
            section.problems.error(text.place, message, cure)
            return nil
        }
        if text.value.hasPrefix("unix:") {
            let path = String(text.value.dropFirst("unix:".count))
            guard !path.isEmpty else {
                return refuse(
                    "`listen` names no socket", "give `unix:/run/repute/metrics.sock`")
            }
            let resolved = section.context.resolved(path)
            guard resolved.utf8.count <= longestPath, !resolved.utf8.contains(0) else {
                return refuse(
                    "the path of the socket is longer than \(longestPath) bytes",
                    "give a shorter one, such as `unix:/run/repute/metrics.sock`")
            }
            return .unix(resolved)
        }
        guard let (address, port) = parts(of: text.value) else {
            return refuse(
                "`listen` needs a socket or an address with a port, found `\(shown(text.value))`",
                "give `unix:/run/repute/metrics.sock` or `127.0.0.1:9464`")
        }
        guard PrivateNetwork.isLoopback(address) else {
            return refuse(
                "`listen` takes only addresses of this machine, found `\(shown(text.value))`",
                "give `127.0.0.1:\(port)` or `[::1]:\(port)`, and let a reverse proxy with TLS and a "
                    + "password stand before it if others have to reach it")
        }
        return .loopback(address: address == "localhost" ? "127.0.0.1" : address, port: port)
    }

    /// Address and port of `127.0.0.1:9464`, `[::1]:9464` or `localhost:9464`.
    private static func parts(of text: String) -> (address: String, port: UInt16)? {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        let digits = text[text.index(after: colon)...]
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = UInt16(digits),
            port > 0
        else { return nil }
        var address = text[..<colon]
        if address.hasPrefix("["), address.hasSuffix("]") {
            address = address.dropFirst().dropLast()
            return address.contains(":") ? (String(address), port) : nil
        }
        return address.isEmpty || address.contains(":") ? nil : (String(address), port)
    }
}

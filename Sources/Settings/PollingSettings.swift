public import FoundationEssentials

/// How sources are fetched; plain values, to be handed to the transport and the fetcher.
public struct PollingSettings: Sendable, Hashable {
    /// Seconds between two polls of a source that sets none; default 15 minutes.
    public var interval: TimeInterval = 900
    /// The shortest interval that is taken, in seconds; default 60, less is for demonstrations.
    public var minimumInterval: TimeInterval = 60
    /// How many sources are polled at once; default 8.
    public var concurrency = 8
    /// How many requests go to one host at once; default 2.
    public var requestsPerHost = 2
    /// Seconds between the starts of two requests to one host; default 1.
    public var hostSpacing: TimeInterval = 1
    /// How long a quiet source is left alone at most, in seconds, where it sets no bound itself; nil,
    /// the default: every source is polled at its interval.
    public var longestInterval: TimeInterval?
    /// Requests a day (in UTC) that a host is asked at most, by its name in lower case; others have no
    /// such bound.
    public var hostBudgets: [String: Int] = [:]
    /// Seconds allowed to connect, name look-up and TLS included; default 10.
    public var connectTimeout: TimeInterval = 10
    /// Seconds allowed for a whole request; default 30.
    public var timeout: TimeInterval = 30
    /// The most bytes of a body that are read, counted after decompression; default 8 MiB.
    public var bodyLimit = 8 << 20
    /// The User-Agent header; nil means the standard one, with the version and the owner's contact.
    public var userAgent: String?
    /// The proxy that requests go through, an `http`, `https`, `socks5` or `socks5h` URL; nil means none.
    public var proxy: String?
    /// A PEM file of certificates to trust instead of the system's.
    public var certificateFile: String?
    /// The folders that `file:` sources may read; empty, the default, means none.
    public var allowedFolders: [String] = []
    /// Private networks that may be reached, as addresses with a prefix such as `192.168.1.0/24`;
    /// empty, the default, means none.
    public var allowedPrivateNetworks: [String] = []

    /// The defaults.
    public init() {}
}

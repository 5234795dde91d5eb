/// What holds for every exchange of a transport.
public struct TransportSettings: Sendable, Hashable {
    /// The `User-Agent` of requests that bring none.
    public var userAgent: String
    /// A PEM file of the certificate authorities to trust; nil means the system's.
    public var certificateAuthorities: String?
    /// A proxy's URL (`http`, `https` or `socks5h`), which may hold a password.
    ///
    /// Nil means none, whatever the environment says. Behind a proxy the guard against private addresses
    /// is the proxy's duty, as only the proxy sees the address that a name has: what is refused here
    /// are addresses that the URL spells out (`http://10.0.0.1/`, in every spelling) and `localhost`.
    public var proxy: String?
    /// Which addresses may be reached beyond the public internet; empty means none.
    public var allowPrivateNetworks: [AllowedNetwork]
    /// How many connections one host may have at a time; further requests wait for their turn, and
    /// their time runs.
    public var maxConnectionsPerHost: Int
    /// How many idle connections are kept for later requests.
    public var maxIdleConnections: Int

    /// Settings; the defaults reach public addresses only, without a proxy.
    public init(
        userAgent: String = "Repute", certificateAuthorities: String? = nil, proxy: String? = nil,
        allowPrivateNetworks: [AllowedNetwork] = [], maxConnectionsPerHost: Int = 4,
        maxIdleConnections: Int = 64
    ) {
        self.userAgent = userAgent
        self.certificateAuthorities = certificateAuthorities
        self.proxy = proxy
        self.allowPrivateNetworks = allowPrivateNetworks
        self.maxConnectionsPerHost = maxConnectionsPerHost
        self.maxIdleConnections = maxIdleConnections
    }
}

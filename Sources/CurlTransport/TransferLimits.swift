/// How long and how much one exchange may take, redirects included.
public struct TransferLimits: Sendable, Hashable {
    /// Until name, connection and TLS stand; for each hop.
    public var connectTimeout: Duration
    /// For the whole exchange, all hops together.
    public var totalTimeout: Duration
    /// Bytes a second, as they come over the wire; slower than this for `lowSpeedTime` is a timeout.
    ///
    /// 0 switches the check off.
    public var lowSpeedLimit: Int
    /// Counted in whole seconds, rounded up.
    public var lowSpeedTime: Duration
    /// Bytes of a body, before and after decompression; the first byte above ends the exchange.
    public var maxBodySize: Int

    /// Limits; the defaults are 10 s to connect, 30 s in all, 100 B/s for 15 s, and 8 MiB.
    public init(
        connectTimeout: Duration = .seconds(10), totalTimeout: Duration = .seconds(30),
        lowSpeedLimit: Int = 100, lowSpeedTime: Duration = .seconds(15),
        maxBodySize: Int = 8 * 1024 * 1024
    ) {
        self.connectTimeout = connectTimeout
        self.totalTimeout = totalTimeout
        self.lowSpeedLimit = lowSpeedLimit
        self.lowSpeedTime = lowSpeedTime
        self.maxBodySize = maxBodySize
    }
}

extension Duration {
    /// Milliseconds, at least 1 and at most what libcurl takes.
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        let (product, overflow) = Int(seconds).multipliedReportingOverflow(by: 1000)
        guard !overflow else { return seconds < 0 ? 1 : Int(Int32.max) }
        return min(max(product + Int(attoseconds / 1_000_000_000_000_000), 1), Int(Int32.max))
    }

    /// Whole seconds, rounded up, at least 1 and at most what libcurl takes.
    var wholeSeconds: Int { (milliseconds + 999) / 1000 }
}

extension Int {
    /// The number as a size for people, exact: `8 MiB`, `1000 bytes`.
    var inBytes: String {
        if self >= 1 << 20, self % (1 << 20) == 0 { return "\(self >> 20) MiB" }
        if self >= 1 << 10, self % (1 << 10) == 0 { return "\(self >> 10) KiB" }
        return self == 1 ? "1 byte" : "\(self) bytes"
    }
}

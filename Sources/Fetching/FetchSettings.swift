public import CurlTransport

/// How feeds are asked for.
public struct FetchSettings: Sendable, Hashable {
    /// The `User-Agent`, which should say where the operator can be reached.
    public var userAgent: String
    /// For one poll of one source; the body cap holds for files too.
    public var limits: TransferLimits
    /// How many redirects one poll follows.
    public var maxRedirects: Int
    /// Absolute paths of the folders whose files `file:` sources may read; empty refuses all.
    public var allowFiles: [String]

    /// Settings; the defaults follow 5 redirects and read no files.
    public init(
        userAgent: String = "Repute", limits: TransferLimits = TransferLimits(),
        maxRedirects: Int = 5, allowFiles: [String] = []
    ) {
        self.userAgent = userAgent
        self.limits = limits
        self.maxRedirects = maxRedirects
        self.allowFiles = allowFiles
    }
}

public import HTTPTypes

/// One HTTP exchange to make.
public struct TransportRequest: Sendable, Hashable {
    /// The method; `GET` and `HEAD` usually have no body.
    public var method: HTTPRequest.Method
    /// An absolute `http` or `https` URL; a user and password in it are sent as basic authentication.
    public var url: String
    /// The fields, sent as they are.
    ///
    /// After a redirect to another origin only the fields of
    /// `CurlTransport.fieldsForOtherOrigins` go along, so a secret never reaches another host.
    public var headers: HTTPFields
    /// Sent with its length.
    public var body: [UInt8]
    /// For all hops together, but for `connectTimeout`.
    public var limits: TransferLimits
    /// How many redirects are followed; 0 returns the first one as the response.
    public var maxRedirects: Int

    /// A request; see the properties for what each value means.
    public init(
        method: HTTPRequest.Method = .get, url: String, headers: HTTPFields = [:],
        body: [UInt8] = [], limits: TransferLimits = TransferLimits(), maxRedirects: Int = 0
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.limits = limits
        self.maxRedirects = maxRedirects
    }
}

public import HTTPTypes

/// What came back, after all redirects that the request allowed.
public struct TransportResponse: Sendable, Hashable {
    /// One redirect that was followed.
    public struct Redirect: Sendable, Hashable {
        /// 301, 302, 303, 307 or 308.
        public var status: Int
        /// Where it led, as an absolute URL.
        public var target: String

        /// A redirect with `status` to `target`.
        public init(status: Int, target: String) {
            self.status = status
            self.target = target
        }

        /// Whether the target replaces the old address for good (301 and 308; RFC 9110, section 15.4).
        public var isPermanent: Bool { status == 301 || status == 308 }
    }

    /// The status code of the last hop.
    public var status: Int
    /// The fields of the last hop, without trailers.
    public var headers: HTTPFields
    /// Decompressed.
    public var body: [UInt8]
    /// The URL that answered; it may hold secrets of the request's URL.
    public var url: String
    /// Every redirect that was followed, in order.
    public var redirects: [Redirect]

    /// A response; see the properties for what each value means.
    public init(
        status: Int, headers: HTTPFields = [:], body: [UInt8] = [], url: String,
        redirects: [Redirect] = []
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.url = url
        self.redirects = redirects
    }

    /// The address that replaces the requested one: where the redirects led, if every one of them was
    /// permanent; nil if one was temporary or there was none.
    public var permanentURL: String? {
        redirects.allSatisfy(\.isPermanent) ? redirects.last?.target : nil
    }
}

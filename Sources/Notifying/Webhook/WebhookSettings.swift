public import FoundationEssentials
public import Model

/// How alerts leave as JSON over HTTP.
public struct WebhookSettings: Sendable, Hashable {
    /// Where the payload is posted, an `http` or `https` address.
    ///
    /// Often a secret by itself, so only its scheme, host and port are ever shown.
    public var url: Secret
    /// The keys that sign every message, each `whsec_` and base64 of 24 to 64 bytes.
    ///
    /// Each gives a signature, so that a key can be changed without a gap; with none, messages are
    /// not signed.
    public var signingSecrets: [Secret]
    /// Further headers, such as `Authorization`.
    public var headers: [Source.Header]
    /// Seconds for the whole exchange; 20 unless told.
    public var timeLimit: TimeInterval

    /// Settings with the documented defaults.
    public init(
        url: Secret, signingSecrets: [Secret] = [], headers: [Source.Header] = [],
        timeLimit: TimeInterval = 20
    ) {
        self.url = url
        self.signingSecrets = signingSecrets
        self.headers = headers
        self.timeLimit = timeLimit
    }
}

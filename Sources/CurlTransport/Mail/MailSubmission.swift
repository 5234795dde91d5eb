/// A finished message, and the mail server that is to carry it on (RFC 6409).
public struct MailSubmission: Sendable, Hashable {
    /// How the conversation is kept from strangers.
    public enum Security: Sendable, Hashable {
        /// TLS from the first byte (`smtps`, RFC 8314).
        case tls
        /// Upgraded by STARTTLS (RFC 3207) before anything is told, or not made at all.
        case startTLS
        /// Readable for everybody on the way; only to this machine, unless `anywhere`.
        case none(anywhere: Bool)
    }

    /// The server's name, or its address; one of IPv6 in brackets.
    public var host: String
    /// The server's port.
    public var port: Int
    /// How the conversation is kept from strangers.
    public var security: Security
    /// Who to log in as; nil means no login.
    public var user: String?
    /// The password of the login; shown nowhere.
    public var password: String?
    /// The name that this machine gives in EHLO; nil means its host name.
    public var helloName: String?
    /// Where bounces go, a bare address.
    public var sender: String
    /// Who gets it, bare addresses; at least one.
    public var recipients: [String]
    /// The message with CRLF at every line's end; dots at their start need no care.
    public var message: [UInt8]
    /// A PEM file of the certificate authorities to trust; nil means the system's.
    public var certificateAuthorities: String?
    /// Until the server has greeted and taken the login.
    public var connectTimeout: Duration
    /// For the whole conversation.
    public var totalTimeout: Duration

    /// A submission by STARTTLS without a login; see the properties for what each value means.
    public init(
        host: String, port: Int = 587, security: Security = .startTLS, sender: String,
        recipients: [String], message: [UInt8]
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.sender = sender
        self.recipients = recipients
        self.message = message
        connectTimeout = .seconds(20)
        totalTimeout = .seconds(60)
    }

    /// The server, as it is shown.
    public var server: String { "\(scheme)://\(host):\(port)" }

    /// The server in the form that libcurl reads, in which the path is the name for EHLO.
    var url: String { "\(server)/\(helloName ?? "")" }

    private var scheme: String { security == .tls ? "smtps" : "smtp" }
}

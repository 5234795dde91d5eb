import CurlTransport
public import FoundationEssentials
public import Model

/// How alerts leave as mail without a mail program: by SMTP, to a server that carries them on.
public struct SMTPSettings: MailHead, Sendable, Hashable {
    /// How the conversation is kept from strangers.
    public enum Security: Sendable, Hashable {
        /// TLS from the first byte (`smtps`).
        case tls
        /// Upgraded by STARTTLS before anything is told, or not made at all.
        case startTLS
        /// Not encrypted, and so not with another machine.
        case loopbackOnly
        /// Readable for everybody on the way.
        case plaintext
    }

    /// Who logs in.
    public struct Login: Sendable, Hashable {
        /// The name, often an address.
        public var user: String
        /// The password.
        public var password: Secret

        /// A login.
        public init(user: String, password: Secret) {
            self.user = user
            self.password = password
        }
    }

    /// The server's name, or its address; one of IPv6 in brackets.
    public var host: String
    /// The server's port.
    public var port: Int
    /// How the conversation is kept from strangers; `startTLS` unless told.
    public var security: Security
    /// Who logs in; nil where the server asks for nobody.
    public var login: Login?
    /// The name that this machine gives in EHLO; nil means its host name.
    public var helloName: String?
    /// A PEM file of the certificate authorities to trust; nil means the system's.
    public var certificateAuthorities: String?
    /// The address in `From`; its domain also ends the `Message-ID`.
    public var sender: EmailAddress
    /// The name in front of the address in `From`; `Repute` unless told.
    public var senderName = "Repute"
    /// Where bounces go; nil means `sender`.
    public var envelopeSender: EmailAddress?
    /// Who gets the mail; at least one.
    public var recipients: [EmailAddress]
    /// Seconds for the whole conversation; 60 unless told.
    public var timeLimit: TimeInterval = 60
    /// The language of our words; English unless told.
    public var language = LetterLanguage.english
    /// Wordings of the owner's in the place of ours; none unless told.
    public var templates = MailTemplates()

    /// Settings with the documented defaults.
    public init(
        host: String, port: Int = 587, security: Security = .startTLS,
        login: Login? = nil, sender: EmailAddress, recipients: [EmailAddress]
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.login = login
        self.sender = sender
        self.recipients = recipients
    }

    /// Everything that says where mails go and who may send them, for a digest that tells one receiver
    /// from another.
    public var address: [String] {
        [host, String(port), login?.user ?? "", login?.password.reveal() ?? ""]
            + recipients.map(\.description)
    }
}

extension MailSubmission.Security {
    init(_ security: SMTPSettings.Security) {
        self =
            switch security {
            case .tls: .tls
            case .startTLS: .startTLS
            case .loopbackOnly: .none(anywhere: false)
            case .plaintext: .none(anywhere: true)
            }
    }
}

public import FoundationEssentials
public import Model

/// How alerts leave over HTTP.
public struct WebhookSettings: Sendable, Hashable {
    /// What the receiver expects; `docs/channels.md` tells of each.
    public enum Format: String, Sendable, Hashable, CaseIterable {
        /// The payload of `docs/webhook.md`, for machines.
        case standard = "webhook"
        case slack
        case discord
        case teams
        case mattermost
        case matrix
        case telegram
        case ntfy
        case pagerDuty = "pagerduty"
        case gotify
        case googleChat = "google_chat"
        /// A body of the owner's own.
        case template

        /// Whether a person reads the messages, so that several alerts may be one.
        public var isChat: Bool {
            switch self {
            case .standard, .pagerDuty, .template: false
            default: true
            }
        }
    }

    /// What the receiver expects; `standard` unless told.
    public var format: Format
    /// Where the message is posted, an `http` or `https` address; of Matrix, Telegram and Gotify the
    /// server, below which the path is filled in.
    ///
    /// Often a secret by itself, so only its scheme, host and port are ever shown.
    public var url: Secret
    /// The access token of Matrix, ntfy and Gotify, the bot's token of Telegram, the routing key of
    /// PagerDuty; nil where the address is enough.
    public var token: Secret?
    /// The room of Matrix, the chat of Telegram, the topic of ntfy; nil for others.
    public var target: Secret?
    /// The topic of a Telegram group; nil for the group itself.
    public var thread: Int64?
    /// The language of our words in chats and pagers; English unless told.
    ///
    /// The payload of `standard` is the same in every language.
    public var language = LetterLanguage.english
    /// The owner's words instead of ours; of `template` the body, and then never nil.
    public var template: LetterTemplate?
    /// The keys that sign every message of `standard` and `template`, each `whsec_` and base64 of 24 to
    /// 64 bytes.
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
        format: Format = .standard, url: Secret, token: Secret? = nil, target: Secret? = nil,
        thread: Int64? = nil, template: LetterTemplate? = nil, signingSecrets: [Secret] = [],
        headers: [Source.Header] = [], timeLimit: TimeInterval = 20
    ) {
        self.format = format
        self.url = url
        self.token = token
        self.target = target
        self.thread = thread
        self.template = template
        self.signingSecrets = signingSecrets
        self.headers = headers
        self.timeLimit = timeLimit
    }

    /// Everything that says where messages go, for a digest that tells one receiver from another.
    public var address: [Secret] { [url, token, target].compactMap { $0 } }
}

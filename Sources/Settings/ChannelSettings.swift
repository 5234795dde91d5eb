public import Alerting
public import Model
public import Notifying

/// One way to the owner, as configured.
public struct ChannelSettings: Sendable, Hashable {
    /// What the channel is.
    public enum Kind: Sendable, Hashable {
        /// Mail, through the system's mail command.
        case sendmail(SendmailSettings)
        /// Mail, through a mail server elsewhere.
        case smtp(SMTPSettings)
        /// HTTP: a webhook, a chat or a pager, by its `format`.
        case webhook(WebhookSettings)
        /// A command of the owner's.
        case exec(ExecSettings)
    }

    /// The name in the configuration.
    public var id: ChannelID
    /// What the channel is, with its settings.
    public var kind: Kind
    /// When it may be told something; machines get every alert on its own, people may get several in
    /// one letter.
    public var policy: ChannelPolicy

    /// A channel; told at any time unless `policy` says otherwise.
    public init(id: ChannelID, kind: Kind, policy: ChannelPolicy? = nil) {
        self.id = id
        self.kind = kind
        self.policy = policy ?? ChannelPolicy(gathers: kind.type.isForPeople)
    }

    /// The word that stands behind `type:`.
    public var typeName: String { kind.type.name }

    /// A digest of where it leads: another one means that what was known of its receiver holds no more.
    public var addressDigest: String {
        let parts: [String] =
            switch kind {
            case .sendmail(let mail): mail.command + mail.recipients.map(\.description)
            case .smtp(let mail): mail.address
            case .webhook(let hook): hook.address.map { $0.reveal() }
            case .exec(let exec): exec.command
            }
        return AddressDigest.digest(of: [typeName] + parts)
    }
}

extension ChannelSettings.Kind {
    var type: ChannelType {
        switch self {
        case .sendmail: .sendmail
        case .smtp: .smtp
        case .webhook(let settings): .webhook(settings.format)
        case .exec: .exec
        }
    }
}

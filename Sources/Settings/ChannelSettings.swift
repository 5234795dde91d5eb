public import Model
public import Notifying

/// One way to the owner, as configured.
public struct ChannelSettings: Sendable, Hashable {
    /// What the channel is.
    public enum Kind: Sendable, Hashable {
        case sendmail(SendmailSettings)
        case webhook(WebhookSettings)
    }

    /// The name in the configuration.
    public var id: ChannelID
    /// What the channel is, with its settings.
    public var kind: Kind

    /// A channel.
    public init(id: ChannelID, kind: Kind) {
        self.id = id
        self.kind = kind
    }

    /// The word that stands behind `type:`.
    public var typeName: String {
        switch kind {
        case .sendmail: "sendmail"
        case .webhook: "webhook"
        }
    }
}

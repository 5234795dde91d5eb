/// What a mail says of itself, whichever way it leaves.
public protocol MailHead: Sendable {
    /// The address in `From`; its domain also ends the `Message-ID`.
    var sender: EmailAddress { get }
    /// The name in front of the address in `From`.
    var senderName: String { get }
    /// Who gets the mail; at least one.
    var recipients: [EmailAddress] { get }
    /// The language of our words.
    var language: LetterLanguage { get }
    /// Wordings of the owner's in the place of ours.
    var templates: MailTemplates { get }
}

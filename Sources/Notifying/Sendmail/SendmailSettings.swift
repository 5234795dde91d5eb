public import FoundationEssentials

/// How alerts leave as mail: by a command that takes a message on its standard input.
public struct SendmailSettings: MailHead, Sendable, Hashable {
    /// The command that every MTA's `sendmail` understands alike.
    public static let standardCommand = [
        "/usr/sbin/sendmail", "-i", "-f", "{sender}", "--", "{recipients}",
    ]

    /// The program and its arguments, one element each; never a shell line.
    ///
    /// `{sender}` in an element stands for the envelope sender; the element `{recipients}` for the
    /// recipients, one argument each. A command with neither gets `-f {sender} -- {recipients}` at
    /// its end. The first element is a path, or a name that is looked for in the standard folders
    /// of the system. Default: `standardCommand`.
    public var command: [String]
    /// The address in `From`; its domain also ends the `Message-ID`.
    public var sender: EmailAddress
    /// The name in front of the address in `From`; `Repute` unless told.
    public var senderName: String
    /// Where bounces go; nil means `sender`.
    public var envelopeSender: EmailAddress?
    /// Who gets the mail; at least one.
    public var recipients: [EmailAddress]
    /// Seconds until the command and everything it started is killed; 30 unless told.
    public var timeLimit: TimeInterval
    /// The language of our words; English unless told.
    public var language = LetterLanguage.english
    /// Wordings of the owner's in the place of ours; none unless told.
    public var templates = MailTemplates()

    /// Settings with the documented defaults.
    public init(
        sender: EmailAddress, recipients: [EmailAddress],
        command: [String] = SendmailSettings.standardCommand, senderName: String = "Repute",
        envelopeSender: EmailAddress? = nil, timeLimit: TimeInterval = 30
    ) {
        self.command = command
        self.sender = sender
        self.senderName = senderName
        self.envelopeSender = envelopeSender
        self.recipients = recipients
        self.timeLimit = timeLimit
    }

    /// The arguments as they are passed on, the program first; empty for an empty command.
    public var arguments: [String] {
        guard !command.isEmpty else { return [] }
        let names = ["{sender}", "{recipients}"]
        let isComplete = command.contains { element in names.contains { element.contains($0) } }
        let pattern = isComplete ? command : command + ["-f", "{sender}", "--", "{recipients}"]
        let bounce = (envelopeSender ?? sender).description
        return pattern.flatMap { element in
            element == "{recipients}"
                ? recipients.map(\.description) : [element.replacing("{sender}", with: bounce)]
        }
    }
}

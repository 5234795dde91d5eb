public import FoundationEssentials

/// Keeps the names of reply templates from being taken for other names.
public enum ReplyTemplateName {}

/// The name of a template of replies.
public typealias ReplyTemplateID = Identifier<ReplyTemplateName>

/// A draft of a reply that was shown to a person; whether it was ever sent is not known.
public struct ReplyDraft: Sendable, Hashable {
    /// What it replies to.
    public var mention: MentionID
    /// Where the mention was read.
    public var source: SourceID
    /// Who is replied to, as the source names them; nil where it doesn't, or where the name was erased.
    public var author: String?
    /// The template that it was made from.
    public var template: ReplyTemplateID
    /// SHA-256 of the template's text before anything was filled in, in hexadecimal digits.
    public var textDigest: String
    /// When it was shown.
    public var at: Date

    /// A draft that was shown.
    public init(
        mention: MentionID, source: SourceID, author: String?, template: ReplyTemplateID,
        textDigest: String, at: Date
    ) {
        self.mention = mention
        self.source = source
        self.author = author
        self.template = template
        self.textDigest = textDigest
        self.at = at
    }
}

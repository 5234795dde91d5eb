import Model

/// A mention with what is known of its author and its story, as conditions and severities ask for it.
struct MentionFacts: Sendable {
    var mention: Mention
    /// What the author wrote before; nil where nobody is named, or nothing is known.
    var author: AuthorHistory?
    /// On how many sites its story stands, this one included.
    var siteCount: Int

    init(_ mention: Mention, author: AuthorHistory? = nil, siteCount: Int = 1) {
        self.mention = mention
        self.author = author
        self.siteCount = siteCount
    }
}

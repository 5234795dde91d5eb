/// The kind of text that a source carries, which decides how readily a verdict is given.
///
/// The same words are an opinion in a review and a report in the news.
public enum Genre: String, Sendable, Hashable, CaseIterable {
    /// Reviews, survey answers, comments on a purchase.
    case review
    /// Posts and replies between people.
    case social
    /// Articles and headlines.
    case news

    /// How texts are read that nothing more is known of than the kind of their source: answers to
    /// a survey are read like reviews, mentions as text of any kind.
    public init?(of kind: Source.Kind) {
        switch kind {
        case .review, .survey: self = .review
        case .mention: return nil
        }
    }
}

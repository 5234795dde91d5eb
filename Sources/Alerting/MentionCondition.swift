public import Model

/// A question on the words of a mention, such as a brand query; the seam to `Matching`.
public protocol MentionCondition: Sendable {
    /// The terms that met the condition, as they stand in the text; nil where it is not met.
    func matchedTerms(in mention: Mention) -> [String]?
}

import ArgumentParser
import Model

/// The words of `repute correct`: numbers of mentions, and the verdict last.
struct CorrectionWords: Sendable, Hashable {
    /// In the order in which they were given, none twice.
    var mentions: [MentionID]
    /// Nil for `none`: the mention does not speak of the aspect.
    var label: Sentiment.Label?

    /// Fails for what is no number, no verdict, or `none` where no aspect is meant.
    init(_ words: [String], hasAspect: Bool) throws {
        guard let verdict = words.last, words.count > 1 else {
            throw ValidationError(
                "Give the number of a mention and your verdict: repute correct 42 negative")
        }
        label = try Self.label(verdict, hasAspect: hasAspect)
        mentions = []
        for word in words.dropLast() {
            let numbers = try MentionNumbers(parsing: word)
            guard numbers.isSingle else {
                throw ValidationError(
                    "“\(word.prefix(80))” means several; a verdict is on a mention that you have read, so "
                        + "give their numbers one by one.")
            }
            let id = numbers.range.lowerBound
            if !mentions.contains(id) { mentions.append(id) }
        }
    }

    private static func label(_ word: String, hasAspect: Bool) throws(ValidationError)
        -> Sentiment.Label?
    {
        switch word.lowercased() {
        case "negative": return .negative
        case "neutral": return .neutral
        case "positive": return .positive
        case "none" where hasAspect: return nil
        case "none":
            throw ValidationError("`none` goes with --dimension: the mention does not speak of it.")
        default:
            throw ValidationError(
                "“\(word)” is no verdict; write negative, neutral or positive"
                    + (hasAspect ? ", or none." : "."))
        }
    }
}

public import Model
import TextProcessing

/// Says how a text is felt, and which words say so.
///
///     let scorer = SentimentScorer(lexicon: .embedded)
///     let sentiment = scorer.score(text: "Not worth the money.", language: nil)
///     sentiment.label          // .negative
///     sentiment.contributions  // "worth", negated by "not"
///
/// Pure and immutable: the same text and lexicon give the same verdict, on any thread. Time is
/// linear in the bytes of the text, whatever they are.
public struct SentimentScorer: Sendable {
    private let lexicon: Lexicon

    /// A scorer by the words of `lexicon`.
    public init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// The verdict on an entry: by its rating where it has one, else by its text.
    ///
    /// The text is scored in both cases and kept beside the rating; `disagrees` says that the two
    /// are clearly of opposite sign.
    public func score(_ entry: Entry) -> Sentiment {
        let text = score(text: entry.body, language: entry.language)
        guard let rating = entry.rating else { return text }
        return RatingVerdict(rating).over(text)
    }

    /// The verdict on `text`; spans of its contributions are UTF-8 offsets into it.
    ///
    /// `language` is what the source declares, as a BCP 47 tag, or nil; a text that is clearly in
    /// another language is read in that one. The weights of the contributions, summed in their
    /// order, are the score exactly. A text in no known language, in one without lexicon, or of
    /// fewer than four words without any opinion is `unscored`.
    public func score(text: String, language: String?) -> Sentiment {
        var copy = text
        return copy.withUTF8 { bytes in
            let reading = TextReading(bytes, declared: language, lexicon: lexicon, explains: true)
            return reading.sentiment(of: text, in: bytes, by: lexicon)
        }
    }

    /// Score, label and confidence of `text` without the reasons, in less time.
    ///
    /// The figures are those of `score(text:language:)`.
    public func verdict(text: String, language: String?) -> Verdict {
        var copy = text
        return copy.withUTF8 { bytes in
            TextReading(bytes, declared: language, lexicon: lexicon, explains: false).verdict
        }
    }
}

/// A verdict without its reasons.
public struct Verdict: Sendable, Hashable {
    /// −1 to 1; 0 where `label` is `unscored`.
    public var score: Double
    /// The verdict in one word.
    public var label: Sentiment.Label
    /// 0 to 1; 0 where `label` is `unscored`.
    public var confidence: Double
    /// The language that the text was read in, as a two-letter ISO 639-1 code; nil if not known.
    public var language: String?
}

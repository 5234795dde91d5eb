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
    /// The words that it scores by.
    public let lexicon: Lexicon

    /// A scorer by the words of `lexicon`.
    public init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// The verdict on an entry: by its rating where it has one, else by its text.
    ///
    /// The text is scored in both cases and kept beside the rating; `disagrees` says that the two
    /// are clearly of opposite sign.
    public func score(
        _ entry: Entry, genre: Genre? = nil, target: TextTarget? = nil
    ) -> Sentiment {
        let text = score(
            text: entry.body, language: entry.language, genre: genre, target: target)
        guard let rating = entry.rating else { return text }
        return RatingVerdict(rating).over(text)
    }

    /// The verdict on `text`; spans of its contributions are UTF-8 offsets into it.
    ///
    /// `language` is what the source declares, as a BCP 47 tag, or nil; a text that is clearly in
    /// another language is read in that one. `genre` sets the scale, and `target` leaves out what is
    /// said about others. The weights of the contributions, summed in their order, are the score
    /// exactly. A text in no known language, in one without lexicon, or of fewer than four words
    /// without any opinion is `unscored`.
    public func score(
        text: String, language: String?, genre: Genre? = nil, target: TextTarget? = nil
    ) -> Sentiment {
        ScoringSession(self, language: language, genre: genre).sentiment(of: text, target: target)
    }

    /// Score, label and confidence of `text` without the reasons, in less time; a `ScoringSession`
    /// takes still less for many texts.
    ///
    /// The figures are those of `score(text:language:genre:)`.
    public func verdict(text: String, language: String?, genre: Genre? = nil) -> Verdict {
        var copy = text
        return copy.withUTF8 { bytes in
            ScoringSession(self, language: language, genre: genre)
                .reading(of: bytes, target: nil, explains: false).verdict
        }
    }

    /// Score, label and confidence of a text by its bytes; those that are no UTF-8 are mended.
    ///
    /// The figures are those of `score(text:language:genre:)`.
    public func verdict(
        of bytes: UnsafeBufferPointer<UInt8>, language: String?, genre: Genre? = nil
    ) -> Verdict {
        ScoringSession(self, language: language, genre: genre).verdict(of: bytes)
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

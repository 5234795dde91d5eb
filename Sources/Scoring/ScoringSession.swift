public import Model
import TextProcessing

/// Scores one text after the other with the same settings, in less time than each for itself.
///
///     let session = ScoringSession(scorer, language: nil)
///     let verdict = session.verdict(of: bytes)
///
/// The verdicts are those of the scorer. The room that a text needs is kept for the next, so a session
/// is for one thread at a time; make one for each.
public final class ScoringSession {
    private let lexicon: Lexicon
    private let language: String?
    private let constants: GenreConstants
    private let scratch = ReadingScratch()

    /// A session of `scorer`; `language` and `genre` are those of all texts, nil where not known.
    public init(_ scorer: SentimentScorer, language: String?, genre: Genre? = nil) {
        lexicon = scorer.lexicon
        self.language = language.flatMap(LanguageChoice.primarySubtag)
        constants = .of(genre)
    }

    /// Score, label and confidence of a text without the reasons; bytes that are no UTF-8 are mended.
    public func verdict(of bytes: UnsafeBufferPointer<UInt8>) -> Verdict {
        guard let mended = Self.mended(bytes) else {
            return reading(of: bytes, target: nil, explains: false).verdict
        }
        var text = mended
        return text.withUTF8 { reading(of: $0, target: nil, explains: false).verdict }
    }

    /// Gives the verdict on a text with its reasons where they lie; bytes that are no UTF-8 are mended.
    ///
    /// What `body` gets is valid until it returns; the session must not be used in it.
    public func explain(
        _ bytes: UnsafeBufferPointer<UInt8>, _ body: (borrowing Explanation) -> Void
    ) {
        // CR LF are one character
        if let mended = Self.mended(bytes) ?? Self.textWithReturns(bytes) {
            var text = mended
            text.withUTF8 { explain($0, of: mended, target: nil, body) }
        } else {
            explain(bytes, of: nil, target: nil, body)
        }
    }

    /// The verdict on a text with its reasons; bytes that are no UTF-8 are mended.
    public func sentiment(of bytes: UnsafeBufferPointer<UInt8>) -> Sentiment {
        sentiment(of: String(decoding: bytes, as: UTF8.self), target: nil)
    }

    /// The verdict on `text` with its reasons.
    func sentiment(of text: String, target: TextTarget?) -> Sentiment {
        var copy = text
        return copy.withUTF8 { bytes in
            explain(bytes, of: text, target: target) { $0.sentiment }
        }
    }

    /// `text` is the string that `bytes` are; nil for ASCII without CR.
    private func explain<Result>(
        _ bytes: UnsafeBufferPointer<UInt8>, of text: String?, target: TextTarget?,
        _ body: (borrowing Explanation) -> Result
    ) -> Result {
        let reading = reading(of: bytes, target: target, explains: true)
        return body(
            Explanation(
                reading, bytes: bytes, spans: CharacterSpans(text, bytes), lexicon: lexicon,
                scratch: scratch))
    }

    /// What reading `bytes`, which are UTF-8, comes to.
    func reading(
        of bytes: UnsafeBufferPointer<UInt8>, target: TextTarget?, explains: Bool
    ) -> TextReading {
        TextReading(
            bytes, language: language, constants: constants, target: target, lexicon: lexicon,
            explains: explains, scratch: scratch)
    }

    /// The text of bytes beyond ASCII, in UTF-8 whatever they are; nil for ASCII.
    private static func mended(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var place = 0
        let raw = UnsafeRawBufferPointer(bytes)
        while place + 8 <= bytes.count {
            let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { break }
            place += 8
        }
        while place < bytes.count, bytes[place] < 0x80 { place += 1 }
        return place == bytes.count ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// The text of bytes of ASCII with a CR among them; nil where there is none.
    private static func textWithReturns(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        bytes.contains(0x0D) ? String(decoding: bytes, as: UTF8.self) : nil
    }
}

public import Model
import TextProcessing

/// Says what a text is about, and how each of these is felt.
///
///     let sentiment = scorer.score(text: "Lovely food, but the waiter was rude.", language: "en")
///     sentiment.aspects   // care: negative, product: positive, staff: negative
///
/// The words that name an aspect stand in `lexicons/aspects/`. An aspect is felt as the scorer's
/// opinions beside its words are: the nearer the more, less across a comma and much less across `but`.
/// Pure: any thread, the same answer. Time is linear in the bytes of the text.
public enum AspectTagger {
    /// The aspects that `text` names, in the order of `Aspect.allCases`.
    ///
    /// `language` is the one that the text is read in, as a two-letter ISO 639-1 code; there is no
    /// aspect where it is nil or has no list. `contributions` are the scorer's, with spans into `text`.
    public static func aspects(
        in text: String, language: String?, contributions: [Contribution]
    ) -> [AspectOpinion] {
        read(text, language: language) { reader in
            let reasons = contributions.map(Reason.init)
            return reasons.withUnsafeBufferPointer { reasons in
                var opinions: [AspectOpinion] = []
                forEachAspect(of: reader, reasons) { opinions.append($0.opinion) }
                return opinions
            }
        } ?? []
    }

    private static func read<Result>(
        _ text: String, language: String?, _ body: (AspectReader) -> Result
    ) -> Result? {
        guard let table = language.flatMap(AspectTable.embedded) else { return nil }
        var copy = text
        return copy.withUTF8 { bytes in
            var tokens: [Token] = []
            tokens.reserveCapacity(bytes.count / 4 + 4)
            Tokenizer.append(tokensOf: bytes, to: &tokens)
            let room = AspectRoom()
            return tokens.withUnsafeBufferPointer { tokens in
                withExtendedLifetime(room) {
                    body(AspectReader(bytes, tokens: tokens, table: table, room: room))
                }
            }
        }
    }

    /// Gives what a text is about, in the order of `Aspect.allCases`; `reasons` are those of the text.
    static func forEachAspect(
        of reader: AspectReader, _ reasons: UnsafeBufferPointer<Reason>,
        _ body: (AspectFinding) -> Void
    ) {
        let mentions = reader.mentions
        guard !mentions.isEmpty else { return }
        let evidence = AspectEvidence(
            mentions, reader.placed(reasons), partCount: reader.partCount,
            in: &reader.room.evidence)
        for (index, aspect) in aspects.enumerated() where evidence.names(index) {
            let score = evidence.score(of: index)
            body(
                AspectFinding(
                    aspect: aspect, score: score, label: AspectEvidence.label(score),
                    index: index, mentions: mentions))
        }
    }

    private static let aspects = Aspect.allCases

    /// How the words at `span` are felt, whatever they name: for measuring against marked terms.
    ///
    /// `span` are UTF-8 offsets into `text`; neutral where they lie outside, or the language has no list.
    public static func opinion(
        at span: Range<Int>, in text: String, language: String?, contributions: [Contribution]
    ) -> (score: Double, label: Sentiment.Label) {
        read(text, language: language) { reader in
            guard let mentions = mentions(of: reader, withGiven: span) else { return (0, .neutral) }
            let reasons = contributions.map(Reason.init)
            return reasons.withUnsafeBufferPointer { reasons in
                mentions.withUnsafeBufferPointer { mentions in
                    let evidence = AspectEvidence(
                        mentions, reader.placed(reasons), partCount: reader.partCount,
                        in: &reader.room.evidence)
                    let score = evidence.score(of: AspectEvidence.given)
                    return (score, AspectEvidence.label(score))
                }
            }
        } ?? (0, .neutral)
    }

    /// The terms of a text with the words at `span` as one more, in place of those that it overlaps.
    private static func mentions(of reader: AspectReader, withGiven span: Range<Int>)
        -> [AspectMention]?
    {
        guard let place = reader.place(of: span) else { return nil }
        var mentions = reader.mentions.filter { !$0.span.overlaps(span) }
        let implied = reader.mentions.first { $0.span.overlaps(span) && $0.implied != 0 }?.implied
        let given = AspectMention(
            aspect: AspectEvidence.given, isWeak: false, implied: implied ?? 0, span: span,
            place: place.place, sentence: place.sentence, part: place.part)
        let index = mentions.firstIndex { $0.place > given.place } ?? mentions.endIndex
        mentions.insert(given, at: index)
        return mentions
    }
}

/// An aspect that a text names, as it lies in the room of a session; see `Explanation`.
public struct AspectFinding {
    /// What the text speaks of.
    public let aspect: Aspect
    /// −1 to 1; 0 where nothing is said for or against it.
    public let score: Double
    /// `negative`, `neutral` or `positive`.
    public let label: Sentiment.Label
    /// The place of the aspect in `Aspect.allCases`.
    fileprivate let index: Int
    fileprivate let mentions: UnsafeBufferPointer<AspectMention>

    /// Gives the words that name the aspect, as UTF-8 offsets, in the order of the text.
    public func forEachSpan(_ body: (Range<Int>) -> Void) {
        for mention in mentions where mention.aspect == index { body(mention.span) }
    }

    /// The same as a value of its own.
    var opinion: AspectOpinion {
        var spans: [Range<Int>] = []
        forEachSpan { spans.append($0) }
        return AspectOpinion(aspect: aspect, score: score, label: label, spans: spans)
    }
}

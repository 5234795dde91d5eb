import FoundationEssentials
import Model

@testable import Notifying

/// What is said of an aspect by these words of a text.
struct SampleOpinion {
    var aspect: Aspect
    var score: Double
    var words: [String] = []

    func opinion(in body: String) -> AspectOpinion {
        let spans = words.compactMap { word in
            body.firstRange(of: word).map { range in
                body.utf8.distance(
                    from: body.startIndex, to: range.lowerBound)..<body.utf8.distance(
                        from: body.startIndex, to: range.upperBound)
            }
        }
        return AspectOpinion(
            aspect: aspect, score: score,
            label: score < 0 ? .negative : score > 0 ? .positive : .neutral, spans: spans)
    }
}

/// A mention as it would stand in the store.
func sampleMention(
    _ text: String = "They were late and rude.", id: MentionID = 42,
    author: String? = "Ada Lovelace",
    label: Sentiment.Label = .negative, stars: Double? = nil, language: String? = "en",
    disagrees: Bool = false, about opinions: [SampleOpinion] = [],
    source: String = "guest-book", kind: Source.Kind = .review
) -> Mention {
    let time = Date(timeIntervalSince1970: 1_794_441_600)
    var sentiment = Sentiment(
        score: label == .negative ? -0.6 : label == .positive ? 0.6 : 0, label: label,
        confidence: 0.8, basis: stars == nil ? .text : .rating, disagrees: disagrees,
        language: language, lexicon: "test")
    sentiment.aspects = opinions.map { $0.opinion(in: text) }
    return Mention(
        id: id, source: SourceID(trusted: source), kind: kind,
        entry: Entry(
            identity: EntryIdentity(rung: .stableID, key: "\(id)"), text: text, author: author,
            rating: stars.flatMap { Rating(value: $0, min: 1, max: 5) }),
        brands: [Mention.BrandMatch(brand: BrandID(trusted: "inn"))], sentiment: sentiment,
        firstSeen: time, occurredAt: time, version: 1, isBaseline: false)
}

/// What can be told of a mention.
func sampleFacts(
    _ mention: Mention = sampleMention(), contact: String? = "desk@inn.example",
    owner: String? = "Grace"
) -> ReplyFacts {
    ReplyFacts(
        mention, ReplySituation(mention), business: "Harbour Inn", brand: "Harbour Inn",
        source: "Guest book", timeZone: .gmt, contact: contact, owner: owner)
}

/// A template of the owner's with these texts.
func sampleTemplate(
    _ id: String, _ texts: String..., when change: (inout ReplyConditions) -> Void = { _ in }
) throws -> ReplyTemplate {
    var conditions = ReplyConditions()
    change(&conditions)
    return ReplyTemplate(
        id: ReplyTemplateID(trusted: id), conditions: conditions,
        texts: try texts.map { try ReplyText(parsing: $0) })
}

public import Model

/// The line of `repute score`: `{"score":-0.82,"label":"negative","confidence":0.91}`.
public enum ScoreLine {
    /// Writes one object with these three keys, and a line feed.
    public static func write(
        score: Double, label: Sentiment.Label, confidence: Double, to json: inout JSONText
    ) {
        begin(score, label, confidence, &json)
        json.endObject()
        json.newline()
    }

    /// Writes one object and a line feed: the three keys, then `opinion`, `language`, `lexicon`,
    /// `contributions` and `aspects`.
    public static func write(_ sentiment: Sentiment, to json: inout JSONText) {
        begin(sentiment.score, sentiment.label, sentiment.confidence, &json)
        explain(sentiment, to: &json)
        json.endObject()
        json.newline()
    }

    private static func begin(
        _ score: Double, _ label: Sentiment.Label, _ confidence: Double, _ json: inout JSONText
    ) {
        let label = label.name
        json.value(atMost: 2 * JSONPen.longestNumber + 64) { pen in
            pen.put("{\"score\":")
            pen.put(rounded: score)
            pen.put(",\"label\":\"")
            pen.put(label)
            pen.put("\",\"confidence\":")
            pen.put(rounded: confidence)
        }
    }

    private static func explain(_ sentiment: Sentiment, to json: inout JSONText) {
        beginReasons(
            opinion: sentiment.opinion, language: sentiment.language, lexicon: sentiment.lexicon,
            to: &json)
        for contribution in sentiment.contributions {
            write(contribution, to: &json)
        }
        json.endArray()
        json.key("aspects")
        JSONValue.array(sentiment.aspects.map(JSONValue.aspect)).write(to: &json)
    }

    /// The object of `JSONValue.contribution`, without making one for each of many terms.
    private static func write(_ contribution: Contribution, to json: inout JSONText) {
        var term = contribution.term
        term.withUTF8 { term in
            beginContribution(
                term: term, span: contribution.span, valence: contribution.valence,
                weight: contribution.weight, to: &json)
        }
        for rule in contribution.rules { json.string(rule) }
        endContribution(origin: contribution.origin, to: &json)
    }
}

/// The same line in pieces, for reasons that are no values of their own.
extension ScoreLine {
    /// The line up to the first contribution; the rest of it follows, in the order of these functions.
    public static func begin(
        score: Double, label: Sentiment.Label, confidence: Double, opinion: Double,
        language: String?, lexicon: String, to json: inout JSONText
    ) {
        begin(score, label, confidence, &json)
        beginReasons(opinion: opinion, language: language, lexicon: lexicon, to: &json)
    }

    private static func beginReasons(
        opinion: Double, language: String?, lexicon: String, to json: inout JSONText
    ) {
        json.key("opinion")
        json.rounded(opinion)
        json.key("language")
        json.string(language)
        json.key("lexicon")
        json.string(lexicon)
        json.key("contributions")
        json.beginArray()
    }

    /// One contribution up to its first rule; `term` is UTF-8.
    public static func beginContribution(
        term: UnsafeBufferPointer<UInt8>, span: Range<Int>, valence: Double, weight: Double,
        to json: inout JSONText
    ) {
        json.begin(atMost: JSONPen.longest(term) + 4 * JSONPen.longestNumber + 64) { pen in
            pen.put("{\"term\":\"")
            pen.put(escaped: term)
            pen.put("\",\"start\":")
            pen.put(integer: span.lowerBound)
            pen.put(",\"end\":")
            pen.put(integer: span.upperBound)
            pen.put(",\"valence\":")
            pen.put(rounded: valence)
            pen.put(",\"weight\":")
            pen.put(rounded: weight)
            pen.put(",\"rules\":[")
        }
    }

    /// One rule: what it says, then its cause, UTF-8 and not nil where it names one, in quotation
    /// marks.
    public static func writeRule(
        _ words: StaticString, cause: UnsafeBufferPointer<UInt8>?, to json: inout JSONText
    ) {
        let words = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
        let cause = cause ?? UnsafeBufferPointer(start: nil, count: 0)
        json.value(atMost: JSONPen.longest(words) + JSONPen.longest(cause) + 6) { pen in
            pen.put(0x22)
            pen.put(escaped: words)
            if cause.baseAddress != nil {
                pen.put("\\\"")
                pen.put(escaped: cause)
                pen.put("\\\"")
            }
            pen.put(0x22)
        }
    }

    /// What follows the last rule of a contribution.
    public static func endContribution(
        origin: Contribution.Origin, to json: inout JSONText
    ) {
        json.end(atMost: 32) { pen in
            switch origin {
            case .written: pen.put("],\"origin\":\"written\"}")
            case .learned: pen.put("],\"origin\":\"learned\"}")
            case .overlay: pen.put("],\"origin\":\"overlay\"}")
            }
        }
    }

    /// What follows the last contribution, up to the first aspect.
    public static func beginAspects(to json: inout JSONText) {
        json.endArray()
        json.key("aspects")
        json.beginArray()
    }

    /// One aspect up to its first span.
    public static func beginAspect(
        _ aspect: Aspect, score: Double, label: Sentiment.Label, to json: inout JSONText
    ) {
        let (aspect, label) = (aspect.name, label.name)
        json.begin(atMost: 128) { pen in
            pen.put("{\"aspect\":\"")
            pen.put(aspect)
            pen.put("\",\"score\":")
            pen.put(rounded: score)
            pen.put(",\"label\":\"")
            pen.put(label)
            pen.put("\",\"spans\":[")
        }
    }

    /// One span of an aspect, in UTF-8 bytes.
    public static func writeSpan(_ span: Range<Int>, to json: inout JSONText) {
        json.value(atMost: 2 * JSONPen.longestNumber + 24) { pen in
            pen.put("{\"start\":")
            pen.put(integer: span.lowerBound)
            pen.put(",\"end\":")
            pen.put(integer: span.upperBound)
            pen.put(0x7D)
        }
    }

    /// What follows the last span of an aspect.
    public static func endAspect(to json: inout JSONText) {
        json.end(atMost: 2) { $0.put("]}") }
    }

    /// What follows the last aspect, with the line feed.
    public static func end(to json: inout JSONText) {
        json.endArray()
        json.endObject()
        json.newline()
    }
}

extension Sentiment.Label {
    /// The raw value.
    fileprivate var name: StaticString {
        switch self {
        case .negative: "negative"
        case .neutral: "neutral"
        case .positive: "positive"
        case .unscored: "unscored"
        }
    }
}

extension Aspect {
    /// The raw value.
    fileprivate var name: StaticString {
        switch self {
        case .transparency: "transparency"
        case .reliability: "reliability"
        case .integrity: "integrity"
        case .authenticity: "authenticity"
        case .care: "care"
        case .value: "value"
        case .privacy: "privacy"
        case .product: "product"
        case .staff: "staff"
        case .delivery: "delivery"
        case .place: "place"
        case .price: "price"
        case .website: "website"
        case .billing: "billing"
        }
    }
}

extension JSONValue {
    /// `{"term":…,"start":…,"end":…,"valence":…,"weight":…,"rules":[…],
    /// "origin":…}`; the span in UTF-8 bytes.
    public static func contribution(_ contribution: Contribution) -> JSONValue {
        .members([
            "term": .string(contribution.term),
            "start": .integer(contribution.span.lowerBound),
            "end": .integer(contribution.span.upperBound),
            "valence": .rounded(contribution.valence),
            "weight": .rounded(contribution.weight),
            "rules": .array(contribution.rules.map(JSONValue.string)),
            "origin": .string(contribution.origin.rawValue),
        ])
    }
}

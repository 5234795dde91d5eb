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

    /// Writes one object and a line feed: the three keys, then `language`, `lexicon` and
    /// `contributions`.
    public static func write(_ sentiment: Sentiment, to json: inout JSONText) {
        begin(sentiment.score, sentiment.label, sentiment.confidence, &json)
        explain(sentiment, to: &json)
        json.endObject()
        json.newline()
    }

    private static func begin(
        _ score: Double, _ label: Sentiment.Label, _ confidence: Double, _ json: inout JSONText
    ) {
        json.beginObject()
        json.key("score")
        json.rounded(score)
        json.key("label")
        json.string(label.rawValue)
        json.key("confidence")
        json.rounded(confidence)
    }

    private static func explain(_ sentiment: Sentiment, to json: inout JSONText) {
        json.key("language")
        json.string(sentiment.language)
        json.key("lexicon")
        json.string(sentiment.lexicon)
        json.key("contributions")
        json.beginArray()
        for contribution in sentiment.contributions {
            JSONValue.contribution(contribution).write(to: &json)
        }
        json.endArray()
    }
}

extension JSONValue {
    /// `{"term":…,"start":…,"end":…,"valence":…,"weight":…,"rules":[…]}`; the span in UTF-8 bytes.
    public static func contribution(_ contribution: Contribution) -> JSONValue {
        .members([
            "term": .string(contribution.term),
            "start": .integer(contribution.span.lowerBound),
            "end": .integer(contribution.span.upperBound),
            "valence": .rounded(contribution.valence),
            "weight": .rounded(contribution.weight),
            "rules": .array(contribution.rules.map(JSONValue.string)),
        ])
    }
}

public import Model

/// The line of `repute score`: `{"score":-0.82,"label":"negative","confidence":0.91}`.
public enum ScoreLine {
    /// Writes one object and a line feed. `explains` adds the language, the lexicon and the
    /// contributions after the three keys that are always there.
    public static func write(_ sentiment: Sentiment, to json: inout JSONText, explains: Bool) {
        json.beginObject()
        json.key("score")
        json.rounded(sentiment.score)
        json.key("label")
        json.string(sentiment.label.rawValue)
        json.key("confidence")
        json.rounded(sentiment.confidence)
        if explains { explain(sentiment, to: &json) }
        json.endObject()
        json.newline()
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

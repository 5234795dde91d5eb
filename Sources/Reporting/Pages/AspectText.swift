public import Model

/// What a text is about, in words.
public enum AspectText {
    /// How many different words of an aspect a line shows.
    private static let mostWords = 5

    /// `care: negative (−0.62), by “rude”, “ignored”`; harmless to a terminal.
    public static func line(_ opinion: AspectOpinion, body: String) -> String {
        let words = words(of: opinion, in: body)
        let shown = words.prefix(mostWords).map { "“\($0)”" }.joined(separator: ", ")
        let rest = words.count > mostWords ? " and \(words.count - mostWords) more" : ""
        let named = shown.isEmpty ? "" : ", by " + shown + rest
        let score = opinion.label == .neutral ? "" : " (\(SentimentText.signed(opinion.score)))"
        return "\(opinion.aspect.rawValue): \(opinion.label.rawValue)\(score)\(named)"
    }

    /// One line for each aspect under a heading; empty where there is none.
    static func section(_ sentiment: Sentiment, body: String, for reader: Reader) -> String {
        guard !sentiment.aspects.isEmpty else { return "" }
        var text = "\n" + reader.style.paint("About", .heading) + "\n"
        for opinion in sentiment.aspects {
            let line = StyledText(
                line(opinion, body: body), SentimentText.meaning(opinion.label))
            for part in line.wrapped(to: reader.width ?? .max) {
                text += part.painted(reader.style) + "\n"
            }
        }
        return text
    }

    /// The different words that name an aspect, in small letters and the order of the text.
    private static func words(of opinion: AspectOpinion, in body: String) -> [String] {
        var seen: Set<String> = []
        return opinion.spans.compactMap { span in
            guard let words = MarkedText.words(at: span, in: body)?.lowercased(),
                seen.insert(words).inserted
            else { return nil }
            return words
        }
    }
}

extension JSONValue {
    /// `{"aspect":…,"score":…,"label":…,"spans":[{"start":…,"end":…},…]}`; in UTF-8 bytes.
    public static func aspect(_ opinion: AspectOpinion) -> JSONValue {
        .members([
            "aspect": .string(opinion.aspect.rawValue), "score": .rounded(opinion.score),
            "label": .string(opinion.label.rawValue),
            "spans": .array(
                opinion.spans.map {
                    .members(["start": .integer($0.lowerBound), "end": .integer($0.upperBound)])
                }),
        ])
    }
}

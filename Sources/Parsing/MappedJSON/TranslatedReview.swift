/// Takes the original out of a text that Google delivers with its translation.
enum TranslatedReview {
    /// "Translated by Google" as Google writes it for readers of other languages, English first.
    private static let translationMarks = [
        "(Translated by Google)", "(Übersetzt von Google)", "(Traduit par Google)",
        "(Traducido por Google)", "(Traduzido pelo Google)", "(Vertaald door Google)",
        "(Tradotto da Google)",
    ]
    /// What stands in front of the original, in the same languages.
    private static let originalMarks = [
        "(Original)", "(Avis d'origine)", "(Texto original)", "(Origineel)", "(Originale)",
    ]

    /// What the customer wrote: behind the mark of the original, which may stand in front of the
    /// translation or behind it; else what stands in front of the translation; the whole text where
    /// there is no mark of a translation.
    static func original(of text: String) -> String {
        guard text.contains("("), let translation = first(translationMarks, in: text[...]) else {
            return text
        }
        if let original = first(originalMarks, in: text[translation.upperBound...]) {
            return String(text[original.upperBound...])
        }
        let before = text[..<translation.lowerBound]
        if let original = first(originalMarks, in: before) {
            return String(before[original.upperBound...])
        }
        if before.contains(where: { !$0.isWhitespace }) { return String(before) }
        return String(text[translation.upperBound...])
    }

    private static func first(
        _ marks: [String], in text: Substring
    ) -> Range<Substring.Index>? {
        var found: Range<Substring.Index>?
        for mark in marks {
            guard let range = text.firstRange(of: mark) else { continue }
            if found.map({ range.lowerBound < $0.lowerBound }) ?? true { found = range }
        }
        return found
    }
}

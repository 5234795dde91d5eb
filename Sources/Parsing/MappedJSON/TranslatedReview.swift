/// Takes the original out of a text that Google delivers with its translation.
enum TranslatedReview {
    private static let translationMark = "(Translated by Google)"
    private static let originalMark = "(Original)"

    /// What the customer wrote: behind "(Original)", or in front of "(Translated by Google)"; the
    /// whole text where neither stands.
    static func original(of text: String) -> String {
        guard let translation = text.firstRange(of: translationMark) else { return text }
        if let original = text[translation.upperBound...].firstRange(of: originalMark) {
            return String(text[original.upperBound...])
        }
        let before = text[..<translation.lowerBound]
        if before.contains(where: { !$0.isWhitespace }) { return String(before) }
        return String(text[translation.upperBound...])
    }
}

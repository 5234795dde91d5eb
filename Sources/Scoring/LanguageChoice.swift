import TextProcessing

/// Which language a text is read in.
enum LanguageChoice {
    /// The language as a two-letter code; nil where neither text nor source tell it.
    ///
    /// What the text shows clearly goes before what the source declares, since a feed declares one
    /// language for reviews in many. Where both are silent, a short text is read in the one
    /// language whose lexicon knows most of its words.
    static func language(
        of tokens: [Token], in bytes: UnsafeBufferPointer<UInt8>, declared: String?,
        lexicon: Lexicon
    ) -> String? {
        let hint = declared.flatMap(primarySubtag)
        if let guess = LanguageDetector.guess(tokens, in: bytes, hint: hint) {
            return guess.language
        }
        return hint ?? mostAtHome(tokens, in: lexicon)
    }

    /// `de` of `de-AT` or `DE_at`; nil where it is no language subtag of two letters.
    private static func primarySubtag(_ tag: String) -> String? {
        let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
        guard primary.utf8.count == 2, primary.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
        else { return nil }
        return String(primary)
    }

    private static func mostAtHome(_ tokens: [Token], in lexicon: Lexicon) -> String? {
        var best: (language: String, count: Int)?
        for language in order where lexicon.table(for: language) != nil {
            guard let table = lexicon.table(for: language) else { continue }
            var count = 0
            for token in tokens.prefix(longestSilentText) where token.kind == .word {
                if let slot = table.slot(of: token.key), table.slots[slot].role != .prefix {
                    count += 1
                }
            }
            if count > (best?.count ?? 0) { best = (language, count) }
        }
        return best?.language
    }

    /// How many tokens of a text are looked up; a longer one shows its language otherwise.
    private static let longestSilentText = 40

    /// English first: of equals it is the likeliest on the web.
    private static let order = ["en", "es", "de", "fr", "pt", "it", "nl"]
}

import TextProcessing

/// Which language a text is read in.
enum LanguageChoice {
    /// The language as a two-letter code; nil where neither text nor source, which declares a
    /// two-letter code, tell it.
    ///
    /// What the text shows clearly goes before what the source declares, since a feed declares one
    /// language for reviews in many. A text of few words shows little: where another lexicon knows
    /// clearly more of them than that of the language guessed, it is read by that one, and where the
    /// text is silent and so is the source, by the one that knows most.
    static func language(
        of tokens: [Token], in bytes: UnsafeBufferPointer<UInt8>, declared: String?,
        lexicon: Lexicon
    ) -> String? {
        let guess = LanguageDetector.guess(tokens, in: bytes, hint: declared)?.language
        guard let guess else {
            return declared ?? mostAtHome(tokens, in: lexicon)?.language
        }
        guard declared == nil, tokens.count(where: { $0.kind == .word }) <= longestUnclearText,
            let home = mostAtHome(tokens, in: lexicon), home.language != guess
        else { return guess }
        let known = knownWords(tokens, by: guess, in: lexicon)
        let isFar = known == 0 && tokens.count <= 3
        return home.count >= known + (isFar ? 1 : 2) ? home.language : guess
    }

    /// `de` of `de-AT` or `DE_at`; nil where it is no language subtag of two letters.
    static func primarySubtag(_ tag: String) -> String? {
        let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
        guard primary.utf8.count == 2, primary.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
        else { return nil }
        return String(primary)
    }

    private static func mostAtHome(
        _ tokens: [Token], in lexicon: Lexicon
    ) -> (language: String, count: Int)? {
        var best: (language: String, count: Int)?
        for language in order {
            let count = knownWords(tokens, by: language, in: lexicon)
            if count > (best?.count ?? 0) { best = (language, count) }
        }
        return best
    }

    private static func wordCount(_ tokens: [Token]) -> Int {
        tokens.count { $0.kind == .word }
    }

    /// How many words of a text the lexicon of a language knows, alone or in phrases.
    private static func knownWords(
        _ tokens: [Token], by language: String, in lexicon: Lexicon
    ) -> Int {
        guard let table = lexicon.table(for: language) else { return 0 }
        return tokens.prefix(longestSilentText).count { token in
            guard let slot = table.slot(of: token.key) else { return false }
            // a rating such as 10/10 is an entry, the 10 of "10 out of 10" tells no language
            return token.kind == .word
                || token.kind == .number && table.slots[slot].role == .opinion
        }
    }

    /// How many words a text may have for the lexicons to overrule the guess.
    private static let longestUnclearText = 7
    /// How many tokens of a text are looked up; a longer one shows its language otherwise.
    private static let longestSilentText = 40

    /// English first: of equals it is the likeliest on the web.
    private static let order = ["en", "es", "de", "fr", "pt", "it", "nl"]
}

import TextProcessing

/// Cuts hashtags into the words that they were made of: `#WorstServiceEver`, `#worstserviceever`.
///
/// A tag that is a word of the lexicon stays whole. Capitals show the words of a tag in mixed case.
/// Any other tag of up to 40 ASCII letters is cut where all its parts are words that the lexicon or
/// the language's function words know, the fewest and longest of them; a tag that cannot be cut so
/// stays whole. At most `longestPart` look-ups a byte.
enum HashtagSplitter {
    static let longestTag = 40
    private static let longestPart = 16

    /// Puts the parts of the hashtags among `tokens` in their places; gives the number of look-ups.
    static func split(
        _ tokens: inout [Token], in bytes: UnsafeBufferPointer<UInt8>, words: LexiconSlots,
        language: String?
    ) -> Int {
        guard let first = tokens.firstIndex(where: { $0.traits.contains(.hashtag) }) else {
            return 0
        }
        var parted = Array(tokens[..<first])
        parted.reserveCapacity(tokens.count + 8)
        var lookups = 0
        let language = LanguageDetector.place(of: language)
        for token in tokens[first...] {
            guard token.traits.contains(.hashtag), words.slot(of: token.key) == nil,
                let tag = Tag(token, in: bytes)
            else {
                parted.append(token)
                continue
            }
            let ends = tag.capitalEnds ?? tag.ends(words: words, language, &lookups)
            tag.append(ends ?? [token.end - token.start], to: &parted)
        }
        tokens = parted
        return lookups
    }

    /// A hashtag of ASCII letters and digits.
    private struct Tag {
        let token: Token
        let letters: ArraySlice<UInt8>

        init?(_ token: Token, in bytes: UnsafeBufferPointer<UInt8>) {
            let letters = bytes[token.start..<token.end]
            guard letters.count <= longestTag, letters.allSatisfy({ $0 < 0x80 && $0 != 0x27 })
            else { return nil }
            self.token = token
            self.letters = Array(letters)[...]
        }

        private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

        private func lower(_ place: Int) -> UInt8 {
            Self.isCapital(letters[place]) ? letters[place] | 0x20 : letters[place]
        }

        /// Where the words of a tag such as `WorstServiceEver` end; nil for a tag in one case.
        var capitalEnds: [Int]? {
            var ends: [Int] = []
            for place in 1..<max(letters.count, 1) {
                let isStart =
                    Self.isCapital(letters[place])
                    && (!Self.isCapital(letters[place - 1])
                        || place + 1 < letters.count && letters[place + 1] &- 0x61 < 26)
                if isStart { ends.append(place) }
            }
            return ends.isEmpty ? nil : ends + [letters.count]
        }

        /// Where the known words of the tag end; nil where it is not made of known words alone.
        func ends(words: LexiconSlots, _ language: Int?, _ lookups: inout Int) -> [Int]? {
            let count = letters.count
            // for each place the best that a cut up to it is worth, and where its last word begins
            var worth = [Int](repeating: -1, count: count + 1)
            var starts = [Int](repeating: 0, count: count + 1)
            worth[0] = 0
            for start in 0..<count where worth[start] >= 0 {
                var key = TermHash.seed
                for end in start..<min(count, start + longestPart) {
                    key = TermHash.appending(lower(end), to: key)
                    let length = end + 1 - start
                    lookups += 1
                    guard length > 1 || lower(end) == 0x61 || lower(end) == 0x69,
                        words.slot(of: key) != nil
                            || LanguageDetector.isFunctionWord(key, of: language),
                        worth[start] + length * length > worth[end + 1]
                    else { continue }
                    worth[end + 1] = worth[start] + length * length
                    starts[end + 1] = start
                }
            }
            guard worth[count] > 0 else { return nil }
            var ends: [Int] = []
            var end = count
            while end > 0 {
                ends.append(end)
                end = starts[end]
            }
            return ends.reversed()
        }

        func append(_ ends: [Int], to tokens: inout [Token]) {
            var start = 0
            for end in ends {
                var key = TermHash.seed
                for place in start..<end { key = TermHash.appending(lower(place), to: key) }
                tokens.append(
                    Token(
                        start: token.start + start, end: token.start + end, key: key,
                        kind: .word, traits: token.traits))
                start = end
            }
        }
    }
}

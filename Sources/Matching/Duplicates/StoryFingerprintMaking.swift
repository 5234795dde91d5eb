public import Model

extension StoryFingerprint {
    /// The words of a text that its fingerprint is made of; a snippet of it mostly has them too.
    static let leadWords = 32
    /// Fewer words than these tell no story; two characters of a script without spaces count as one.
    static let leastTitleWords = 5
    static let leastTextWords = 8
    private static let leadBytes = 1600

    /// The fingerprint of an entry: of its headline, and of the first words of its text.
    ///
    /// Publisher, repost marks, “read more” and addresses don't count; a text that only repeats the
    /// headline has none. Stable: the same words give the same bits on every machine and in every
    /// release, so that it may be stored. Takes the same time however long the text is.
    public static func of(_ entry: Entry) -> StoryFingerprint {
        var fingerprint = StoryFingerprint()
        var headline: [StoryWord] = []
        if let title = entry.title {
            let bytes = StoryBoilerplate.bytes(of: title, limit: leadBytes)
            let bare = StoryBoilerplate.bare(
                title: bytes[...], url: entry.url, text: entry.text)
            headline = StoryScanner.words(in: bare.bytes, limit: leadWords)
            fingerprint.title = hash(headline, least: leastTitleWords)
        }
        if let text = entry.text {
            let bytes = StoryBoilerplate.bytes(of: text, limit: leadBytes)
            let bare = StoryBoilerplate.bare(
                text: bytes[...], isWhole: bytes.count == text.utf8.count)
            fingerprint.text = hash(
                lead(of: bare.bytes, without: headline), least: leastTextWords)
        }
        return fingerprint
    }

    private static func lead(
        of bytes: ArraySlice<UInt8>, without headline: [StoryWord]
    ) -> [StoryWord] {
        let words = StoryScanner.words(in: bytes, limit: leadWords + headline.count)
        guard !headline.isEmpty, words.count >= headline.count,
            zip(words, headline).allSatisfy({ $0.hash == $1.hash })
        else { return Array(words.prefix(leadWords)) }
        let rest = Array(words.dropFirst(headline.count))
        return rest.count <= 6 ? [] : rest
    }

    private static func hash(_ words: [StoryWord], least: Int) -> UInt64? {
        let count = words.reduce(0) { $0 + ($1.isIdeograph ? 1 : 2) }
        return count < least * 2 ? nil : SimHash.of(words)
    }
}

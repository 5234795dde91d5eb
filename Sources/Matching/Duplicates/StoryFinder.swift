public import Model

/// Finds among stored mentions those that tell what a new one tells.
///
/// First by fingerprint, which costs a few bit operations a row, then word by word. Rather two
/// alerts on one story than none on the second of two: what differs in a number, a name or an
/// outcome, or is too short to tell, is a story of its own. So is a story that went on, a
/// translation, and what one template makes of other facts.
public struct StoryFinder: Sendable {
    /// How many bits of two headlines' fingerprints may differ for a look at the words.
    public static let titleDistance = 20
    /// How many bits of two texts' fingerprints may differ for a look at the words.
    public static let textDistance = 22
    /// How many of the rows that are found are looked at, the nearest first.
    public static let candidateLimit = 32

    /// A finder.
    public init() {}

    /// The places of the rows whose fingerprints are near, the nearest first, at most
    /// `candidateLimit`; of equally near ones the first.
    public func candidates(
        for fingerprint: StoryFingerprint, among rows: ArraySlice<StoryFingerprint>
    ) -> [Int] {
        guard !fingerprint.isBlank else { return [] }
        var found: [(place: Int, distance: Int)] = []
        for place in rows.indices {
            let row = rows[place]
            let title = Self.distance(fingerprint.title, row.title) - Self.titleDistance
            let text = Self.distance(fingerprint.text, row.text) - Self.textDistance
            if min(title, text) <= 0 { found.append((place, min(title, text))) }
        }
        found.sort { ($0.distance, $0.place) < ($1.distance, $1.place) }
        return found.prefix(Self.candidateLimit).map(\.place)
    }

    /// Whether two mentions tell the same story in the same words, as far as that can be known.
    ///
    /// Costs some tenths of a millisecond where the words are alike, a fraction of it where not.
    public func isSameStory(_ left: Mention, _ right: Mention) -> Bool {
        let tellings = (
            StoryTelling(left.entry, kind: left.kind, source: left.source),
            StoryTelling(right.entry, kind: right.kind, source: right.source)
        )
        return tellings.0.isReview || tellings.1.isReview
            ? Self.isSameReview(tellings.0, tellings.1) : Self.isSamePost(tellings.0, tellings.1)
    }

    private static func distance(_ left: UInt64?, _ right: UInt64?) -> Int {
        guard let left, let right else { return 65 }
        return (left ^ right).nonzeroBitCount
    }

    /// One review on two sites, or twice on one: the same rating, nearly the same words, and the same
    /// author or so many words that no two people find them.
    private static func isSameReview(_ left: StoryTelling, _ right: StoryTelling) -> Bool {
        if let ours = left.stars, let theirs = right.stars, abs(ours - theirs) > 0.25 {
            return false
        }
        let text = StoryComparison(left: left.text, right: right.text)
        guard text.ofTexts(least: 0.85) == .same else { return false }
        let titles = StoryComparison(left: left.title, right: right.title).ofTitles
        guard titles != .contradicting else { return false }
        let (short, long) = (
            min(left.text.count, right.text.count), max(left.text.count, right.text.count)
        )
        let isCut = left.text.isCut || right.text.isCut
        guard isCut || short * 10 >= long * 7 else { return false }
        let words = min(
            StoryComparison.weight(left.text), StoryComparison.weight(right.text))
        guard let ours = left.author, let theirs = right.author else { return words >= 15 }
        if ours == theirs || isShortForm(ours, theirs) { return words >= 6 }
        return left.site != right.site && words >= 25
    }

    /// Whether one name shortens the other: `jane d` and `jane doe`.
    private static func isShortForm(_ left: String, _ right: String) -> Bool {
        let (ours, theirs) = (left.split(separator: " "), right.split(separator: " "))
        guard ours.count == theirs.count, ours.count >= 2, ours.first == theirs.first else {
            return false
        }
        return zip(ours, theirs).allSatisfy {
            $0 == $1 || ($0.count == 1 && $1.hasPrefix($0)) || ($1.count == 1 && $0.hasPrefix($1))
        }
    }

    private static func isSamePost(_ left: StoryTelling, _ right: StoryTelling) -> Bool {
        let title = StoryComparison(left: left.title, right: right.title).ofTitles
        let text = StoryComparison(left: left.text, right: right.text).ofTexts(least: 0.65)
        let titleWords = min(
            StoryComparison.weight(left.title), StoryComparison.weight(right.title))
        let textWords = min(StoryComparison.weight(left.text), StoryComparison.weight(right.text))
        let isRepeated = left.isRepost || right.isRepost || (left.author ?? "") == right.author
        switch (title, text) {
        case (.contradicting, _), (_, .contradicting): return false
        case (.same, .same): return true
        case (_, .same): return textWords >= (isRepeated ? 8 : 12)
        case (.same, .related): return titleWords >= 5
        case (.same, .silent): return titleWords >= 5
        // The same headline over another excerpt: two sites, or a column that always is so called.
        case (.same, .different): return titleWords >= 6 && left.site != right.site
        default: return false
        }
    }
}

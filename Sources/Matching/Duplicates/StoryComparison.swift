/// How two passages stand to each other.
enum PassageRelation {
    /// One of them is missing or too short to tell.
    case silent
    /// The same words, but for edits that change nothing that matters.
    case same
    /// Half of the same words.
    case related
    /// Other words.
    case different
    /// The same words with another number, name or outcome: a template, or how a story went on.
    case contradicting
}

/// Compares two passages word by word.
struct StoryComparison {
    let left: StoryPassage
    let right: StoryPassage

    /// How two headlines stand to each other; those of fewer than four words are silent.
    var ofTitles: PassageRelation {
        guard Self.weight(left) >= 4, Self.weight(right) >= 4 else { return .silent }
        let alignment = WordAlignment(left.words, right.words)
        let shorter = min(left.count, right.count)
        let isCut = left.isCut || right.isCut
        let share =
            isCut
            ? Double(alignment.matches) / Double(shorter)
            : Double(2 * alignment.matches) / Double(left.count + right.count)
        let common = max(share, reordered)
        guard common >= 0.5 else { return .different }
        if contradicts(alignment, isTitle: true, isCut: isCut) { return .contradicting }
        return common >= 0.75 ? .same : .related
    }

    /// How two texts stand to each other; the shorter may be a part of the longer.
    func ofTexts(least: Double) -> PassageRelation {
        guard Self.weight(left) >= 6, Self.weight(right) >= 6 else { return .silent }
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        let share = Self.containment(of: short.pairs, in: long.pairs)
        guard share >= 0.3 else { return .different }
        let alignment = WordAlignment(left.words, right.words)
        if share >= 0.45, contradicts(alignment, isTitle: false, isCut: true) {
            return .contradicting
        }
        if share >= least { return .same }
        return .related
    }

    /// Words, where two characters of a script without spaces are one.
    static func weight(_ passage: StoryPassage) -> Int {
        passage.words.reduce(1) { $0 + ($1.isIdeograph ? 1 : 2) } / 2
    }

    private static func containment(of pairs: Set<UInt64>, in others: Set<UInt64>) -> Double {
        guard !pairs.isEmpty else { return 0 }
        return Double(pairs.count(where: others.contains)) / Double(pairs.count)
    }

    /// The share of words that both have, in whatever order.
    private var reordered: Double {
        guard !left.words.contains(where: \.isIdeograph) else { return 0 }
        let (ours, theirs) = (Set(left.words.map(\.hash)), Set(right.words.map(\.hash)))
        let common = ours.intersection(theirs).count
        return Double(2 * common) / Double(ours.count + theirs.count)
    }

    private func contradicts(_ alignment: WordAlignment, isTitle: Bool, isCut: Bool) -> Bool {
        if isTitle, !isCut, figures(left.words) != figures(right.words) { return true }
        let known = (Set(left.words.map(\.hash)), Set(right.words.map(\.hash)))
        for place in alignment.replacements {
            if !isTitle, max(place.left.upperBound, place.right.upperBound) <= 10,
                namesAgency(left.words[place.left]) || namesAgency(right.words[place.right])
            {
                continue
            }
            let isTail =
                place.left.upperBound == left.count && place.right.upperBound == right.count
            if isTail, isCut, isTitle || max(place.left.count, place.right.count) > 6 { continue }
            var ours = left.words[place.left].filter { !known.1.contains($0.hash) }
            var theirs = right.words[place.right].filter { !known.0.contains($0.hash) }
            dropVariants(&ours, &theirs)
            if differ(ours, theirs, isTitle: isTitle) { return true }
        }
        let isShort = isTitle || min(left.count, right.count) <= 30
        return isShort && denies(alignment)
    }

    /// Whether both sides put a number, or both a name, where the other has another.
    private func differ(_ ours: [StoryWord], _ theirs: [StoryWord], isTitle: Bool) -> Bool {
        func names(_ word: StoryWord) -> Bool {
            word.isIdeograph || (word.isCapital && (isTitle || !word.opensSentence))
        }
        func counts(_ word: StoryWord) -> Bool {
            word.isNumber || StoryVocabulary.figures.contains(word.hash)
        }
        if ours.contains(where: counts), theirs.contains(where: counts) { return true }
        return ours.contains(where: names) && theirs.contains(where: names)
    }

    /// Numbers and number words.
    private func figures(_ words: [StoryWord]) -> Set<UInt64> {
        Set(
            words.filter { $0.isNumber || StoryVocabulary.figures.contains($0.hash) }.map(\.hash))
    }

    /// Whether one side says “not” or “false” between words that both have.
    private func denies(_ alignment: WordAlignment) -> Bool {
        func hasDenial(_ words: some Sequence<StoryWord>) -> Bool {
            words.contains { StoryVocabulary.denials.contains($0.hash) }
        }
        let ours = hasDenial(
            alignment.leftOnly.filter(alignment.leftCommon.contains).map { left.words[$0] }
                + alignment.replacements.flatMap { left.words[$0.left] })
        let theirs = hasDenial(
            alignment.rightOnly.filter(alignment.rightCommon.contains).map { right.words[$0] }
                + alignment.replacements.flatMap { right.words[$0.right] })
        return ours != theirs
    }

    /// Whether words at the start of a text are a dateline: where, when and by whom it was written.
    private func namesAgency(_ words: ArraySlice<StoryWord>) -> Bool {
        words.contains { StoryVocabulary.agencies.contains($0.hash) }
    }

    /// Leaves out words that are two spellings or forms of one.
    private func dropVariants(_ ours: inout [StoryWord], _ theirs: inout [StoryWord]) {
        guard ours.count <= 12, theirs.count <= 12 else { return }
        for word in ours where !word.isNumber && !word.isIdeograph {
            let letters = Array(left.letters(of: word).unicodeScalars)
            let twin = theirs.firstIndex { other in
                !other.isNumber
                    && WordVariants.areVariants(
                        letters, Array(right.letters(of: other).unicodeScalars))
            }
            guard let twin else { continue }
            theirs.remove(at: twin)
            ours.removeAll { $0.span == word.span }
        }
    }
}

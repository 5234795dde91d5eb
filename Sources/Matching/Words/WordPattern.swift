/// What a term or phrase of a query asks of the words of a text.
struct WordPattern: Sendable, Hashable {
    /// One word of the query.
    struct Word: Sendable, Hashable {
        /// The keys under which it is found: with its apostrophe, and without.
        var keys: [String]
        var isPrefix: Bool
    }

    /// A word, or words that hyphens make one.
    struct Atom: Sendable, Hashable {
        var words: [Word]
        /// The letters of a compound without its hyphens; nil for a single word.
        var joined: String?
    }

    let atoms: [Atom]
    /// The letters of the whole phrase without spaces, under which a hashtag or handle is found.
    let tag: String?

    /// Takes the words of `text`, nil if it has none; a word with `*` right after it is a prefix.
    init?(_ text: String) {
        let scanned = WordScanner.words(in: text)
        guard !scanned.isEmpty else { return nil }
        let bytes = Array(text.utf8)
        var groups: [[ScannedWord]] = []
        for word in scanned {
            if word.continuesCompound, !groups.isEmpty {
                groups[groups.count - 1].append(word)
            } else {
                groups.append([word])
            }
        }
        var hasPrefix = false
        atoms = groups.map { group in
            let words = group.map { word in
                let end = word.span.upperBound
                let isPrefix = end < bytes.count && bytes[end] == 0x2A
                hasPrefix = hasPrefix || isPrefix
                return Self.word(word, isPrefix: isPrefix)
            }
            return Atom(
                words: words, joined: group.count > 1 ? group.map(\.joined).joined() : nil)
        }
        tag = scanned.count > 1 && !hasPrefix ? "#" + scanned.map(\.joined).joined() : nil
    }

    private static func word(_ word: ScannedWord, isPrefix: Bool) -> Word {
        let hasTwoSpellings = !word.pieces.isEmpty && word.hasOnlyApostrophes
        return Word(
            keys: hasTwoSpellings ? [word.key, word.joined] : [word.key], isPrefix: isPrefix)
    }

    /// Every place where the text has it, in order.
    func occurrences(in index: WordIndex) -> [WordIndex.Occurrence] {
        var found = Self.chain(atoms.map { Self.occurrences(of: $0, in: index) })
        if let tag { found = Self.union([found, index.occurrences(of: tag)]) }
        return found
    }

    private static func occurrences(
        of atom: Atom, in index: WordIndex
    ) -> [WordIndex.Occurrence] {
        let apart = chain(atom.words.map { occurrences(of: $0, in: index) })
        guard let joined = atom.joined else { return apart }
        let isPrefix = atom.words.last?.isPrefix == true
        let together =
            isPrefix ? index.occurrences(withPrefix: joined) : index.occurrences(of: joined)
        return union([apart, together])
    }

    private static func occurrences(
        of word: Word, in index: WordIndex
    ) -> [WordIndex.Occurrence] {
        union(
            word.keys.map { key in
                word.isPrefix ? index.occurrences(withPrefix: key) : index.occurrences(of: key)
            })
    }

    private static func union(_ lists: [[WordIndex.Occurrence]]) -> [WordIndex.Occurrence] {
        let filled = lists.filter { !$0.isEmpty }
        guard filled.count > 1 else { return filled.first ?? [] }
        return Set(filled.joined()).sorted()
    }

    /// The runs that take one occurrence of each list, each starting right after the one before.
    private static func chain(_ lists: [[WordIndex.Occurrence]]) -> [WordIndex.Occurrence] {
        guard let first = lists.first, !lists.contains(where: \.isEmpty) else { return [] }
        guard lists.count > 1 else { return first }
        var runs = inOrderOfEnds(first)
        for next in lists.dropFirst() where !runs.isEmpty {
            runs = inOrderOfEnds(longer(runs, by: next))
        }
        return runs.sorted()
    }

    /// The runs, given in the order of their ends, that an occurrence of `next` makes longer.
    private static func longer(
        _ runs: [WordIndex.Occurrence], by next: [WordIndex.Occurrence]
    ) -> [WordIndex.Occurrence] {
        var longer: [WordIndex.Occurrence] = []
        var cursor = 0
        for run in runs {
            while cursor < next.count, next[cursor].first <= run.last { cursor += 1 }
            var candidate = cursor
            while candidate < next.count, next[candidate].first == run.last + 1 {
                longer.append(.init(first: run.first, last: next[candidate].last))
                candidate += 1
            }
        }
        return longer
    }

    /// Sorted by the ends and without doubles, which costs nothing where that is so already.
    private static func inOrderOfEnds(
        _ runs: [WordIndex.Occurrence]
    ) -> [WordIndex.Occurrence] {
        let isInOrder = zip(runs, runs.dropFirst()).allSatisfy { $0.last < $1.last }
        return isInOrder ? runs : Set(runs).sorted { ($0.last, $0.first) < ($1.last, $1.first) }
    }
}

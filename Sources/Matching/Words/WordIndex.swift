/// Where the words of a text stand: made once, asked by every query.
///
/// Positions count words; hyphenated compounds have a position for each part. Where the text is a
/// title and a body, one position stays empty between the two, so that no phrase reaches across.
struct WordIndex: Sendable {
    /// One meeting of a word or phrase: its first and last position.
    struct Occurrence: Hashable, Sendable {
        var first: Int
        var last: Int
    }

    let text: String
    /// Every key under which words of the text are found, with its places in the order of the text.
    private var places: [String: [Occurrence]] = [:]
    /// The UTF-8 span of every word.
    private var spans: [Range<Int>] = []
    /// How many words stand before the empty position; all of them where there is none.
    private var wordsBeforeGap = Int.max

    /// Indexes `text`; `gap` is the UTF-8 offset at which the title ends.
    init(_ text: String, gap: Int? = nil) {
        self.text = text
        let words = WordScanner.words(in: text)
        spans.reserveCapacity(words.count)
        places.reserveCapacity(words.count)
        var compoundStart = 0
        for (ordinal, word) in words.enumerated() {
            if let gap, wordsBeforeGap == Int.max, word.span.lowerBound >= gap {
                wordsBeforeGap = ordinal
            }
            spans.append(word.span)
            add(word, at: position(of: ordinal))
            if !word.continuesCompound { compoundStart = ordinal }
            let isLast = ordinal + 1 == words.count || !words[ordinal + 1].continuesCompound
            if isLast, compoundStart < ordinal { addCompound(words[compoundStart...ordinal]) }
        }
    }

    private mutating func add(_ word: ScannedWord, at position: Int) {
        let place = Occurrence(first: position, last: position)
        places[word.key, default: []].append(place)
        if word.isTag { places["#" + word.key, default: []].append(place) }
        guard !word.pieces.isEmpty else { return }
        for piece in Set(word.pieces) { places[piece, default: []].append(place) }
        if word.hasOnlyApostrophes, !word.isContraction {
            places[word.joined, default: []].append(place)
        }
    }

    private mutating func addCompound(_ words: ArraySlice<ScannedWord>) {
        let place = Occurrence(
            first: position(of: words.startIndex), last: position(of: words.endIndex - 1))
        let key = words.map(\.joined).joined()
        places[key, default: []].append(place)
        if words.first?.isTag == true { places["#" + key, default: []].append(place) }
    }

    private func position(of ordinal: Int) -> Int {
        ordinal >= wordsBeforeGap ? ordinal + 1 : ordinal
    }

    private func ordinal(at position: Int) -> Int {
        position > wordsBeforeGap ? position - 1 : position
    }

    /// The places of exactly this key.
    func occurrences(of key: String) -> [Occurrence] { places[key] ?? [] }

    /// The places of every key that begins so; tags are found as words.
    func occurrences(withPrefix prefix: String) -> [Occurrence] {
        var found: Set<Occurrence> = []
        for (key, occurrences) in places where key.utf8.starts(with: prefix.utf8) {
            found.formUnion(occurrences)
        }
        return found.sorted()
    }

    /// The UTF-8 span from the first to the last word of an occurrence.
    func span(of occurrence: Occurrence) -> Range<Int> {
        let first = ordinal(at: occurrence.first)
        let last = ordinal(at: occurrence.last)
        guard spans.indices.contains(first), spans.indices.contains(last), first <= last else {
            return 0..<0
        }
        return spans[first].lowerBound..<spans[last].upperBound
    }

    /// The words that a UTF-8 span touches; the word before it where it touches none.
    func occurrence(covering span: Range<Int>) -> Occurrence {
        let first = firstOrdinal { $0.upperBound > span.lowerBound }
        let end = firstOrdinal { $0.lowerBound >= span.upperBound }
        guard first < end else {
            let before = position(of: max(0, first - 1))
            return Occurrence(first: before, last: before)
        }
        return Occurrence(first: position(of: first), last: position(of: end - 1))
    }

    /// The first word for which `holds`, by halving; the spans are in order.
    private func firstOrdinal(_ holds: (Range<Int>) -> Bool) -> Int {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = low + (high - low) / 2
            if holds(spans[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// What stands in the text at a UTF-8 span.
    func text(at span: Range<Int>) -> String {
        let bytes = text.utf8
        guard span.lowerBound >= 0, span.upperBound <= bytes.count else { return "" }
        let from = bytes.index(bytes.startIndex, offsetBy: span.lowerBound)
        let to = bytes.index(bytes.startIndex, offsetBy: span.upperBound)
        return String(text[from..<to])
    }
}

extension WordIndex.Occurrence: Comparable {
    static func < (left: Self, right: Self) -> Bool {
        (left.first, left.last) < (right.first, right.last)
    }
}

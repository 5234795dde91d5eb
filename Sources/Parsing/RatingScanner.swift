import Model

/// Matches ratings in folded text: lower-case ASCII, white space other than newlines as one space.
struct RatingScanner {
    /// A match, and how much it says for itself.
    struct Match {
        var rating: Rating
        var end: Int
        /// Whether a word such as "rating" or "stars", or the stars themselves, leave no doubt.
        var isCertain: Bool
    }

    private static let labels = [
        "rating", "rated", "overall rating", "my rating", "score", "bewertung", "wertung", "note",
        "nota", "valutazione", "voto", "puntuación", "valoración", "calificación", "beoordeling",
        "avis", "évaluation", "stars", "sterne",
    ]
    private static let starWords = [
        "stars", "star", "sternen", "sterne", "stern", "étoiles", "étoile", "estrellas",
        "estrella", "stelle", "stella", "estrelas", "estrela", "sterren", "ster", "points",
        "punkte", "punkten",
    ]
    private static let ofWords = [
        "/", "out of", "of", "von", "sur", "de", "su", "van", "av", "из",
    ]

    private let bytes: [UInt8]
    private var position = 0

    init(_ folded: [UInt8]) { bytes = folded }

    var isAtEnd: Bool { position == bytes.count }

    // MARK: Places

    /// The rating that starts the text and is set apart from what follows.
    func prefixRating() -> Rating? {
        guard let found = match(at: 0) else { return nil }
        if found.end == bytes.count { return found.rating }
        let isApart = isSeparator(at: found.end, after: true)
        if isStar(at: 0) { return endsWithStar ? nil : found.rating }
        return isApart ? found.rating : nil
    }

    /// The rating that ends the text and is set apart from what precedes.
    func suffixRating() -> Rating? {
        if isStar(at: 0) { return nil }
        var end = bytes.count
        while end > 0, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "!") {
            end -= 1
        }
        for start in bytes.indices where start < end && canStart(bytes[start]) && isWordStart(start)
        {
            guard let found = match(at: start), found.end >= end else { continue }
            let isWhole = start == 0 || isSeparator(at: start, after: false)
            return found.isCertain || isWhole ? found.rating : nil
        }
        return nil
    }

    // MARK: Forms

    /// The rating whose text starts at `start`.
    func match(at start: Int) -> Match? {
        var scanner = self
        scanner.position = start
        if let stars = scanner.stars() { return stars }
        let isDigit = start < bytes.count && (0x30...0x39).contains(bytes[start])
        let isLabelled = !isDigit && scanner.takeLabel()
        if isLabelled, let stars = scanner.stars() { return stars }
        guard let value = scanner.number() else { return nil }
        let afterValue = scanner.position
        if let ofWord = scanner.takeWord(Self.ofWords, spaced: true), let top = scanner.number() {
            let isStarred = scanner.takeStarWord()
            let isPlainForm = ofWord == "/" || ofWord == "out of"
            let isCertain = isLabelled || isStarred
            guard isCertain || (isPlainForm && [5, 10, 20, 100].contains(top)) else { return nil }
            return make(value, top, end: scanner.position, isCertain: isCertain)
        }
        scanner.position = afterValue
        guard scanner.takeStarWord() else { return nil }
        return make(value, 5, end: scanner.position, isCertain: isLabelled)
    }

    private func make(_ value: Double, _ top: Double, end: Int, isCertain: Bool) -> Match? {
        guard [4, 5, 6, 7, 10, 20, 100].contains(top),
            end == bytes.count || !isLetterOrDigit(bytes[end]) && bytes[end] != UInt8(ascii: "/")
        else { return nil }
        let low: Double = top == 5 && value >= 1 ? 1 : 0
        return Rating(value: value, min: low, max: top).map {
            Match(rating: $0, end: end, isCertain: isCertain)
        }
    }

    /// Full stars, perhaps a half, then empty ones; without empty ones two to five full ones.
    private mutating func stars() -> Match? {
        let start = position
        var full = 0.0
        var empty = 0.0
        while take("★") || take("⭐") {
            full += 1
            _ = take("\u{FE0F}")
        }
        if take("½") { full += 0.5 }
        while take("☆") { empty += 1 }
        let count = (full + empty).rounded(.up)
        let isScale = empty > 0 && (count == 5 || count == 10)
        let isRow = empty == 0 && full <= 5 && (full >= 2 || (start == 0 && isAtEnd))
        guard full + empty > 0, isScale || isRow else {
            position = start
            return nil
        }
        let top = isScale ? count : 5
        return Rating(value: full, min: full >= 1 && top == 5 ? 1 : 0, max: top).map {
            Match(rating: $0, end: position, isCertain: true)
        }
    }

    private mutating func takeLabel() -> Bool {
        let start = position
        guard takeWord(Self.labels, spaced: false) != nil else { return false }
        if take(":") || take(" -") || take(" is") || take(" =") || take(" :") || take(" ") {
            _ = take(" ")
            return true
        }
        position = start
        return false
    }

    private mutating func takeStarWord() -> Bool {
        let start = position
        _ = take(" ") || take("-")
        if takeWord(Self.starWords, spaced: false) != nil { return true }
        if take("★") || take("⭐") { return true }
        position = start
        return false
    }

    /// A decimal number of at most three digits before the point or comma and three after it.
    mutating func number() -> Double? {
        let start = position
        var value = 0.0
        var digits = 0
        while digits <= 3, let digit = digit() {
            value = value * 10 + digit
            digits += 1
        }
        guard (1...3).contains(digits) else {
            position = start
            return nil
        }
        let beforePoint = position
        guard take(".") || take(",") else { return value }
        var scale = 1.0
        while scale < 1000, let digit = digit() {
            scale *= 10
            value += digit / scale
        }
        if scale == 1 { position = beforePoint }
        return (value * 1000).rounded() / 1000
    }

    // MARK: Bytes

    private mutating func digit() -> Double? {
        guard position < bytes.count, (0x30...0x39).contains(bytes[position]) else { return nil }
        defer { position += 1 }
        return Double(bytes[position] - 0x30)
    }

    mutating func take(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard bytes.count - position >= count else { return false }
        for offset in 0..<count where bytes[position + offset] != text.utf8Start[offset] {
            return false
        }
        position += count
        return true
    }

    private mutating func takeWord(_ words: [String], spaced: Bool) -> String? {
        var start = position
        if spaced, start < bytes.count, bytes[start] == 0x20 { start += 1 }
        guard start < bytes.count else { return nil }
        for word in words where word.utf8.first == bytes[start] && stands(word, at: start) {
            var end = start + word.utf8.count
            guard word == "/" || end == bytes.count || !isLetterOrDigit(bytes[end]) else {
                continue
            }
            if spaced, end < bytes.count, bytes[end] == 0x20 { end += 1 }
            position = end
            return word
        }
        return nil
    }

    private func stands(_ word: String, at start: Int) -> Bool {
        var index = start
        for byte in word.utf8 {
            guard index < bytes.count, bytes[index] == byte else { return false }
            index += 1
        }
        return true
    }

    private func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0xC3 && byte < 0xE0
    }

    /// Whether a rating can start with `byte`: a digit, a star, or the first letter of a label.
    private func canStart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0xC3, 0xE2: true
        case 0x61...0x7A: "rosmbwnvpca".utf8.contains(byte)
        default: false
        }
    }

    private func isStar(at index: Int) -> Bool {
        var scanner = self
        scanner.position = index
        return scanner.take("★") || scanner.take("⭐")
    }

    private var endsWithStar: Bool {
        bytes.count >= 3 && isStar(at: bytes.count - 3)
            || bytes.count >= 6 && isStar(at: bytes.count - 6)
    }

    private func isWordStart(_ index: Int) -> Bool {
        guard bytes[index] & 0xC0 != 0x80 else { return false }
        if index == 0 || isStar(at: index) { return index < 3 || !isStar(at: index - 3) }
        return [0x20, 0x0A, UInt8(ascii: "("), UInt8(ascii: "[")].contains(bytes[index - 1])
    }

    /// Whether punctuation or a newline stands at the edge `index`: after a match, or before it.
    private func isSeparator(at index: Int, after: Bool) -> Bool {
        var edge = after ? index : index - 1
        while bytes.indices.contains(edge), bytes[edge] == 0x20 { edge += after ? 1 : -1 }
        guard bytes.indices.contains(edge) else { return true }
        // The dashes U+2012–2015 end or begin with these bytes.
        if bytes[edge] == 0x0A
            || (after ? bytes[edge] == 0xE2 : (0x92...0x95).contains(bytes[edge]))
        {
            return true
        }
        let marks: [UInt8] = Array(after ? "-:|.,;!)".utf8 : "-:|.,;!".utf8)
        return marks.contains(bytes[edge])
    }

    // MARK: Folding

    /// `text` in lower-case ASCII, with single spaces and no white space at the ends.
    static func folded(_ text: String) -> [UInt8] {
        fold(Array(text.utf8))
    }

    /// The same for about the first `count` bytes of `text`.
    static func folded(_ text: String, first count: Int) -> [UInt8] {
        fold(Array(text.utf8.prefix(count)))
    }

    /// The same for about the last `count` bytes of `text`.
    static func folded(_ text: String, last count: Int) -> [UInt8] {
        fold(Array(text.utf8.suffix(count)))
    }

    private static func fold(_ source: [UInt8]) -> [UInt8] {
        var folded: [UInt8] = []
        var gap: UInt8 = 0
        for byte in source {
            switch byte {
            case 0x0A, 0x0D: gap = 0x0A
            case 0x00...0x20: if gap == 0 { gap = 0x20 }
            default:
                if gap != 0, !folded.isEmpty { folded.append(gap) }
                gap = 0
                folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            }
        }
        return folded
    }
}

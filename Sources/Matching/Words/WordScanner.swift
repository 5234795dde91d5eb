/// A word of a text or of a query, folded.
struct ScannedWord: Equatable {
    /// The folded letters, with `'` or `&` where the word has a connector inside.
    var key: String
    /// The pieces between connectors (`joe` and `s` of `joe's`); empty where there is none.
    var pieces: [String] = []
    /// Whether the connectors, if any, are apostrophes only.
    var hasOnlyApostrophes = true
    /// UTF-8 offsets into the text.
    var span: Range<Int>
    /// Whether a hyphen or underscore ties it to the word before.
    var continuesCompound = false
    /// Whether `#` or `@` stands before it.
    var isTag = false

    /// The key without its connectors: `joes` of `joe's`.
    var joined: String { pieces.isEmpty ? key : pieces.joined() }

    /// Whether the last piece is what English cuts short (`she'll`), so that the joined letters
    /// would be another word (`shell`).
    var isContraction: Bool {
        guard let last = pieces.last else { return false }
        return ["ll", "d", "ve", "re", "m", "t"].contains(last)
    }
}

/// Divides a text into folded words in one pass; see `ScalarClass` for the rules.
struct WordScanner {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var offset = 0
    private var words: [ScannedWord] = []
    private var key = ""
    private var start: Int?
    private var end = 0
    private var connectors = 0
    private var hasOnlyApostrophes = true
    private var isTag = false
    /// Whether the word at hand is one character that only marks may join.
    private var holdsIdeograph = false
    /// Whether the next word belongs to the compound of the last one.
    private var isInCompound = false

    /// The words of `text`, in its order.
    static func words(in text: String) -> [ScannedWord] {
        var scanner = WordScanner(scalars: Array(text.unicodeScalars))
        scanner.scan()
        return scanner.words
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private mutating func scan() {
        while index < scalars.count {
            let scalar = scalars[index]
            step(scalar)
            offset += UTF8.width(scalar)
            index += 1
        }
        endWord()
    }

    private mutating func step(_ scalar: Unicode.Scalar) {
        switch ScalarClass(scalar) {
        case .letter, .digit:
            if holdsIdeograph { endWord() }
            extendWord(scalar)
        case .ideograph:
            endWord()
            isInCompound = false
            extendWord(scalar)
            holdsIdeograph = true
        case .mark where start != nil: extendWord(scalar)
        case .connector where start != nil && !holdsIdeograph && nextIsWordPart:
            let isAmpersand = scalar.value == 0x26 || scalar.value == 0xFF06
            connectors += 1
            if isAmpersand { hasOnlyApostrophes = false }
            key += isAmpersand ? "&" : "'"
        case .joiner where start != nil && !holdsIdeograph && nextIsWordPart:
            endWord()
            isInCompound = true
        case .point where start != nil && isBetweenDigits:
            key.unicodeScalars.append(scalar)
        case .invisible: break
        default:
            endWord()
            isInCompound = false
        }
    }

    private mutating func extendWord(_ scalar: Unicode.Scalar) {
        if start == nil {
            start = offset
            isTag = index > 0 && ScalarClass(scalars[index - 1]) == .sign
        }
        end = offset + UTF8.width(scalar)
        WordFolding.append(scalar, to: &key)
    }

    private mutating func endWord() {
        defer {
            start = nil
            key = ""
            connectors = 0
            holdsIdeograph = false
            hasOnlyApostrophes = true
        }
        guard let start, !key.isEmpty else { return }
        var word = ScannedWord(key: key, span: start..<end)
        if connectors > 0 {
            word.pieces = key.split { $0 == "'" || $0 == "&" }.map(String.init)
            word.hasOnlyApostrophes = hasOnlyApostrophes
        }
        word.continuesCompound = isInCompound
        word.isTag = isTag
        words.append(word)
    }

    private var nextIsWordPart: Bool {
        index + 1 < scalars.count && ScalarClass(scalars[index + 1]).isWordPart
    }

    private var isBetweenDigits: Bool {
        index > 0 && ScalarClass(scalars[index - 1]) == .digit && index + 1 < scalars.count
            && ScalarClass(scalars[index + 1]) == .digit
    }
}

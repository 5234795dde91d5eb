/// A word of a story, as far as stories are compared by it.
struct StoryWord: Equatable {
    /// A stable hash of the folded letters; for scripts without spaces, of one character.
    var hash: UInt64
    /// UTF-8 offsets into the bytes that were scanned.
    var span: Range<Int>
    /// Whether it begins with a digit.
    var isNumber = false
    /// Whether it begins with a capital letter.
    var isCapital = false
    /// Whether nothing of its sentence stands before it.
    var opensSentence = false
    /// Whether it is one character of a script that is written without spaces.
    var isIdeograph = false
}

/// Divides UTF-8 into the words by which stories are compared, in one pass and without a copy of any
/// word.
///
/// Letters are folded as brand names are (`WordFolding`), apostrophes vanish, thousands are not
/// parted (`1,500` is `1500`), and addresses are no words. Damaged UTF-8 ends the scan.
struct StoryScanner {
    private let bytes: ArraySlice<UInt8>
    private let limit: Int
    private var index: Int
    private var words: [StoryWord] = []
    private var hash = Self.basis
    private var start: Int?
    private var isNumber = false
    private var isCapital = false
    private var isSentenceOpen = true
    /// Of scalars beyond ASCII, folded.
    private var folded = ""

    private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The first `limit` words of `bytes`.
    static func words(in bytes: ArraySlice<UInt8>, limit: Int) -> [StoryWord] {
        var scanner = StoryScanner(bytes: bytes, limit: limit)
        scanner.scan()
        return scanner.words
    }

    private init(bytes: ArraySlice<UInt8>, limit: Int) {
        self.bytes = bytes
        self.limit = limit
        index = bytes.startIndex
        words.reserveCapacity(min(limit, bytes.count / 5 + 1))
    }

    private mutating func scan() {
        while index < bytes.endIndex, words.count < limit {
            let byte = bytes[index]
            if byte < 0x80 { ascii(byte) } else { wide() }
        }
        if words.count < limit { endWord(at: index) }
    }

    private mutating func ascii(_ byte: UInt8) {
        switch byte {
        case 0x61...0x7A:
            if start == nil, byte == UInt8(ascii: "h") || byte == UInt8(ascii: "w"), skipAddress() {
                return
            }
            extend(byte)
        case 0x41...0x5A:
            if start == nil { isCapital = true }
            extend(byte + 32)
        case 0x30...0x39:
            if start == nil { isNumber = true }
            extend(byte)
        case 0x27 where start != nil: index += 1
        case 0x2C, 0x2E:
            if isNumber, start != nil, point() { return }
            endWord(at: index)
            isSentenceOpen = isSentenceOpen || byte == 0x2E
            index += 1
        default:
            endWord(at: index)
            // ! : ? and the line feed begin a sentence; brackets and quotes do not end its opening.
            switch byte {
            case 0x21, 0x3A, 0x3F, 0x0A: isSentenceOpen = true
            default: break
            }
            index += 1
        }
    }

    private mutating func extend(_ byte: UInt8) {
        if start == nil { start = index }
        hash = Self.added(hash, byte)
        index += 1
    }

    /// Takes a point or comma inside a number; false where it ends the number.
    private mutating func point() -> Bool {
        func isDigit(_ offset: Int) -> Bool {
            let place = index + offset
            return place < bytes.endIndex && (0x30...0x39).contains(bytes[place])
        }
        guard isDigit(1) else { return false }
        let isThousands = isDigit(2) && isDigit(3) && !isDigit(4)
        if !isThousands { hash = Self.added(hash, 0x2E) }
        index += 1
        return true
    }

    /// Whether an address begins here, which is then left behind.
    private mutating func skipAddress() -> Bool {
        let rest = bytes[index...]
        guard
            rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8)
                || rest.starts(with: "www.".utf8)
        else { return false }
        index = rest.firstIndex { $0 <= 0x20 } ?? bytes.endIndex
        return true
    }

    private mutating func wide() {
        guard let (scalar, length) = decoded() else {
            endWord(at: index)
            index = bytes.endIndex
            return
        }
        let begin = index
        switch ScalarClass(scalar) {
        case .ideograph:
            endWord(at: begin)
            start = begin
            fold(scalar)
            index += length
            endWord(at: index, isIdeograph: true)
            return
        case .letter, .digit, .mark:
            if start == nil {
                start = begin
                isNumber = scalar.properties.numericType == .decimal
                isCapital = scalar.properties.isUppercase
            }
            fold(scalar)
        case .connector where start != nil, .invisible: break
        default:
            endWord(at: begin)
            if Self.endsSentence(scalar.value) { isSentenceOpen = true }
        }
        index += length
    }

    private mutating func fold(_ scalar: Unicode.Scalar) {
        folded.removeAll(keepingCapacity: true)
        WordFolding.append(scalar, to: &folded)
        for byte in folded.utf8 { hash = Self.added(hash, byte) }
    }

    private mutating func endWord(at end: Int, isIdeograph: Bool = false) {
        guard let start else { return }
        words.append(
            StoryWord(
                hash: Self.mixed(hash), span: start..<end, isNumber: isNumber, isCapital: isCapital,
                opensSentence: isSentenceOpen, isIdeograph: isIdeograph))
        self.start = nil
        hash = Self.basis
        isNumber = false
        isCapital = false
        isSentenceOpen = false
    }

    private func decoded() -> (Unicode.Scalar, Int)? {
        let lead = UInt32(bytes[index])
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, index + length <= bytes.endIndex else { return nil }
        var value = lead & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for place in (index + 1)..<(index + length) {
            value = value << 6 | UInt32(bytes[place] & 0x3F)
        }
        return Unicode.Scalar(value).map { ($0, length) }
    }

    /// The ellipsis, full-width marks and the danda.
    private static func endsSentence(_ value: UInt32) -> Bool {
        [0x2026, 0x3002, 0xFF01, 0xFF1F, 0xFF1A, 0x0964].contains(value)
    }

    /// FNV-1a, 64 bits.
    private static func added(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// The finalizer of MurmurHash3: every bit of the hash then depends on every byte.
    static func mixed(_ hash: UInt64) -> UInt64 {
        var hash = hash
        hash ^= hash >> 33
        hash = hash &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 33
        hash = hash &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ hash >> 33
    }
}

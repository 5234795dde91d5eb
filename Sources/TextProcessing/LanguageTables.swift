/// The function words of all languages in one hash table: key to the languages that have the word.
final class FunctionWordTable: Sendable {
    static let shared = FunctionWordTable()

    private let keys: [UInt64]
    private let masks: [UInt32]

    private init() {
        var keys = [UInt64](repeating: 0, count: Self.slotCount)
        var masks = [UInt32](repeating: 0, count: Self.slotCount)
        for (bit, entry) in FunctionWords.byLanguage.enumerated() {
            for token in Tokenizer.tokens(in: entry.words) where token.kind == .word {
                var slot = Int(truncatingIfNeeded: token.key) & (Self.slotCount - 1)
                while keys[slot] != 0, keys[slot] != token.key {
                    slot = (slot + 1) & (Self.slotCount - 1)
                }
                keys[slot] = token.key
                masks[slot] |= 1 << UInt32(bit)
            }
        }
        self.keys = keys
        self.masks = masks
    }

    /// The languages that have a word, bit by bit in the order of `FunctionWords.languages`.
    @inline(__always)
    func mask(of key: UInt64) -> UInt32 {
        var slot = Int(truncatingIfNeeded: key) & (Self.slotCount - 1)
        while keys[slot] != 0 {
            if keys[slot] == key { return masks[slot] }
            slot = (slot + 1) & (Self.slotCount - 1)
        }
        return 0
    }

    private static let slotCount = 4096
}

/// The letter groups of all profiles: group to its weight in each language.
final class TrigramTable: Sendable {
    static let shared = TrigramTable()

    private let weights: [UInt64: [(language: Int, weight: Int)]]
    private static let longestWord = 40

    private init() {
        var weights: [UInt64: [(language: Int, weight: Int)]] = [:]
        for profile in TrigramProfiles.byLanguage {
            guard let language = FunctionWords.languages.firstIndex(of: profile.language) else {
                continue
            }
            for row in profile.rows {
                for group in row.groups.split(separator: " ") {
                    let scalars = Array(group.unicodeScalars)
                    guard scalars.count == 3 else { continue }
                    let key = Self.key(scalars[0].value, scalars[1].value, scalars[2].value)
                    weights[key, default: []].append((language, row.weight))
                }
            }
        }
        self.weights = weights
    }

    /// Gives the weight of each letter group of a word to the languages that have it.
    func forEachWeight(
        in token: Token, of bytes: UnsafeBufferPointer<UInt8>,
        _ body: (_ language: Int, _ weight: Int) -> Void
    ) {
        let edge = UInt32(UInt8(ascii: "_"))
        var (first, second) = (UInt32(0), edge)
        var place = token.start
        var letters = 0
        while letters < Self.longestWord {
            var letter = edge
            if place < token.end {
                let scalar = DecodedScalar(bytes, at: place)
                letter = Self.lowercased(scalar.value)
                place += scalar.length
            }
            if first != 0 {
                for entry in weights[Self.key(first, second, letter)] ?? [] {
                    body(entry.language, entry.weight)
                }
            }
            if letter == edge { break }
            (first, second) = (second, letter)
            letters += 1
        }
    }

    private static func key(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
        UInt64(first) << 42 | UInt64(second) << 21 | UInt64(third)
    }

    private static func lowercased(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: scalar + 0x20
        default: scalar
        }
    }
}

/// The function words of all languages in one hash table: key to the languages that have the word.
final class FunctionWordTable: @unchecked Sendable {
    static let shared = FunctionWordTable()

    // constant once made, and never freed: there is one table
    private let slots: UnsafeMutablePointer<Slot>

    private struct Slot {
        var key: UInt64 = 0
        var mask: UInt32 = 0
    }

    private init() {
        slots = .allocate(capacity: Self.slotCount)
        slots.initialize(repeating: Slot(), count: Self.slotCount)
        for (bit, entry) in FunctionWords.byLanguage.enumerated() {
            for token in Tokenizer.tokens(in: entry.words) where token.kind == .word {
                let slot = place(of: token.key)
                slots[slot].key = token.key
                slots[slot].mask |= 1 << UInt32(bit)
            }
        }
    }

    /// The languages that have a word, bit by bit in the order of `FunctionWords.languages`.
    @inline(__always)
    func mask(of key: UInt64) -> UInt32 { slots[place(of: key)].mask }

    @inline(__always)
    private func place(of key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: key) & (Self.slotCount - 1)
        while slots[slot].key != 0, slots[slot].key != key {
            slot = (slot + 1) & (Self.slotCount - 1)
        }
        return slot
    }

    private static let slotCount = 16_384
}

/// The letter groups of all profiles in one hash table: group to its weight in each language.
final class TrigramTable: @unchecked Sendable {
    static let shared = TrigramTable()

    // constant once made, and never freed: there is one table
    private let slots: UnsafeMutablePointer<Slot>
    private let mask: Int
    private let weights: [Weight]
    private static let longestWord = 40

    private struct Slot {
        var key: UInt64 = 0
        /// The first of the group's weights, and the last.
        var first: Int32 = -1
        var last: Int32 = -1
    }

    private struct Weight {
        var key: UInt64
        var language: Int32
        var weight: Int32
        /// The next of the same group; -1 where there is none.
        var next: Int32 = -1
    }

    private init() {
        var weights = Self.allWeights()
        var slotCount = 16
        while slotCount < 2 * weights.count { slotCount *= 2 }
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: Slot(), count: slotCount)
        mask = slotCount - 1
        for index in weights.indices {
            let number = Int32(truncatingIfNeeded: index)
            let slot = Self.place(of: weights[index].key, in: slots, mask)
            if slots[slot].first < 0 {
                slots[slot] = Slot(key: weights[index].key, first: number, last: number)
            } else {
                weights[Int(slots[slot].last)].next = number
                slots[slot].last = number
            }
        }
        self.weights = weights
    }

    /// The groups of three letters in all profiles, in their order.
    private static func allWeights() -> [Weight] {
        var weights: [Weight] = []
        weights.reserveCapacity(1 << 14)
        for profile in TrigramProfiles.byLanguage + NeighbourTrigramProfiles.byLanguage {
            guard let language = FunctionWords.languages.firstIndex(of: profile.language) else {
                continue
            }
            for row in profile.rows {
                var groups = row.groups
                groups.withUTF8 { bytes in
                    forEachGroup(in: bytes) { key in
                        weights.append(
                            Weight(
                                key: key, language: Int32(truncatingIfNeeded: language),
                                weight: Int32(truncatingIfNeeded: row.weight)))
                    }
                }
            }
        }
        return weights
    }

    /// Gives the keys of the groups that stand in `bytes` with spaces between them.
    private static func forEachGroup(
        in bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void
    ) {
        var (first, second, third) = (UInt32(0), UInt32(0), UInt32(0))
        var count = 0
        var place = 0
        while place <= bytes.count {
            if place == bytes.count || bytes[place] == 0x20 {
                if count == 3 { body(key(first, second, third)) }
                count = 0
                place += 1
                continue
            }
            let scalar = DecodedScalar(bytes, at: place)
            (first, second, third) = (second, third, scalar.value)
            count += 1
            place += scalar.length
        }
    }

    @inline(__always)
    private static func place(
        of key: UInt64, in slots: UnsafeMutablePointer<Slot>, _ mask: Int
    ) -> Int {
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[slot].first >= 0, slots[slot].key != key { slot = (slot + 1) & mask }
        return slot
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
                let key = Self.key(first, second, letter)
                var next = slots[Self.place(of: key, in: slots, mask)].first
                while next >= 0 {
                    let entry = weights[Int(next)]
                    body(Int(entry.language), Int(entry.weight))
                    next = entry.next
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

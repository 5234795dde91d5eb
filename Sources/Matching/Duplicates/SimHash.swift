/// Charikar's similarity hash (STOC 2002): the more features two texts share, the fewer bits differ.
enum SimHash {
    /// The hash of a list of words by its words and the pairs of neighbours; characters of scripts
    /// without spaces count as pairs only.
    ///
    /// Each bit is the majority of that bit over all features. The same on every machine.
    static func of(_ words: [StoryWord]) -> UInt64 {
        // The counts of eight bits stand in the eight bytes of a word, so that a feature is counted
        // in eight additions.
        var counts = Counts()
        var before: StoryWord?
        for word in words {
            if !word.isIdeograph { counts.add(word.hash) }
            if let before { counts.add(pair(before.hash, word.hash)) }
            before = word
        }
        return counts.majority
    }

    /// The hash of two neighbours, which is another one when they change places.
    static func pair(_ left: UInt64, _ right: UInt64) -> UInt64 {
        StoryScanner.mixed((left << 1 | left >> 63) ^ right)
    }

    private struct Counts {
        private var lanes = SIMD8<UInt64>.zero
        private var features: UInt64 = 0

        /// Counts a feature; at most 255 of them fit, more are left out.
        mutating func add(_ hash: UInt64) {
            guard features < 255 else { return }
            features += 1
            lanes &+= (SIMD8(repeating: hash) &>> Self.shifts) & Self.ones
        }

        private static let shifts = SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7)
        private static let ones = SIMD8<UInt64>(repeating: 0x0101_0101_0101_0101)

        /// Bit `shift + 8 * byte` is set where more than half of the features had it.
        var majority: UInt64 {
            var bits: UInt64 = 0
            for shift in 0..<8 {
                for byte in 0..<8 where (lanes[shift] >> UInt64(byte * 8) & 0xFF) * 2 > features {
                    bits |= 1 << UInt64(byte * 8 + shift)
                }
            }
            return bits
        }
    }
}

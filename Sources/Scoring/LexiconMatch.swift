import TextProcessing

/// The longest entry of a table that begins at a token.
struct LexiconMatch {
    var slot: Int
    /// How many tokens it takes.
    var count: Int
    /// Whether a long run of one letter had to be cut to find it.
    var isSqueezed: Bool
    /// How many longer phrases were tried.
    var probes: Int

    /// Finds the entry; nil where none begins at `place`.
    @inline(__always)
    init?(
        at place: Int, in tokens: UnsafeBufferPointer<Token>,
        _ bytes: UnsafeBufferPointer<UInt8>, of table: LexiconTable
    ) {
        let token = tokens[place]
        isSqueezed = false
        count = 1
        probes = 0
        if let found = table.slot(of: token.key) {
            slot = found
        } else if token.traits.contains(.elongated) {
            let keys = Tokenizer.squeezedKeys(of: token, in: bytes)
            guard let found = table.slot(of: keys.two) ?? table.slot(of: keys.one) else {
                return nil
            }
            slot = found
            isSqueezed = true
        } else {
            return nil
        }
        let lengths = table.slots[slot].phraseLengths
        if lengths != 0 { extend(lengths, from: place, in: tokens, of: table) }
    }

    /// Takes the longest phrase of the lengths that begin with the word found.
    private mutating func extend(
        _ lengths: UInt8, from place: Int, in tokens: UnsafeBufferPointer<Token>,
        of table: LexiconTable
    ) {
        var key = table.slots[slot].key
        let longest = 9 - lengths.leadingZeroBitCount
        var next = place + 1
        while next < tokens.count, next - place < longest, tokens[next].isTerm {
            key = TermHash.joined(key, tokens[next].key)
            let words = next - place + 1
            if lengths & (1 << UInt8(words - 2)) != 0 {
                probes += 1
                if let found = table.slot(of: key), table.slots[found].role != .prefix {
                    slot = found
                    count = words
                }
            }
            next += 1
        }
    }
}

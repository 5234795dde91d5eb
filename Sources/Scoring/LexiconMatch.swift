import TextProcessing

/// The longest entry of a table that begins at a token.
struct LexiconMatch {
    private(set) var slot = 0
    /// How many tokens it takes; 0 where no entry begins there.
    private(set) var count = 0
    /// Whether a long run of one letter had to be cut to find it.
    var isSqueezed = false
    /// How many longer phrases were tried.
    private(set) var probes = 0

    /// Follows the phrases that begin with the entry in `first`, which `tokens[place]` is.
    ///
    /// Entries that count only where they are negated are met only if `isNegated`. At most as many
    /// look-ups as the longest phrase has words, most often none: a beginning tells which words may
    /// follow.
    /// Phrases of more than `limit` words are left out.
    @inline(__always)
    init(
        startingWith first: Int, at place: Int, in tokens: UnsafeBufferPointer<Token>,
        of table: LexiconSlots, isNegated: Bool, limit: Int = .max
    ) {
        var reached = first
        var length = 1
        take(first, length, of: table, isNegated: isNegated)
        while table[reached].follows != 0, length < limit, place + length < tokens.count {
            let next = tokens[place + length]
            guard next.isTerm, table[reached].mayGoOn(with: next.key) else { break }
            probes += 1
            guard let found = table.slot(ofPhrase: TermHash.joined(table[reached].key, next.key))
            else { break }
            reached = found
            length += 1
            take(found, length, of: table, isNegated: isNegated)
        }
    }

    @inline(__always)
    private mutating func take(
        _ found: Int, _ length: Int, of table: LexiconSlots, isNegated: Bool
    ) {
        let role = table[found].roleCode
        guard role != LexiconRecord.Role.prefix.rawValue,
            isNegated || role != LexiconRecord.Role.turned.rawValue
        else { return }
        slot = found
        count = length
    }
}

import CLexicons
import Model
import TextProcessing

/// One entry of a compiled aspect list, as it lies in memory: 16 bytes, little-endian.
struct AspectRecord {
    var key: UInt64
    /// Up to four readings, filled from the left; 0 is none.
    var readings: (UInt8, UInt8, UInt8, UInt8)
    /// Bit n is set where a phrase of n + 2 words begins with this word.
    var phraseLengths: UInt8
    var reserved: (UInt8, UInt8, UInt8)

    var first: AspectReading { AspectReading(byte: readings.0) }

    /// The reading at `index` of 0…3; nil behind the last one.
    @inline(__always)
    func reading(_ index: Int) -> AspectReading? {
        let byte =
            switch index {
            case 0: readings.0
            case 1: readings.1
            case 2: readings.2
            default: readings.3
            }
        return byte == 0 ? nil : AspectReading(byte: byte)
    }
}

/// What an entry says of one aspect, or what else it does, in one byte: five bits of code, one for a
/// weak cue, two for what is implied.
struct AspectReading {
    enum Kind {
        /// An aspect, by its place in `Aspect.allCases`.
        case aspect(Int)
        /// Met and passed over, so that its words name nothing: `late night`.
        case none
        /// Turns what the next terms imply.
        case negator
        /// Begins a clause that speaks of something else: `but`.
        case contrast
        /// Begins a clause that may: `and`.
        case clause
        /// No entry of its own, only the first word of longer ones.
        case prefix
    }

    let byte: UInt8

    var kind: Kind {
        switch byte & 31 {
        case 0: .prefix
        case 28: .none
        case 29: .negator
        case 30: .contrast
        case 31: .clause
        case let code: .aspect(Int(code) - 1)
        }
    }

    var isWeak: Bool { byte & 32 != 0 }

    /// −1, 0 or 1.
    var implied: Double {
        switch byte >> 6 {
        case 1: 1
        case 2: -1
        default: 0
        }
    }
}

/// A compiled aspect list, read in place.
///
/// The layout (`lexicons/README.md`) is that of a lexicon without pool: 4 bytes magic, the numbers of
/// slots, entries and 0, then the slots.
struct AspectTable: @unchecked Sendable {
    // Safe to share: the memory is constant.
    let slots: UnsafePointer<AspectRecord>
    let slotCount: Int
    let entryCount: Int
    /// A bit for some bits of each key, which says of most others that they are not in the slots, in
    /// memory that stays near; never freed, since there is one for each list of the program.
    private let sieve: UnsafeMutablePointer<UInt64>

    private static let sieveBits = 1 << 16

    /// Reads a table that begins at `bytes`; nil where it is none.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard MemoryLayout<AspectRecord>.size == 16, let base = bytes.baseAddress,
            let header = TableHeader(bytes, format: "RLA1"),
            bytes.count == TableHeader.size + header.slotCount * 16
        else { return nil }
        slotCount = header.slotCount
        entryCount = header.entryCount
        slots = (base + TableHeader.size).assumingMemoryBound(to: AspectRecord.self)
        sieve = .allocate(capacity: Self.sieveBits / 64)
        sieve.initialize(repeating: 0, count: Self.sieveBits / 64)
        for slot in 0..<slotCount where slots[slot].key != 0 {
            let bit = Self.sieveBit(of: slots[slot].key)
            sieve[bit >> 6] |= 1 << UInt64(bit & 63)
        }
    }

    @inline(__always)
    private static func sieveBit(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: key >> 40) & (sieveBits - 1)
    }

    /// The place of `key` in the slots; nil where the table has no such entry.
    @inline(__always)
    func slot(of key: UInt64) -> Int? {
        let bit = Self.sieveBit(of: key)
        guard sieve[bit >> 6] >> UInt64(truncatingIfNeeded: bit & 63) & 1 != 0 else { return nil }
        let mask = slotCount &- 1
        var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
        while true {
            let found = slots[slot].key
            if found == key { return slot }
            if found == 0 { return nil }
            slot = (slot &+ 1) & mask
        }
    }

    /// The longest entry that begins at `place`, and how many tokens it takes; nil where none does.
    func match(
        at place: Int, in tokens: UnsafeBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (slot: Int, count: Int)? {
        guard let first = firstSlot(of: tokens[place], in: bytes) else { return nil }
        var best = slots[first].readings.0 == 0 ? nil : (slot: first, count: 1)
        let lengths = slots[first].phraseLengths
        guard lengths != 0 else { return best }
        let longest = 9 - lengths.leadingZeroBitCount
        var key = slots[first].key
        var next = place + 1
        while next < tokens.count, next - place < longest, tokens[next].isTerm {
            key = TermHash.joined(key, tokens[next].key)
            let words = next - place + 1
            if lengths & (1 << UInt8(words - 2)) != 0, let found = slot(of: key),
                slots[found].readings.0 != 0
            {
                best = (found, words)
            }
            next += 1
        }
        return best
    }

    @inline(__always)
    private func firstSlot(of token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        if let slot = slot(of: token.key) { return slot }
        guard token.traits.contains(.elongated) else { return nil }
        let keys = Tokenizer.squeezedKeys(of: token, in: bytes)
        return slot(of: keys.two) ?? slot(of: keys.one)
    }

    /// The list of a language, a two-letter ISO 639-1 code; nil where there is none.
    static func embedded(for language: String) -> AspectTable? { byLanguage[language] }

    /// The languages that have a list.
    static var languages: [String] { byLanguage.keys.sorted() }

    private static let byLanguage: [String: AspectTable] = {
        var tables: [String: AspectTable] = [:]
        for index in 0..<clexicons_aspects_count() {
            let entry = clexicons_aspects_at(index)
            let bytes = UnsafeRawBufferPointer(start: entry.bytes, count: entry.size)
            guard let name = entry.name, let table = AspectTable(bytes) else {
                preconditionFailure("embedded aspect list \(index) is damaged; run make lexicon")
            }
            tables[String(String(cString: name).dropFirst("aspects-".count))] = table
        }
        return tables
    }()
}

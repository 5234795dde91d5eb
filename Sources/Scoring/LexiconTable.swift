import CLexicons
import Model
import TextProcessing

/// One entry of a compiled table, as it lies in memory: 16 bytes, little-endian.
struct LexiconRecord {
    /// What an entry does to the text around it.
    enum Role: UInt8 {
        /// No entry of its own, only the first word of longer ones.
        case prefix = 0
        case opinion = 1
        /// Turns what follows: `not`, `without`, `used to be`.
        case negator = 2
        /// Strengthens what follows, or weakens it where its value is below 0: `very`, `slightly`.
        case intensifier = 3
        /// What follows counts more than what went before: `but`.
        case contrast = 4
        /// The clause that it opens counts less: `although`.
        case concession = 5
        /// `too`: makes what follows worse.
        case excess = 6
        /// `not only`: the next contrast word adds instead of opposing.
        case additive = 7
        /// Met and passed over, so that its words do not count alone: `last but not least`.
        case silent = 8
        /// An opinion that only strengthens where another follows at once: `terribly (good)`.
        case adverb = 9
        /// A negator that takes back the one before it: `(not) without`.
        case lacking = 10
        /// Counts only where it is negated, by an entry of its own: `(not) respond`.
        case turned = 11
    }

    /// The parts of 1 in which the two numbers are stored.
    static let steps = 20.0
    /// The bits of `code` below those of the origin.
    private static let roleBits: UInt8 = 0x3F

    var key: UInt64
    /// The valence, or the strength of a governor, in steps of 0.05.
    var valenceSteps: Int8
    /// The evidence that a text with the term is an opinion, in steps of 0.05.
    var opinionSteps: Int8
    /// The role, and in the two highest bits the origin.
    var code: UInt8
    /// Which words may follow in a longer phrase: bit n for those with n in bits 40 to 42 of the key.
    var follows: UInt8
    /// Where the term stands in the pool.
    var termOffset: UInt32

    /// The raw value of the role.
    var roleCode: UInt8 { code & Self.roleBits }
    /// A code that stands for none counts as `turned`, the last.
    var role: Role {
        // every value up to the last is one of the cases, which lie in memory as their raw values
        unsafeBitCast(min(roleCode, Role.turned.rawValue), to: Role.self)
    }
    var valence: Double { Double(valenceSteps) / Self.steps }
    var opinion: Double { Double(opinionSteps) / Self.steps }

    /// Where the numbers come from.
    var origin: Contribution.Origin {
        switch code >> 6 {
        case 0: .written
        case 1: .learned
        default: .overlay
        }
    }

    /// Whether a phrase that begins with this entry may go on with the word of `key`.
    @inline(__always)
    func mayGoOn(with key: UInt64) -> Bool { follows & Self.follow(key) != 0 }

    /// The bit of `follows` that stands for a word.
    @inline(__always)
    static func follow(_ key: UInt64) -> UInt8 { 1 << UInt8(truncatingIfNeeded: key >> 40 & 7) }

    /// The byte that says both.
    static func code(_ role: Role, from origin: Contribution.Origin) -> UInt8 {
        switch origin {
        case .written: role.rawValue
        case .learned: role.rawValue | 1 << 6
        case .overlay: role.rawValue | 2 << 6
        }
    }
}

/// A compiled table, read in place: no parsing, no copy, no start-up cost.
///
/// The layout (`lexicons/README.md`): 4 bytes magic, the numbers of slots, entries and pool bytes,
/// the slots (a power of two, linear probing from `key ^ key >> 32`, key 0 is empty), the pool of
/// length-prefixed terms of which the first is the edition.
struct LexiconTable: @unchecked Sendable {
    // Safe to share: the memory is constant from here on, and `owner` keeps it alive.
    let slots: UnsafePointer<LexiconRecord>
    let slotCount: Int
    /// A bit for each phrase and each beginning of one.
    private let sieve: UnsafePointer<UInt8>
    let entryCount: Int
    let pool: UnsafeBufferPointer<UInt8>
    private let owner: LexiconMemory?

    /// A table without entries.
    static let emptySlots: LexiconSlots = {
        let record = UnsafeMutablePointer<LexiconRecord>.allocate(capacity: 1)
        record.initialize(
            to: LexiconRecord(
                key: 0, valenceSteps: 0, opinionSteps: 0, code: 0, follows: 0, termOffset: 0))
        let sieve = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
        sieve.initialize(to: 0)
        return LexiconSlots(base: record, mask: 0, sieve: sieve)
    }()

    /// Reads a table that begins at `bytes`; nil where it is none.
    init?(_ bytes: UnsafeRawBufferPointer, owner: LexiconMemory? = nil) {
        guard MemoryLayout<LexiconRecord>.size == 16, let base = bytes.baseAddress,
            let header = TableHeader(bytes, format: "RLX2"),
            bytes.count == TableHeader.size + Self.bodySize(header.slotCount) + header.poolSize
        else { return nil }
        slotCount = header.slotCount
        entryCount = header.entryCount
        slots = (base + TableHeader.size).assumingMemoryBound(to: LexiconRecord.self)
        sieve = (base + TableHeader.size + slotCount * 16).assumingMemoryBound(to: UInt8.self)
        let poolStart = sieve + slotCount / 4
        pool = UnsafeBufferPointer(start: poolStart, count: header.poolSize)
        self.owner = owner
    }

    /// The bytes of slots and sieve.
    static func bodySize(_ slotCount: Int) -> Int { slotCount * 16 + slotCount / 4 }

    /// The slots without what keeps them alive, for the length of a call.
    var lookup: LexiconSlots {
        LexiconSlots(base: slots, mask: slotCount - 1, sieve: sieve)
    }

    /// The place of `key` in the slots; nil where the table has no such entry.
    func slot(of key: UInt64) -> Int? { lookup.slot(of: key) }

    /// The spelling of the entry in `slot`.
    func term(at slot: Int) -> String { String(decoding: termBytes(at: slot), as: UTF8.self) }

    /// The spelling of the entry in `slot` where it lies, in UTF-8; valid while the table is alive.
    func termBytes(at slot: Int) -> UnsafeBufferPointer<UInt8> {
        pooled(Int(slots[slot].termOffset))
    }

    /// The edition that the table was compiled as.
    var edition: String { String(decoding: pooled(0), as: UTF8.self) }

    private func pooled(_ offset: Int) -> UnsafeBufferPointer<UInt8> {
        guard offset < pool.count else { return UnsafeBufferPointer(start: nil, count: 0) }
        let end = min(offset + 1 + Int(pool[offset]), pool.count)
        return UnsafeBufferPointer(rebasing: pool[(offset + 1)..<end])
    }
}

/// The slots of a table, to be looked up without counting references.
///
/// Valid while the table is alive: whoever holds one holds the table too.
struct LexiconSlots: @unchecked Sendable {
    // Safe to share: what it points to is constant.
    let base: UnsafePointer<LexiconRecord>
    let mask: Int
    private let sieve: UnsafePointer<UInt8>

    init(base: UnsafePointer<LexiconRecord>, mask: Int, sieve: UnsafePointer<UInt8>) {
        self.base = base
        self.mask = mask
        self.sieve = sieve
    }

    /// The place of `key`, or the empty slot, all zeros, where it would stand.
    @inline(__always)
    func place(of key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
        while base[slot].key != key, base[slot].key != 0 { slot = (slot &+ 1) & mask }
        return slot
    }

    /// Whether a phrase may begin with these two words; where not, there is none.
    @inline(__always)
    func mayHold(_ first: UInt64, _ second: UInt64) -> Bool {
        let bit = Self.sieveBit(of: TermHash.joined(first, second), mask: mask)
        return sieve[bit >> 3] >> UInt8(truncatingIfNeeded: bit & 7) & 1 != 0
    }

    /// The place of a phrase or of the beginning of one; nil where there is none, most often without
    /// a look at the slots.
    @inline(__always)
    func slot(ofPhrase key: UInt64) -> Int? {
        let bit = Self.sieveBit(of: key, mask: mask)
        return sieve[bit >> 3] >> UInt8(truncatingIfNeeded: bit & 7) & 1 == 0
            ? nil : slot(of: key)
    }

    /// The bit of the sieve that stands for a phrase.
    @inline(__always)
    static func sieveBit(of key: UInt64, mask: Int) -> Int {
        Int(truncatingIfNeeded: key >> 40) & (2 * mask + 1)
    }

    /// The place of `key`; nil where there is no such entry.
    @inline(__always)
    func slot(of key: UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
        while true {
            let found = base[slot].key
            if found == key { return slot }
            if found == 0 { return nil }
            slot = (slot &+ 1) & mask
        }
    }

    @inline(__always)
    subscript(slot: Int) -> LexiconRecord {
        @inline(__always) unsafeAddress { base + slot }
    }
}

/// Memory of a table that was made at run time; freed with its last table.
final class LexiconMemory: @unchecked Sendable {
    // Safe to share: written only before the table that reads it is made.
    let bytes: UnsafeMutableRawBufferPointer

    init(byteCount: Int) {
        bytes = .allocate(byteCount: byteCount, alignment: 16)
        bytes.initializeMemory(as: UInt8.self, repeating: 0)
    }

    deinit { bytes.deallocate() }
}

/// The tables that the program carries.
enum EmbeddedTables {
    /// Every embedded table by its name: a language code or `emoji`.
    static let byName: [String: LexiconTable] = {
        var tables: [String: LexiconTable] = [:]
        for index in 0..<clexicons_count() {
            let entry = clexicons_table_at(index)
            let bytes = UnsafeRawBufferPointer(start: entry.bytes, count: entry.size)
            guard let name = entry.name, let table = LexiconTable(bytes) else {
                preconditionFailure("embedded lexicon \(index) is damaged; run make lexicon")
            }
            tables[String(cString: name)] = table
        }
        return tables
    }()
}

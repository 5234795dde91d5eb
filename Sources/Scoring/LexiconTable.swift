import CLexicons
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
    }

    var key: UInt64
    /// The valence, or the strength of an intensifier, in tenths.
    var tenths: Int8
    var roleCode: UInt8
    /// Bit n is set where a phrase of n + 2 words begins with this word.
    var phraseLengths: UInt8
    var reserved: UInt8
    /// Where the term stands in the pool.
    var termOffset: UInt32

    var role: Role { Role(rawValue: roleCode) ?? .prefix }
    var valence: Double { Double(tenths) / 10 }
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
    let entryCount: Int
    let pool: UnsafeBufferPointer<UInt8>
    private let owner: LexiconMemory?

    static let headerSize = 16

    /// Reads a table that begins at `bytes`; nil where it is none.
    init?(_ bytes: UnsafeRawBufferPointer, owner: LexiconMemory? = nil) {
        guard MemoryLayout<LexiconRecord>.size == 16, bytes.count >= Self.headerSize,
            bytes.prefix(4).elementsEqual("RLX1".utf8), let base = bytes.baseAddress
        else { return nil }
        func number(_ offset: Int) -> Int {
            Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
        }
        slotCount = number(4)
        entryCount = number(8)
        guard slotCount > entryCount, slotCount & (slotCount - 1) == 0,
            bytes.count == Self.headerSize + slotCount * 16 + number(12)
        else { return nil }
        slots = (base + Self.headerSize).assumingMemoryBound(to: LexiconRecord.self)
        let poolStart = (base + Self.headerSize + slotCount * 16).assumingMemoryBound(
            to: UInt8.self)
        pool = UnsafeBufferPointer(start: poolStart, count: number(12))
        self.owner = owner
    }

    /// The place of `key` in the slots; nil where the table has no such entry.
    @inline(__always)
    func slot(of key: UInt64) -> Int? {
        let mask = slotCount &- 1
        var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
        while true {
            let found = slots[slot].key
            if found == key { return slot }
            if found == 0 { return nil }
            slot = (slot &+ 1) & mask
        }
    }

    /// The spelling of the entry in `slot`.
    func term(at slot: Int) -> String { pooled(Int(slots[slot].termOffset)) }

    /// The edition that the table was compiled as.
    var edition: String { pooled(0) }

    private func pooled(_ offset: Int) -> String {
        guard offset < pool.count else { return "" }
        let end = min(offset + 1 + Int(pool[offset]), pool.count)
        return String(decoding: pool[(offset + 1)..<end], as: UTF8.self)
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

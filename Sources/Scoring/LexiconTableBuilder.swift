import Model
import TextProcessing

/// Makes a changed copy of a compiled table.
struct LexiconTableBuilder {
    private var records: [UInt64: LexiconRecord] = [:]
    private var pool: [UInt8]
    /// The keys of all phrases and beginnings of phrases, and of some words.
    private var continued: Set<UInt64> = []

    init(_ table: LexiconTable) {
        pool = Array(table.pool)
        records.reserveCapacity(table.entryCount)
        for slot in 0..<table.slotCount where table.slots[slot].key != 0 {
            let key = table.slots[slot].key
            records[key] = table.slots[slot]
            if table.lookup.slot(ofPhrase: key) != nil { continued.insert(key) }
        }
    }

    /// Sets the valence of a term, or silences it, and lets the scorer find it as a phrase.
    ///
    /// What the table says of the negated term goes with it: the owner's word is turned by the
    /// general rule.
    mutating func set(
        _ entry: LexiconOverlay.Entry, origin: Contribution.Origin = .overlay
    ) {
        guard let first = entry.keys.first else { return }
        let key = entry.keys.dropFirst().reduce(first, TermHash.joined)
        var beginning = first
        for word in entry.keys.dropFirst() {
            records[beginning, default: Self.blank(beginning)].follows |=
                LexiconRecord.follow(word)
            beginning = TermHash.joined(beginning, word)
            continued.insert(beginning)
        }
        var record = records[key] ?? Self.blank(key)
        record.valenceSteps = entry.valenceSteps ?? 0
        record.opinionSteps = Int8((abs(Int(record.valenceSteps)) + 1) / 2)
        record.code = LexiconRecord.code(
            entry.valenceSteps == nil ? .silent : .opinion, from: origin)
        record.termOffset = appended(entry.term)
        records[key] = record
        records[TermHash.joined(TermHash.negation, key)] = nil
    }

    /// The table as built; nil only where its memory could not be read back.
    func table() -> LexiconTable? {
        var slotCount = 16
        while slotCount < 2 * records.count { slotCount *= 2 }
        let size = TableHeader.size + LexiconTable.bodySize(slotCount)
        let memory = LexiconMemory(byteCount: size + pool.count)
        memory.bytes.copyBytes(from: "RLX2".utf8)
        for (place, number) in [slotCount, records.count, pool.count].enumerated() {
            memory.bytes.storeBytes(
                of: UInt32(truncatingIfNeeded: number).littleEndian, toByteOffset: 4 + 4 * place,
                as: UInt32.self)
        }
        let slots = UnsafeMutableRawBufferPointer(
            rebasing: memory.bytes[TableHeader.size...].prefix(slotCount * 16)
        ).bindMemory(to: LexiconRecord.self)
        for record in records.values {
            var slot = Int(truncatingIfNeeded: record.key ^ (record.key >> 32)) & (slotCount - 1)
            while slots[slot].key != 0 { slot = (slot + 1) & (slotCount - 1) }
            slots[slot] = record
        }
        let sieve = TableHeader.size + slotCount * 16
        for key in continued {
            let bit = LexiconSlots.sieveBit(of: key, mask: slotCount - 1)
            memory.bytes[sieve + (bit >> 3)] |= 1 << UInt8(bit & 7)
        }
        UnsafeMutableRawBufferPointer(rebasing: memory.bytes[size...]).copyBytes(from: pool)
        return LexiconTable(UnsafeRawBufferPointer(memory.bytes), owner: memory)
    }

    private static func blank(_ key: UInt64) -> LexiconRecord {
        LexiconRecord(
            key: key, valenceSteps: 0, opinionSteps: 0, code: 0, follows: 0, termOffset: 0)
    }

    private mutating func appended(_ term: String) -> UInt32 {
        let offset = UInt32(truncatingIfNeeded: pool.count)
        pool.append(UInt8(clamping: term.utf8.count))
        pool.append(contentsOf: term.utf8.prefix(255))
        return offset
    }
}

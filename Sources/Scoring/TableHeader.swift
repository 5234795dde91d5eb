/// What every compiled table begins with: four bytes that name its format, then the numbers of slots,
/// of entries and of bytes in the pool, little-endian (`lexicons/README.md`).
struct TableHeader {
    static let size = 16

    /// A power of two, greater than `entryCount`.
    let slotCount: Int
    let entryCount: Int
    let poolSize: Int

    /// Reads the header of `bytes`; nil where they are no table of the format.
    init?(_ bytes: UnsafeRawBufferPointer, format: StaticString) {
        guard bytes.count >= Self.size,
            format.withUTF8Buffer({ bytes.prefix(4).elementsEqual($0) })
        else { return nil }
        func number(_ offset: Int) -> Int {
            Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
        }
        slotCount = number(4)
        entryCount = number(8)
        poolSize = number(12)
        guard slotCount > entryCount, slotCount & (slotCount - 1) == 0 else { return nil }
    }
}

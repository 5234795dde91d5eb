/// Sizes as people write them, such as `8MiB`.
enum ByteCountText {
    private static let units: [(name: String, bytes: Int)] = [
        ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10),
        ("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000), ("KB", 1000), ("B", 1), ("", 1),
    ]

    /// The bytes that `text` names; nil for anything but a whole number and a unit (`B`, `kB`, `MB`,
    /// `GB`, `KiB`, `MiB`, `GiB`, or none for bytes), with or without a space between them.
    static func bytes(_ text: String) -> Int? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        guard let number = Int(digits),
            let factor = units.first(where: { $0.name == unit })?.bytes
        else { return nil }
        let (product, hasOverflown) = number.multipliedReportingOverflow(by: factor)
        return hasOverflown ? nil : product
    }

    /// The shortest exact text for a size.
    static func text(_ bytes: Int) -> String {
        let unit = units.first { bytes >= $0.bytes && bytes.isMultiple(of: $0.bytes) }
        guard let unit, !unit.name.isEmpty else { return "\(bytes)B" }
        return "\(bytes / unit.bytes)\(unit.name)"
    }
}

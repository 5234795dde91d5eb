/// An input with a piece of it repeated until it is long, by which time that is not linear shows.
///
/// The last three bytes of the input tell which piece: where it begins, and how long it is.
struct StretchedInput {
    let bytes: [UInt8]

    /// Stretches `input` to about `length` bytes; one that is as long, or has fewer than four, stays.
    init(_ input: [UInt8], to length: Int) {
        guard input.count > 3, input.count < length else {
            bytes = input
            return
        }
        let rest = input.dropLast(3)
        let (high, low, size) = (
            input[input.count - 3], input[input.count - 2], input[input.count - 1]
        )
        let start = (Int(high) << 8 | Int(low)) % rest.count
        let piece = rest[start..<min(rest.count, start + 1 + Int(size) % 32)]
        var bytes = Array(rest[..<start])
        while bytes.count < length { bytes += piece }
        self.bytes = bytes + rest[start...]
    }
}

/// Words that are looked for from the end of a text, all in one pass.
struct ByteMarks {
    private let marks: [[UInt8]]
    /// For each first byte of a mark, which second bytes can follow it: a bit for their low six bits.
    private let seconds: [UInt64]

    /// Marks of two bytes at least.
    init(_ marks: [String]) {
        self.marks = marks.map { Array($0.utf8) }
        var seconds = [UInt64](repeating: 0, count: 256)
        for mark in self.marks where mark.count >= 2 {
            seconds[Int(mark[0])] |= 1 << UInt64(mark[1] & 63)
        }
        self.seconds = seconds
    }

    /// Where the last mark begins in the last `reach` bytes; nil if there is none.
    func lastStart(in bytes: ArraySlice<UInt8>, within reach: Int) -> Int? {
        let lowest = max(bytes.startIndex, bytes.endIndex - reach)
        var place = bytes.endIndex - 1
        while place > lowest {
            place -= 1
            guard seconds[Int(bytes[place])] >> UInt64(bytes[place + 1] & 63) & 1 == 1 else {
                continue
            }
            if marks.contains(where: { bytes[place...].starts(with: $0) }) { return place }
        }
        return nil
    }
}

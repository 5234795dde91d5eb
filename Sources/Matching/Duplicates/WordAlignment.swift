/// Two lists of words laid beside each other so that as many as possible are the same (the longest
/// common subsequence), and the places where one says something else than the other.
struct WordAlignment {
    /// A place between matched words where both say something, but not the same.
    struct Replacement {
        var left: Range<Int>
        var right: Range<Int>
    }

    /// How many words stand in both, in the same order.
    private(set) var matches = 0
    private(set) var replacements: [Replacement] = []
    /// Words that only the left side has, with nothing in their place.
    private(set) var leftOnly: [Int] = []
    /// Words that only the right side has, with nothing in their place.
    private(set) var rightOnly: [Int] = []
    /// From the first word of the left side that is matched up to the last.
    private(set) var leftCommon = 0..<0
    /// From the first word of the right side that is matched up to the last.
    private(set) var rightCommon = 0..<0

    /// Takes time by the product of both lengths, so callers bound them.
    init(_ left: [StoryWord], _ right: [StoryWord]) {
        let width = right.count + 1
        var lengths = [UInt16](repeating: 0, count: (left.count + 1) * width)
        for row in stride(from: left.count - 1, through: 0, by: -1) {
            for column in stride(from: right.count - 1, through: 0, by: -1) {
                let place = row * width + column
                lengths[place] =
                    left[row].hash == right[column].hash
                    ? lengths[place + width + 1] + 1
                    : max(lengths[place + width], lengths[place + 1])
            }
        }
        var (row, column) = (0, 0)
        var (rowBefore, columnBefore) = (0, 0)
        while row < left.count, column < right.count {
            let place = row * width + column
            if left[row].hash == right[column].hash {
                if matches == 0 { (leftCommon, rightCommon) = (row..<row, column..<column) }
                matches += 1
                leftCommon = leftCommon.lowerBound..<(row + 1)
                rightCommon = rightCommon.lowerBound..<(column + 1)
                part(rowBefore..<row, columnBefore..<column)
                (row, column) = (row + 1, column + 1)
                (rowBefore, columnBefore) = (row, column)
            } else if lengths[place + width] >= lengths[place + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        part(rowBefore..<left.count, columnBefore..<right.count)
    }

    private mutating func part(_ left: Range<Int>, _ right: Range<Int>) {
        if left.isEmpty {
            rightOnly += right
        } else if right.isEmpty {
            leftOnly += left
        } else {
            replacements.append(Replacement(left: left, right: right))
        }
    }
}

/// Whether two words are forms or spellings of one: `closes` and `closed`, `mold` and `mould`.
enum WordVariants {
    /// True where both begin with the same four letters and have at most three more each, or where
    /// one has a letter more than the other, of four at least.
    static func areVariants(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
        if left == right { return true }
        let common = zip(left, right).prefix { $0 == $1 }.count
        if common >= 4, left.count - common <= 3, right.count - common <= 3 {
            return left.count != common + 3 || right.count != common + 3 || common >= 6
        }
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        guard short.count >= 4, long.count == short.count + 1 else { return false }
        return short[...].dropFirst(common).elementsEqual(long[...].dropFirst(common + 1))
    }
}

/// Every letter of the quarter, in the order in which it was sent.
enum CafeLetters {
    static let expected: [String] = []
}

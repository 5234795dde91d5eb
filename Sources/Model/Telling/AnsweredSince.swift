/// How many of the mentions that a reminder was made for have an answer when it is told.
///
/// It stands as an English clause behind the stored reason, which reads back as the same number.
public struct AnsweredSince: Sendable, Hashable {
    /// How many; at least one.
    public var count: Int

    /// So many answers.
    public init(count: Int) { self.count = count }

    /// `; 1 was answered meanwhile`, to be put behind a reason.
    public var text: String {
        count == 1 ? "; 1 was answered meanwhile" : "; \(count) were answered meanwhile"
    }

    /// Reads the clause at the end of `reason`; nil where there is none.
    public init?(endOf reason: String) {
        guard let (_, clause) = TellingText.halves(ofLast: reason, at: "; "),
            let number = clause.split(separator: " ").first, let count = Int(number), count > 0
        else { return nil }
        self.init(count: count)
        guard reason.hasSuffix(text) else { return nil }
    }
}

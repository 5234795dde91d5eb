/// Something that is not as it should be in a store.
public struct StoreFinding: Sendable, Hashable {
    /// What was looked at.
    public enum Check: String, Sendable, Hashable, CaseIterable {
        /// The pages of the file.
        case pages
        /// Rows that name rows that are not there.
        case references
        /// The index of the search.
        case search
        /// The figures by day, against the mentions.
        case figures
        /// What rows of brands and aspects repeat of their mentions.
        case repetitions
        /// The numbers of mentions by source.
        case counts
        /// What mentions repeat of the steps of triage.
        case triage
        /// The letters.
        case outbox
    }

    /// What was looked at.
    public var check: Check
    /// What is wrong, as one sentence.
    public var detail: String
    /// How many places it is wrong in; at least 1.
    public var count: Int

    /// A finding.
    public init(check: Check, detail: String, count: Int = 1) {
        self.check = check
        self.detail = detail
        self.count = count
    }

    /// Whether a repair can make it right: what repeats something else is made anew.
    public var isRepairable: Bool {
        switch check {
        case .search, .figures, .repetitions, .counts, .triage: true
        case .pages, .references, .outbox: false
        }
    }

    /// Whether something was lost.
    public var isDamage: Bool { check == .pages || check == .references }
}

/// What a report looks at; named so on the command line.
public enum ReportView: String, Sendable, Hashable, CaseIterable {
    /// The essence of the others.
    case summary
    /// How the figures went over time.
    case trend
    /// What the mentions speak of, and how well the verdicts can be trusted.
    case trust
    /// How mentions are answered.
    case response
    /// Where mentions come from, and what the sources can't give.
    case sources
    /// How much is said of whom.
    case competitors

    /// What the report is called.
    public var title: String {
        switch self {
        case .summary: "Summary"
        case .trend: "Trend"
        case .trust: "Trust"
        case .response: "Response"
        case .sources: "Sources"
        case .competitors: "Competitors"
        }
    }
}

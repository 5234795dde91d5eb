public import Model

/// How urgent something is under a rule, and why.
public struct AlertWeight: Sendable, Hashable {
    /// How urgent it is.
    public var severity: Alert.Severity
    /// How that came about, as one sentence with its parts, such as `warning: 1 of 5 stars (+2)`; nil where
    /// the rule does not weigh.
    public var weighing: String?
}

extension AlertRule {
    /// How urgent a mention is under this rule; `author` is what its author wrote before, `siteCount` on
    /// how many sites its story stands.
    public func weight(
        of mention: Mention, author: AuthorHistory? = nil, siteCount: Int = 1
    ) -> AlertWeight {
        weight(of: MentionFacts(mention, author: author, siteCount: siteCount))
    }

    func weight(of facts: MentionFacts) -> AlertWeight {
        switch urgency {
        case .fixed(let severity): return AlertWeight(severity: severity)
        case .byStars:
            guard let stars = facts.mention.entry.rating?.stars else {
                let isNegative = facts.mention.sentiment.label == .negative
                return AlertWeight(severity: isNegative ? .warning : .info)
            }
            return AlertWeight(
                severity: stars <= 1.5 ? .critical : stars <= 2.5 ? .warning : .info)
        case .weighed:
            let weighing = SeverityWeighing(facts)
            return AlertWeight(
                severity: weighing.severity,
                weighing: weighing.text())
        }
    }

    /// The weight of the most urgent of several mentions; of equally urgent ones the first.
    func weight(ofWorst several: [MentionFacts]) -> AlertWeight {
        guard several.count > 1, urgency == .weighed else {
            return several.map(weight(of:)).max { $0.severity < $1.severity }
                ?? AlertWeight(severity: .info)
        }
        let weighings = several.map(SeverityWeighing.init)
        let worst = weighings.max { ($0.severity, $0.points) < ($1.severity, $1.points) }
        guard let worst else { return AlertWeight(severity: .info) }
        return AlertWeight(
            severity: worst.severity, weighing: worst.text(worstOf: several.count))
    }

    /// Whether a mention of this severity is told at once, and does not wait for the digest.
    func tellsAtOnce(_ severity: Alert.Severity) -> Bool {
        instantFrom.map { severity >= $0 } ?? false
    }
}

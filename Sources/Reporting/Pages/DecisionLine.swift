public import FoundationEssentials
public import Model

/// What a rule said of a mention.
public struct DecisionLine: Sendable, Hashable {
    /// The rule that decided; it may be gone from the configuration since.
    public var rule: RuleID
    /// `alerted`, `held`, or the name of the reason why it was not told.
    public var outcome: String
    /// Why, as one sentence for the owner.
    public var reason: String
    /// The alert that told of the mention; nil if none did, or it was pruned.
    public var alert: AlertID?
    /// When it was decided; of a held mention, when it was held first.
    public var decidedAt: Date

    /// A decision.
    public init(rule: RuleID, outcome: String, reason: String, alert: AlertID?, decidedAt: Date) {
        self.rule = rule
        self.outcome = outcome
        self.reason = reason
        self.alert = alert
        self.decidedAt = decidedAt
    }

    var json: JSONValue {
        .members([
            "rule": .string(rule.rawValue), "outcome": .string(outcome), "reason": .string(reason),
            "alert": .optional(alert.map(Int.init)), "decidedAt": .date(decidedAt),
        ])
    }

    static func table(_ lines: [DecisionLine], for reader: Reader) -> String {
        Table(
            columns: [
                Table.Column("Rule"), Table.Column("Outcome"), Table.Column("When"),
                Table.Column("Reason", overflow: .wrap, minimum: 20, maximum: 80),
            ],
            rows: lines.map { line in
                let alert = line.alert.map { " (alert \($0))" } ?? ""
                return [
                    Table.Cell(line.rule.rawValue), Table.Cell(line.outcome + alert),
                    Table.Cell(reader.time.absolute(line.decidedAt)), Table.Cell(line.reason),
                ]
            }
        ).rendered(width: reader.width, style: reader.style)
    }
}

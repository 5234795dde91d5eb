public import Model

/// How a configured rule stands to a mention as they both are now.
public struct RuleLine: Sendable, Hashable {
    /// The rule of the configuration that is held against the mention.
    public var rule: RuleID
    /// Whether the rule makes alerts at all.
    public var isEnabled: Bool
    /// Whether the mention meets every condition, even of a disabled rule.
    public var isMatch: Bool
    /// The conditions that are not met, such as `4 of 5 stars; the rule asks for at most 2 stars`.
    public var unmet: [String]

    /// A line on one rule.
    public init(rule: RuleID, isEnabled: Bool, isMatch: Bool, unmet: [String]) {
        self.rule = rule
        self.isEnabled = isEnabled
        self.isMatch = isMatch
        self.unmet = unmet
    }

    private var verdict: String {
        switch (isMatch, isEnabled) {
        case (true, true): "matches"
        case (true, false): "would match, but is disabled"
        case (false, _): "does not match"
        }
    }

    var json: JSONValue {
        .members([
            "rule": .string(rule.rawValue), "enabled": .bool(isEnabled), "matches": .bool(isMatch),
            "unmet": .array(unmet.map(JSONValue.string)),
        ])
    }

    static func table(_ lines: [RuleLine], for reader: Reader) -> String {
        Table(
            columns: [
                Table.Column("Rule"), Table.Column("Now"),
                Table.Column("Because", overflow: .wrap, minimum: 20, maximum: 80),
            ],
            rows: lines.map { line in
                [
                    Table.Cell(line.rule.rawValue),
                    Table.Cell(line.verdict, line.isMatch ? .warning : .faint),
                    Table.Cell(line.unmet.joined(separator: "; ")),
                ]
            }
        ).rendered(width: reader.width, style: reader.style)
    }
}

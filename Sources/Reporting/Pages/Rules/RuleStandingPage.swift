public import Model
import TextProcessing

/// Why each rule spoke of a mention, or did not.
public struct RuleStandingPage: Sendable, Hashable {
    /// One condition of a rule.
    public struct Condition: Sendable, Hashable {
        /// Whether the mention meets it.
        public var isMet: Bool
        /// What the rule asks for.
        public var wanted: String
        /// What the mention is.
        public var found: String

        /// A condition.
        public init(isMet: Bool, wanted: String, found: String) {
            self.isMet = isMet
            self.wanted = wanted
            self.found = found
        }
    }

    /// One rule and how the mention stands to it.
    public struct Standing: Sendable, Hashable {
        /// The rule.
        public var rule: RuleID
        /// What the owner calls it.
        public var title: String?
        /// What it watches, such as `mention` or `unanswered`.
        public var type: String
        /// False for a rule that never speaks.
        public var isEnabled: Bool
        /// Whether the mention meets every condition now.
        public var isMatch: Bool
        /// The conditions, in the order of the rule.
        public var conditions: [Condition]
        /// How urgent the rule would call it, with the parts; nil where it does not match.
        public var severity: String?
        /// What was decided and stored, oldest first.
        public var decisions: [DecisionLine]
        /// What else holds for the rule at present, one sentence each: silences that cover the
        /// mention, a cool-down, what waits for a digest, quiet hours of its channels.
        public var notes: [String]

        /// A standing.
        public init(
            rule: RuleID, title: String? = nil, type: String = "mention", isEnabled: Bool = true,
            isMatch: Bool, conditions: [Condition], severity: String? = nil,
            decisions: [DecisionLine] = [], notes: [String] = []
        ) {
            self.rule = rule
            self.title = title
            self.type = type
            self.isEnabled = isEnabled
            self.isMatch = isMatch
            self.conditions = conditions
            self.severity = severity
            self.decisions = decisions
            self.notes = notes
        }
    }

    /// The mention in its present wording.
    public var mention: Mention
    /// In the order of the configuration; rules that are gone come last.
    public var standings: [Standing]

    /// A page on `mention`.
    public init(mention: Mention, standings: [Standing]) {
        self.mention = mention
        self.standings = standings
    }

    /// The page as text that ends in a line feed; CSV and Markdown give one row a condition.
    public func rendered(as format: OutputFormat, names: Names, for reader: Reader) -> String {
        switch format {
        case .json, .jsonl: json.text + "\n"
        case .csv, .markdown: listing.rendered(as: format, for: reader)
        case .table: text(names: names, for: reader)
        }
    }

    private func text(names: Names, for reader: Reader) -> String {
        let entry = mention.entry
        let title = entry.title ?? String(entry.body.prefix(60))
        var text =
            reader.style.paint("#\(mention.id) " + Table.Cell(title).text, .heading) + "\n"
        let verdict =
            mention.sentiment.label == .unscored
            ? "not scored"
            : "\(mention.sentiment.label.rawValue) (\(SentimentText.signed(mention.sentiment.score)))"
        let facts = [
            names.title(of: mention.source),
            mention.brands.map { names.name(of: $0.brand) }.joined(separator: ", "),
            entry.rating.map { Charts.stars($0.stars) } ?? "", verdict,
            "seen " + reader.time.absolute(mention.firstSeen),
            mention.isBaseline ? "came with the first poll of its source" : "",
        ]
        let line = StyledText(
            TerminalText.sanitized(facts.filter { !$0.isEmpty }.joined(separator: " · ")), .faint)
        text += Self.lines([line], reader)
        for standing in standings { text += "\n" + Self.text(standing, reader) }
        return standings.isEmpty ? text + "\nNo rule is configured.\n" : text
    }

    private static func text(_ standing: Standing, _ reader: Reader) -> String {
        var head = StyledText(TerminalText.sanitized(standing.title ?? ""), .heading)
        if standing.title == nil {
            head = StyledText(standing.rule.rawValue, .heading)
        } else {
            head.append(" (\(standing.rule))", .faint)
        }
        head.append(": ")
        head.append(
            standing.verdict, standing.isMatch && standing.isEnabled ? .warning : .faint)
        var text = lines([head], reader)
        let rows = standing.conditions.map { condition in
            [
                Table.Cell(
                    condition.isMet ? "  ✓" : "  ✗", condition.isMet ? .positive : .negative),
                Table.Cell(condition.wanted), Table.Cell(condition.found),
            ]
        }
        text += Table(
            columns: [
                Table.Column(""), Table.Column("", overflow: .wrap, minimum: 16, maximum: 50),
                Table.Column("", overflow: .wrap, minimum: 16, maximum: 60),
            ], rows: rows
        ).rendered(width: reader.width, style: reader.style)
        if let severity = standing.severity { text += indented("severity: " + severity, reader) }
        for decision in standing.decisions {
            let alert = decision.alert.map { " (alert \($0))" } ?? ""
            text += indented(
                "decided \(reader.time.absolute(decision.decidedAt)): \(decision.outcome)\(alert): "
                    + decision.reason, reader)
        }
        return text + standing.notes.map { indented($0, reader) }.joined()
    }

    private static func indented(_ sentence: String, _ reader: Reader) -> String {
        let width = max(20, (reader.width ?? .max) - 2)
        return StyledText(TerminalText.sanitized(sentence)).wrapped(to: width)
            .map { "  " + $0.painted(reader.style) + "\n" }.joined()
    }

    private static func lines(_ texts: [StyledText], _ reader: Reader) -> String {
        texts.flatMap { $0.wrapped(to: reader.width ?? .max) }
            .map { $0.painted(reader.style) + "\n" }.joined()
    }
}

extension RuleStandingPage.Standing {
    /// What the rule did, or would do, in a few words.
    fileprivate var verdict: String {
        let outcomes = decisions.map(\.outcome)
        let done = outcomes.last.map { "\($0); " } ?? "nothing decided; "
        switch (isMatch, isEnabled) {
        case (true, true): return done + "matches now"
        case (true, false): return done + "would match now, but is off"
        case (false, _): return done + "does not match now"
        }
    }
}

extension RuleStandingPage {
    private var listing: Listing {
        Listing(
            columns: [
                Listing.Column("rule", "Rule"), Listing.Column("matches", "Matches"),
                Listing.Column("met", "Met"), Listing.Column("wanted", "Wanted"),
                Listing.Column("found", "Found"),
            ],
            rows: standings.flatMap { standing in
                standing.conditions.map { condition in
                    [
                        .text(standing.rule.rawValue), .flag(standing.isMatch),
                        .flag(condition.isMet), .text(condition.wanted), .text(condition.found),
                    ]
                }
            }, whenEmpty: "No rule is configured.")
    }

    private var json: JSONValue {
        .members([
            "mention": .brief(mention),
            "rules": .array(
                standings.map { standing in
                    .members([
                        "rule": .string(standing.rule.rawValue),
                        "title": .optional(standing.title), "type": .string(standing.type),
                        "enabled": .bool(standing.isEnabled), "matches": .bool(standing.isMatch),
                        "conditions": .array(
                            standing.conditions.map { condition in
                                .members([
                                    "met": .bool(condition.isMet),
                                    "wanted": .string(condition.wanted),
                                    "found": .string(condition.found),
                                ])
                            }),
                        "severity": .optional(standing.severity),
                        "decisions": .array(standing.decisions.map(\.json)),
                        "notes": .array(standing.notes.map(JSONValue.string)),
                    ])
                }),
        ])
    }
}

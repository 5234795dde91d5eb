public import Model

/// What a step in the answering did to the mentions that were chosen.
public struct TriageResultPage: Sendable, Hashable {
    /// A mention that was changed.
    public struct Change: Sendable, Hashable {
        /// Which.
        public var mention: MentionID
        /// How it stood.
        public var before: Triage.State
        /// How it stands now.
        public var after: Triage.State

        /// A change of `mention`.
        public init(mention: MentionID, before: Triage.State, after: Triage.State) {
            self.mention = mention
            self.before = before
            self.after = after
        }
    }

    /// A mention that was not changed.
    public struct Refusal: Sendable, Hashable {
        /// Which.
        public var mention: MentionID
        /// Why not, as a word for programs.
        public var reason: String
        /// How it stands; nil where it is not stored.
        public var state: Triage.State?
        /// Why not, as what follows the number: `is resolved already`.
        public var sentence: String

        /// A refusal for `mention`.
        public init(mention: MentionID, reason: String, state: Triage.State?, sentence: String) {
            self.mention = mention
            self.reason = reason
            self.state = state
            self.sentence = sentence
        }
    }

    /// People are shown so many changes, and so many numbers of a refusal; the rest is counted.
    private static let shown = 20

    /// What was done.
    public var action: TriageEvent.Action
    /// Whether nothing was to be changed.
    public var isDryRun: Bool
    /// Whether somebody was asked and said no; then nothing was changed.
    public var isDeclined = false
    /// What was changed, or would be.
    public var changed: [Change] = []
    /// What was not.
    public var refused: [Refusal] = []
    /// Ranges of numbers in which no mention is stored.
    public var missing: [ClosedRange<MentionID>] = []

    /// A page on nothing yet.
    public init(action: TriageEvent.Action, isDryRun: Bool) {
        self.action = action
        self.isDryRun = isDryRun
    }

    /// Whether anything was changed, or would be.
    public var isApplied: Bool { !isDeclined && !changed.isEmpty }

    /// The page as text that ends in a line feed.
    public func rendered(as format: OutputFormat, for reader: Reader) -> String {
        switch format {
        case .json, .jsonl: json.text + "\n"
        case .table: text(for: reader)
        default: listing.rendered(as: format, for: reader)
        }
    }

    private func text(for reader: Reader) -> String {
        var lines: [StyledText] = []
        if !isDeclined {
            for change in changed.prefix(Self.shown) { lines.append(line(change)) }
            if changed.count > Self.shown {
                lines.append(StyledText("and \(changed.count - Self.shown) more", .faint))
            }
        }
        lines += refusals.map { StyledText($0, .warning) }
        lines.append(StyledText(summary, isApplied ? nil : .warning))
        return lines.flatMap { $0.wrapped(to: reader.width ?? .max) }
            .map { $0.painted(reader.style) + "\n" }.joined()
    }

    private func line(_ change: Change) -> StyledText {
        var line = StyledText("#\(change.mention)  ")
        if change.before == change.after {
            line.append(action == .noted ? "noted" : "assigned")
        } else {
            line.append(TriageWords.state(change.before) + " → ")
            line.append(TriageWords.state(change.after), TriageWords.meaning(change.after))
        }
        return line
    }

    /// A line for each reason, with the numbers that it holds for.
    private var refusals: [String] {
        var sentences: [String] = []
        var numbers: [String: [String]] = [:]
        func note(_ sentence: String, _ number: String) {
            if numbers[sentence] == nil { sentences.append(sentence) }
            numbers[sentence, default: []].append(number)
        }
        for range in missing {
            if range.lowerBound == range.upperBound {
                note("there is no such mention", "#\(range.lowerBound)")
            } else {
                note("no mention has such a number", "\(range.lowerBound)..\(range.upperBound)")
            }
        }
        for refusal in refused { note(refusal.sentence, "#\(refusal.mention)") }
        return sentences.map { sentence in
            let all = numbers[sentence] ?? []
            let rest = all.count > Self.shown ? " and \(all.count - Self.shown) more" : ""
            return all.prefix(Self.shown).joined(separator: ", ") + rest + ": " + sentence
        }
    }

    private var summary: String {
        if isDeclined { return "Nothing was changed." }
        let total = changed.count + refused.count
        if total == 0, missing.isEmpty { return "No mention fits." }
        let verb = isDryRun ? "would change" : changed.count == 1 ? "was changed" : "were changed"
        let mentions = total == 1 ? "1 mention" : "\(total) mentions"
        let end = isDryRun ? "; nothing was changed yet." : "."
        return "\(changed.count) of \(mentions) \(verb)" + end
    }

    private var json: JSONValue {
        .members([
            "action": .string(action.rawValue), "dryRun": .bool(isDryRun),
            "declined": .bool(isDeclined),
            "changed": .array(
                changed.map {
                    .members([
                        "id": .integer(Int($0.mention)), "before": .string($0.before.rawValue),
                        "after": .string($0.after.rawValue),
                    ])
                }),
            "refused": .array(
                refused.map {
                    .members([
                        "id": .integer(Int($0.mention)), "reason": .string($0.reason),
                        "state": .optional($0.state?.rawValue), "detail": .string($0.sentence),
                    ])
                }),
            "missing": .array(
                missing.map {
                    .members([
                        "from": .integer(Int($0.lowerBound)), "to": .integer(Int($0.upperBound)),
                    ])
                }),
        ])
    }

    private var listing: Listing {
        let changes = changed.map { change -> [Field] in
            [
                .integer(Int(change.mention)),
                .text(isDeclined || isDryRun ? "could be" : "changed"),
                .text(change.before.rawValue), .text(change.after.rawValue), .text(""),
            ]
        }
        let refusals = refused.map { refusal -> [Field] in
            [
                .integer(Int(refusal.mention)), .text("refused"),
                .text(refusal.state?.rawValue ?? ""), .text(refusal.state?.rawValue ?? ""),
                .text(refusal.sentence),
            ]
        }
        let gaps = missing.map { range -> [Field] in
            [
                .integer(Int(range.lowerBound)), .text("refused"), .text(""), .text(""),
                .text(
                    range.lowerBound == range.upperBound
                        ? "there is no such mention"
                        : "there is no mention up to \(range.upperBound)"),
            ]
        }
        return Listing(
            columns: [
                Listing.Column("id", "ID", alignment: .trailing),
                Listing.Column("result", "Result"), Listing.Column("before", "Before"),
                Listing.Column("after", "After"), Listing.Column("why", "Why"),
            ], rows: changes + refusals + gaps, whenEmpty: "No mention fits.")
    }
}

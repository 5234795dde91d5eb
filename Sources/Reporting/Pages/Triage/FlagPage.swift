public import Model

/// What became of flagging mentions, or of settling their flags.
public struct FlagPage: Sendable, Hashable {
    /// One mention.
    public struct Row: Sendable, Hashable {
        /// What is suspected.
        public var mention: Mention
        /// Its flag as it is now; nil where it has none.
        public var flag: SuspicionFlag?
        /// Why nothing was done, as what follows the number; nil where it was.
        public var refusal: String?

        /// A row.
        public init(mention: Mention, flag: SuspicionFlag?, refusal: String? = nil) {
            self.mention = mention
            self.flag = flag
            self.refusal = refusal
        }
    }

    /// In the order of their numbers.
    public var rows: [Row] = []
    /// Ranges of numbers in which no mention is stored.
    public var missing: [ClosedRange<MentionID>]

    /// A page on nothing yet.
    public init(missing: [ClosedRange<MentionID>] = []) {
        self.missing = missing
    }

    /// Whether anything was done.
    public var isApplied: Bool { rows.contains { $0.refusal == nil } }

    /// The page as text that ends in a line feed; CSV and Markdown give the flags.
    public func rendered(as format: OutputFormat, for reader: Reader) -> String {
        switch format {
        case .json, .jsonl: return json.text + "\n"
        case .table:
            return lines.flatMap { $0.wrapped(to: reader.width ?? .max) }
                .map { $0.painted(reader.style) + "\n" }.joined()
        default:
            let flags = rows.compactMap { row in
                row.flag.map { FlagListing.Row(flag: $0, mention: row.mention) }
            }
            return FlagListing.listing(flags, names: Names()).rendered(as: format, for: reader)
        }
    }

    private var lines: [StyledText] {
        let done = rows.flatMap { row -> [StyledText] in
            guard row.refusal == nil else {
                return [StyledText("#\(row.mention.id): \(row.refusal ?? "")", .warning)]
            }
            if let outcome = row.flag?.outcome {
                return [StyledText("#\(row.mention.id): the flag is settled: \(outcome.rawValue)")]
            }
            let link =
                row.mention.entry.reportURL.map { "Report it: " + Table.Cell($0).text }
                ?? "The source gives no address for reports."
            return [StyledText("#\(row.mention.id): flagged"), StyledText(link)]
        }
        let gaps = missing.map { range in
            StyledText(
                range.lowerBound == range.upperBound
                    ? "#\(range.lowerBound): there is no such mention"
                    : "\(range.lowerBound)..\(range.upperBound): no mention has such a number",
                .warning)
        }
        return done + gaps
    }

    private var json: JSONValue {
        .members([
            "flags": .array(
                rows.map { row in
                    .members([
                        "mention": .integer(Int(row.mention.id)),
                        "done": .bool(row.refusal == nil), "detail": .optional(row.refusal),
                        "flag": row.flag.map(JSONValue.flag) ?? .null,
                        "reportURL": .optional(row.mention.entry.reportURL),
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
}

/// How many mentions were flagged, by stars.
public enum FlagRates {
    /// Those with so many stars.
    public struct Rate: Sendable, Hashable {
        /// Whole stars; nil without a rating.
        public var stars: Int?
        /// How many of them were flagged.
        public var flagged: Int
        /// How many there are.
        public var mentions: Int

        /// A rate.
        public init(stars: Int?, flagged: Int, mentions: Int) {
            self.stars = stars
            self.flagged = flagged
            self.mentions = mentions
        }
    }

    /// One line, `Flagged within 365 days: 2 of 40 with 1 star, 0 of 31 with 5 stars`; none where
    /// nothing was flagged.
    public static func lines(_ rates: [Rate]) -> [String] {
        guard rates.contains(where: { $0.flagged > 0 }) else { return [] }
        let parts = rates.filter { $0.mentions > 0 }.map { rate in
            let stars = rate.stars.map { $0 == 1 ? "1 star" : "\($0) stars" } ?? "no rating"
            return "\(rate.flagged) of \(rate.mentions) with \(stars)"
        }
        return ["Flagged within 365 days: " + parts.joined(separator: ", ")]
    }
}

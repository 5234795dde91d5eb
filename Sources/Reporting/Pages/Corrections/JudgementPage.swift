public import Model
import TextProcessing

/// What became of verdicts that a person gave.
public struct JudgementPage: Sendable, Hashable {
    /// One verdict.
    public struct Row: Sendable, Hashable {
        /// The mention that was judged.
        public var mention: MentionID
        /// The aspect that was judged; nil for the mention as a whole.
        public var aspect: Aspect?
        /// What was stored; nil where nothing was.
        public var correction: Correction?
        /// Whether the mention had another verdict before.
        public var isChanged: Bool
        /// Why nothing was stored, as one sentence.
        public var refusal: String?

        /// A verdict that was stored, or refused.
        public init(
            mention: MentionID, aspect: Aspect?, correction: Correction?, isChanged: Bool = false,
            refusal: String? = nil
        ) {
            self.mention = mention
            self.aspect = aspect
            self.correction = correction
            self.isChanged = isChanged
            self.refusal = refusal
        }
    }

    /// In the order in which they were given.
    public var rows: [Row]

    /// A page.
    public init(rows: [Row]) { self.rows = rows }

    /// How many were stored.
    public var stored: Int { rows.count { $0.correction != nil } }

    /// The page as text that ends in a line feed.
    public func rendered(as format: OutputFormat, for reader: Reader) -> String {
        format == .table
            ? rows.map { Self.sentence($0) + "\n" }.joined()
            : listing.rendered(as: format, for: reader)
    }

    private static func sentence(_ row: Row) -> String {
        let subject = "Mention \(row.mention)" + (row.aspect.map { ", \($0.rawValue)" } ?? "")
        guard let correction = row.correction else {
            return TerminalText.sanitized("\(subject): \(row.refusal ?? "not stored")")
        }
        let person = correction.label?.rawValue ?? "not spoken of"
        guard !correction.isConfirmation else {
            return "\(subject): \(person), as the engine says"
        }
        let engine = correction.machineLabel?.rawValue ?? "nothing of it"
        return "\(subject): \(person)\(row.isChanged ? "" : " already"); the engine says \(engine)"
    }

    private var listing: Listing {
        Listing(
            columns: [
                Listing.Column("mention", "Mention", alignment: .trailing),
                Listing.Column("aspect", "Aspect"), Listing.Column("machine", "Engine"),
                Listing.Column("person", "Person"), Listing.Column("stored", "Stored"),
                Listing.Column("changed", "Changed"), Listing.Column("refusal", "Why not"),
            ],
            rows: rows.map { row in
                [
                    .integer(Int(row.mention)), .text(row.aspect?.rawValue),
                    .text(row.correction?.machineLabel?.rawValue),
                    .text(row.correction?.label?.rawValue), .flag(row.correction != nil),
                    .flag(row.isChanged), .text(row.refusal),
                ]
            }, whenEmpty: "Nothing was judged.")
    }
}

import FoundationEssentials
public import Model

/// Verdicts of persons beside those of the engine, and what they say of its accuracy.
public struct CorrectionPage: Sendable, Hashable {
    /// The verdicts that are listed, in the order of the list.
    public var corrections: [Correction]
    /// What was said, for those mentions that are still there.
    public var excerpts: [MentionID: String]
    /// What all verdicts say of the engine.
    public var accuracy: MeasuredAccuracy
    /// Told to people after the list.
    public var footer: [String]

    /// A page.
    public init(
        corrections: [Correction], excerpts: [MentionID: String], accuracy: MeasuredAccuracy,
        footer: [String] = []
    ) {
        self.corrections = corrections
        self.excerpts = excerpts
        self.accuracy = accuracy
        self.footer = footer
    }

    /// The page as text that ends in a line feed; CSV and JSON Lines give one row a verdict.
    public func rendered(as format: OutputFormat, for reader: Reader) -> String {
        switch format {
        case .json:
            JSONValue.members([
                "accuracy": AccuracyText.json(accuracy), "corrections": listing.json,
            ]).text + "\n"
        case .table, .markdown:
            AccuracyText.sentences(accuracy).map { $0 + "\n" }.joined() + "\n"
                + listing.rendered(as: format, for: reader)
        default: listing.rendered(as: format, for: reader)
        }
    }

    private var listing: Listing {
        Listing(
            columns: [
                Listing.Column("mention", "Mention", alignment: .trailing),
                Listing.Column("version", for: .programs),
                Listing.Column("aspect", "Aspect"), Listing.Column("machine", "Engine"),
                Listing.Column("person", "Person"), Listing.Column("basis", for: .programs),
                Listing.Column("sampled", "Random"), Listing.Column("by", "By", maximum: 20),
                Listing.Column("at", "When"), Listing.Column("lexicon", for: .programs),
                Listing.Column("note", "Note", minimum: 8, maximum: 30),
                Listing.Column("text", "Says", minimum: 12, maximum: 60),
            ], rows: corrections.map(row), whenEmpty: "Nobody has judged a mention yet.",
            footer: footer)
    }

    private func row(_ correction: Correction) -> [Field] {
        [
            .integer(Int(correction.mention)), .integer(correction.version),
            .text(correction.aspect?.rawValue), Self.label(correction.machineLabel),
            Self.label(correction.label), .text(correction.basis.rawValue),
            .flag(correction.isSampled), .text(correction.by), .moment(correction.at),
            .text(correction.lexicon), .text(correction.note),
            .text(excerpts[correction.mention]),
        ]
    }

    private static func label(_ label: Sentiment.Label?) -> Field {
        label.map(Field.label) ?? .state("none", .faint)
    }
}

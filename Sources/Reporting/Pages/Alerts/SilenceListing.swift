public import FoundationEssentials
public import Model

/// A list of silences.
public enum SilenceListing {
    /// One row a silence, as they stand at `now`.
    public static func listing(
        _ silences: [AlertSilence], names: Names, now: Date, footer: [String] = []
    ) -> Listing {
        Listing(
            columns: columns, rows: silences.map { row($0, names, now) },
            whenEmpty: "No silence is in force.", footer: footer)
    }

    /// What a silence covers, such as `source Town forum, rule complaints`.
    public static func scope(of silence: AlertSilence, names: Names) -> String {
        let parts = [
            silence.source.map { "source \(names.title(of: $0))" },
            silence.brand.map { "brand \(names.name(of: $0))" },
            silence.rule.map { "rule \($0)" }, silence.mention.map { "mention \($0)" },
        ].compactMap(\.self)
        return parts.isEmpty ? "everything" : parts.joined(separator: ", ")
    }

    private static let columns: [Listing.Column] = [
        Listing.Column("id", "ID", alignment: .trailing),
        Listing.Column("state", "State"),
        Listing.Column("covers", "Covers", for: .people, minimum: 16, maximum: 60),
        Listing.Column("rule", for: .programs), Listing.Column("source", for: .programs),
        Listing.Column("brand", for: .programs), Listing.Column("mention", for: .programs),
        Listing.Column("start", "From"), Listing.Column("end", "Until"),
        Listing.Column("comment", "Comment", minimum: 10, maximum: 60),
    ]

    private static func row(_ silence: AlertSilence, _ names: Names, _ now: Date) -> [Field] {
        [
            .integer(Int(silence.id)), state(silence, now),
            .text(scope(of: silence, names: names)), .text(silence.rule?.rawValue),
            .text(silence.source?.rawValue), .text(silence.brand?.rawValue),
            .integer(silence.mention.map(Int.init)), .time(silence.start), .time(silence.end),
            .text(silence.comment),
        ]
    }

    private static func state(_ silence: AlertSilence, _ now: Date) -> Field {
        if silence.isInForce(at: now) { return .state("in force", .warning) }
        return now < silence.start ? .state("to come", nil) : .state("over", .faint)
    }
}

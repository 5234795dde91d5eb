import FoundationEssentials
import Model
import Reporting
import Scheduling
import Storage

/// What is kept for how long, source by source.
struct RetentionListing {
    let policy: RetentionPolicy
    let forecast: RetentionForecast

    /// A row for each source.
    var listing: Listing {
        Listing(
            columns: Self.columns, rows: forecast.sources.map(row),
            whenEmpty: "No source is known to the store yet.", footer: footer)
    }

    private static let columns: [Listing.Column] = [
        Listing.Column("source", "Source"),
        Listing.Column("kept", "Kept"),
        Listing.Column("stored", "Stored", alignment: .trailing),
        Listing.Column("due", "Due now", alignment: .trailing),
        Listing.Column("oldest", "Oldest"),
        Listing.Column("nextDue", "Next due"),
    ]

    private func row(_ share: RetentionForecast.SourceShare) -> [Field] {
        let age = policy.age(of: share.source)
        let next = age.flatMap { age in share.nextFirstSeen?.addingTimeInterval(age) }
        return [
            .text(share.source.rawValue), .text(Self.text(age)), .integer(share.stored),
            .integer(share.due), .time(share.oldest), .time(next),
        ]
    }

    private var footer: [String] {
        [
            "Authors' names are kept \(Self.text(policy.authors))"
                + (policy.authors == nil
                    ? "."
                    : " after a mention was closed, or first seen where it never was; "
                        + "\(forecast.authors) are due now."),
            "Letters are kept \(Self.text(policy.outbox)) once they are sent or given up; "
                + "\(forecast.deliveries) are due now.",
            "What is due goes with the daemon's next look, within six hours, or with --apply.",
        ]
    }

    private static func text(_ age: TimeInterval?) -> String {
        age.map(DurationText.text) ?? "forever"
    }

    /// What was removed.
    static func page(of pruned: Pruned) -> FactPage {
        FactPage(
            sentence: pruned == Pruned() ? "Nothing was due." : "Removed what was due.",
            facts: [
                FactPage.Fact("mentions", "Mentions", .integer(pruned.mentions)),
                FactPage.Fact("authors", "Authors' names", .integer(pruned.authors)),
                FactPage.Fact("deliveries", "Letters", .integer(pruned.deliveries)),
            ])
    }
}

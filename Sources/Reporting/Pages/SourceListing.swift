public import FoundationEssentials
public import Model
import TextProcessing

/// A list of sources with their health.
public enum SourceListing {
    /// One row a configured source; `states` are those of the store, absent before the first start.
    public static func listing(
        _ sources: [Source], states: [SourceID: SourceState], names: Names, now: Date
    ) -> Listing {
        Listing(
            columns: columns,
            rows: sources.map { row($0, states[$0.id], names, now) },
            whenEmpty: "No source is configured.")
    }

    private static let columns: [Listing.Column] = [
        Listing.Column("id", "Source"),
        Listing.Column("title", for: .programs),
        Listing.Column("kind", "Kind"),
        Listing.Column("brand", "Brand", for: .people, minimum: 6, maximum: 20),
        Listing.Column("brand", for: .programs),
        Listing.Column("health", "Health"),
        Listing.Column("lastPoll", "Last poll"),
        Listing.Column("lastSuccess", for: .programs),
        Listing.Column("nextPoll", for: .programs),
        Listing.Column("failures", for: .programs),
        Listing.Column("format", for: .programs),
        Listing.Column("mentions", "Mentions", alignment: .trailing),
        Listing.Column("url", "Address", minimum: 10, maximum: 70),
        Listing.Column("failure", "Problem", minimum: 10, maximum: 80),
        Listing.Column("failureReason", for: .programs),
        Listing.Column("feedTitle", for: .programs),
        Listing.Column("interval", for: .programs),
        Listing.Column("healthSince", for: .programs),
        Listing.Column("lastChange", for: .programs),
        Listing.Column("pausedAt", for: .programs),
        Listing.Column("quotaRemaining", for: .programs),
    ]

    private static func row(
        _ source: Source, _ state: SourceState?, _ names: Names, _ now: Date
    ) -> [Field] {
        let health = SourceCondition(source: source, state: state)
        let failure = state?.lastFailure
        let isAsked = source.isPolled && state?.pausedAt == nil
        return [
            .text(source.id.rawValue), .text(source.title), .text(source.kind.rawValue),
            .text(source.brand.map(names.name(of:))), .text(source.brand?.rawValue),
            .state(health.rawValue, health.meaning), .moment(state?.lastPoll),
            .time(state?.lastSuccess),
            .moment(isAsked ? state.map { max($0.nextPoll, now) } : nil),
            .integer(state?.failures), .text(state?.format?.rawValue),
            .integer(state?.mentionCount),
            .text(source.isImported ? nil : MaskedURL.masked(source.url.reveal())),
            .text(failure?.detail), .text(failure?.reason.rawValue), .text(state?.feedTitle),
            .decimal(source.interval, places: 0), .time(state?.healthSince),
            .time(state?.lastChange), .time(state?.pausedAt), .integer(state?.quotaRemaining),
        ]
    }
}

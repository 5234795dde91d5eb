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
        Listing.Column("nextPoll", "Next poll"),
        Listing.Column("failures", "Failures", alignment: .trailing),
        Listing.Column("format", "Format"),
        Listing.Column("mentions", "Mentions", alignment: .trailing),
        Listing.Column("url", "Address", minimum: 16, maximum: 70),
        Listing.Column("failure", "Problem", minimum: 16, maximum: 80),
        Listing.Column("failureReason", for: .programs),
        Listing.Column("feedTitle", for: .programs),
        Listing.Column("interval", for: .programs),
    ]

    private static func row(
        _ source: Source, _ state: SourceState?, _ names: Names, _ now: Date
    ) -> [Field] {
        let health = SourceHealth(source: source, state: state)
        let failure = health == .failing ? state?.lastFailure : nil
        return [
            .text(source.id.rawValue), .text(source.title), .text(source.kind.rawValue),
            .text(source.brand.map(names.name(of:))), .text(source.brand?.rawValue),
            .state(health.rawValue, health.meaning), .moment(state?.lastPoll),
            .time(state?.lastSuccess),
            .moment(source.isEnabled ? state.map { max($0.nextPoll, now) } : nil),
            .integer(state?.failures), .text(state?.format?.rawValue),
            .integer(state?.mentionCount), .text(MaskedURL.masked(source.url.reveal())),
            .text(failure?.detail), .text(failure?.reason.rawValue), .text(state?.feedTitle),
            .decimal(source.interval, places: 0),
        ]
    }
}

/// How a source is, in a word.
public enum SourceHealth: String, Sendable, Hashable, CaseIterable {
    case ok
    case failing
    /// Configured and enabled, but not polled so far.
    case waiting
    case disabled

    /// The health of `source` by what the store remembers of it.
    public init(source: Source, state: SourceState?) {
        if !source.isEnabled {
            self = .disabled
        } else if let state, state.failures > 0 {
            self = .failing
        } else {
            self = state?.lastSuccess == nil ? .waiting : .ok
        }
    }

    var meaning: TerminalStyle.Meaning? {
        switch self {
        case .ok: .positive
        case .failing: .negative
        case .waiting: .warning
        case .disabled: .faint
        }
    }
}

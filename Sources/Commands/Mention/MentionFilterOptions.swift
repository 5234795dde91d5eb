import ArgumentParser
import FoundationEssentials
import Model
import Storage

/// The options that choose and order mentions.
struct MentionFilterOptions: ParsableArguments {
    /// The order of a list, by its word on the command line.
    enum Sort: String, ExpressibleByArgument, CaseIterable, Sendable {
        case newest
        case oldest
        case worst
    }

    @Option(help: ArgumentHelp("Only about this brand.", valueName: "id"))
    var brand: BrandID?

    @Option(help: ArgumentHelp("Only from this source.", valueName: "id"))
    var source: SourceID?

    @Option(help: "Only of this kind.")
    var kind: Source.Kind?

    @Option(help: "Only with this verdict; may be repeated.")
    var label: [Sentiment.Label] = []

    @Option(help: "Only about this, such as care or delivery; may be repeated.")
    var aspect: [Aspect] = []

    @Option(help: ArgumentHelp("Only where one of the aspects is felt so.", valueName: "label"))
    var aspectLabel: Sentiment.Label?

    @Option(help: ArgumentHelp("Only in this language, such as de.", valueName: "code"))
    var lang: String?

    @Option(help: ArgumentHelp("Not before: 30d, 12h, 2026-11-01, …", valueName: "time"))
    var since: Instant?

    @Option(help: ArgumentHelp("Before this time.", valueName: "time"))
    var until: Instant?

    @Option(help: ArgumentHelp("Rated so, in stars: 1, 1..2, 4..", valueName: "range"))
    var stars: StarRange?

    @Option(help: ArgumentHelp("Only by this author.", valueName: "name"))
    var author: String?

    @Flag(
        name: [.customLong("unanswered"), .customLong("open")],
        help: "Only those that wait for an answer.")
    var isUnanswered = false

    @Option(help: "Only those that stand so; may be repeated.")
    var state: [Triage.State] = []

    @Option(help: ArgumentHelp("Only those that this person cares for.", valueName: "name"))
    var assignee: String?

    @Flag(help: "Only those whose rating and text say opposite things.")
    var disagrees = false

    @Option(help: "The order.")
    var sort: Sort = .newest

    /// A label alone asks for any aspect that is felt so.
    private var aspectFilter: Set<Aspect> {
        aspect.isEmpty && aspectLabel != nil ? Set(Aspect.allCases) : Set(aspect)
    }

    /// The filter, with times as seen at `now` in `zone`.
    func filter(search: String?, now: Date, zone: TimeZone) -> MentionFilter {
        let order: MentionFilter.Order =
            switch sort {
            case .newest: .newestFirst
            case .oldest: .oldestFirst
            case .worst: .mostNegativeFirst
            }
        return MentionFilter(
            brand: brand, source: source, kind: kind, labels: Set(label),
            aspects: aspectFilter, aspectLabel: aspectLabel, language: lang?.lowercased(),
            since: since?.date(now: now, zone: zone),
            until: until?.date(now: now, zone: zone), minStars: stars?.lowest,
            maxStars: stars?.highest, author: author, isUnanswered: isUnanswered ? true : nil,
            states: Set(state), assignee: assignee, disagrees: disagrees ? true : nil,
            search: search, order: order)
    }
}

/// A range of stars on the command line: `2`, `1..2`, `4..` or `..2`.
struct StarRange: ExpressibleByArgument, Sendable, Hashable {
    var lowest: Double?
    var highest: Double?

    init?(argument: String) {
        guard let dots = argument.firstRange(of: "..") else {
            guard let stars = Self.stars(argument[...]) else { return nil }
            // Other scales than five stars give fractions: 2 means what is shown as two stars.
            (lowest, highest) = (stars - 0.5, stars + 0.499_999)
            return
        }
        let (low, high) = (argument[..<dots.lowerBound], argument[dots.upperBound...])
        guard !(low.isEmpty && high.isEmpty) else { return nil }
        lowest = Self.stars(low)
        highest = Self.stars(high)
        guard low.isEmpty || lowest != nil, high.isEmpty || highest != nil,
            (lowest ?? 1) <= (highest ?? 5)
        else { return nil }
    }

    private static func stars(_ text: Substring) -> Double? {
        Double(text).flatMap { (1...5).contains($0) ? $0 : nil }
    }
}

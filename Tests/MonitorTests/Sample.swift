import Alerting
import CurlTransport
import Fetching
import FoundationEssentials
import Logging
import Matching
import Model
import Notifying
import Scheduling
import Scoring
import Storage
import Testing

@testable import Monitor

/// Sources, entries and configurations for the tests, with defaults that a test overrides.
enum Sample {
    static let brand = BrandID(trusted: "kettle")
    static let reviews = SourceID(trusted: "reviews")
    static let rule = RuleID(trusted: "complaints")
    static let mail = ChannelID(trusted: "mail")
    static let hook = ChannelID(trusted: "hook")

    /// A log that nobody reads.
    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    static func source(
        _ url: String = "https://reviews.example/feed", kind: Source.Kind = .review
    ) -> Source {
        Source(id: reviews, url: Secret(url), kind: kind, brand: brand, interval: 600)
    }

    static func entry(
        key: String = "r-1", title: String? = "A visit", text: String? = "It was a visit.",
        stars: Double? = nil, reply: Entry.OwnerReply? = nil
    ) -> Entry {
        Entry(
            identity: EntryIdentity(rung: .stableID, key: key), id: key, title: title, text: text,
            rating: stars.flatMap { Rating(value: $0, min: 1, max: 5) }, ownerReply: reply)
    }

    static func pipeline() throws -> MentionPipeline {
        let brand = Brand(id: brand, name: "Copper Kettle")
        return MentionPipeline(
            matcher: BrandMatcher([try BrandDefinition(brand: brand)]),
            scorer: SentimentScorer(lexicon: .embedded), recipes: [])
    }

    /// A configuration of one source; the gate lets everything through at once.
    static func configuration(
        source: Source = source(), rules: [AlertRule] = [AlertRule(id: rule, channels: [mail])],
        channels: [any Channel] = [], time: TimeSource = LeapingTime().source()
    ) throws -> MonitorConfiguration {
        let loopback = try #require(AllowedNetwork("127.0.0.1"))
        let transport = CurlTransport(settings: .init(allowPrivateNetworks: [loopback]))
        let brands = [Brand(id: brand, name: "Copper Kettle")]
        return MonitorConfiguration(
            business: "Copper Kettle", timeZone: .gmt, brands: brands, sources: [source],
            pipeline: try pipeline(),
            fetcher: FeedFetcher(
                transport: transport, settings: FetchSettings(), now: { HeldTime.start }),
            gate: HostGate(limit: 8, limitPerHost: 8, spacing: 0, time: time),
            decider: AlertDecider(rules: rules, brands: brands), channels: channels,
            deliveryPolicy: DeliveryPolicy(
                backoff: Backoff(base: 30, cap: 480, jitter: .none), patience: 3600),
            retention: RetentionPolicy(), claimLimit: 16)
    }

    /// Stores mentions of these entries as one poll would.
    @discardableResult
    static func store(
        _ entries: [Entry], in store: any Store, isNews: Bool = true, now: Date = HeldTime.start
    ) async throws -> PollReceipt {
        let source = source()
        try await store.register(
            [
                RegisteredSource(
                    id: source.id, kind: source.kind, urlDigest: "u", readingDigest: "r",
                    isEnabled: true)
            ], now: now, firstPoll: { _ in now })
        let pipeline = try pipeline()
        let drafts = entries.map { entry in
            MentionDraft(
                entry: entry, contentDigest: EntryDigest.digest(of: entry),
                brands: [Mention.BrandMatch(brand: brand)],
                sentiment: pipeline.judge(entry, source: source).sentiment, isNews: isNews,
                occurredAt: now)
        }
        return try await store.record(
            PollRecord(
                source: source.id, kind: source.kind,
                state: SourceState(source: source.id, nextPoll: now, urlDigest: "u"),
                drafts: drafts, isBaseline: !isNews, now: now,
                day: { CalendarDay($0, secondsFromGMT: 0) }))
    }
}

import FoundationEssentials
import Model
import Storage

@testable import SQLiteStorage

/// 1 November 2026, 09:00 UTC: the present of every sample.
let present = Date(timeIntervalSince1970: 1_793_523_600)

/// `present`, moved by hours.
func hours(_ count: Double) -> Date { present.addingTimeInterval(count * 3600) }

let reviews = SourceID(trusted: "reviews")
let press = SourceID(trusted: "press")
let bakery = BrandID(trusted: "bakery")
let rival = BrandID(trusted: "rival")
let complaints = RuleID(trusted: "complaints")
let mail = ChannelID(trusted: "mail")
let hook = ChannelID(trusted: "hook")

/// Every day there is.
let always = (from: CalendarDay(number: 0), to: CalendarDay(number: 100_000))

/// Counts days in UTC.
let utcDay: @Sendable (Date) -> CalendarDay = {
    CalendarDay(number: Int(($0.timeIntervalSince1970 / 86_400).rounded(.down)))
}

/// A source as it stands in the configuration, due at the present.
func registered(
    _ id: SourceID, url: String = "address 1", reading: String = "reading 1",
    isEnabled: Bool = true
) -> RegisteredSource {
    RegisteredSource(
        id: id, kind: id == press ? .mention : .review, urlDigest: url, readingDigest: reading,
        isEnabled: isEnabled)
}

/// A store in memory with both sources, due at the present.
func sampleStore() async throws -> SQLiteStore {
    let store = try SQLiteStore.inMemory()
    try await store.register([registered(reviews), registered(press)], now: present) { _ in
        present
    }
    return store
}

/// A verdict; the label follows from the score.
func verdict(
    _ score: Double, label: Sentiment.Label? = nil, language: String? = "en",
    disagrees: Bool = false, contributions: [Contribution] = []
) -> Sentiment {
    Sentiment(
        score: score, label: label ?? (score < 0 ? .negative : score > 0 ? .positive : .neutral),
        confidence: 0.8, basis: .text, textScore: score, textLabel: .negative,
        disagrees: disagrees, language: language, contributions: contributions, lexicon: "test-1")
}

/// An entry on its way into the store; its wording is its digest.
func draft(
    _ key: String, _ text: String? = "Cold soup", title: String? = nil, author: String? = nil,
    score: Double = -0.6, label: Sentiment.Label? = nil, brands: [BrandID] = [bakery],
    stars: Double? = nil, language: String? = "en", reply: Entry.OwnerReply? = nil,
    disagrees: Bool = false, isNews: Bool = true, at time: Date = present
) -> MentionDraft {
    let entry = Entry(
        identity: EntryIdentity(rung: .stableID, key: key), id: key,
        url: "https://reviews.example/" + key, title: title, text: text, author: author,
        published: time, rating: stars.flatMap { Rating(value: $0, min: 1, max: 5) },
        ownerReply: reply)
    return MentionDraft(
        entry: entry,
        contentDigest: "\(title ?? "")|\(text ?? "")|\(stars ?? 0)|\(reply == nil)",
        brands: brands.map { Mention.BrandMatch(brand: $0, terms: ["soup"]) },
        sentiment: verdict(score, label: label, language: language, disagrees: disagrees),
        isNews: isNews, occurredAt: time)
}

/// A source's state after a good poll.
func polled(_ source: SourceID, next: Date = hours(1)) -> SourceState {
    var state = SourceState(source: source, nextPoll: next, urlDigest: "address 1")
    state.lastPoll = present
    state.lastSuccess = present
    return state
}

/// The link from a new key to a known one.
func relink(_ former: String, to key: String, text: String = "Cold soup") -> Relink {
    Relink(
        identity: EntryIdentity(rung: .canonicalURL, key: key),
        contentDigest: draft("", text).contentDigest, formerKey: former)
}

/// A poll of the reviews that brought these drafts, changed by `change`.
func poll(
    _ drafts: [MentionDraft] = [], of source: SourceID = reviews, at now: Date = present,
    _ change: (inout PollRecord) -> Void = { _ in }
) -> PollRecord {
    var record = PollRecord(
        source: source, kind: source == press ? .mention : .review, state: polled(source),
        drafts: drafts, isBaseline: false, now: now, day: utcDay)
    change(&record)
    return record
}

extension SQLiteStore {
    /// Records a poll that brought these drafts.
    @discardableResult
    func record(
        _ drafts: [MentionDraft], from source: SourceID = reviews, at now: Date = present,
        isBaseline: Bool = false
    ) async throws(StorageError) -> PollReceipt {
        try await record(
            PollRecord(
                source: source, kind: source == press ? .mention : .review,
                state: polled(source), drafts: drafts, isBaseline: isBaseline, now: now,
                day: utcDay))
    }

    /// Marks mentions as decided, without a word of any rule.
    func decide(_ ids: [MentionID], version: Int = 1) async throws(StorageError) {
        _ = try await commit(
            DecisionRecord(
                alerts: [], notes: [],
                decided: ids.map { DecidedMention(mention: $0, version: version) }, now: present))
    }

    /// Decides to alert on mentions of version 1; the number of the alert.
    func alert(
        on ids: [MentionID], channels: [ChannelID] = [mail], at now: Date = present
    ) async throws(StorageError) -> AlertID? {
        try await commit(
            DecisionRecord(
                alerts: [alarm(on: ids, channels: channels)], notes: [],
                decided: ids.map { DecidedMention(mention: $0, version: 1) }, now: now)
        ).first ?? nil
    }
}

extension SQLiteStore {
    /// What waits for a decision, without aspects.
    func undecided(limit: Int) async throws(StorageError) -> [UndecidedMention] {
        try await undecided(limit: limit, aspects: false)
    }

    /// Prunes until nothing is due, a few rows at a time.
    func prune(mentionsBefore: Date?, outboxBefore: Date?) async throws(StorageError) -> Pruned {
        try await pruneAll(RetentionCutoffs(mentions: mentionsBefore, outbox: outboxBefore))
    }

    /// Prunes until nothing is due, `limit` rows at a time.
    func pruneAll(_ cutoffs: RetentionCutoffs, limit: Int = 2) async throws(StorageError) -> Pruned
    {
        var pruned = Pruned(isComplete: false)
        while !pruned.isComplete { pruned = pruned + (try await prune(cutoffs, limit: limit)) }
        return pruned
    }

    /// The deliveries of an alert, or the latest ones of all, newest first.
    func deliveries(of alert: AlertID? = nil) async throws(StorageError) -> [Delivery] {
        try await deliveries(
            DeliverySelection(alerts: alert.map { [$0] } ?? []), page: Page(limit: 1_000)
        ).rows
    }
}

/// An alert of the rule about complaints on the bakery.
func alarm(
    on ids: [MentionID], channels: [ChannelID] = [mail]
) -> DecisionRecord.NewAlert {
    DecisionRecord.NewAlert(
        rule: complaints, severity: .warning, brand: bakery, mentions: ids,
        reason: "a review is negative", channels: channels)
}

/// A note of the same rule.
func note(_ id: MentionID, _ outcome: DecisionRecord.Note.Outcome) -> DecisionRecord.Note {
    DecisionRecord.Note(
        rule: complaints, brand: bakery, mention: id, outcome: outcome, reason: "cooling down")
}

let lease = Lease(owner: "first", duration: 600)
let otherLease = Lease(owner: "second", duration: 600)

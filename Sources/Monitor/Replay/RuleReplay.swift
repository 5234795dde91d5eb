public import Alerting
public import FoundationEssentials
public import Model
public import Storage

/// Runs the code that decides over mentions of the past, on a clock that they set, and tells what it
/// would have sent.
///
/// Rules on mentions, surges, drops and missing answers are replayed, and the moments of digests. Nothing is
/// stored. Mentions and their later wordings come in the order in which they were seen; what was seen at the
/// same moment came with one poll, or with polls that were decided on together, and is decided on together.
/// Stories are those that the daemon found. The days before the time that is asked for are walked through
/// too, so that cool-downs and stories that reach into it are known.
///
/// Watches over sources and channels are not replayed: how these stood at each moment is not stored.
///
/// Of an earlier wording only words, rating, score and verdict are kept; what else rules weigh is that of
/// the present one. What an author wrote before counts as it reads now, and a surge rule as watching since
/// the first mention that is stored.
///
/// Memory grows with the mentions that are held back, that wait for an answer, and that will be edited,
/// not with history.
public struct RuleReplay: Sendable {
    /// How far a replay is.
    public struct Progress: Sendable, Hashable {
        /// Mentions that were looked at, those before the time asked for included.
        public var done: Int
        /// How many there are.
        public var total: Int
        /// The time on the replay's clock.
        public var at: Date
    }

    private let store: any Store
    private let rules: ReplayRules
    private let question: PastQuestion
    private let pageSize: Int

    /// A replay of what `store` holds; it reads `pageSize` mentions at a time.
    public init(store: any Store, rules: ReplayRules, pageSize: Int = 5000) {
        self.store = store
        self.rules = rules
        question = rules.question
        self.pageSize = max(1, pageSize)
    }

    /// Replays from `since` to before `until`; tells of every alert, in the order of time, and after
    /// each page how far it is.
    ///
    /// When the task is cancelled, it ends early with what it has.
    public func run(
        since: Date, until: Date, progress: (Progress) -> Void = { _ in },
        alert: (ReplayedAlert) -> Void
    ) async throws(StorageError) -> ReplayReport {
        let begin = since.addingTimeInterval(-rules.warmUp)
        let total = try await store.historyCount(since: begin)
        let digests = try await ReplayDigests(
            rules: rules, begin: begin, until: until, store: store)
        var clock = ReplayClock(rules: rules, digests: digests, since: since, until: until)
        var surges = try await ReplaySurges(rules: rules, begin: begin, store: store)
        var drops = try await ReplayDrops(rules: rules, begin: begin, store: store)
        var timeline = ReplayTimeline(rules: rules)
        var done = 0
        var page = try await self.page(since: begin, after: 0).get()
        while !Task.isCancelled {
            let end = page.count == pageSize ? page.last?.id : nil
            // Read while this page is decided on.
            async let following = self.page(since: begin, after: end)
            timeline.add(page)
            while let batch = timeline.next(isComplete: end == nil), batch.at < until {
                while let due = clock.nextDigest, due <= batch.at {
                    try await clock.makeDigest(from: store, alert: alert)
                }
                try await learnFirsts(of: batch, &clock)
                clock.decide(on: batch, alert: alert)
                for telling in surges.look(at: batch, begin: begin) + drops.look(at: batch) {
                    clock.tell(telling, of: try await examples(of: telling), alert: alert)
                }
            }
            guard end != nil else { break }
            done += page.count
            progress(Progress(done: done, total: max(total, done), at: clock.now))
            page = try await following.get()
        }
        while let due = clock.nextDigest, due < until, !Task.isCancelled {
            try await clock.makeDigest(from: store, alert: alert)
        }
        clock.finish(alert: alert)
        return clock.report
    }

    /// The page of history behind a mention; empty behind nil.
    private func page(since begin: Date, after last: MentionID?)
        async -> Result<[PastArrival], StorageError>
    {
        guard let last else { return .success([]) }
        do throws(StorageError) {
            return .success(
                try await store.arrivals(
                    since: begin, after: last, limit: pageSize, asking: question))
        } catch {
            return .failure(error)
        }
    }

    /// Some of the mentions that a surge or a drop is made of, as its letter names them.
    private func examples(of telling: WatchDecision.Telling)
        async throws(StorageError) -> [MentionID]
    {
        let labels: Set<Sentiment.Label> =
            telling.kind == .drop
            ? [.negative] : rules.surges.first { $0.id == telling.rule }?.labels ?? []
        return try await store.mentions(
            MentionFilter(
                brand: telling.brand, labels: labels, since: telling.period.start,
                until: telling.period.end, order: .mostNegativeFirst),
            page: Page(limit: WatchWalk.namedMentions)
        ).rows.map(\.id)
    }

    /// Looks up the first mentions of stories that began before the replay did.
    private func learnFirsts(of batch: ReplayBatch, _ clock: inout ReplayClock)
        async throws(StorageError)
    {
        for first in clock.unknownFirsts(of: batch) {
            if let mention = try await store.mention(first) { clock.learn(mention, tells: first) }
        }
    }
}

/// An alert that a rule would have made.
public struct ReplayedAlert: Sendable, Hashable {
    /// When.
    public var at: Date
    /// What it would have been about.
    public var kind: Alert.Kind
    /// The rule that would have spoken.
    public var rule: RuleID
    /// How urgent.
    public var severity: Alert.Severity
    /// The brand that it would have been about; nil for none.
    public var brand: BrandID?
    /// Oldest first.
    public var mentions: [MentionID]
    /// Why, as one sentence for the owner.
    public var reason: String
    /// How the severity came about; nil where it was fixed.
    public var weighing: String?
    /// Where it would have gone.
    public var channels: [ChannelID]
    /// When channels that are quiet at that time would have been told.
    public var quietUntil: [ChannelID: Date] = [:]
    /// How many new mentions a digest would have told of; nil for other alerts.
    public var toldMentions: Int?
}

/// What a replay came to.
public struct ReplayReport: Sendable, Hashable {
    /// What one rule did.
    public struct Tally: Sendable, Hashable {
        /// Alerts.
        public var alerts = 0
        /// Mentions in alerts, each once for every alert; of a digest those that came in its time.
        public var mentions = 0
        /// Mentions that a cool-down held back for a while.
        public var held = 0
        /// Alerts that quiet hours of a channel would have held back.
        public var quiet = 0
        /// Digests that had nothing to tell and were not to be sent then.
        public var empty = 0
        /// Mentions that made no alert, by what was decided.
        public var notes: [DecisionNote.Outcome: Int] = [:]

        /// Nothing done.
        public init() {}
    }

    /// Mentions that were seen first in the time asked for.
    public var mentions = 0
    /// Edits that were decided on in it.
    public var edits = 0
    /// What each rule did; rules that did nothing are absent.
    public var tallies: [RuleID: Tally] = [:]

    /// Nothing replayed.
    public init() {}
}

extension AlertStore {
    /// When the first of the stored mentions was seen; nil where there is none.
    func firstArrival() async throws(StorageError) -> Date? {
        try await arrivals(
            since: .distantPast, after: 0, limit: 1,
            asking: PastQuestion(parts: [], asksForAspects: false)
        ).first?.firstSeen
    }
}

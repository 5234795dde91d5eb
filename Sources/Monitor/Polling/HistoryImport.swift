import Fetching
public import FoundationEssentials
public import Model
public import Storage

/// Stores entries that an owner brings from elsewhere as the history of a source.
///
/// They go the way of polled entries (brands, scoring, identity), count as baseline and never alert.
/// What is stored already stays as it is, so that the same file can be brought again.
public struct HistoryImport: Sendable {
    /// What became of the entries.
    public struct Report: Sendable, Hashable {
        /// Entries that are mentions and were not stored before.
        public var new = 0
        /// Entries that were stored before, or removed on purpose.
        public var known = 0
        /// Entries that no brand's query matches.
        public var unmatched = 0
        /// The new ones by how they are felt.
        public var labels: [Sentiment.Label: Int] = [:]

        /// Nothing so far.
        public init() {}
    }

    private let source: Source
    private let pipeline: MentionPipeline
    private let now: Date
    private let day: @Sendable (Date) -> CalendarDay

    /// An import into `source` at `now`; `day` maps a time to the owner's calendar day.
    public init(
        source: Source, pipeline: MentionPipeline, now: Date,
        day: @escaping @Sendable (Date) -> CalendarDay
    ) {
        // An import is history, whatever the source's first poll is.
        var history = source
        history.alertSince = nil
        self.source = history
        self.pipeline = pipeline
        self.now = now
        self.day = day
    }

    /// Judges the entries without storing them; `store` nil takes nothing to be known.
    public func rehearse(
        _ entries: [Entry], store: (any Store)?
    ) async throws(StorageError) -> Report {
        try await drafts(of: entries, store: store).report
    }

    /// Stores what is new of the entries, in one transaction; the source must be registered.
    public func record(
        _ entries: [Entry], store: any Store
    ) async throws(StorageError) -> Report {
        var (drafts, report) = try await drafts(of: entries, store: store)
        let found = try await store.sourceStates().first { $0.source == source.id }
        guard var state = found, !drafts.isEmpty else { return report }
        if source.isImported {
            state.lastSuccess = now
            state.lastChange = now
            state.baselineAt = state.baselineAt ?? now
        } else {
            // Not the state of a poll: all but the count of mentions stays as the daemon has it.
            state.revision &-= 1
        }
        let receipt = try await store.record(
            PollRecord(
                source: source.id, kind: source.kind, state: state, drafts: drafts,
                isBaseline: true, now: now, day: day))
        report.new = receipt.new.count
        return report
    }

    private func drafts(
        of entries: [Entry], store: (any Store)?
    ) async throws(StorageError) -> (drafts: [MentionDraft], report: Report) {
        let known = try await store?.known(entries.map(\.identity), of: source.id) ?? [:]
        let drafting = Drafting(source: source, pipeline: pipeline, isBaseline: true, now: now)
        var report = Report()
        var drafts: [MentionDraft] = []
        for entry in entries {
            let earlier = known[entry.identity]
            guard earlier?.mention == nil, earlier?.isForgotten != true else {
                report.known += 1
                continue
            }
            guard let draft = drafting.draft(of: entry, known: earlier) else {
                report.unmatched += 1
                continue
            }
            drafts.append(draft)
            if let sentiment = draft.sentiment, !draft.brands.isEmpty {
                report.new += 1
                report.labels[sentiment.label, default: 0] += 1
            } else {
                report.unmatched += 1
            }
        }
        return (drafts, report)
    }
}

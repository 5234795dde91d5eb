import FoundationEssentials
import Health
import Model
import Storage

/// Compares a document with what the store knows of its source: what is new, what came under new
/// identities, what is missing, and whether something may have been missed.
struct DocumentReview: Sendable {
    let source: Source
    let state: SourceState
    let configuration: MonitorConfiguration
    let store: any Store
    let now: Date

    /// What was found in a document.
    struct Findings: Sendable {
        /// New and changed entries, ready to be stored.
        var drafts: [MentionDraft] = []
        /// Known entries under new identities.
        var relinks: [Relink] = []
        /// What is listed now; nil where that is what is remembered.
        var listed: ListedEntries?
        /// Mentions that are listed no more.
        var delisted: [MentionID] = []
        /// Mentions that are listed again.
        var relisted: [MentionID] = []
        /// Where the source lets unchanged mentions be reported.
        var reportURLs: [MentionID: String] = [:]
        /// What the owner is to be told of the document, a gap aside.
        var notices: [HealthNotice] = []
        /// The time of which nobody knows what came in it; nil for none.
        var gap: HealthNotice?
        /// How many entries were never seen before.
        var arrivals = 0
        /// Whether known entries came under new identities.
        var isChurning = false
        /// Whether an entry is missing whose absence is still to be confirmed.
        var hasMissing = false
    }

    private var isBaseline: Bool { state.baselineAt == nil }

    /// Reads what is needed from the store; changes nothing there.
    func findings(in document: PolledDocument) async throws(StorageError) -> Findings {
        var keys: Set<String> = []
        let entries = document.feed.entries.filter { keys.insert($0.identity.key).inserted }
        let known = try await store.known(entries.map(\.identity), of: source.id)
        let unknown = isBaseline ? [] : entries.filter { known[$0.identity] == nil }
        let churn = try await churn(among: unknown, keys: keys)
        var findings = Findings()
        findings.isChurning = churn.isChurn
        findings.arrivals = unknown.count - churn.formerKeys.count
        draft(entries, known: known, churn: churn, into: &findings)
        if isBaseline || !entries.isEmpty {
            try await compare(entries, known, churn, document, into: &findings)
        } else {
            // What a list without entries has lost is not missing in the next one.
            findings.listed = ListedEntries()
        }
        return findings
    }

    /// What a document that is the one of before says of what is missing in it.
    func findingsInSameDocument() async throws(StorageError) -> Findings {
        var findings = Findings()
        let limit = configuration.watch.delistedAfter
        guard SourceShape(code: state.shape).hasMissing,
            let previous = try await store.listedEntries(of: source.id)
        else { return findings }
        let comparison = ListingComparison(repeating: previous, limit: limit)
        findings.listed = comparison.listed == previous ? nil : comparison.listed
        findings.hasMissing = comparison.hasUnconfirmed(limit: limit)
        let missing = try await store.entries(withKeys: comparison.confirmed, of: source.id)
        tell(missing, into: &findings)
        return findings
    }

    private func draft(
        _ entries: [Entry], known: [EntryIdentity: KnownEntry], churn: IdentityChurn,
        into findings: inout Findings
    ) {
        let drafting = Drafting(
            source: source, pipeline: configuration.pipeline, isBaseline: isBaseline, now: now)
        var heldBack = 0
        for entry in entries {
            if let former = churn.formerKeys[entry.identity.key] {
                findings.relinks.append(
                    Relink(
                        identity: entry.identity, contentDigest: EntryDigest.digest(of: entry),
                        formerKey: former))
                continue
            }
            guard var draft = drafting.draft(of: entry, known: known[entry.identity]) else {
                if let mention = known[entry.identity]?.mention, let url = entry.reportURL {
                    findings.reportURLs[mention] = url
                }
                continue
            }
            if churn.isChurn, draft.isNews, !isDatedAfterLastReading(entry) {
                draft.isNews = false
                heldBack += draft.brands.isEmpty ? 0 : 1
            }
            findings.drafts.append(draft)
        }
        if churn.isChurn, !SourceShape(code: state.shape).isChurning {
            findings.notices.append(churn.notice(heldBack: heldBack, wording: wording))
        }
    }

    /// Among identities that can't be trusted, a date after the last reading makes an entry new.
    private func isDatedAfterLastReading(_ entry: Entry) -> Bool {
        guard let date = entry.published ?? entry.updated, let last = state.lastSuccess else {
            return false
        }
        return date > last
    }

    private func churn(
        among unknown: [Entry], keys: Set<String>
    ) async throws(StorageError) -> IdentityChurn {
        guard !unknown.isEmpty else { return IdentityChurn(unknown: [], former: []) }
        let writings = unknown.map { entry in
            IdentityChurn.Writing(
                key: entry.identity.key, digest: EntryDigest.digest(of: entry),
                author: entry.author, date: entry.published ?? entry.updated)
        }
        let stored = try await store.entries(
            withContent: writings.map(\.digest), of: source.id)
        let present = Set(stored.filter { keys.contains($0.key) }.compactMap(\.mention))
        var compared: Set<MentionID> = []
        var former: [IdentityChurn.Writing] = []
        for row in stored where !keys.contains(row.key) {
            var writing = IdentityChurn.Writing(
                key: row.key, digest: row.contentDigest, author: nil, date: nil)
            if let mention = row.mention {
                // A mention that had several identities is one entry.
                guard !present.contains(mention), compared.insert(mention).inserted else {
                    continue
                }
                let entry = try await store.mention(mention)?.entry
                writing.author = entry?.author
                writing.date = entry?.published ?? entry?.updated
            }
            former.append(writing)
        }
        return IdentityChurn(
            unknown: zip(writings, unknown).map { ($0, IdentityChurn.isTelling($1)) },
            former: former)
    }

    private func compare(
        _ entries: [Entry], _ known: [EntryIdentity: KnownEntry], _ churn: IdentityChurn,
        _ document: PolledDocument, into findings: inout Findings
    ) async throws(StorageError) {
        let limit = configuration.watch.delistedAfter
        let stored = isBaseline ? nil : try await store.listedEntries(of: source.id)
        let previous = renamed(stored ?? ListedEntries(), churn.formerKeys)
        let keys = Set(entries.map(\.identity.key))
        let missing = ListingComparison.missing(from: previous, keys: keys)
        let overlaps = missing.count < previous.items.count
        let rows =
            overlaps && limit > 0
            ? try await store.entries(withKeys: missing, of: source.id) : []
        let comparison = ListingComparison(
            previous: previous, entries: entries,
            dates: Dictionary(
                rows.compactMap { row in row.occurredAt.map { (row.key, $0) } }
            ) { first, _ in first },
            isComplete: document.isComplete, limit: limit)
        findings.listed = comparison.listed == stored ? nil : comparison.listed
        findings.hasMissing = comparison.hasUnconfirmed(limit: limit)
        let confirmed = Set(comparison.confirmed)
        tell(rows.filter { confirmed.contains($0.key) }, into: &findings)
        let listedBefore = Set(previous.items.map(\.key))
        let back =
            comparison.returned
            + known.compactMap { $1.mention == nil ? nil : $0.key }
            .filter { !listedBefore.contains($0) }
        if !back.isEmpty {
            findings.relisted = try await store.entries(withKeys: back, of: source.id)
                .filter(\.isDelisted).compactMap(\.mention)
        }
        if !overlaps, churn.formerKeys.isEmpty {
            findings.gap = gap(after: previous, entries)
        }
    }

    /// The list of before with the keys that its entries have now.
    private func renamed(_ listed: ListedEntries, _ formerKeys: [String: String]) -> ListedEntries {
        guard !formerKeys.isEmpty else { return listed }
        let present = Dictionary(formerKeys.map { ($1, $0) }) { first, _ in first }
        return ListedEntries(
            items: listed.items.map {
                ListedEntries.Item(key: present[$0.key] ?? $0.key, misses: $0.misses)
            })
    }

    /// A gap, where the list holds nothing of before and does not reach back to the last reading.
    ///
    /// A list of one entry can't overlap, and tells nothing.
    private func gap(after previous: ListedEntries, _ entries: [Entry]) -> HealthNotice? {
        guard previous.items.contains(where: { $0.misses == 0 }), entries.count > 1,
            let start = state.lastSuccess,
            !entries.contains(where: { ($0.published ?? $0.updated).map { $0 <= start } ?? false })
        else { return nil }
        let vigil = SourceVigil(
            policy: configuration.watch, wording: wording,
            interval: max(source.interval, source.longestInterval ?? 0))
        return CoverageGap(
            start: start, now: now, entries: entries, interval: source.interval,
            wasUnwatched: vigil.wasUnwatched(state, now: now)
        ).notice(cadence: state.cadence, wording: wording)
    }

    private func tell(_ rows: [ListedMention], into findings: inout Findings) {
        let mentions = rows.filter { !$0.isDelisted }.compactMap { row in
            row.mention.map { (id: $0, label: row.label ?? .unscored) }
        }
        guard !mentions.isEmpty else { return }
        findings.delisted = mentions.map(\.id)
        findings.notices.append(Delisting(mentions).notice(wording: wording))
    }

    private var wording: HealthWording {
        OwnerTime(zone: configuration.timeZone).wording(for: source)
    }
}

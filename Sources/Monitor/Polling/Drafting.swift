import FoundationEssentials
import Matching
import Model
import Storage

/// Turns the entries of a poll into drafts for the store; entries without news give none.
struct Drafting: Sendable {
    let source: Source
    let pipeline: MentionPipeline
    let isBaseline: Bool
    let now: Date

    /// The draft of an entry, given what is stored under its identity.
    func draft(of entry: Entry, known: KnownEntry?) -> MentionDraft? {
        if known?.isForgotten == true { return nil }
        let digest = EntryDigest.digest(of: entry)
        if known?.mention != nil, known?.contentDigest == digest { return nil }
        let brands = pipeline.brands(of: entry, source: source)
        let isMention = known?.mention != nil || !brands.isEmpty
        // Seen before, matched by nothing, and still so.
        if let known, !isMention, known.contentDigest == digest { return nil }
        return MentionDraft(
            entry: entry, contentDigest: digest, brands: brands,
            sentiment: isMention
                ? pipeline.sentiment(of: entry, source: source, brands: brands) : nil,
            isNews: isNews(entry, known: known), occurredAt: occurredAt(entry),
            story: isMention ? .of(entry) : StoryFingerprint())
    }

    /// An entry that was here before a query began to match it is history, not news.
    private func isNews(_ entry: Entry, known: KnownEntry?) -> Bool {
        if known != nil { return false }
        guard isBaseline else { return true }
        guard let since = source.alertSince, let date = entry.published ?? entry.updated
        else { return false }
        return date >= since
    }

    /// A source's dates are hints: one that lies in the future, or before the web, is not taken.
    private func occurredAt(_ entry: Entry) -> Date {
        let plausible = Self.beginning...now
        return [entry.published, entry.updated].compactMap { $0 }.first(where: plausible.contains)
            ?? now
    }

    /// 1 January 1995.
    private static let beginning = Date(timeIntervalSince1970: 788_918_400)
}

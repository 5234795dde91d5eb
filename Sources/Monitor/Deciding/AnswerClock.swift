import FoundationEssentials
import Model
import Storage

/// Since when a mention asks for an answer.
struct AnswerClock {
    let store: any Store

    /// When `mention` was first seen, or last edited into one of `labels` (empty: any) out of another
    /// verdict.
    func start(of mention: Mention, labels: Set<Sentiment.Label>)
        async throws(StorageError) -> Date
    {
        guard mention.version > 1, !labels.isEmpty else { return mention.firstSeen }
        let before = try await store.versions(of: mention.id)
        return before.last { !labels.contains($0.label) }?.replacedAt ?? mention.firstSeen
    }
}

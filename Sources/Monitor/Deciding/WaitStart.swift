public import FoundationEssentials
public import Model
public import Storage

/// Since when a mention asks for an answer.
public struct WaitStart: Sendable {
    private let store: any Store

    /// Asks `store` for earlier wordings and events.
    public init(store: any Store) {
        self.store = store
    }

    /// When `mention` was reopened, else last edited into one of `labels` (empty: any) out of another
    /// verdict, else first seen.
    public func start(of mention: Mention, labels: Set<Sentiment.Label>)
        async throws(StorageError) -> Date
    {
        if mention.triageState == .reopened {
            let events = try await store.triageEvents(of: mention.id)
            if let event = events.last(where: { $0.action == .reopened }) { return event.at }
        }
        guard mention.version > 1, !labels.isEmpty else { return mention.firstSeen }
        let before = try await store.versions(of: mention.id)
        return before.last { !labels.contains($0.label) }?.replacedAt ?? mention.firstSeen
    }
}

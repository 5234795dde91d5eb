public import FoundationEssentials
public import Model

/// Drafts of replies that were shown, so that nobody is told the same words twice.
public protocol DraftStore: Sendable {
    /// Remembers drafts that were shown, all or none; fails for a mention that is not stored.
    func recordDrafts(_ drafts: [ReplyDraft]) async throws(StorageError)

    /// Drafts for this mention and, where an author is named, to every author of that name in this
    /// source; newest first.
    func drafts(for mention: MentionID, to author: String?, in source: SourceID)
        async throws(StorageError) -> [ReplyDraft]

    /// When texts were drafted last, to whomever; without those that never were.
    func lastDrafted(_ textDigests: [String]) async throws(StorageError) -> [String: Date]
}

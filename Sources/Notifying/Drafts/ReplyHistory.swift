public import FoundationEssentials
public import Model

/// What was drafted before, as far as it matters for the next draft.
public struct ReplyHistory: Sendable, Hashable {
    /// Drafts to the author of the mention, or for the mention itself, newest first.
    public var toAuthor: [ReplyDraft]
    /// When texts were drafted last, to whomever, by their digests.
    public var lastUse: [String: Date]

    /// A history; none unless told.
    public init(toAuthor: [ReplyDraft] = [], lastUse: [String: Date] = [:]) {
        self.toAuthor = toAuthor
        self.lastUse = lastUse
    }
}

/// Which text of a template becomes the reply.
public enum ReplyChoice: Sendable, Hashable {
    /// The text at this index; `passed` are drafts to the same author that made others be left out.
    case text(Int, passed: [ReplyDraft])
    /// The author was shown every text before; the newest of these drafts.
    case exhausted(ReplyDraft)
}

extension ReplyTemplate {
    /// The text for a mention: one that was never drafted to its author, and of these the one that was
    /// left alone for longest; where several never were drafted, the mention's number decides.
    ///
    /// With `isAgain` it doesn't matter what the author was sent, and the mention keeps the text that it
    /// was given last.
    public func choice(
        for mention: MentionID, _ history: ReplyHistory, isAgain: Bool = false
    ) -> ReplyChoice {
        let digests = texts.map(\.digest)
        if isAgain,
            let last = history.toAuthor.first(where: {
                $0.mention == mention && digests.contains($0.textDigest)
            }),
            let index = digests.firstIndex(of: last.textDigest)
        {
            return .text(index, passed: [])
        }
        let passed = isAgain ? [] : history.toAuthor.filter { digests.contains($0.textDigest) }
        let barred = Set(passed.map(\.textDigest))
        let count = texts.count
        let start = Int(mention.magnitude % MentionID.Magnitude(max(1, count)))
        let order = digests.indices.sorted { left, right in
            let first = history.lastUse[digests[left]] ?? .distantPast
            let second = history.lastUse[digests[right]] ?? .distantPast
            if first != second { return first < second }
            return (left + count - start) % count < (right + count - start) % count
        }
        if let index = order.first(where: { !barred.contains(digests[$0]) }) {
            return .text(index, passed: passed)
        }
        guard let last = passed.first else { return .text(0, passed: []) }
        return .exhausted(last)
    }
}

import Model

/// Which stories one rule tells of in one batch, so that the first telling is the only one.
struct ToldStories {
    enum Verdict {
        /// To be told, at once or in the digest: no copy, a story that the rule has not told of so, or
        /// one that has spread.
        case tell
        /// Told before, or just now.
        case isCopy(AlertCandidate.Story)
    }

    private var told: Set<MentionID> = []
    private var digested: Set<MentionID> = []

    /// What becomes of a candidate that matches the rule; it is told if this says so, and `atOnce` or in
    /// the digest.
    ///
    /// What was left to the digest does not keep a copy from being told at once that is more urgent.
    mutating func verdict(on candidate: AlertCandidate, rule: RuleID, atOnce: Bool) -> Verdict {
        guard let story = candidate.story else {
            note(candidate.mention.id, atOnce: atOnce)
            return .tell
        }
        guard !told.contains(story.first) else { return .isCopy(story) }
        guard atOnce || !digested.contains(story.first) else { return .isCopy(story) }
        let isKnown =
            story.toldBy.contains(rule) || (!atOnce && story.digestedBy.contains(rule))
        let hasSpread = story.step != nil && candidate.mention.sentiment.label == .negative
        // A copy that has nothing to say of the spread leaves it to the next one of the batch.
        guard !isKnown || hasSpread else { return .isCopy(story) }
        note(story.first, atOnce: atOnce)
        return .tell
    }

    private mutating func note(_ story: MentionID, atOnce: Bool) {
        if atOnce { told.insert(story) } else { digested.insert(story) }
    }
}

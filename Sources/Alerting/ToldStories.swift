import Model

/// Which stories one rule tells of in one batch, so that the first telling is the only one.
struct ToldStories {
    enum Verdict {
        /// To be told: no copy, a story that the rule has not told of, or one that has spread.
        case tell
        /// Told before, or just now.
        case isCopy(AlertCandidate.Story)
    }

    private var told: Set<MentionID> = []

    /// What becomes of a candidate that matches the rule; it is told if this says so.
    mutating func verdict(on candidate: AlertCandidate, rule: RuleID) -> Verdict {
        guard let story = candidate.story else {
            told.insert(candidate.mention.id)
            return .tell
        }
        let isNew = told.insert(story.first).inserted
        let isKnown = story.toldBy.contains(rule)
        if isNew, !isKnown { return .tell }
        let isNegative = candidate.mention.sentiment.label == .negative
        if isNew, story.step != nil, isNegative { return .tell }
        // A copy that has nothing to say of the spread leaves it to the next one of the batch.
        if isNew { told.remove(story.first) }
        return .isCopy(story)
    }
}

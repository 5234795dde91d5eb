import Alerting
import FoundationEssentials
import Model

/// The stories of a replay: which mentions tell them, as the store says, and which rules have.
struct ReplayStories {
    private struct Record {
        var copies: [Incident.Copy] = []
        /// When each rule last told of it, or held it back to tell.
        var told: [RuleID: Date] = [:]
        /// When each rule last left it to the digest.
        var digested: [RuleID: Date] = [:]
        /// When a mention last told it.
        var last: Date
    }

    private var records: [MentionID: Record] = [:]
    /// The story of each mention that is remembered.
    private var stories: [MentionID: MentionID] = [:]
    private var nextPruning = Date.distantPast

    /// First mentions of stories that the batch tells and that have not been seen.
    func unknownFirsts(of batch: ReplayBatch) -> [MentionID] {
        var unknown: [MentionID] = []
        let inBatch = Set(batch.sightings.map(\.mention.id))
        for mention in batch.sightings.map(\.mention) {
            guard let first = mention.incident, first != mention.id, records[first] == nil,
                !inBatch.contains(first), !unknown.contains(first)
            else { continue }
            unknown.append(first)
        }
        return unknown
    }

    /// Remembers that a mention tells a story.
    mutating func learn(_ mention: Mention, tells first: MentionID) {
        stories[mention.id] = first
        var record = records[first] ?? Record(last: mention.firstSeen)
        record.last = max(record.last, mention.firstSeen)
        if !record.copies.contains(where: { $0.mention == mention.id }) {
            record.copies.append(Incident.Copy(mention))
        }
        records[first] = record
    }

    /// What rules have to know of mentions that are seen for the first time at `now`; those that tell
    /// a story first are absent, and remembered.
    mutating func stories(of mentions: [Mention], now: Date) -> [MentionID: AlertCandidate.Story] {
        prune(now)
        var copies: [MentionID: [Mention]] = [:]
        for mention in mentions {
            guard let first = mention.incident else { continue }
            if first == mention.id {
                learn(mention, tells: first)
            } else {
                copies[first, default: []].append(mention)
            }
        }
        var known: [MentionID: AlertCandidate.Story] = [:]
        for (first, mentions) in copies {
            let before = siteCount(of: first)
            for mention in mentions { learn(mention, tells: first) }
            let after = siteCount(of: first)
            let since = now.addingTimeInterval(-StorySearch.memory)
            let story = AlertCandidate.Story(
                first: first, siteCount: after,
                toldBy: Self.rules(records[first]?.told, since: since),
                digestedBy: Self.rules(records[first]?.digested, since: since),
                step: AlertCandidate.Story.step(from: before, to: after))
            for mention in mentions { known[mention.id] = story }
        }
        return known
    }

    /// Remembers that a rule told of mentions, or will.
    mutating func remember(_ rule: RuleID, told mentions: [MentionID], at now: Date) {
        for first in Set(mentions.compactMap { stories[$0] }) {
            records[first]?.told[rule] = now
        }
    }

    /// Remembers that a rule left a mention to the digest.
    mutating func remember(_ rule: RuleID, digested mention: MentionID, at now: Date) {
        if let first = stories[mention] { records[first]?.digested[rule] = now }
    }

    /// The mentions that tell the story.
    func members(of first: MentionID) -> [MentionID] {
        (records[first]?.copies ?? []).map(\.mention)
    }

    /// On how many sites the story of a mention stands; 1 where it tells none.
    func siteCount(toldBy mention: MentionID) -> Int {
        stories[mention].map { max(1, siteCount(of: $0)) } ?? 1
    }

    private func siteCount(of first: MentionID) -> Int {
        Incident(id: first, copies: records[first]?.copies ?? []).siteCount
    }

    private static func rules(_ moments: [RuleID: Date]?, since: Date) -> Set<RuleID> {
        Set((moments ?? [:]).filter { $0.value >= since }.map(\.key))
    }

    /// Forgets, once a day of the replay, what no mention tells any more.
    private mutating func prune(_ now: Date) {
        guard now >= nextPruning else { return }
        nextPruning = now.addingTimeInterval(86_400)
        // Copies are found among the first tellings of these days; a story may be told on and on.
        let since = now.addingTimeInterval(-2 * StorySearch.memory)
        let old = records.filter { $0.value.last < since }.map(\.key)
        for first in old {
            for copy in records[first]?.copies ?? [] { stories[copy.mention] = nil }
            records[first] = nil
        }
    }
}

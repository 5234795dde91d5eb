import Alerting
import FoundationEssentials
import Matching
import Model
import Storage

/// Looks among the mentions of the last days for those that waiting ones repeat.
struct StorySearch {
    /// How long a story is remembered, in seconds: after that it is told anew.
    static let memory: TimeInterval = 14 * 86_400

    /// What was found.
    struct Found {
        /// The waiting mentions that are copies, each with the first of its story.
        var copies: [StoryCopy] = []
        /// What the rules have to know of the stories of these mentions.
        var known: [MentionID: AlertCandidate.Story] = [:]
    }

    /// The remembered mentions of a brand, by their number.
    private struct Shelf {
        /// In the order of their numbers.
        let rows: [StoredStory]
        let fingerprints: [StoryFingerprint]
        let numbers: Set<MentionID>

        init(_ stories: [StoredStory]) {
            rows = stories.sorted { $0.mention < $1.mention }
            fingerprints = rows.map(\.fingerprint)
            numbers = Set(rows.map(\.mention))
        }

        /// How many of the rows came before a mention.
        func count(before mention: MentionID) -> Int {
            var (low, high) = (0, rows.count)
            while low < high {
                let middle = (low + high) / 2
                if rows[middle].mention < mention { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    let store: any Store
    let now: Date
    private let finder = StoryFinder()

    init(store: any Store, now: Date) {
        self.store = store
        self.now = now
    }

    /// The copies among `waiting`; a mention that was decided before, and only edited since, is none,
    /// and history, which never alerts, is not looked at.
    func stories(of waiting: [UndecidedMention]) async throws(StorageError) -> Found {
        var found = Found()
        var read = Dictionary(waiting.map { ($0.mention.id, $0.mention) }) { first, _ in first }
        var firsts: [MentionID: MentionID] = [:]
        let news = waiting.filter { $0.isNews && $0.decidedVersion == nil }.map(\.mention)
            .map { (mention: $0, fingerprint: StoryFingerprint.of($0.entry)) }
            .filter { !$0.fingerprint.isBlank }
        let shelves = try await shelves(for: news.map(\.mention))
        for (mention, fingerprint) in news {
            for brand in Self.brands(of: mention) where firsts[mention.id] == nil {
                guard let shelf = shelves[brand] else { continue }
                for row in rows(near: fingerprint, before: mention.id, on: shelf) {
                    let first = firsts[row.mention] ?? row.incident ?? row.mention
                    guard shelf.numbers.contains(first),
                        let other = try await self.mention(row.mention, in: &read),
                        finder.isSameStory(other, mention)
                    else { continue }
                    firsts[mention.id] = first
                    found.copies.append(StoryCopy(mention: mention.id, first: first))
                    break
                }
            }
        }
        for (first, copies) in Dictionary(grouping: found.copies, by: \.first) {
            let mentions = copies.compactMap { read[$0.mention] }
            let story = try await story(first, with: mentions, in: &read)
            for copy in copies { found.known[copy.mention] = story }
        }
        return found
    }

    /// Those among whose mentions a copy is looked for.
    private static func brands(of mention: Mention) -> [BrandID?] {
        mention.brands.isEmpty ? [nil] : mention.brands.map(\.brand)
    }

    private func shelves(for mentions: [Mention]) async throws(StorageError) -> [BrandID?: Shelf] {
        let brands = Set(mentions.flatMap(Self.brands))
        guard !brands.isEmpty else { return [:] }
        let since = now.addingTimeInterval(-Self.memory)
        return try await store.stories(of: brands, since: since).mapValues(Shelf.init)
    }

    private func rows(
        near fingerprint: StoryFingerprint, before mention: MentionID, on shelf: Shelf
    ) -> [StoredStory] {
        finder.candidates(
            for: fingerprint, among: shelf.fingerprints[..<shelf.count(before: mention)]
        ).map { shelf.rows[$0] }
    }

    private func mention(_ id: MentionID, in read: inout [MentionID: Mention])
        async throws(StorageError) -> Mention?
    {
        if let mention = read[id] { return mention }
        let mention = try await store.mentionWithoutReasons(id)
        read[id] = mention
        return mention
    }

    /// How far a story has spread with these new copies, and by which rules it was told lately.
    private func story(
        _ first: MentionID, with copies: [Mention], in read: inout [MentionID: Mention]
    ) async throws(StorageError) -> AlertCandidate.Story {
        var members = try await store.incident(of: first)?.copies ?? []
        if members.isEmpty, let mention = try await mention(first, in: &read) {
            members = [Incident.Copy(mention)]
        }
        let before = Incident(id: first, copies: members).siteCount
        var (told, digested): (Set<RuleID>, Set<RuleID>) = ([], [])
        for member in members {
            for decision in try await store.decisions(on: member.mention)
            where decision.decidedAt >= now.addingTimeInterval(-Self.memory) {
                switch decision.outcome {
                case "alerted", "held": told.insert(decision.rule)
                case DecisionNote.Outcome.digest.rawValue: digested.insert(decision.rule)
                default: break
                }
            }
        }
        let known = Set(members.map(\.mention))
        members += copies.filter { !known.contains($0.id) }.map(Incident.Copy.init)
        let after = Incident(id: first, copies: members).siteCount
        return AlertCandidate.Story(
            first: first, siteCount: after, toldBy: told, digestedBy: digested,
            step: AlertCandidate.Story.step(from: before, to: after))
    }
}

extension Incident.Copy {
    /// A mention as one of those that tell a story.
    init(_ mention: Mention) {
        self.init(
            mention: mention.id, source: mention.source, url: mention.entry.url,
            firstSeen: mention.firstSeen)
    }
}

import FoundationEssentials
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

private func join(_ pairs: [(MentionID, MentionID)]) -> DecisionRecord {
    var record = DecisionRecord(alerts: [], notes: [], decided: [], now: present)
    record.copies = pairs.map { StoryCopy(mention: $0.0, first: $0.1) }
    return record
}

private func told(
    _ key: String, title: UInt64? = 1, text: UInt64? = nil, brands: [BrandID] = [bakery]
) -> MentionDraft {
    var told = draft(key, brands: brands)
    told.story = StoryFingerprint(title: title, text: text)
    return told
}

/// A store with four mentions: of the reviews and of the press, by turns.
private func store() async throws -> (SQLiteStore, [MentionID]) {
    let store = try await sampleStore()
    var ids: [MentionID] = []
    for number in 0..<4 {
        ids += try await store.record(
            [told("\(number)")], from: number % 2 == 0 ? reviews : press, at: hours(Double(number))
        ).new
    }
    return (store, ids)
}

struct `Stories` {
    @Test func `are those of a brand since a time that have a fingerprint`() async throws {
        let store = try await sampleStore()
        try await store.record([told("old")], at: hours(-1))
        let ids = try await store.record([
            told("1", title: .max, text: 1 << 63), told("2", title: nil, text: nil),
            told("3", title: nil, text: 0), told("4", brands: [rival]),
            told("5", brands: [rival, bakery]),
        ]).new
        let later = try await store.record([told("6")], from: press, at: hours(1)).new
        _ = try await store.commit(join([(later[0], ids[0])]))
        let stories = try await store.stories(of: [bakery], since: present)
        #expect(Set(stories.keys) == [bakery])
        #expect(
            stories[bakery] == [
                StoredStory(
                    mention: ids[0], source: reviews,
                    fingerprint: StoryFingerprint(title: .max, text: 1 << 63), incident: ids[0]),
                StoredStory(
                    mention: ids[2], source: reviews,
                    fingerprint: StoryFingerprint(title: nil, text: 0), incident: nil),
                StoredStory(
                    mention: ids[4], source: reviews, fingerprint: StoryFingerprint(title: 1),
                    incident: nil),
                StoredStory(
                    mention: later[0], source: press, fingerprint: StoryFingerprint(title: 1),
                    incident: ids[0]),
            ])
        #expect(try await store.stories(of: [nil], since: present) == [:])
        let unnamed = try await store.record([told("7")], at: hours(2)).new
        try await store.write { database in
            try database.execute(
                sql: "DELETE FROM mentionBrand WHERE mentionId = ?", arguments: [unnamed[0]])
        }
        let all = try await store.stories(of: [nil, bakery, rival], since: present)
        #expect(all[bakery] == stories[bakery])
        #expect(all[rival]?.map(\.mention) == [ids[3], ids[4]])
        #expect(all[nil]?.map(\.mention) == unnamed)
    }

    @Test func `have the fingerprint of the present wording`() async throws {
        let store = try await sampleStore()
        try await store.record([told("1")])
        var edited = told("1", title: nil, text: 7)
        edited.contentDigest = "edited"
        try await store.record([edited], at: hours(1))
        #expect(
            try await store.stories(of: [bakery], since: present)[bakery]?.map(\.fingerprint)
                == [StoryFingerprint(text: 7)])
    }
}

struct `An incident` {
    @Test func `is made of a mention and its first copy`() async throws {
        let (store, ids) = try await store()
        #expect(try await store.incident(of: ids[0]) == nil)
        _ = try await store.commit(join([(ids[1], ids[0])]))
        let expected = Incident(
            id: ids[0],
            copies: [
                Incident.Copy(
                    mention: ids[0], source: reviews, url: "https://reviews.example/0",
                    firstSeen: present),
                Incident.Copy(
                    mention: ids[1], source: press, url: "https://reviews.example/1",
                    firstSeen: hours(1)),
            ])
        #expect(try await store.incident(of: ids[0]) == expected)
        #expect(try await store.incident(of: ids[1]) == expected)
        #expect(try await store.incident(of: ids[2]) == nil)
        #expect(try await store.mention(ids[1])?.incident == ids[0])
        #expect(try await store.mention(ids[0])?.incident == ids[0])
        #expect(try await store.mention(ids[2])?.incident == nil)
    }

    @Test(arguments: [
        [(1, 0), (2, 1), (3, 2)], [(3, 2), (2, 1), (1, 0)], [(1, 0), (3, 2), (3, 1)],
        [(1, 0), (2, 0), (3, 0), (1, 0), (2, 1), (3, 3)], [(3, 2), (1, 0), (3, 0)],
        [(3, 1), (1, 0), (2, 0)], [(3, 1), (3, 0), (2, 1)],
    ])
    func `is one, under the first of a chain, however its links come`(links: [(Int, Int)])
        async throws
    {
        let (store, ids) = try await store()
        for (copy, first) in links {
            _ = try await store.commit(join([(ids[copy], ids[first])]))
        }
        #expect(try await store.incident(of: ids[2])?.id == ids[0])
        #expect(try await store.incident(of: ids[2])?.copies.map(\.mention) == ids)
        let once = try await sampleTogether(links)
        #expect(once == Array(repeating: 1, count: 4))
    }

    /// The incidents of four mentions after one walk with all links.
    private func sampleTogether(_ links: [(Int, Int)]) async throws -> [MentionID?] {
        let (store, ids) = try await store()
        _ = try await store.commit(join(links.map { (ids[$0.0], ids[$0.1]) }))
        var incidents: [MentionID?] = []
        for id in ids { incidents.append(try await store.mention(id)?.incident) }
        return incidents
    }

    @Test func `is not joined by a mention that is no more`() async throws {
        let (store, ids) = try await store()
        _ = try await store.commit(join([(ids[0], 99), (99, ids[1])]))
        #expect(try await store.mention(ids[0])?.incident == nil)
        #expect(try await store.mention(ids[1])?.incident == nil)
    }

    @Test func `outlives its first mention, and ends with the last but one`() async throws {
        let (store, ids) = try await store()
        _ = try await store.commit(join([(ids[1], ids[0]), (ids[3], ids[0])]))
        for id in ids { try await store.decide([id]) }
        _ = try await store.prune(mentionsBefore: hours(0.5), outboxBefore: nil)
        #expect(try await store.incident(of: ids[3])?.id == ids[0])
        #expect(try await store.incident(of: ids[3])?.copies.map(\.mention) == [ids[1], ids[3]])
        _ = try await store.commit(join([(ids[2], ids[3])]))
        #expect(try await store.mention(ids[2])?.incident == ids[0])
        _ = try await store.prune(mentionsBefore: hours(2.5), outboxBefore: nil)
        #expect(try await store.incident(of: ids[3]) == nil)
    }

    @Test func `is not made by a walk that fails`() async throws {
        let (store, ids) = try await store()
        var broken = join([(ids[1], ids[0])])
        broken.alerts = [alarm(on: [ids[0]])]
        broken.decided = [DecidedMention(mention: ids[0], version: 1)]
        try await store.write {
            try $0.execute(
                sql: """
                    CREATE TRIGGER failing BEFORE UPDATE OF incidentId ON mention
                    WHEN new.id = \(ids[1]) BEGIN SELECT raise(ABORT, 'broken'); END
                    """)
        }
        let walk = broken
        await #expect(throws: StorageError.self) { _ = try await store.commit(walk) }
        #expect(try await store.mention(ids[0])?.incident == nil)
        #expect(try await store.undecided(limit: 9).count == 4)
        #expect(try await store.alerts(since: nil, page: Page()).total == 0)
        #expect(try await store.outboxSummary() == OutboxSummary())
    }
}

import Foundation
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

/// A full store on disk.
private func fullStore(in folder: StoreFolder) async throws -> SQLiteStore {
    let store = try await folder.open()
    try await store.fill()
    return store
}

/// Which of `words` can be read in the files of a store, whatever stands around them.
private func readable(_ words: [String], in folder: StoreFolder) throws -> [String] {
    var bytes = Data()
    for ending in ["", "-wal"] {
        bytes += FileManager.default.contents(atPath: folder.store + ending) ?? Data()
    }
    return words.filter { bytes.range(of: Data($0.utf8)) != nil }
}

private let traces = [
    "Xylophonist", "quixotic", "Zora", "id-zora", "reviews.example/id-zora", "irony",
    "never was here",
]

struct `Forgetting a mention` {
    @Test func `leaves nothing of it that can be read in the file or in its journal`() async throws
    {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await fullStore(in: folder)
        #expect(try readable(traces, in: folder) == traces)
        _ = try await store.forget(.mentions([1, 2, 3]), by: "Ada", now: hours(7))
        #expect(try readable(traces, in: folder) == [])
        let receipts = try await store.forgetReceipts()
        #expect(receipts.first?.isJournalCleared == nil && receipts.count == 1)
        #expect(try await store.findings { _ in } == [])
    }

    @Test func `leaves no word of it in the index of the search, nor of a former wording`()
        async throws
    {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await fullStore(in: folder)
        for number in 0..<40 { try await store.record([draft("more \(number)", "Plain tea")]) }
        func isInSegments(_ word: String) async throws -> Bool {
            try await store.read {
                try Data.fetchAll($0, sql: "SELECT block FROM mentionText_data")
            }
            .contains { $0.range(of: Data(word.utf8)) != nil }
        }
        #expect(try await isInSegments("ylophon"))
        _ = try await store.forget(.mentions([1, 3]), by: "Ada", now: hours(7))
        let words = try await store.write { database in
            try database.execute(
                sql: "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, mentionText, row)")
            return try String.fetchAll(database, sql: "SELECT term FROM temp.words")
        }
        #expect(words.contains("plain") && words.contains("fine"))
        #expect(!words.contains { $0.hasPrefix("quix") || $0.hasPrefix("xylo") || $0 == "edited" })
        #expect(try await !isInSegments("ylophon"))
    }

    @Test func `is as thorough where a source is removed with its mentions`() async throws {
        let folder = try StoreFolder()
        defer { folder.remove() }
        let store = try await folder.open()
        try await store.register([registered(reviews), registered(press)], now: present) { _ in
            present
        }
        try await store.record([draft("a", "Xylophonist soup")])
        try await store.record([draft("b", "Plain tea")], from: press)
        for number in 0..<40 {
            try await store.record([draft("more \(number)", "Plain tea")], from: press)
        }
        #expect(try readable(["ylophon"], in: folder) == ["ylophon"])
        #expect(try await store.erase(reviews) == 1)
        #expect(try readable(["ylophon"], in: folder) == [])
        #expect(try await store.mentions(MentionFilter(search: "plain"), page: Page()).total == 41)
    }

    @Test func `removes every row of it and nothing of others`() async throws {
        let store = try SQLiteStore.inMemory()
        try await store.fill()
        let receipt = try await store.forget(.mentions([1, 99]), by: "Ada", now: hours(7))
        var counts = ForgetCounts()
        counts.mentions = 1
        counts.versions = 1
        counts.triageEvents = 1
        counts.corrections = 1
        counts.flags = 1
        counts.drafts = 1
        counts.decisions = 2
        counts.alerts = 2
        counts.letters = 1
        #expect(receipt.counts == counts)
        #expect(receipt.mentions == [1] && receipt.by == "Ada" && receipt.at == hours(7))
        #expect(try await store.mention(1) == nil)
        #expect(try await store.mention(2)?.entry.author == "Zora Quill")
        #expect(try await store.silences() == [])
        #expect(try await store.listedEntries(of: reviews)?.items.map(\.key) == ["2"])
        #expect(try await store.findings { _ in } == [])
        #expect(try await store.forget(.mentions([1]), by: "Ada", now: hours(8)).id == 0)
        #expect(try await store.forgetReceipts().map(\.counts) == [counts])
    }

    @Test func `strikes out what alerts and decisions said of it, and takes back its letters`()
        async throws
    {
        let store = try SQLiteStore.inMemory()
        try await store.fill()
        _ = try await store.forget(.mentions([1]), by: "Ada", now: hours(7))
        let alerts = try await store.alerts(since: nil, page: Page()).rows
        #expect(alerts.map(\.mentions) == [[], [], [2]])
        #expect(alerts.dropFirst().allSatisfy { $0.reason == MentionErasure.struckOut })
        #expect(alerts.allSatisfy { $0.weighing == nil })
        #expect(alerts[0].reason == "a review is negative")
        #expect(try await store.decisions(on: 2).map(\.reason) == [MentionErasure.struckOut])
        let letters = try await store.deliveries()
        #expect(letters.map(\.alert) == [3, 2, 1, 1])
        #expect(letters.map(\.state) == [.pending, .cancelled, .pending, .pending])
        #expect(letters.allSatisfy { $0.lastError == nil })
    }

    @Test func `keeps the figures by day, without the words that name aspects`() async throws {
        let store = try SQLiteStore.inMemory()
        try await store.fill()
        let days = try await store.dailyCounts(brands: nil, from: always.from, to: always.to)
        let aspects = try await store.aspectCounts(brands: nil, from: always.from, to: always.to)
        #expect(aspects.count == 1)
        func words() async throws -> Int? {
            try await store.read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM facetCount WHERE facet = 'word'")
            }
        }
        #expect(try await words() != 0)
        _ = try await store.forget(.mentions([1]), by: "Ada", now: hours(7))
        #expect(
            try await store.dailyCounts(brands: nil, from: always.from, to: always.to) == days)
        #expect(
            try await store.aspectCounts(brands: nil, from: always.from, to: always.to) == aspects)
        #expect(try await words() == 0)
    }

    @Test func `gives its story to the next mention that tells it`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2"), draft("3")]).new
        try await store.write { database in
            for id in ids.dropFirst() {
                try IncidentRow.join(StoryCopy(mention: id, first: ids[0]), in: database)
            }
        }
        #expect(try await store.forgetPreview(.mentions([ids[0]])).copies == Array(ids.dropFirst()))
        _ = try await store.forget(.mentions([ids[0]]), by: "Ada", now: present)
        #expect(try await store.incident(of: ids[2])?.id == ids[1])
    }
}

struct `A mention that was forgotten` {
    private let long = "The waiter told everybody at the table what we had paid last year."

    private func forgotten(_ text: String) async throws -> SQLiteStore {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1", text)]).new
        _ = try await store.forget(.mentions(ids), by: "Ada", now: present)
        return store
    }

    @Test func `does not come back with a later poll, edited or not`() async throws {
        let store = try await forgotten(long)
        let identity = draft("1").entry.identity
        #expect(
            try await store.known([identity], of: reviews)[identity]
                == KnownEntry(mention: nil, contentDigest: "", isForgotten: true))
        _ = try await store.record(
            poll([draft("1", long), draft("1", "Edited"), draft("2", "Other")]) {
                $0.listed = ListedEntries(items: [.init(key: "1"), .init(key: "2")])
                $0.relinks = [relink("2", to: "1")]
            })
        #expect(
            try await store.mentions(MentionFilter(), page: Page()).rows.map(\.entry.id) == ["2"])
        #expect(try await store.listedEntries(of: reviews)?.items.map(\.key) == ["2"])
        #expect(
            try await store.read {
                try String.fetchAll($0, sql: "SELECT identityKey FROM entry")
            } == ["2"])
    }

    @Test func `does not come back under another id, and is known by that from then on`()
        async throws
    {
        let store = try await forgotten(long)
        #expect(try await store.record([draft("other", long)]) == PollReceipt())
        #expect(try await store.record([draft("other", "Edited there")]) == PollReceipt())
        #expect(try await store.forgetReceipts().first?.hashes.count == 3)
    }

    @Test func `keeps out nobody who says the same few words, or writes at another source`()
        async throws
    {
        let short = try await forgotten("Cold soup")
        #expect(try await short.record([draft("other", "Cold soup")]).new.count == 1)
        let store = try await forgotten(long)
        #expect(try await store.record([draft("1", long)], from: press).new.count == 1)
        #expect(try await store.record([draft("2", long + " Really.")]).new.count == 1)
    }

    @Test func `stays out when its source is removed and comes again`() async throws {
        let store = try await forgotten(long)
        _ = try await store.erase(reviews)
        #expect(try await store.record([draft("1", long)]) == PollReceipt())
    }
}

struct `Forgetting an author` {
    @Test func `means all mentions of exactly that name, of one source or of all`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([
            draft("1", author: "Ann"), draft("2", author: "ann"), draft("3", author: "Ann"),
        ]).new
        try await store.record([draft("4", author: "Ann")], from: press)
        let all = try await store.forgetPreview(.author("Ann", source: nil))
        #expect(all.mentions.map(\.id) == [1, 3, 4] && all.counts.mentions == 3)
        let receipt = try await store.forget(
            .author("Ann", source: reviews), by: "Ada", now: present)
        #expect(receipt.mentions == [ids[0], ids[2]])
        #expect(try await store.mentions(MentionFilter(), page: Page()).total == 2)
        #expect(try await store.record([draft("9", author: "Ann")]).new.count == 1)
    }

    @Test func `is not fooled by the marks of SQL`() async throws {
        let store = try await sampleStore()
        let name = "x' OR '1'='1 \u{202E}\u{0}%_"
        let ids = try await store.record([draft("1", author: name), draft("2")]).new
        let receipt = try await store.forget(.author(name, source: nil), by: "A'", now: present)
        #expect(receipt.mentions == [ids[0]])
    }
}

struct `A digest of what was forgotten` {
    @Test
    func `is SHA-256 over its kind, its source and its key, the same in every version`() {
        #expect(
            ErasedIdentities.hash(of: "1", reviews)
                == "ea1c36bb2ba49b6051ff22509ebd25517496a1d50040afc3581f21904cd88d04")
    }

    @Test
    func `is another one for another source, and never for an identity what it is for a wording`() {
        #expect(ErasedIdentities.hash(of: "1", reviews) != ErasedIdentities.hash(of: "1", press))
        let body = String(repeating: "x", count: 60)
        #expect(
            ErasedIdentities.hash(ofWording: "1", body, reviews)
                != ErasedIdentities.hash(of: "1", reviews))
    }
}

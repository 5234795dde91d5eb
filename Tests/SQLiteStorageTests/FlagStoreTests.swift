import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `A flag` {
    @Test func `is open until it is settled, and then there may be another`() async throws {
        let store = try await sampleStore()
        let id = try #require(try await store.record([draft("1")]).new.first)
        let flag = SuspicionFlag(id: 1, mention: id, reason: "no guest", at: present, by: "Ada")
        #expect(
            try await store.flag(id, reason: "no guest", by: "Ada", at: present) == .done(flag))
        #expect(
            try await store.flag(id, reason: "again", by: "Ben", at: hours(1)) == .refused(flag))
        var settled = flag
        (settled.outcome, settled.settledAt) = (.kept, hours(2))
        #expect(try await store.settleFlag(of: id, as: .kept, at: hours(2)) == .done(settled))
        #expect(
            try await store.settleFlag(of: id, as: .removed, at: hours(3)) == .refused(settled))
        guard case .done = try await store.flag(id, reason: "more", by: "Ben", at: hours(4)) else {
            Issue.record("a second flag was refused")
            return
        }
        let flags = try await store.flags(of: id)
        #expect(flags.map(\.reason) == ["no guest", "more"] && flags[0] == settled)
    }

    @Test func `needs a mention, and an outcome needs a flag`() async throws {
        let store = try await sampleStore()
        let id = try #require(try await store.record([draft("1")]).new.first)
        #expect(try await store.flag(99, reason: "x", by: "Ada", at: present) == .unknown)
        #expect(try await store.settleFlag(of: 99, as: .kept, at: present) == .unknown)
        #expect(try await store.settleFlag(of: id, as: .kept, at: present) == .unflagged)
    }

    @Test func `is listed with its mention, the latest first`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2"), draft("3")]).new
        for id in ids { _ = try await store.flag(id, reason: "x", by: "Ada", at: present) }
        _ = try await store.settleFlag(of: ids[1], as: .removed, at: present)
        func mentions(_ isOpen: Bool?, _ page: Page = Page()) async throws -> [MentionID] {
            try await store.flags(isOpen: isOpen, page: page).rows.map(\.mention.id)
        }
        #expect(try await mentions(nil) == ids.reversed())
        #expect(try await mentions(true) == [ids[2], ids[0]])
        #expect(try await mentions(false) == [ids[1]])
        #expect(try await mentions(nil, Page(offset: 1, limit: 1)) == [ids[1]])
        #expect(try await store.flags(isOpen: true, page: Page(offset: 0, limit: 1)).total == 2)
    }
}

struct `The counts of flags` {
    @Test func `are by whole stars, each mention by its last flag`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([
            draft("1", stars: 1), draft("2", stars: 1.2), draft("3", stars: 1),
            draft("4", brands: [bakery, rival], stars: 4.6), draft("5"),
            draft("6", stars: 1, at: hours(-48)), draft("7", brands: [rival], stars: 3),
        ]).new
        for id in [ids[0], ids[1], ids[3], ids[4], ids[5]] {
            _ = try await store.flag(id, reason: "x", by: "Ada", at: present)
        }
        _ = try await store.settleFlag(of: ids[0], as: .withdrawn, at: present)
        _ = try await store.flag(ids[0], reason: "yes", by: "Ada", at: present)
        _ = try await store.settleFlag(of: ids[1], as: .removed, at: present)
        _ = try await store.settleFlag(of: ids[3], as: .kept, at: present)
        _ = try await store.settleFlag(of: ids[4], as: .withdrawn, at: present)
        let day = utcDay(present)
        let all = try await store.flagCounts(brands: nil, from: day, to: day)
        #expect(
            all == [
                FlagCounts(stars: nil, mentions: 1, withdrawn: 1),
                FlagCounts(stars: 1, mentions: 3, open: 1, removed: 1), FlagCounts(stars: 2),
                FlagCounts(stars: 3, mentions: 1), FlagCounts(stars: 4),
                FlagCounts(stars: 5, mentions: 1, kept: 1),
            ])
        #expect(all.map(\.flagged) == [0, 2, 0, 0, 0, 1])
        let rivals = try await store.flagCounts(brands: [rival], from: day, to: day)
        #expect(rivals.map(\.mentions) == [0, 0, 0, 1, 0, 1] && rivals[5].kept == 1)
        let ever = try await store.flagCounts(brands: nil, from: always.from, to: always.to)
        #expect(ever[1].mentions == 4 && ever[1].open == 2)
    }
}

struct `The address for reports on a mention` {
    @Test func `is read back, and an edit may change it`() async throws {
        let store = try await sampleStore()
        var new = draft("1")
        new.entry.reportURL = "https://a.example/report?id=1"
        let id = try #require(try await store.record([new]).new.first)
        #expect(try await store.mention(id)?.entry.reportURL == "https://a.example/report?id=1")
        try await store.record([draft("1", "Other words")])
        #expect(try await store.mention(id)?.entry.reportURL == nil)
    }
}

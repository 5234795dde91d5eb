import FoundationEssentials
import GRDB
import Model
import Storage
import Testing

@testable import SQLiteStorage

struct `A step in the answering of a mention` {
    @Test func `is kept as an event, and the mention follows it`() async throws {
        let store = try await sampleStore()
        let id = try await store.one()
        #expect(try await store.mention(id)?.triage == Triage())
        try await store.take(step(.seen, note: "will call"), id)
        try await store.take(step(.assigned, at: hours(1), assignee: "Ben"), id)
        try await store.take(
            step(.answeredPrivately, at: hours(2), by: "Ben", url: "https://a.example/m"), id)
        try await store.take(step(.answeredPublicly, at: hours(3), by: "Ben"), id)
        try await store.take(step(.resolved, at: hours(4)), id)
        let mention = try #require(try await store.mention(id))
        #expect(
            mention.triage
                == Triage(state: .resolved, assignee: "Ben", answeredAt: hours(2)))
        #expect(!mention.isOpen && mention.answeredAt == hours(2))
        let events = try await store.triageEvents(of: id)
        #expect(
            events.map(\.action) == [
                .seen, .assigned, .answeredPrivately, .answeredPublicly, .resolved,
            ])
        #expect(events.map(\.by) == ["Ada", "Ada", "Ben", "Ben", "Ada"])
        #expect(events[0].note == "will call" && events[1].assignee == "Ben")
        #expect(events[2].url == "https://a.example/m" && events[2].at == hours(2))
        #expect(events.map(\.id) == events.map(\.id).sorted())
    }

    @Test func `opens it again, and the first answer is still the first`() async throws {
        let store = try await sampleStore()
        let id = try await store.one()
        try await store.take(step(.answeredPublicly, at: hours(2)), id)
        try await store.take(step(.reopened, at: hours(5)), id)
        #expect(try await store.mention(id)?.isOpen == true)
        try await store.take(step(.answeredPublicly, at: hours(9)), id)
        #expect(try await store.mention(id)?.triage.answeredAt == hours(2))
        #expect(try await store.triageEvents(of: id).count == 3)
    }

    @Test(
        arguments: [
            ([], TriageEvent.Action.reopened, TriageReceipt.Refusal.Reason.open),
            ([.seen], .seen, .already), ([.seen], .reopened, .open),
            ([.answeredPublicly], .answeredPublicly, .already),
            ([.answeredPublicly], .seen, .closed),
            ([.answeredPublicly], .wontAnswer, .closed),
            ([.answeredPublicly], .answeredPrivately, nil), ([.answeredPrivately], .resolved, nil),
            ([.resolved], .resolved, .already), ([.resolved], .answeredPublicly, .closed),
            ([.resolved], .seen, .closed), ([.wontAnswer], .resolved, .closed),
            ([.wontAnswer], .answeredPrivately, .closed), ([.wontAnswer], .reopened, nil),
            ([.resolved, .reopened], .seen, nil), ([.resolved, .reopened], .wontAnswer, nil),
            ([.seen], .wontAnswer, nil), ([.assigned], .assigned, .already),
            ([.wontAnswer], .assigned, nil), ([.wontAnswer], .noted, nil),
            ([.noted], .noted, .already),
        ] as [([TriageEvent.Action], TriageEvent.Action, TriageReceipt.Refusal.Reason?)])
    func `is refused where it is none`(
        before: [TriageEvent.Action], action: TriageEvent.Action,
        reason: TriageReceipt.Refusal.Reason?
    ) async throws {
        let store = try await sampleStore()
        let id = try await store.one()
        func change(_ action: TriageEvent.Action) -> TriageChange {
            step(action, note: "a note", assignee: action == .assigned ? "Ben" : nil)
        }
        for action in before { #expect(try await store.take(change(action), id) == nil) }
        let events = try await store.triageEvents(of: id)
        #expect(try await store.take(change(action), id) == reason)
        let after = try await store.triageEvents(of: id)
        #expect(after.count == events.count + (reason == nil ? 1 : 0))
        #expect(Array(after.prefix(events.count)) == events)
    }

    @Test func `counts the reply that the source shows as an answer`() async throws {
        let store = try await sampleStore()
        let id = try await store.one(draft("1", reply: answered))
        #expect(try await store.state(of: id) == .answeredPublicly)
        #expect(try await store.triageEvents(of: id) == [])
        #expect(try await store.take(step(.seen), id) == .closed)
        #expect(try await store.take(step(.answeredPublicly), id) == .already)
        #expect(try await store.take(step(.reopened), id) == nil)
        #expect(try await store.mention(id)?.isOpen == true)
        #expect(try await store.take(step(.seen), id) == .needsAnswer)
        #expect(try await store.take(step(.answeredPrivately), id) == nil)
        #expect(try await store.mention(id)?.isOpen == false)
    }

    @Test func `of many is done to those that it can be done to`() async throws {
        let store = try await sampleStore()
        let ids = try await store.record([draft("1"), draft("2"), draft("3")]).new
        try await store.take(step(.resolved), ids[1])
        let asked = ids + [ids[0], 99]
        let trial = try await store.triage(asked, by: step(.seen), isTrial: true)
        #expect(try await store.triageEvents(of: ids[0]) == [])
        #expect(try await store.state(of: ids[0]) == .new)
        let receipt = try await store.triage(asked, by: step(.seen), isTrial: false)
        #expect(receipt == trial)
        #expect(
            receipt.changed
                == [ids[0], ids[2]].map { .init(mention: $0, before: .new, after: .seen) })
        #expect(
            receipt.refused == [
                .init(mention: ids[1], reason: .closed, state: .resolved),
                .init(mention: 99, reason: .unknown, state: nil),
            ])
    }

    @Test func `goes with its mention, and with nothing else`() async throws {
        let store = try await sampleStore()
        let id = try await store.one()
        try await store.take(step(.noted, note: "it's \u{1B}[31m'); DROP TABLE flag;--\n=1+1"), id)
        #expect(
            try await store.triageEvents(of: id).first?.note
                == "it's \u{1B}[31m'); DROP TABLE flag;--\n=1+1")
        try await store.write { try $0.execute(sql: "DELETE FROM mention") }
        #expect(try await store.triageEvents(of: id) == [])
    }
}

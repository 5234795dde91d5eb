import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

/// The same words, judged by a lexicon of another edition after something that no reader sees changed.
private func judgedAnew(_ draft: MentionDraft) -> MentionDraft {
    var draft = draft
    draft.contentDigest += "!"
    return draft
}

struct `An edit of an answered mention` {
    private func edited(
        _ before: MentionDraft, _ action: TriageEvent.Action?, _ after: MentionDraft
    ) async throws -> (state: Triage.State?, events: [TriageEvent]) {
        let store = try await sampleStore()
        let id = try await store.one(before)
        if let action { try await store.take(step(action, note: "why"), id) }
        try await store.record([after], at: hours(6))
        return (try await store.state(of: id), try await store.triageEvents(of: id))
    }

    private let good = draft("1", "Nice soup", score: 0.5, stars: 4)

    @Test(arguments: [
        (draft("1", "Cold soup", score: -0.5, stars: 2), "edited: 4 stars became 2"),
        (draft("1", "Cold soup", score: -0.5, stars: 3.5), "edited: 4 stars became 3.50"),
        (draft("1", "Cold soup", score: -0.5, stars: 4), "edited: positive became negative"),
        (draft("1", "Cold soup", score: -0.5), "edited: positive became negative"),
    ])
    func `that makes it worse opens it again`(after: MentionDraft, note: String) async throws {
        for action in [
            TriageEvent.Action.answeredPublicly, .answeredPrivately, .resolved, .wontAnswer,
        ] {
            let result = try await edited(good, action, after)
            #expect(result.state == .reopened)
            let event = try #require(result.events.last)
            #expect(event.action == .reopened && event.by == "repute" && event.note == note)
            #expect(event.at == hours(6) && result.events.count == 2)
        }
    }

    @Test func `opens it again though the source shows the old reply`() async throws {
        let result = try await edited(
            draft("1", "Fine", score: 0.1, reply: answered), nil,
            draft("1", "Awful", score: -0.8, reply: answered))
        #expect(result.state == .reopened && result.events.count == 1)
    }

    @Test func `of a complaint opens it where the complaint got worse`() async throws {
        let bad = draft("1", "Cold soup", score: -0.4)
        let worse = try await edited(bad, .resolved, draft("1", "Cold soup and rude", score: -0.7))
        #expect(worse.state == .reopened)
        #expect(worse.events.last?.note == "edited: score −0.40 became −0.70")
        let milder = try await edited(bad, .resolved, draft("1", "Soup cold", score: -0.2))
        #expect(milder.state == .resolved && milder.events.count == 1)
    }

    @Test(arguments: [
        draft("1", "Nice soup!", score: 0.4, stars: 4), draft("1", "Great", score: 0.9, stars: 5),
        draft("1", nil, score: 0, label: .unscored, stars: 4),
        // The reply came with the edit, so it answers that.
        draft("1", "Cold", score: -0.6, stars: 1, reply: answered),
        judgedAnew(draft("1", "Nice soup", score: -0.3, stars: 4)),
    ])
    func `that makes it no worse leaves it closed`(after: MentionDraft) async throws {
        let result = try await edited(good, .resolved, after)
        #expect(result.state == .resolved && result.events.count == 1)
    }

    @Test func `leaves what waits as it is`() async throws {
        let result = try await edited(good, .seen, draft("1", "Cold", score: -0.6, stars: 1))
        #expect(result.state == .seen && result.events.count == 1)
    }

    @Test func `that brings a reply answers what waits, without an event`() async throws {
        for action in [nil, TriageEvent.Action.seen] {
            let result = try await edited(
                draft("1"), action, draft("1", reply: answered))
            #expect(result.state == .answeredPublicly)
            #expect(result.events.count == (action == nil ? 0 : 1))
        }
    }

    @Test func `that brings a new reply answers what was reopened`() async throws {
        let store = try await sampleStore()
        let id = try await store.one(draft("1", reply: answered))
        try await store.take(step(.reopened), id)
        try await store.record([draft("1", "Cold soup again", reply: answered)], at: hours(5))
        #expect(try await store.state(of: id) == .reopened)
        let reply = Entry.OwnerReply(text: "Sorry once more", date: hours(6))
        try await store.record([draft("1", "Cold soup, again", reply: reply)], at: hours(7))
        #expect(try await store.state(of: id) == .answeredPublicly)
        #expect(try await store.triageEvents(of: id).last?.by == "repute")
    }
}

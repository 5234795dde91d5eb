import FoundationEssentials
import Model
import Storage
import Testing

@testable import SQLiteStorage

/// A step, done at the present unless told.
func step(
    _ action: TriageEvent.Action, at time: Date = present, by person: String = "Ada",
    note: String? = nil, url: String? = nil, assignee: String? = nil
) -> TriageChange {
    TriageChange(
        action: action, at: time, by: person, note: note, url: url, assignee: assignee)
}

/// A reply that a source shows.
let answered = Entry.OwnerReply(text: "Sorry", date: hours(1))

extension SQLiteStore {
    /// Does a step to one mention; nil where it was done, else why not.
    @discardableResult
    func take(_ change: TriageChange, _ id: MentionID) async throws
        -> TriageReceipt.Refusal.Reason?
    {
        try await triage([id], by: change, isTrial: false).refused.first?.reason
    }

    /// A stored mention; the key of its draft is `1` unless told.
    func one(_ draft: MentionDraft = draft("1")) async throws -> MentionID {
        try #require(try await record([draft]).new.first)
    }

    func state(of id: MentionID) async throws -> Triage.State? {
        try await mention(id)?.triageState
    }
}

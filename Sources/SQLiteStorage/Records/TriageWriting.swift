import Foundation
import GRDB
import Model
import Storage

/// Adds events and lets the columns of mentions follow them, inside one transaction.
struct TriageWriting {
    private let database: Database
    private let change: TriageChange
    private let isTrial: Bool
    private(set) var receipt = TriageReceipt()

    init(_ change: TriageChange, isTrial: Bool = false, in database: Database) {
        self.change = change
        self.isTrial = isTrial
        self.database = database
    }

    /// How a mention stands before the change.
    private struct Standing {
        var state: Triage.State
        var hasReply: Bool
        var assignee: String?
    }

    /// Adds the event to a mention, or notes why not.
    mutating func apply(to mention: MentionID) throws {
        guard let standing = try standing(of: mention) else {
            receipt.refused.append(.init(mention: mention, reason: .unknown, state: nil))
            return
        }
        let reason = try refusal(of: mention, standing)
        guard reason == nil else {
            receipt.refused.append(
                .init(mention: mention, reason: reason ?? .already, state: standing.state))
            return
        }
        receipt.changed.append(
            .init(
                mention: mention, before: standing.state,
                after: change.action.state ?? standing.state))
        guard !isTrial else { return }
        try insert(on: mention)
        try follow(on: mention)
    }

    private func standing(of mention: MentionID) throws -> Standing? {
        try Row.fetchOne(
            database.cachedStatement(
                sql: "SELECT state, hasReply, assignee FROM mention WHERE id = ?"),
            arguments: [mention]
        ).map {
            Standing(
                state: Triage.State(rawValue: $0["state"]) ?? .new, hasReply: $0["hasReply"],
                assignee: $0["assignee"])
        }
    }

    private func refusal(of mention: MentionID, _ standing: Standing) throws
        -> TriageReceipt.Refusal.Reason?
    {
        if change.action == .assigned {
            return standing.assignee == change.assignee ? .already : nil
        }
        guard let target = change.action.state else {
            return try isRepeated(on: mention) ? .already : nil
        }
        if standing.state == target { return .already }
        switch change.action {
        case .seen:
            if !standing.state.isOpen { return .closed }
            return standing.state == .reopened && standing.hasReply ? .needsAnswer : nil
        case .reopened: return standing.state.isOpen ? .open : nil
        case .wontAnswer: return standing.state.isOpen ? nil : .closed
        case .answeredPublicly, .answeredPrivately:
            return standing.state == .resolved || standing.state == .wontAnswer ? .closed : nil
        case .resolved: return standing.state == .wontAnswer ? .closed : nil
        case .assigned, .noted: return nil
        }
    }

    /// Whether the very same note is there, as after a commit whose outcome was not known.
    private func isRepeated(on mention: MentionID) throws -> Bool {
        try Int.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT 1 FROM triageEvent
                    WHERE mentionId = ? AND action = 'noted' AND at = ? AND by = ? AND note IS ?
                        AND url IS ?
                    """),
            arguments: [
                mention, change.at.timeIntervalSince1970, change.by, change.note, change.url,
            ]) != nil
    }

    private func insert(on mention: MentionID) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO triageEvent (mentionId, action, at, by, note, url, assignee)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            mention, change.action.rawValue, change.at.timeIntervalSince1970, change.by,
            change.note, change.url, change.assignee,
        ])
    }

    /// Lets the columns of the mention repeat the event.
    private func follow(on mention: MentionID) throws {
        let time = change.at.timeIntervalSince1970
        switch change.action {
        case .noted: return
        case .assigned:
            try database.cachedStatement(sql: "UPDATE mention SET assignee = ? WHERE id = ?")
                .execute(arguments: [change.assignee, mention])
        case .answeredPublicly, .answeredPrivately:
            try database.cachedStatement(
                sql: """
                    UPDATE mention SET triage = ?, answeredAt = coalesce(answeredAt, ?)
                    WHERE id = ?
                    """
            ).execute(arguments: [change.action.rawValue, time, mention])
        case .seen, .resolved, .wontAnswer, .reopened:
            try database.cachedStatement(sql: "UPDATE mention SET triage = ? WHERE id = ?")
                .execute(arguments: [change.action.rawValue, mention])
        }
    }
}

extension TriageEvent {
    /// Who acts where something happens by itself.
    static let itself = "repute"

    /// Reads a row of `triageEvent`; nil for an action of another version.
    init?(row: Row) {
        guard let action = Action(rawValue: row["action"]) else { return nil }
        self.init(
            id: row["id"], mention: row["mentionId"], action: action,
            at: row.date("at") ?? .distantPast, by: row["by"], note: row["note"], url: row["url"],
            assignee: row["assignee"])
    }
}

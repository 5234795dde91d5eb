import Foundation
import GRDB
import Model
import Storage

/// What an edit makes of the answer that a mention has, inside the transaction of the edit.
///
/// One that makes an answered or otherwise closed mention worse opens it again; a new reply in the source
/// closes one that was reopened. A reply to a mention that waits otherwise needs no event: it is derived.
struct EditedAnswer {
    private let mention: MentionID
    private let database: Database
    private let state: Triage.State
    /// What the source said before, as far as it matters here.
    private let title: String?
    private let text: String?
    private let rating: Rating?
    private let reply: Entry.OwnerReply?
    private let score: Double
    private let label: Sentiment.Label

    /// Reads how the mention stands before the edit; nil where it is not stored.
    init?(of mention: MentionID, in database: Database) throws {
        let row = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT state, title, text, ratingValue, ratingMin, ratingMax, hasReply,
                        replyText, replyDate, score, label
                    FROM mention WHERE id = ?
                    """),
            arguments: [mention])
        guard let row else { return nil }
        self.mention = mention
        self.database = database
        state = Triage.State(rawValue: row["state"]) ?? .new
        title = row["title"]
        text = row["text"]
        rating = Rating(row: row)
        reply =
            row["hasReply"]
            ? Entry.OwnerReply(text: row["replyText"], date: row.date("replyDate")) : nil
        score = row["score"]
        label = Sentiment.Label(rawValue: row["label"]) ?? .unscored
    }

    /// Adds the event that the edit is worth, if any.
    func follow(_ draft: MentionDraft, _ sentiment: Sentiment, now: Date) throws {
        let isAnswered = draft.entry.ownerReply != nil && draft.entry.ownerReply != reply
        if isAnswered {
            guard state == .reopened else { return }
            try add(.answeredPublicly, "the source shows a new reply", now)
        } else if !state.isOpen, let loss = loss(in: draft.entry, sentiment) {
            try add(.reopened, "edited: \(loss)", now)
        }
    }

    /// What got worse by the edit, in a few words; nil where nothing did.
    private func loss(in entry: Entry, _ sentiment: Sentiment) -> String? {
        guard entry.title != title || entry.text != text || entry.rating != rating else {
            return nil
        }
        if let before = rating?.stars, let after = entry.rating?.stars, after < before {
            return "\(Self.number(before)) stars became \(Self.number(after))"
        }
        guard sentiment.label == .negative else { return nil }
        if label != .negative { return "\(label.rawValue) became negative" }
        // Scores are sums of decimal fractions, which may differ by a hair.
        guard sentiment.score < score - 1e-9 else { return nil }
        return "score \(Self.number(score)) became \(Self.number(sentiment.score))"
    }

    private func add(_ action: TriageEvent.Action, _ note: String, _ now: Date) throws {
        var writing = TriageWriting(
            TriageChange(action: action, at: now, by: TriageEvent.itself, note: note),
            in: database)
        try writing.apply(to: mention)
    }

    /// At most two decimals, without zeros at the end.
    private static func number(_ value: Double) -> String {
        let hundredths = Int((min(max(value, -1000), 1000) * 100).rounded())
        let digits = String(format: "%d.%02d", abs(hundredths) / 100, abs(hundredths) % 100)
        let short = digits.hasSuffix(".00") ? digits.dropLast(3) : digits[...]
        return (hundredths < 0 ? "−" : "") + short
    }
}

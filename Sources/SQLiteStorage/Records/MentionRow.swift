import Foundation
import GRDB
import Model

extension Mention {
    /// Reads a row of `mention`; without `reasons` the words that counted and the aspects are left out,
    /// which take most of the time.
    init(row: Row, reasons: Bool = true) throws {
        self.init(
            id: row["id"], source: SourceID(trusted: row["sourceId"]),
            kind: Source.Kind(rawValue: row["kind"]) ?? .mention, entry: Entry(row: row),
            brands: try JSONColumn.brandMatches(row["brandMatches"]),
            sentiment: try Sentiment(row: row, reasons: reasons),
            firstSeen: row.date("firstSeen") ?? .distantPast,
            occurredAt: row.date("occurredAt") ?? .distantPast, version: row["version"],
            isBaseline: row["isBaseline"], incident: row["incidentId"],
            delistedAt: row.date("delistedAt"))
    }
}

extension Entry {
    /// Reads the entry's columns of a row of `mention`.
    init(row: Row) {
        let rung = EntryIdentity.Rung(rawValue: row["identityRung"]) ?? .contentHash
        self.init(
            identity: EntryIdentity(rung: rung, key: row["identityKey"]), id: row["entryId"],
            url: row["url"], title: row["title"], text: row["text"], author: row["author"],
            published: row.date("published"), updated: row.date("updated"),
            rating: Rating(row: row), language: row["declaredLanguage"],
            ownerReply: (row["hasReply"] as Bool)
                ? OwnerReply(text: row["replyText"], date: row.date("replyDate")) : nil)
    }
}

extension Rating {
    /// Reads the rating's columns; nil where there is none.
    init?(row: Row) {
        guard let value = row["ratingValue"] as Double?, let min = row["ratingMin"] as Double?,
            let max = row["ratingMax"] as Double?
        else { return nil }
        self.init(value: value, min: min, max: max)
    }
}

extension Sentiment {
    /// Reads the verdict's columns of a row of `mention`.
    init(row: Row, reasons: Bool) throws {
        self.init(
            score: row["score"], label: Label(rawValue: row["label"]) ?? .unscored,
            confidence: row["confidence"], basis: Basis(rawValue: row["basis"]) ?? .none,
            textScore: row["textScore"], textLabel: Label(rawValue: row["textLabel"]) ?? .unscored,
            disagrees: row["disagrees"], language: row["language"],
            opinion: row["opinion"],
            contributions: reasons ? try JSONColumn.contributions(row["contributions"]) : [],
            aspects: reasons ? try JSONColumn.aspects(row["aspects"]) : [],
            lexicon: row["lexicon"])
    }
}

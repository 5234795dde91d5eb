import Foundation
import GRDB
import Model
import Storage

extension SourceNotice {
    /// Reads a row of `sourceNotice`.
    init(row: Row) {
        let mentions: String = row["mentions"]
        self.init(
            id: row["id"], source: SourceID(trusted: row["sourceId"]),
            kind: Kind(rawValue: row["kind"]) ?? .unreachable, detail: row["detail"],
            at: row.date("at") ?? .distantPast, since: row.date("since"),
            mentions: mentions.split(separator: " ").compactMap { MentionID($0) })
    }
}

extension NewNotice {
    /// Adds the notice, undecided, unless exactly it is stored: a poll that is recorded again says
    /// nothing twice.
    func insert(of source: SourceID, at time: Date, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO sourceNotice (sourceId, kind, detail, at, since, mentions)
                SELECT :source, :kind, :detail, :at, :since, :mentions
                WHERE NOT EXISTS (
                    SELECT 1 FROM sourceNotice
                    WHERE sourceId = :source AND at = :at AND kind = :kind AND detail = :detail
                        AND mentions = :mentions)
                """
        ).execute(arguments: [
            "source": source.rawValue, "kind": kind.rawValue, "detail": detail,
            "at": time.timeIntervalSince1970, "since": since?.timeIntervalSince1970,
            "mentions": mentions.map(String.init).joined(separator: " "),
        ])
    }
}

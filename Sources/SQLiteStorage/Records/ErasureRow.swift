import Foundation
import GRDB
import Model
import Storage

/// Rows of `erasure`: receipts of what was forgotten.
enum ErasureRow {
    /// Adds a receipt, digests apart; its number.
    static func insert(_ receipt: ForgetReceipt, in database: Database) throws -> Int64 {
        try database.execute(
            sql: "INSERT INTO erasure (at, by, mentions, counts) VALUES (?, ?, ?, ?)",
            arguments: [
                receipt.at.timeIntervalSince1970, receipt.by,
                receipt.mentions.map(String.init).joined(separator: " "),
                String(
                    decoding: try JSONEncoder.sorted.encode(Counts(receipt.counts)), as: UTF8.self),
            ])
        return database.lastInsertedRowID
    }

    /// All receipts, newest first.
    static func fetchAll(in database: Database) throws -> [ForgetReceipt] {
        let hashes = try database.cachedStatement(
            sql: "SELECT hash FROM erasedIdentity WHERE erasureId = ? ORDER BY hash")
        return try Row.fetchAll(database, sql: "SELECT * FROM erasure ORDER BY id DESC").map {
            row in
            let id: Int64 = row["id"]
            let numbers: String = row["mentions"]
            let counts = try JSONDecoder().decode(
                Counts.self, from: Data((row["counts"] as String).utf8))
            return ForgetReceipt(
                id: id, at: row.date("at") ?? .distantPast, by: row["by"],
                mentions: numbers.split(separator: " ").compactMap { MentionID($0) },
                counts: counts.counts, hashes: try String.fetchAll(hashes, arguments: [id]))
        }
    }

    /// `ForgetCounts` as it is stored.
    private struct Counts: Codable {
        var mentions, versions, triageEvents, corrections, flags, drafts, decisions, alerts: Int
        var letters: Int

        init(_ counts: ForgetCounts) {
            mentions = counts.mentions
            versions = counts.versions
            triageEvents = counts.triageEvents
            corrections = counts.corrections
            flags = counts.flags
            drafts = counts.drafts
            decisions = counts.decisions
            alerts = counts.alerts
            letters = counts.letters
        }

        var counts: ForgetCounts {
            var result = ForgetCounts()
            result.mentions = mentions
            result.versions = versions
            result.triageEvents = triageEvents
            result.corrections = corrections
            result.flags = flags
            result.drafts = drafts
            result.decisions = decisions
            result.alerts = alerts
            result.letters = letters
            return result
        }
    }
}

extension JSONEncoder {
    /// Keys in one order, so that equal values are equal texts.
    fileprivate static var sorted: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return encoder
    }
}

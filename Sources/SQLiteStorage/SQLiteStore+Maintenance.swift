import Foundation
import GRDB
import Storage

extension SQLiteStore: MaintenanceStore {
    func prune(mentionsBefore: Date?, outboxBefore: Date?) async throws(StorageError)
        -> Pruned
    {
        try await write { database in
            var pruned = Pruned()
            if let time = mentionsBefore?.timeIntervalSince1970 {
                try database.execute(
                    sql: """
                        CREATE TEMP TABLE prunable AS SELECT id, sourceId FROM mention
                        WHERE firstSeen < ? AND isDecided = 1
                            AND NOT EXISTS (
                                SELECT 1 FROM decision
                                WHERE mentionId = mention.id AND outcome = 'held')
                            AND NOT EXISTS (
                                SELECT 1 FROM alertMention JOIN delivery USING (alertId)
                                WHERE mentionId = mention.id AND state = 'pending')
                        """,
                    arguments: [time])
                try database.execute(
                    sql: """
                        UPDATE entry SET isForgotten = 1
                        WHERE mentionId IN (SELECT id FROM prunable);
                        UPDATE source SET mentionCount = mentionCount
                            - (SELECT count(*) FROM prunable WHERE sourceId = source.id);
                        DELETE FROM mention WHERE id IN (SELECT id FROM prunable);
                        """)
                pruned.mentions =
                    try Int.fetchOne(database, sql: "SELECT count(*) FROM prunable") ?? 0
                try database.execute(sql: "DROP TABLE prunable")
            }
            if let time = outboxBefore?.timeIntervalSince1970 {
                // What leads a letter stays as long as anything of that letter does.
                let settled = """
                    SELECT id FROM alert WHERE createdAt < :time AND NOT EXISTS (
                        SELECT 1 FROM delivery WHERE alertId = alert.id AND state = 'pending')
                    AND NOT EXISTS (
                        SELECT 1 FROM delivery AS lead
                            JOIN delivery AS other ON other.leadId = lead.id
                        WHERE lead.alertId = alert.id
                            AND (other.createdAt >= :time OR other.state = 'pending'))
                    """
                pruned.deliveries =
                    try Int.fetchOne(
                        database,
                        sql: "SELECT count(*) FROM delivery WHERE alertId IN (\(settled))",
                        arguments: ["time": time]) ?? 0
                try database.execute(
                    sql: "DELETE FROM alert WHERE id IN (\(settled))", arguments: ["time": time])
                try database.execute(
                    sql: """
                        DELETE FROM sourceNotice
                        WHERE at < ? AND isDecided = 1 AND NOT EXISTS (
                            SELECT 1 FROM alertNotice WHERE noticeId = sourceNotice.id)
                        """,
                    arguments: [time])
            }
            return pruned
        }
    }

    func releaseLeases(heldBy owner: String?) async throws(StorageError) {
        try await write { database in
            for table in ["source", "delivery"] {
                try database.execute(
                    sql: """
                        UPDATE \(table) SET leaseOwner = NULL, leaseUntil = NULL
                        WHERE leaseOwner IS NOT NULL
                            AND (:owner IS NULL OR leaseOwner = :owner)
                        """,
                    arguments: ["owner": owner])
            }
        }
    }

    func checkpoint() async throws(StorageError) {
        try checkOpen()
        do {
            try await database.writeWithoutTransaction { database in
                _ = try database.checkpoint(.passive)
            }
        } catch {
            throw StorageError(error, path: database.path)
        }
    }

    func integrityProblems() async throws(StorageError) -> [String] {
        try await read { database in
            let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check")
                .filter { $0 != "ok" }
            let keys = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map {
                "a row of \($0["table"] as String? ?? "?") names a row that is not there"
            }
            return integrity + keys
        }
    }

    func ping() async throws(StorageError) {
        _ = try await read { database in
            try Int.fetchOne(database, sql: "SELECT 1 FROM source LIMIT 1")
        }
    }

    func close() async throws(StorageError) {
        do {
            try closeDatabase()
        } catch {
            throw StorageError(error, path: database.path)
        }
    }
}

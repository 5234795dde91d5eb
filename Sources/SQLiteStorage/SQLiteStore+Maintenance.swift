import Foundation
import GRDB
import Storage

extension SQLiteStore: MaintenanceStore {
    func prune(_ cutoffs: RetentionCutoffs, limit: Int) async throws(StorageError) -> Pruned {
        try await write { database in
            var pruning = Pruning(cutoffs, limit: limit, in: database)
            return try pruning.run()
        }
    }

    func releaseLeases(heldBy owner: String?) async throws(StorageError) {
        try await write { database in
            for table in ["source", "delivery"] {
                try database.cachedStatement(
                    sql: """
                        UPDATE \(table) SET leaseOwner = NULL, leaseUntil = NULL
                        WHERE leaseOwner IS NOT NULL
                            AND (:owner IS NULL OR leaseOwner = :owner)
                        """
                ).execute(arguments: ["owner": owner])
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

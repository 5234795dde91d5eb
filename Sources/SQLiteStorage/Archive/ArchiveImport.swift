import Foundation
import GRDB
import Storage

/// Makes a store of an archive of JSON Lines, in an empty file.
struct ArchiveImport {
    private let archive: String
    private let progress: @Sendable (CopyProgress) -> Void
    private var lines: ArchiveLines
    private let size: Int

    init(_ archive: String, progress: @escaping @Sendable (CopyProgress) -> Void)
        throws(StorageError)
    {
        self.archive = archive
        self.progress = progress
        lines = try ArchiveLines(archive)
        let attributes = try? FileManager.default.attributesOfItem(atPath: archive)
        size = attributes?[.size] as? Int ?? 0
    }

    /// Fills the empty file `path`; what the store holds then.
    ///
    /// The store gets the schema of the archive first and is brought up to date afterwards, so that an
    /// archive of any former version can be read.
    mutating func run(into path: String) throws -> BackupSummary {
        let header = try header()
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        let store = try DatabaseQueue(path: path, configuration: configuration)
        try Schema.migrator.migrate(store, upTo: header.schema)
        var reading = self
        let held = try store.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = MEMORY")
            try database.inTransaction {
                try reading.fill(database, rows: header.rows)
                return .commit
            }
            try reading.check(database)
            return try DatabaseCopy.summary(of: database)
        }
        progress(CopyProgress(subject: "bringing the schema up to date", done: 0, total: 1))
        try Schema.migrator.migrate(store)
        try store.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try store.close()
        return held
    }

    /// Reads the first line.
    private mutating func header() throws -> (schema: String, rows: Int) {
        let line = try lines.next().flatMap { try? ArchiveLine($0) }
        guard let members = line?.members, members["repute"] == .text(ArchiveTable.magic),
            case .integer(let format)? = members["format"],
            case .text(let schema)? = members["schema"], case .integer(let rows)? = members["rows"]
        else {
            throw StorageError(
                reason: .corrupt,
                detail: "\(archive) is no archive of Repute; archives begin with {\"repute\":"
                    + "\"archive\",…} and are made by `repute export`")
        }
        guard format <= ArchiveTable.format, Schema.migrator.migrations.contains(schema) else {
            throw StorageError(
                reason: .newerSchema,
                detail: "\(archive) was written by a newer Repute (schema \(schema.prefix(40))); "
                    + "install that version")
        }
        return (schema, Int(clamping: rows))
    }

    /// Stores all rows.
    private mutating func fill(_ database: Database, rows: Int) throws {
        let triggers = try Row.fetchAll(
            database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        for trigger in triggers {
            try database.execute(sql: "DROP TRIGGER \"\(trigger["name"] as String)\"")
        }
        let tables = try ArchiveTable.all(in: database)
        for table in tables { try database.execute(sql: "DELETE FROM \"\(table.name)\"") }
        try fill(Dictionary(tables.map { ($0.name, $0) }) { first, _ in first }, database, rows)
        try SearchIndex.rebuild(in: database)
        for trigger in triggers { try database.execute(sql: trigger["sql"]) }
    }

    private mutating func fill(
        _ tables: [String: ArchiveTable], _ database: Database, _ rows: Int
    ) throws {
        var stored = 0
        var hasNumbers = false
        while let bytes = try lines.next() {
            let line = try parsed(bytes)
            if line.members["end"] == .bool(true) {
                guard stored == rows else {
                    throw fault(
                        "the archive says that it has \(rows) rows, but \(stored) are there")
                }
                guard try lines.next() == nil else { throw fault("something follows the end") }
                return
            }
            guard case .text(let name)? = line.members["table"], let table = tables[name] else {
                throw fault("it names no table that there is")
            }
            if name == ArchiveTable.numbering, !hasNumbers {
                // What was stored so far has made rows of its own there.
                try database.execute(sql: "DELETE FROM \(name)")
                hasNumbers = true
            }
            try store(line, in: table, database)
            stored += 1
            if stored % 1_000 == 0 {
                progress(CopyProgress(subject: name, done: lines.bytesRead, total: size))
            }
        }
        throw StorageError(
            reason: .corrupt,
            detail: "\(archive) is cut off: it ends at line \(lines.number) of \(rows + 2); take a "
                + "whole copy of it")
    }

    private func parsed(_ bytes: ArraySlice<UInt8>) throws -> ArchiveLine {
        do throws(ArchiveLine.Fault) {
            return try ArchiveLine(bytes)
        } catch {
            throw fault(error.text)
        }
    }

    private func store(_ line: ArchiveLine, in table: ArchiveTable, _ database: Database) throws {
        var members = line.members
        members["table"] = nil
        var values: [DatabaseValue] = []
        for column in table.columns {
            guard let value = (members.removeValue(forKey: column) ?? .null).databaseValue else {
                throw fault("`\(column)` has a value that it can't have")
            }
            values.append(value)
        }
        if let name = members.keys.min() {
            throw fault("\(table.name) has no column `\(name.prefix(40))`")
        }
        do {
            try database.cachedStatement(sql: table.insertion)
                .execute(arguments: StatementArguments(values))
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw fault("the row can't be stored: \(error.message ?? "it breaks a rule")")
        }
    }

    private func fault(_ text: String) -> StorageError {
        StorageError(reason: .corrupt, detail: "\(archive), line \(lines.number): \(text)")
    }

    /// Fails for rows that name rows that are not there.
    private func check(_ database: Database) throws {
        progress(CopyProgress(subject: "looking the store over", done: 0, total: 1))
        guard let row = try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") else { return }
        throw StorageError(
            reason: .corrupt,
            detail:
                "\(archive): a row of \(row["table"] as String? ?? "?") names a row that is not "
                + "there")
    }
}

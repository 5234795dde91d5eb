import Foundation
import GRDB
import Storage

/// Writes everything that is stored, on one snapshot.
struct ArchiveWriting {
    private let database: Database
    private let progress: @Sendable (CopyProgress) -> Void
    private let tables: [(table: ArchiveTable, rows: Int)]

    init(in database: Database, progress: @escaping @Sendable (CopyProgress) -> Void) throws {
        self.database = database
        self.progress = progress
        tables = try ArchiveTable.all(in: database).map { table in
            let rows = try Int.fetchOne(database, sql: "SELECT count(*) FROM \"\(table.name)\"")
            return (table, rows ?? 0)
        }
    }

    /// Writes JSON Lines into the empty file `path`: a line about the archive, one for each row, and a
    /// last one by which a reader knows that nothing is cut off.
    func writeLines(to path: String) throws -> ArchiveSummary {
        let file = try ArchiveFile(path)
        let schema = try DatabaseCopy.schema(of: database) ?? ""
        try file.write { bytes in
            bytes += "{\"repute\":\"\(ArchiveTable.magic)\",\"format\":\(ArchiveTable.format),".utf8
            bytes += "\"schema\":".utf8
            ArchiveText.appendString(schema, to: &bytes)
            bytes += ",\"rows\":\(tables.reduce(0) { $0 + $1.rows })}\n".utf8
        }
        for (table, count) in tables {
            try rows(of: table, count: count) { values in
                try file.write { bytes in
                    bytes += "{\"table\":\"\(table.name)\"".utf8
                    for (column, value) in zip(table.columns, values) {
                        try ArchiveText.appendMember(column, value, to: &bytes)
                    }
                    bytes += "}\n".utf8
                }
            }
        }
        try file.write { $0 += "{\"end\":true}\n".utf8 }
        try file.flush()
        return summary(bytes: file.size)
    }

    /// Writes one CSV file for each table into the folder `path`.
    func writeTables(to path: String) throws -> ArchiveSummary {
        var size = 0
        for (table, count) in tables {
            let name = "\(path)/\(table.name).csv"
            let descriptor = Foundation.open(
                name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw NewFile.failure("made", name, errno) }
            Foundation.close(descriptor)
            let file = try ArchiveFile(name)
            try file.write { bytes in
                bytes += table.columns.joined(separator: ",").utf8
                bytes += "\r\n".utf8
            }
            try rows(of: table, count: count) { values in
                try file.write { bytes in
                    for (index, value) in values.enumerated() {
                        if index > 0 { bytes.append(UInt8(ascii: ",")) }
                        try ArchiveText.appendField(value, to: &bytes)
                    }
                    bytes += "\r\n".utf8
                }
            }
            try file.flush()
            try NewFile.synchronize(name)
            size += file.size
        }
        return summary(bytes: size)
    }

    private func rows(
        of table: ArchiveTable, count: Int, _ write: ([DatabaseValue]) throws -> Void
    ) throws {
        var done = 0
        let rows = try Row.fetchCursor(database, sql: table.selection)
        while let row = try rows.next() {
            try write(Array(row.databaseValues))
            done += 1
            if done % 1_000 == 0 {
                progress(CopyProgress(subject: table.name, done: done, total: count))
            }
        }
    }

    private func summary(bytes: Int) -> ArchiveSummary {
        ArchiveSummary(
            tables: tables.map { ArchiveSummary.Table(name: $0.table.name, rows: $0.rows) },
            bytes: bytes)
    }
}

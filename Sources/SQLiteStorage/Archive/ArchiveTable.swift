import GRDB

/// A table of an archive.
struct ArchiveTable: Sendable, Hashable {
    /// Its name.
    var name: String
    /// The columns that hold something of their own, in their order.
    var columns: [String]
    /// The columns by which rows are ordered.
    var order: [String]

    /// What every archive begins with, and the form that this version writes.
    static let magic = "archive"
    static let format = 1

    /// The table of SQLite that holds the highest number given so far; the last one of an archive.
    static let numbering = "sqlite_sequence"

    /// Rows of it, in an order that depends on nothing but them.
    var selection: String {
        "SELECT \(Self.list(columns)) FROM \(Self.quoted(name)) ORDER BY \(Self.list(order))"
    }

    /// Adds a row with a value for each column.
    var insertion: String {
        "INSERT INTO \(Self.quoted(name)) (\(Self.list(columns))) "
            + "VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
    }

    /// All tables that hold what nothing else holds.
    ///
    /// Not the index of the search, nor the list of migrations. What others refer to comes first.
    static func all(in database: Database) throws -> [ArchiveTable] {
        let names = try String.fetchAll(
            database,
            sql: """
                SELECT name FROM sqlite_schema
                WHERE type = 'table' AND name NOT GLOB 'mentionText*' AND name <> 'grdb_migrations'
                    AND (name NOT GLOB 'sqlite_*' OR name = 'sqlite_sequence')
                ORDER BY name
                """)
        let known = first.filter(names.contains)
        let others = names.filter { !first.contains($0) && $0 != numbering }
        return try (known + others + names.filter { $0 == numbering }).map { name in
            let columns = try Row.fetchAll(
                database, sql: "SELECT * FROM pragma_table_xinfo(?) WHERE hidden = 0",
                arguments: [name])
            let keys = columns.filter { ($0["pk"] as Int) > 0 }
                .sorted { ($0["pk"] as Int) < ($1["pk"] as Int) }
            let names = columns.map { $0["name"] as String }
            return ArchiveTable(
                name: name, columns: names,
                order: keys.isEmpty ? names : keys.map { $0["name"] as String })
        }
    }

    private static let first = [
        "source", "mention", "entry", "mentionVersion", "mentionBrand", "mentionAspect", "alert",
        "sourceNotice", "alertMention", "alertNotice", "delivery", "decision",
    ]

    private static func quoted(_ name: String) -> String { "\"\(name)\"" }
    private static func list(_ names: [String]) -> String {
        names.map(quoted).joined(separator: ", ")
    }
}

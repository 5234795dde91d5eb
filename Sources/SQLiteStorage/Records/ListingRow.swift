import GRDB
import Model

/// Rows of `sourceListing`: what a source listed, one line an entry.
enum ListingRow {
    static func fetch(_ source: SourceID, in database: Database) throws -> ListedEntries? {
        try String.fetchOne(
            database.cachedStatement(sql: "SELECT items FROM sourceListing WHERE sourceId = ?"),
            arguments: [source.rawValue]
        ).map(entries(of:))
    }

    /// Writes the list, unless it is the stored one.
    static func save(_ listed: ListedEntries, of source: SourceID, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO sourceListing (sourceId, items) VALUES (?, ?)
                ON CONFLICT (sourceId) DO UPDATE SET items = excluded.items
                WHERE items <> excluded.items
                """
        ).execute(arguments: [source.rawValue, text(of: listed)])
    }

    static func delete(of source: SourceID, in database: Database) throws {
        try database.cachedStatement(sql: "DELETE FROM sourceListing WHERE sourceId = ?")
            .execute(arguments: [source.rawValue])
    }

    private static let lineFeed = UInt8(ascii: "\n")
    private static let backslash = UInt8(ascii: "\\")
    private static let space = UInt8(ascii: " ")

    /// A line for each entry: its misses, a space, its key.
    ///
    /// In a key `\n`, `\0` and `\\` stand for a line feed, a NUL and a backslash.
    static func text(of listed: ListedEntries) -> String {
        var bytes: [UInt8] = []
        for item in listed.items {
            bytes += String(item.misses).utf8
            bytes.append(space)
            for byte in item.key.utf8 {
                switch byte {
                case lineFeed: bytes += [backslash, UInt8(ascii: "n")]
                case 0: bytes += [backslash, UInt8(ascii: "0")]
                case backslash: bytes += [backslash, backslash]
                default: bytes.append(byte)
                }
            }
            bytes.append(lineFeed)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The entries of a text that `text(of:)` made; a line that is none is left out.
    static func entries(of text: String) -> ListedEntries {
        let lines = text.utf8.split(separator: lineFeed)
        return ListedEntries(
            items: lines.compactMap { line in
                guard let gap = line.firstIndex(of: space),
                    let misses = Int(String(decoding: line[..<gap], as: UTF8.self))
                else { return nil }
                return ListedEntries.Item(
                    key: key(of: line[line.index(after: gap)...]), misses: misses)
            })
    }

    private static func key(of escaped: Substring.UTF8View) -> String {
        guard escaped.contains(backslash) else { return String(decoding: escaped, as: UTF8.self) }
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in escaped {
            if !isEscaped, byte == backslash {
                isEscaped = true
                continue
            }
            switch (isEscaped, byte) {
            case (true, UInt8(ascii: "n")): bytes.append(lineFeed)
            case (true, UInt8(ascii: "0")): bytes.append(0)
            default: bytes.append(byte)
            }
            isEscaped = false
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

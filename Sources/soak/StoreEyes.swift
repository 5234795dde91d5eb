import Foundation
import GRDBSQLite

/// Looks into the store from outside, as another program would; opened for a moment only, so that it
/// holds nothing up.
final class StoreEyes {
    private var database: OpaquePointer?

    init(_ path: String) throws {
        let status = sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, nil)
        guard status == SQLITE_OK else {
            sqlite3_close_v2(database)
            throw SoakError("\(path) can't be opened: \(String(cString: sqlite3_errstr(status)))")
        }
        sqlite3_busy_timeout(database, 10_000)
    }

    deinit { sqlite3_close_v2(database) }

    /// The number that a question is answered with; 0 for none.
    func number(_ sql: String) throws -> Int {
        var number = 0
        try each(sql) { number = $0.first ?? 0 }
        return number
    }

    /// Calls `body` with each row of numbers.
    func each(_ sql: String, _ body: ([Int]) -> Void) throws {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else {
            throw problem(sql)
        }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW:
                body(
                    (0..<sqlite3_column_count(statement)).map {
                        Int(sqlite3_column_int64(statement, $0))
                    })
            case SQLITE_DONE: return
            default: throw problem(sql)
            }
        }
    }

    private func problem(_ sql: String) -> SoakError {
        SoakError("the store can't be asked: \(String(cString: sqlite3_errmsg(database))): \(sql)")
    }
}

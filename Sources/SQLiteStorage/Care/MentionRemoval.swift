import GRDB

/// Takes mentions out of the store, inside one transaction; their figures by day stay, without words.
///
/// They are listed in a table of its own first, which only this connection sees.
struct MentionRemoval {
    /// What holds of a mention, or of an id of one, that is listed.
    static let isDoomed = "id IN (SELECT id FROM doomed)"
    /// The same of a row that belongs to a mention.
    static let isOfDoomed = "mentionId IN (SELECT id FROM doomed)"

    let database: Database

    /// Begins with an empty list.
    init(in database: Database) throws {
        self.database = database
        try database.execute(
            sql: """
                CREATE TEMP TABLE IF NOT EXISTS doomed (id INTEGER PRIMARY KEY);
                DELETE FROM doomed;
                """)
    }

    /// Lists the mentions that `query` gives the numbers of; how many there are now.
    func list(_ query: String, _ arguments: StatementArguments) throws -> Int {
        try database.cachedStatement(sql: "INSERT OR IGNORE INTO doomed \(query)")
            .execute(arguments: arguments)
        return try Int.fetchOne(
            database.cachedStatement(sql: "SELECT count(*) FROM doomed")) ?? 0
    }

    /// The numbers that are listed.
    func numbers() throws -> [Int64] {
        try Int64.fetchAll(database, sql: "SELECT id FROM doomed ORDER BY id")
    }

    /// Removes what is listed, with all that belongs to it; identities stay.
    ///
    /// The words by which they name aspects are quotes, and leave the figures with them.
    func run() throws {
        try FigureRecount.removeWords(where: Self.isDoomed, in: database)
        try FigureRecount.keep(where: Self.isDoomed, in: database)
        try database.execute(
            sql: """
                UPDATE source SET mentionCount = mentionCount - gone.count
                FROM (
                    SELECT sourceId, count(*) AS count FROM mention
                    WHERE \(Self.isDoomed) GROUP BY sourceId) AS gone
                WHERE source.id = gone.sourceId;
                DELETE FROM mention WHERE \(Self.isDoomed);
                DELETE FROM doomed;
                """)
    }
}

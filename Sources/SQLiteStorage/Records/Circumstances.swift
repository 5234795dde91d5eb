import GRDB
import Model
import Storage

/// Reads what rules ask about a mention beside itself; good for one transaction.
struct Circumstances {
    private let database: Database
    private var authors: BoundStatement
    private var sites: [MentionID: Int] = [:]

    init(in database: Database) throws {
        self.database = database
        authors = try BoundStatement(Self.authors, in: database)
    }

    /// What the author of `mention` wrote before it; nil for an author without a name.
    mutating func author(of mention: Mention) throws -> AuthorHistory? {
        guard let author = mention.entry.author, !author.isEmpty else { return nil }
        authors.begin()
        try authors.bind(mention.source.rawValue)
        try authors.bind(author)
        try authors.bind(mention.id)
        return try authors.first { AuthorHistory(mentions: $0[0], negative: $0[1]) }
    }

    /// On how many sites the story of `mention` stands.
    mutating func siteCount(of mention: Mention) throws -> Int {
        guard let incident = mention.incident else { return 1 }
        if let count = sites[incident] { return count }
        let count = try IncidentRow.fetch(of: mention.id, in: database)?.siteCount ?? 1
        sites[incident] = count
        return count
    }

    /// The limit keeps a name that half of all authors share, such as “Anonymous”, from being counted
    /// through for each of them.
    private static let authors = """
        SELECT count(*), coalesce(sum(label = 'negative'), 0) FROM (
            SELECT label FROM mention INDEXED BY mentionAuthor
            WHERE sourceId = ? AND author = ? AND id < ? ORDER BY id DESC LIMIT 100)
        """
}

import GRDB
import Model
import Storage

/// Reads what rules ask about a mention beside itself; good for one transaction.
struct Circumstances {
    /// A name at a source.
    private struct Author: Hashable {
        var source: SourceID
        var name: String
    }

    /// What an author wrote up to a mention, which is not among it.
    private struct Past {
        var end: MentionID
        /// For the latest of them, oldest first, whether it is negative.
        var areNegative: [Bool]
    }

    /// How many of an author's mentions are counted at most.
    private static let limit = 100

    private let database: Database
    private var authors: BoundStatement
    /// What was read so far: a name that half of all authors share, such as “Anonymous”, is not read
    /// through again for each of them.
    private var pasts: [Author: Past] = [:]
    private var sites: [MentionID: Int] = [:]

    init(in database: Database) throws {
        self.database = database
        authors = try BoundStatement(Self.authors, in: database)
    }

    /// What the author of `mention` wrote before it, of the latest hundred; nil for an author without
    /// a name.
    mutating func author(of mention: Mention) throws -> AuthorHistory? {
        guard let name = mention.entry.author, !name.isEmpty else { return nil }
        let author = Author(source: mention.source, name: name)
        var past = pasts[author] ?? Past(end: 0, areNegative: [])
        if past.end > mention.id { past = Past(end: 0, areNegative: []) }
        let since = try labels(of: author, from: past.end, to: mention.id)
        past.areNegative = (past.areNegative + since.reversed()).suffix(Self.limit)
        past.end = mention.id
        pasts[author] = past
        return AuthorHistory(
            mentions: past.areNegative.count, negative: past.areNegative.count { $0 })
    }

    /// Whether an author's mentions from one number to before another are negative, latest first.
    private mutating func labels(of author: Author, from: MentionID, to: MentionID) throws -> [Bool]
    {
        authors.begin()
        try authors.bind(author.source.rawValue)
        try authors.bind(author.name)
        try authors.bind(from)
        try authors.bind(to)
        return try authors.rows { $0[0] }
    }

    /// On how many sites the story of `mention` stands.
    mutating func siteCount(of mention: Mention) throws -> Int {
        guard let incident = mention.incident else { return 1 }
        if let count = sites[incident] { return count }
        let count = try IncidentRow.fetch(of: mention.id, in: database)?.siteCount ?? 1
        sites[incident] = count
        return count
    }

    private static let authors = """
        SELECT label = 'negative' FROM mention INDEXED BY mentionAuthor
        WHERE sourceId = ? AND author = ? AND id >= ? AND id < ?
        ORDER BY id DESC LIMIT \(limit)
        """
}

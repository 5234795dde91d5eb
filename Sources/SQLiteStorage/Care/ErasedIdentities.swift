import Crypto
import GRDB
import Model
import Storage

/// The digests of what was forgotten of a source, inside one transaction.
///
/// Where nothing was, this costs one look at an index.
struct ErasedIdentities {
    private let source: SourceID
    private let database: Database
    /// Whether anything of the source was forgotten.
    private let areThere: Bool

    init(of source: SourceID, in database: Database) throws {
        self.source = source
        self.database = database
        areThere =
            try Int.fetchOne(
                database.cachedStatement(sql: "SELECT 1 FROM erasedIdentity WHERE sourceId = ?"),
                arguments: [source.rawValue]) != nil
    }

    /// Whether what has this identity was forgotten.
    func contains(_ key: String) throws -> Bool {
        try areThere && receipt(of: Self.hash(of: key, source)) != nil
    }

    /// Whether a draft is of something that was forgotten, by its identity or by its wording; by its
    /// wording, its identity is remembered from then on.
    func refuses(_ draft: MentionDraft) throws -> Bool {
        guard areThere else { return false }
        let identity = Self.hash(of: draft.entry.identity.key, source)
        if try receipt(of: identity) != nil { return true }
        guard let wording = Self.hash(ofWording: draft.contentDigest, draft.entry.body, source),
            let erasure = try receipt(of: wording)
        else { return false }
        try Self.insert(identity, of: source, erasure: erasure, in: database)
        return true
    }

    /// The list without what was forgotten.
    func without(_ listed: ListedEntries) throws -> ListedEntries {
        guard areThere else { return listed }
        return ListedEntries(items: try listed.items.filter { try !contains($0.key) })
    }

    private func receipt(of hash: String) throws -> Int64? {
        try Int64.fetchOne(
            database.cachedStatement(
                sql: "SELECT erasureId FROM erasedIdentity WHERE sourceId = ? AND hash = ?"),
            arguments: [source.rawValue, hash])
    }

    static func insert(
        _ hash: String, of source: SourceID, erasure: Int64, in database: Database
    ) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO erasedIdentity (sourceId, hash, erasureId) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING
                """
        ).execute(arguments: [source.rawValue, hash, erasure])
    }

    /// The digest of an identity.
    static func hash(of key: String, _ source: SourceID) -> String {
        hexadecimalDigest("repute identity\n\(source.rawValue)\n\(key)")
    }

    /// The digest of a wording; nil where it is so short that others may say the same.
    static func hash(ofWording digest: String, _ body: String, _ source: SourceID) -> String? {
        guard body.utf8.count >= shortestTellingWording else { return nil }
        return hexadecimalDigest("repute wording\n\(source.rawValue)\n\(digest)")
    }

    private static func hexadecimalDigest(_ text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    /// In bytes of title and text.
    private static let shortestTellingWording = 60
}

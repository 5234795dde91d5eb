import GRDB
import Model

/// Numbers of mentions, a bit each, to ask for many of them.
struct MentionSet {
    /// 64 numbers each; their key is the number divided by 64.
    private var words: [Int64: UInt64] = [:]

    /// The mentions about one of `brands` for which `condition` on `mentionBrand` holds, read by the
    /// index of that name; nil for any brand.
    static func about(
        _ brands: [BrandID]?, by index: String, where condition: String,
        _ arguments: StatementArguments, in database: Database
    ) throws -> MentionSet? {
        guard let brands else { return nil }
        let scope = BrandScope.listed(brands)
        let numbers = try MentionID.fetchCursor(
            database,
            sql: """
                SELECT mentionId FROM mentionBrand INDEXED BY \(index)
                WHERE \(scope.sql) AND \(condition)
                """, arguments: scope.arguments + arguments)
        var set = MentionSet()
        while let number = try numbers.next() { set.insert(number) }
        return set
    }

    mutating func insert(_ number: MentionID) {
        words[number >> 6, default: 0] |= 1 << UInt64(number & 63)
    }

    func contains(_ number: MentionID) -> Bool {
        guard let word = words[number >> 6] else { return false }
        return word & 1 << UInt64(number & 63) != 0
    }
}

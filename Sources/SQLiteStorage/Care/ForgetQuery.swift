import GRDB
import Model
import Storage

/// Which mentions are to be forgotten, and what belongs to them.
struct ForgetQuery {
    /// Gives the numbers of the mentions.
    let sql: String
    let arguments: StatementArguments

    init(_ selection: ForgetSelection) {
        switch selection {
        case .mentions(let ids):
            let list = "[" + ids.map(String.init).joined(separator: ",") + "]"
            sql = "SELECT id FROM mention WHERE id IN (SELECT value FROM json_each(?))"
            arguments = [list]
        case .author(let name, let source?):
            sql = "SELECT id FROM mention WHERE sourceId = ? AND author = ?"
            arguments = [source.rawValue, name]
        case .author(let name, nil):
            // Source by source, since the index of names begins with these.
            sql = """
                SELECT mention.id FROM source CROSS JOIN mention INDEXED BY mentionAuthor
                    ON mention.sourceId = source.id
                WHERE mention.author = ?
                """
            arguments = [name]
        }
    }

    /// The numbers of the alerts that tell of what is listed for removal.
    static let alerts =
        "SELECT alertId FROM alertMention WHERE \(MentionRemoval.isOfDoomed)"

    /// How many rows belong to the mentions for which `condition` on `mentionId` holds, letters apart.
    static func counts(
        where condition: String, _ arguments: StatementArguments = StatementArguments(),
        in database: Database
    ) throws -> ForgetCounts {
        func count(_ what: String, _ table: String, _ column: String = "mentionId") throws -> Int {
            let condition = condition.replacing("mentionId", with: column)
            return try Int.fetchOne(
                database, sql: "SELECT \(what) FROM \(table) WHERE \(condition)",
                arguments: arguments) ?? 0
        }
        var counts = ForgetCounts()
        counts.mentions = try count("count(*)", "mention", "id")
        counts.versions = try count("count(*)", "mentionVersion")
        counts.triageEvents = try count("count(*)", "triageEvent")
        counts.corrections = try count("count(*)", "correction")
        counts.flags = try count("count(*)", "flag")
        counts.drafts = try count("count(*)", "draft")
        counts.decisions = try count("count(*)", "decision")
        counts.alerts = try count("count(DISTINCT alertId)", "alertMention")
        return counts
    }
}

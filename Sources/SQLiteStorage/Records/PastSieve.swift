import FoundationEssentials
import GRDB
import Model
import Storage

/// What is looked at of a mention of the past to see whether it is wanted in full.
struct PastSieve {
    enum Interest {
        case none
        case withoutAuthor
        case withAuthor
    }

    let id: MentionID
    let firstSeen: Date
    private let row: Row
    private let label: Sentiment.Label
    private let stars: Double?

    /// Reads a row that has the columns of `MentionRow`, and `stars`.
    init(_ row: Row) {
        self.row = row
        id = row["id"]
        firstSeen = row.date("firstSeen") ?? .distantPast
        label = Sentiment.Label(rawValue: row["label"]) ?? .unscored
        stars = row["stars"]
    }

    /// How much of it the question asks for.
    func interest(of question: PastQuestion) -> Interest {
        let isEdited = row["version"] as Int > 1
        // An earlier wording may have been in any part.
        var isWanted = isEdited
        for part in question.parts where isEdited || isIn(part) {
            if part.asksForAuthors { return .withAuthor }
            isWanted = true
        }
        return isWanted || row.hasValue("incidentId") ? .withoutAuthor : .none
    }

    private func isIn(_ part: PastQuestion.Part) -> Bool {
        if !part.labels.isEmpty, !part.labels.contains(label) { return false }
        if let limit = part.minStars, stars.map({ $0 < limit }) ?? true { return false }
        if let limit = part.maxStars, stars.map({ $0 > limit }) ?? true { return false }
        if !part.sources.isEmpty, !part.sources.contains(SourceID(trusted: row["sourceId"])) {
            return false
        }
        guard !part.kinds.isEmpty else { return true }
        return part.kinds.contains(Source.Kind(rawValue: row["kind"]) ?? .mention)
    }
}

extension Row {
    fileprivate func hasValue(_ column: String) -> Bool {
        (self[column] as MentionID?) != nil
    }
}

extension PastMention {
    /// Reads a row that begins with `MentionRow.columns`, and has `isNews`.
    init(
        row: Row, aspects: Bool, _ circumstances: inout Circumstances, asksForAuthor: Bool = true,
        in database: Database
    ) throws {
        let mention = try Mention(row: row, aspects: aspects, in: database)
        self.init(
            mention: mention, isNews: row["isNews"],
            versions: mention.version > 1
                ? try MentionVersion.fetchAll(of: mention.id, in: database) : [],
            author: asksForAuthor ? try circumstances.author(of: mention) : nil)
    }
}

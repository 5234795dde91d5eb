import Foundation
import GRDB
import Model

/// Rows of `mentionAspect`.
enum AspectRow {
    static let insertion =
        "INSERT INTO mentionAspect (mentionId, aspect, label, words) VALUES (?, ?, ?, ?)"

    /// Writes an aspect of mention `id`, which names it by `words`.
    static func insert(
        _ opinion: AspectOpinion, words: String, of id: MentionID,
        by statement: inout BoundStatement
    ) throws {
        statement.begin()
        try statement.bind(id)
        try statement.bind(opinion.aspect.rawValue)
        try statement.bind(opinion.label.rawValue)
        try statement.bind(words)
        try statement.execute()
    }

    /// The same; `body` is the text that the spans of the aspect count in.
    static func insert(
        _ opinion: AspectOpinion, in body: String, of id: MentionID,
        by statement: inout BoundStatement
    ) throws {
        try insert(opinion, words: words(of: opinion, in: body), of: id, by: &statement)
    }

    static func delete(of id: MentionID, in database: Database) throws {
        try database.cachedStatement(sql: "DELETE FROM mentionAspect WHERE mentionId = ?")
            .execute(arguments: [id])
    }

    /// The aspects of a mention in the order of `Aspect.allCases`, without spans and scores.
    static func fetchAll(of id: MentionID, in database: Database) throws -> [AspectOpinion] {
        let opinions = try database.cachedStatement(
            sql: "SELECT aspect, label FROM mentionAspect WHERE mentionId = ?"
        ).rows([id]) { row in
            Aspect(rawValue: row[0]).map {
                AspectOpinion(
                    aspect: $0, score: 0, label: Sentiment.Label(rawValue: row[1]) ?? .neutral,
                    spans: [])
            }
        }.compactMap { $0 }
        guard opinions.count > 1 else { return opinions }
        return Aspect.allCases.flatMap { aspect in opinions.filter { $0.aspect == aspect } }
    }

    /// The different words that name an aspect, in small letters, one a line; `body` is the text that
    /// its spans count in.
    static func words(of opinion: AspectOpinion, in body: String) -> String {
        let bytes = body.utf8
        let space = UInt8(ascii: " ")
        var seen: Set<String> = []
        var words: [String] = []
        for span in opinion.spans where span.lowerBound >= 0 && span.upperBound <= bytes.count {
            let start = bytes.index(bytes.startIndex, offsetBy: span.lowerBound)
            let end = bytes.index(start, offsetBy: span.count)
            let line = bytes[start..<end].map { $0 == UInt8(ascii: "\n") ? space : $0 }
            let word = String(decoding: line, as: UTF8.self).lowercased()
            if seen.insert(word).inserted { words.append(word) }
        }
        return words.joined(separator: "\n")
    }
}

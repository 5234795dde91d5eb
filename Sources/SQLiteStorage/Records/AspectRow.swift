import Foundation
import GRDB
import Model

/// Rows of `mentionAspect` and `aspectCount`.
enum AspectRow {
    /// Writes the aspects of mention `id`; `body` is the text that their spans count in.
    static func insert(
        _ aspects: [AspectOpinion], in body: String, of id: MentionID, in database: Database
    ) throws {
        for opinion in aspects {
            try database.cachedStatement(
                sql: """
                    INSERT OR IGNORE INTO mentionAspect (mentionId, aspect, label, words)
                    VALUES (?, ?, ?, ?)
                    """
            ).execute(arguments: [
                id, opinion.aspect.rawValue, opinion.label.rawValue, words(of: opinion, in: body),
            ])
        }
    }

    static func delete(of id: MentionID, in database: Database) throws {
        try database.cachedStatement(sql: "DELETE FROM mentionAspect WHERE mentionId = ?")
            .execute(arguments: [id])
    }

    /// Counts the aspects of mention `id` in (`sign` 1) or out (−1) of its day, as its rows stand now.
    static func count(_ sign: Int, mention id: MentionID, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO aspectCount (brandId, day, aspect, negative, neutral, positive)
                SELECT brandId, day, aspect, :sign * (label = 'negative'),
                    :sign * (label = 'neutral'), :sign * (label = 'positive')
                FROM (
                    SELECT '' AS brandId, day FROM mention WHERE id = :id
                    UNION ALL
                    SELECT brandId, day FROM mentionBrand WHERE mentionId = :id)
                CROSS JOIN (
                    SELECT aspect, label FROM mentionAspect WHERE mentionId = :id)
                WHERE true
                ON CONFLICT (brandId, day, aspect) DO UPDATE SET
                    negative = negative + excluded.negative,
                    neutral = neutral + excluded.neutral,
                    positive = positive + excluded.positive
                """
        ).execute(arguments: ["sign": sign, "id": id])
    }

    /// The different words that name an aspect, in small letters, one a line.
    private static func words(of opinion: AspectOpinion, in body: String) -> String {
        let bytes = body.utf8
        var seen: Set<String> = []
        var words: [String] = []
        for span in opinion.spans where span.lowerBound >= 0 && span.upperBound <= bytes.count {
            let start = bytes.index(bytes.startIndex, offsetBy: span.lowerBound)
            let end = bytes.index(start, offsetBy: span.count)
            let word = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
                .replacing("\n", with: " ")
            if seen.insert(word).inserted { words.append(word) }
        }
        return words.joined(separator: "\n")
    }
}

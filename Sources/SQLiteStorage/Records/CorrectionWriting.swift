import Foundation
import GRDB
import Model
import Storage

/// Writes one verdict of a person, with all that repeats the verdict on the mention, inside one
/// transaction.
struct CorrectionWriting {
    private let judgement: Judgement
    private let now: Date
    private let database: Database

    init(_ judgement: Judgement, now: Date, in database: Database) {
        self.judgement = judgement
        self.now = now
        self.database = database
    }

    func run() throws -> JudgementOutcome {
        let row = try Row.fetchOne(
            database, sql: "SELECT \(MentionRow.allColumns) FROM mention WHERE id = ?",
            arguments: [judgement.mention])
        guard let mention = try row.map({ try Mention(row: $0) }) else { return .unknown }
        guard judgement.version ?? mention.version == mention.version else { return .edited }
        let before = Self.label(of: mention, judgement.aspect)
        let correction = try insert(
            on: mention, machineLabel: try engineLabel(of: mention, before: before))
        let isChanged = before != judgement.label
        if isChanged {
            try DayFigures.countOut(mention.id, in: database)
            if let aspect = judgement.aspect {
                try setAspect(aspect, of: mention)
            } else if let label = judgement.label {
                try setLabel(label, of: mention)
            }
            try DayFigures.countIn(mention.id, in: database)
        }
        return .stored(correction, changed: isChanged)
    }

    /// The verdict that a mention has now, on the whole or on an aspect.
    private static func label(of mention: Mention, _ aspect: Aspect?) -> Sentiment.Label? {
        guard let aspect else { return mention.sentiment.label }
        return mention.sentiment.aspects.first { $0.aspect == aspect }?.label
    }

    /// What the engine said of this wording: what an earlier verdict on it remembers, else what stands.
    private func engineLabel(of mention: Mention, before: Sentiment.Label?) throws
        -> Sentiment.Label?
    {
        guard let aspect = judgement.aspect else {
            return mention.sentiment.machineLabel ?? before
        }
        let earlier = try Row.fetchOne(
            database,
            sql: """
                SELECT machineLabel FROM correction
                WHERE mentionId = ? AND version = ? AND aspect = ? ORDER BY id LIMIT 1
                """,
            arguments: [mention.id, mention.version, aspect.rawValue])
        guard let earlier else { return before }
        return (earlier["machineLabel"] as String?).flatMap(Sentiment.Label.init)
    }

    private func insert(on mention: Mention, machineLabel: Sentiment.Label?) throws -> Correction {
        let row = try Row.fetchOne(
            database,
            sql: """
                INSERT INTO correction (mentionId, version, aspect, label, machineLabel, basis,
                    lexicon, at, by, note, isSampled)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *
                """,
            arguments: [
                mention.id, mention.version, judgement.aspect?.rawValue ?? "",
                judgement.label?.rawValue, machineLabel?.rawValue,
                mention.sentiment.basis.rawValue, mention.sentiment.lexicon,
                now.timeIntervalSince1970, judgement.by, judgement.note, judgement.isSampled,
            ])
        guard let row else {
            throw StorageError(
                reason: .other, detail: "the verdict was not stored; give it again")
        }
        return Correction(row: row)
    }

    private func setLabel(_ label: Sentiment.Label, of mention: Mention) throws {
        let engine = mention.sentiment.machineLabel ?? mention.sentiment.label
        try database.execute(
            sql: "UPDATE mention SET label = ?, machineLabel = ? WHERE id = ?",
            arguments: [label.rawValue, label == engine ? nil : engine.rawValue, mention.id])
        try database.execute(
            sql: "UPDATE mentionBrand SET label = ? WHERE mentionId = ?",
            arguments: [label.rawValue, mention.id])
    }

    private func setAspect(_ aspect: Aspect, of mention: Mention) throws {
        var opinions = mention.sentiment.aspects
        let place = opinions.firstIndex { $0.aspect == aspect }
        switch (place, judgement.label) {
        case (let place?, let label?): opinions[place].label = label
        case (let place?, nil): opinions.remove(at: place)
        case (nil, let label?):
            opinions.append(AspectOpinion(aspect: aspect, score: 0, label: label, spans: []))
        case (nil, nil): return
        }
        let ordered = Aspect.allCases.flatMap { aspect in opinions.filter { $0.aspect == aspect } }
        try database.execute(
            sql: "UPDATE mention SET aspects = ? WHERE id = ?",
            arguments: [JSONColumn.text(ordered), mention.id])
        try AspectRow.delete(of: mention.id, in: database)
        var insertion = try BoundStatement(AspectRow.insertion, in: database)
        for opinion in ordered {
            try AspectRow.insert(opinion, in: mention.entry.body, of: mention.id, by: &insertion)
        }
    }
}

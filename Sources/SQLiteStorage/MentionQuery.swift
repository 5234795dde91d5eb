import Foundation
import GRDB
import Model
import Storage

/// A `MentionFilter` as SQL with bound values.
struct MentionQuery: Sendable {
    private(set) var arguments = StatementArguments()
    private var conditions: [String] = []
    private var table = "mention"
    private let order: String

    /// Counts the mentions; where only words are asked for, the full-text index alone does.
    var count: String {
        conditions == [Self.hasWords]
            ? "SELECT count(*) FROM mentionText WHERE mentionText MATCH ?"
            : "SELECT count(*) FROM \(table)\(condition)"
    }
    var selection: String {
        "SELECT \(MentionRow.allColumns) FROM \(table)\(condition) ORDER BY \(order)"
    }

    /// The numbers of the mentions, each once, for which `condition` holds too.
    ///
    /// Its values come after `arguments`; a clause that orders or limits may follow.
    func numbers(where condition: String) -> String {
        "SELECT mention.id FROM \(table) WHERE "
            + (conditions + ["(\(condition))"]).joined(separator: " AND ")
    }

    private var condition: String {
        conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    }

    /// - Throws: `.badQuery` for a search text with nothing to search for.
    init(_ filter: MentionFilter) throws(StorageError) {
        order = Self.order(filter)
        if let brand = filter.brand {
            table = "mentionBrand JOIN mention ON mention.id = mentionBrand.mentionId"
            add("mentionBrand.brandId = ?", brand.rawValue)
        }
        if let brands = filter.anyBrand {
            let scope = BrandScope.mention("mention.id", about: brands.sorted())
            conditions.append(scope.sql)
            arguments += scope.arguments
        }
        if let text = filter.search {
            add(Self.hasWords, try SearchText.match(text))
        }
        if let source = filter.source { add("mention.sourceId = ?", source.rawValue) }
        if let kind = filter.kind { add("mention.kind = ?", kind.rawValue) }
        if !filter.labels.isEmpty {
            let marks = filter.labels.map { _ in "?" }.joined(separator: ", ")
            conditions.append("mention.label IN (\(marks))")
            arguments += StatementArguments(filter.labels.map(\.rawValue).sorted())
        }
        if !filter.aspects.isEmpty { addAspects(filter) }
        if let language = filter.language { add("mention.language = ?", language) }
        if let since = filter.since { add("mention.occurredAt >= ?", since.timeIntervalSince1970) }
        if let until = filter.until { add("mention.occurredAt < ?", until.timeIntervalSince1970) }
        if let stars = filter.minStars { add("mention.stars >= ?", stars) }
        if let stars = filter.maxStars { add("mention.stars <= ?", stars) }
        if let author = filter.author { add("mention.author = ? COLLATE NOCASE", author) }
        if let isUnanswered = filter.isUnanswered { add("mention.isOpen = ?", isUnanswered) }
        if !filter.states.isEmpty { addStates(filter.states) }
        if let assignee = filter.assignee { add("mention.assignee = ? COLLATE NOCASE", assignee) }
        if let disagrees = filter.disagrees { add("mention.disagrees = ?", disagrees) }
    }

    private mutating func addStates(_ states: Set<Triage.State>) {
        // The index of states holds all but the new ones, and orders those of one state.
        if !states.contains(.new) { conditions.append("mention.state <> 'new'") }
        if states.count == 1, let state = states.first {
            add("mention.state = ?", state.rawValue)
        } else {
            let marks = states.map { _ in "?" }.joined(separator: ", ")
            conditions.append("mention.state IN (\(marks))")
            arguments += StatementArguments(states.map(\.rawValue).sorted())
        }
    }

    private mutating func addAspects(_ filter: MentionFilter) {
        let marks = filter.aspects.map { _ in "?" }.joined(separator: ", ")
        let label = filter.aspectLabel.map { _ in " AND label = ?" } ?? ""
        conditions.append(
            """
            mention.id IN (
                SELECT mentionId FROM mentionAspect WHERE aspect IN (\(marks))\(label))
            """)
        arguments += StatementArguments(filter.aspects.map(\.rawValue).sorted())
        if let label = filter.aspectLabel { arguments += [label.rawValue] }
    }

    private static let hasWords =
        "mention.id IN (SELECT rowid FROM mentionText WHERE mentionText MATCH ?)"

    private mutating func add(_ condition: String, _ value: some DatabaseValueConvertible) {
        conditions.append(condition)
        arguments += [value]
    }

    /// A search goes by the number of the mention, so that the full-text index is walked newest
    /// first and left as soon as the page is full.
    private static func order(_ filter: MentionFilter) -> String {
        let time =
            filter.search != nil
            ? "mention.id"
            : (filter.brand != nil ? "mentionBrand.occurredAt" : "mention.occurredAt")
        return switch filter.order {
        case .newestFirst: "\(time) DESC, mention.id DESC"
        case .oldestFirst: "\(time), mention.id"
        case .mostNegativeFirst:
            "mention.label = 'unscored', mention.score, mention.occurredAt DESC, mention.id DESC"
        }
    }
}

/// A person's search text as an FTS5 query in which nothing is an operator.
enum SearchText {
    /// How many different terms are asked for at most: each costs a walk through the index.
    private static let limit = 256

    /// Quotes every term; words in double quotes stay together, a trailing `*` makes a prefix.
    ///
    /// A term without a letter or digit is left out, since the index has none.
    ///
    /// - Throws: `.badQuery` if nothing is left to look for, or too much.
    static func match(_ text: String) throws(StorageError) -> String {
        var terms: [String] = []
        let parts = text.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index % 2 == 1 {
                terms.append(quoted(part))
            } else {
                terms += part.split { $0.properties.isWhitespace }.map { quoted($0) }
            }
        }
        var seen: Set<String> = []
        terms.removeAll {
            !$0.contains { $0.isLetter || $0.isNumber } || !seen.insert($0).inserted
        }
        guard !terms.isEmpty else {
            throw StorageError(
                reason: .badQuery,
                detail: "there is no word to search for in “\(text.prefix(80))”; give at least one "
                    + "word of letters or digits")
        }
        guard terms.count <= limit else {
            throw StorageError(
                reason: .badQuery,
                detail: "the search asks for \(terms.count) words; give at most \(limit)")
        }
        return terms.joined(separator: " AND ")
    }

    /// The scalars of a term that has no quote in it, quoted.
    ///
    /// Scalars and not characters are looked at: to FTS5 a quote with an accent on it is a quote.
    private static func quoted(_ term: Substring.UnicodeScalarView) -> String {
        let isPrefix = term.last == "*"
        let bare = (isPrefix ? term.dropLast() : term).filter { $0 != "\0" }
        return "\"" + String(bare) + "\"" + (isPrefix ? "*" : "")
    }
}

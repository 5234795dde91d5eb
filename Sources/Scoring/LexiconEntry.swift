public import Model
import TextProcessing

/// One entry of a lexicon, as a person may want to see it.
public struct LexiconEntry: Sendable, Hashable {
    /// What an entry does to a text; `lexicons/README.md` tells more of each.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        /// Counts for itself.
        case opinion
        /// Counts where a negator stands before the term, in place of the general rule.
        case negated
        case negator
        case lacking
        case intensifier
        case adverb
        case excess
        case contrast
        case concession
        case additive
        /// Met and passed over.
        case silent
    }

    /// In the lexicon's spelling.
    public var term: String
    /// The language as a two-letter code, or `emoji`.
    public var language: String
    /// −4 to 4; the strength of a governor; 0 where the part needs no number.
    public var valence: Double
    /// How much the term speaks for an opinion, −4 to 4.
    public var opinion: Double
    /// What it does.
    public var part: Part
    /// Where the numbers come from.
    public var origin: Contribution.Origin
}

extension Lexicon {
    /// The entry of `term`, misspelt ones included; nil where `language` has none.
    ///
    /// `language` is a code of `languages`, or `emoji`.
    public func entry(for term: String, in language: String) -> LexiconEntry? {
        TermKeys.key(of: term).flatMap { entry(at: $0, isNegated: false, in: language) }
    }

    /// What `term` counts where it is negated; nil where the general rule turns it.
    public func negatedEntry(for term: String, in language: String) -> LexiconEntry? {
        TermKeys.key(of: term).flatMap { key in
            entry(at: TermHash.joined(TermHash.negation, key), isNegated: true, in: language)
        }
    }

    /// Every entry of `language` in the order of the terms; misspellings are left out.
    public func entries(of language: String) -> [LexiconEntry] {
        entries(of: language) { _ in true }
    }

    /// The entries of `language` that are longer than `term` and begin with it, in their order.
    public func phrases(beginningWith term: String, in language: String) -> [LexiconEntry] {
        let first = TermKeys.keys(of: term)
        guard !first.isEmpty else { return [] }
        return entries(of: language) { $0.count > first.count && $0.starts(with: first) }
    }

    /// Whether an entry of `language` begins with the phrase of this key and goes on.
    func goesOn(after key: UInt64, in language: String) -> Bool {
        guard let table = anyTable(language), let slot = table.slot(of: key) else { return false }
        return table.slots[slot].follows != 0
    }

    private func entries(
        of language: String, where isWanted: ([UInt64]) -> Bool
    ) -> [LexiconEntry] {
        guard let table = anyTable(language) else { return [] }
        var entries: [LexiconEntry] = []
        for slot in 0..<table.slotCount where table.slots[slot].key != 0 {
            let record = table.slots[slot]
            let keys = TermKeys.keys(of: table.term(at: slot))
            guard let key = TermKeys.joined(keys), isWanted(keys) else { continue }
            let isNegated = record.key == TermHash.joined(TermHash.negation, key)
            guard isNegated || record.key == key else { continue }
            if let entry = Self.entry(table, slot, isNegated, language) { entries.append(entry) }
        }
        return entries.sorted {
            ($0.term, $0.part.rawValue) < ($1.term, $1.part.rawValue)
        }
    }

    private func entry(at key: UInt64, isNegated: Bool, in language: String) -> LexiconEntry? {
        guard let table = anyTable(language), let slot = table.slot(of: key) else { return nil }
        return Self.entry(table, slot, isNegated, language)
    }

    private func anyTable(_ language: String) -> LexiconTable? {
        language == "emoji" ? emoji : table(for: language)
    }

    private static func entry(
        _ table: LexiconTable, _ slot: Int, _ isNegated: Bool, _ language: String
    ) -> LexiconEntry? {
        let record = table.slots[slot]
        guard let part = isNegated ? .negated : LexiconEntry.Part(record.role) else { return nil }
        return LexiconEntry(
            term: table.term(at: slot), language: language, valence: record.valence,
            opinion: record.opinion, part: part, origin: record.origin)
    }
}

extension LexiconEntry.Part {
    /// The part that a record plays; nil where it only begins phrases or is only ever negated.
    fileprivate init?(_ role: LexiconRecord.Role) {
        switch role {
        case .prefix, .turned: return nil
        case .opinion: self = .opinion
        case .negator: self = .negator
        case .intensifier: self = .intensifier
        case .contrast: self = .contrast
        case .concession: self = .concession
        case .excess: self = .excess
        case .additive: self = .additive
        case .silent: self = .silent
        case .adverb: self = .adverb
        case .lacking: self = .lacking
        }
    }
}

/// The keys under which a term stands in a table.
enum TermKeys {
    /// One for each of its words, numbers and emoji; empty where it has none.
    static func keys(of term: String) -> [UInt64] {
        let tokens = Tokenizer.tokens(in: term)
        let keys = tokens.filter { $0.key != 0 && $0.kind != .sentenceEnd }.map(\.key)
        if keys.isEmpty, tokens.count == 1, tokens[0].key != 0 { return [tokens[0].key] }
        return keys
    }

    /// The key of the whole term; nil where it has no words.
    static func key(of term: String) -> UInt64? { joined(keys(of: term)) }

    /// The key of the phrase of these words; nil where there are none.
    static func joined(_ keys: [UInt64]) -> UInt64? {
        keys.first.map { keys.dropFirst().reduce($0, TermHash.joined) }
    }
}

import TextProcessing

/// The words, phrases and emoji that the scorer knows, language by language.
///
/// The embedded lexicon is compiled from `lexicons/*.tsv` and read where it lies in the program.
/// An overlay makes a changed copy: the owner's words over ours. Values are immutable and may be
/// used by any number of threads.
public struct Lexicon: Sendable {
    private let tables: [String: LexiconTable]
    private let emojiTable: LexiconTable
    private let overlaid: Int

    /// The lexicon that the program carries, without overlays.
    public static var embedded: Lexicon {
        guard let emoji = EmbeddedTables.byName["emoji"] else {
            preconditionFailure("no embedded emoji lexicon")
        }
        return Lexicon(tables: EmbeddedTables.byName, emojiTable: emoji, overlaid: 0)
    }

    private init(tables: [String: LexiconTable], emojiTable: LexiconTable, overlaid: Int) {
        self.tables = tables
        self.emojiTable = emojiTable
        self.overlaid = overlaid
    }

    /// The lexicon with the entries of `overlay` in place of its own or beside them.
    ///
    /// An entry without language counts in every language. Later overlays win over earlier ones.
    public func adding(_ overlay: LexiconOverlay) -> Lexicon {
        var changed: [String: LexiconTable] = [:]
        for (name, table) in tables {
            let entries = overlay.entries.filter { $0.language == nil || $0.language == name }
            changed[name] = entries.isEmpty ? table : table.adding(entries)
        }
        return Lexicon(
            tables: changed, emojiTable: changed["emoji"] ?? emojiTable,
            overlaid: overlaid + overlay.entries.count)
    }

    /// The edition, such as `2026.1`; with `+3` at its end where overlays have three entries.
    public var edition: String {
        overlaid == 0 ? emojiTable.edition : "\(emojiTable.edition)+\(overlaid)"
    }

    /// The edition as stored with a verdict on a text in `language`, such as `en-2026.1+3`.
    public func edition(for language: String?) -> String {
        language.map { "\($0)-\(edition)" } ?? edition
    }

    /// The languages that can be scored, as two-letter ISO 639-1 codes in alphabetical order.
    public var languages: [String] { tables.keys.filter { $0 != "emoji" }.sorted() }

    /// How many entries `language` has, the first words of phrases included; 0 where it has none.
    public func entryCount(of language: String) -> Int { tables[language]?.entryCount ?? 0 }

    /// The words of `language`; nil where there are none.
    func table(for language: String) -> LexiconTable? {
        language == "emoji" ? nil : tables[language]
    }

    /// Emoji and emoticons, which every language shares.
    var emoji: LexiconTable { emojiTable }
}

extension LexiconTable {
    /// A copy with `entries` over its own.
    func adding(_ entries: [LexiconOverlay.Entry]) -> LexiconTable {
        var changed = LexiconTableBuilder(self)
        for entry in entries { changed.set(entry) }
        return changed.table() ?? self
    }
}

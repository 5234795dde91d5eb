import TextProcessing

/// The words of all overlays and of the lexicon beneath, to look at one line among them.
struct OverlayWords {
    /// A valence nearer to zero says too little to be contradicted.
    static let clear = 0.5

    private let lexicon: Lexicon
    /// What the owner says of single words.
    private let ownWords: [UInt64: OverlayRow]
    /// Language by language, the phrases of the lexicon under the key of each shorter phrase that they
    /// begin with.
    private let longerPhrases: [String: [UInt64: [LexiconEntry]]]

    init(rows: [OverlayRow], lexicon: Lexicon) {
        self.lexicon = lexicon
        ownWords = Dictionary(
            rows.filter { $0.keys.count == 1 }.map { ($0.key, $0) }
        ) { _, later in later }
        let phrases = Set(rows.filter { $0.keys.count > 1 }.map(\.key))
        var longer: [String: [UInt64: [LexiconEntry]]] = [:]
        for language in lexicon.languages {
            let wanted = phrases.filter { lexicon.goesOn(after: $0, in: language) }
            guard !wanted.isEmpty else { continue }
            longer[language] = Self.phrases(of: lexicon, in: language, beginningWith: wanted)
        }
        longerPhrases = longer
    }

    private static func phrases(
        of lexicon: Lexicon, in language: String, beginningWith wanted: Set<UInt64>
    ) -> [UInt64: [LexiconEntry]] {
        var phrases: [UInt64: [LexiconEntry]] = [:]
        for entry in lexicon.entries(of: language) {
            let keys = TermKeys.keys(of: entry.term)
            guard keys.count > 2, var key = keys.first else { continue }
            for next in keys.dropFirst().dropLast() {
                key = TermHash.joined(key, next)
                if wanted.contains(key) { phrases[key, default: []].append(entry) }
            }
        }
        return phrases
    }

    /// What is doubtful about a line, seen beside the lexicon.
    func findings(on row: OverlayRow) -> [LexiconFinding] {
        let found: [LexiconFinding?] = [
            needless(row), nothingToSilence(row), zero(row), variant(row), slip(row), hidden(row),
        ]
        return found.compactMap { $0 }
    }

    /// The tables that a line changes, English first.
    private func languages(of row: OverlayRow) -> [String] {
        if let language = row.language { return [language] }
        return ["en"] + lexicon.languages.filter { $0 != "en" } + ["emoji"]
    }

    private func finding(
        _ kind: LexiconFinding.Kind, _ row: OverlayRow, _ message: String, _ advice: String
    ) -> LexiconFinding {
        LexiconFinding(
            kind: kind, file: row.file, line: row.line, column: row.columns[0], message: message,
            advice: advice)
    }

    /// A line that gives the lexicon's own value.
    private func needless(_ row: OverlayRow) -> LexiconFinding? {
        let known = languages(of: row).compactMap { language in
            lexicon.entry(for: row.term, in: language).map { (language, $0) }
        }
        let isSame = known.allSatisfy { language, entry in
            guard lexicon.negatedEntry(for: row.term, in: language) == nil else { return false }
            guard let valence = row.valence else { return entry.part == .silent }
            return entry.part == .opinion && entry.valence == valence
        }
        guard isSame, let (language, _) = known.first else { return nil }
        // without a language the line adds the term to languages that do not know it
        let rest =
            row.language == nil && language != "emoji"
            ? " (\(language)); this line only adds it to other languages" : ""
        return finding(
            .noEffect, row, "“\(row.term)” \(row.effect) in the lexicon already\(rest)",
            "remove this line")
    }

    private func nothingToSilence(_ row: OverlayRow) -> LexiconFinding? {
        guard row.valence == nil else { return nil }
        let isKnown = languages(of: row).contains { language in
            lexicon.entry(for: row.term, in: language) != nil
                || lexicon.negatedEntry(for: row.term, in: language) != nil
                || words(of: row).contains { lexicon.entry(for: $0, in: language) != nil }
        }
        guard !isKnown, words(of: row).allSatisfy({ ownWord($0) == nil || row.keys.count == 1 })
        else { return nil }
        let subject =
            row.keys.count > 1 ? "neither “\(row.term)” nor a word of it" : "“\(row.term)”"
        return finding(
            .nothingToSilence, row,
            row.keys.count > 1
                ? "\(subject) is in the lexicon, so there is nothing to silence"
                : "\(subject) is not in the lexicon, so there is nothing to silence",
            "check the spelling or remove this line")
    }

    private func zero(_ row: OverlayRow) -> LexiconFinding? {
        guard row.valence == 0 else { return nil }
        return finding(
            .noEffect, row, "“\(row.term)” counts 0, in steps of 0.05", "write - to silence it")
    }

    /// A form of the term that the lexicon knows with the opposite sign.
    private func variant(_ row: OverlayRow) -> LexiconFinding? {
        guard let valence = row.valence, abs(valence) >= Self.clear else { return nil }
        for form in TermVariant.forms(of: row.term) {
            guard let key = TermKeys.key(of: form), key != row.key, ownWords[key] == nil else {
                continue
            }
            for language in languages(of: row) {
                guard let entry = opinion(on: form, in: language), entry.valence * valence < 0
                else { continue }
                return finding(
                    .variant, row,
                    "“\(row.term)” \(row.effect), but “\(form)” counts "
                        + "\(OverlayRow.signed(entry.valence)) in the lexicon (\(language))",
                    "check the sign, or add a line for “\(form)” too")
            }
        }
        return nil
    }

    /// A phrase whose sign every word in it speaks against.
    private func slip(_ row: OverlayRow) -> LexiconFinding? {
        guard row.keys.count > 1, let valence = row.valence, abs(valence) >= Self.clear else {
            return nil
        }
        for language in languages(of: row) {
            let entries = words(of: row).map { ($0, lexicon.entry(for: $0, in: language)) }
            if entries.contains(where: { $0.1?.part.turns ?? false }) { return nil }
            let felt = entries.compactMap { word, entry -> (String, Double)? in
                if let own = ownWord(word) { return own.valence.map { (word, $0) } }
                guard let entry, entry.part == .opinion || entry.part == .adverb else { return nil }
                return (word, entry.valence)
            }.filter { abs($0.1) >= Self.clear }
            guard !felt.isEmpty, felt.allSatisfy({ $0.1 * valence < 0 }) else { continue }
            let list = felt.map { "“\($0.0)” \(OverlayRow.signed($0.1))" }.joined(separator: ", ")
            return finding(
                .slip, row,
                "“\(row.term)” \(row.effect), though all that counts in it says the opposite: "
                    + list, "check the sign")
        }
        return nil
    }

    /// Longer phrases of the lexicon that begin with this one and say the opposite.
    private func hidden(_ row: OverlayRow) -> LexiconFinding? {
        guard row.keys.count > 1, let valence = row.valence else { return nil }
        for language in languages(of: row) {
            let longer = (longerPhrases[language]?[row.key] ?? []).filter {
                ($0.part == .opinion && $0.valence * valence < 0
                    && abs($0.valence) >= Self.clear) || $0.part == .silent
            }
            guard let first = longer.first else { continue }
            let more = longer.count > 1 ? " and \(longer.count - 1) more" : ""
            let effect =
                first.part == .silent ? "silent" : OverlayRow.signed(first.valence)
            return finding(
                .hidden, row,
                "“\(row.term)” \(row.effect), but where a longer phrase of the lexicon stands, that counts: "
                    + "“\(first.term)” \(effect)\(more)",
                "add a line for the longer phrase, if it is meant too")
        }
        return nil
    }

    private func opinion(on term: String, in language: String) -> LexiconEntry? {
        guard let entry = lexicon.entry(for: term, in: language), entry.part == .opinion,
            abs(entry.valence) >= Self.clear
        else { return nil }
        return entry
    }

    private func ownWord(_ word: String) -> OverlayRow? {
        TermKeys.key(of: word).flatMap { ownWords[$0] }
    }

    private func words(of row: OverlayRow) -> [String] { TermVariant.words(of: row.term) }
}

extension LexiconEntry.Part {
    /// Whether it may make the opposite of what follows it.
    fileprivate var turns: Bool {
        switch self {
        case .negator, .lacking, .excess, .additive, .contrast, .concession, .negated: true
        case .opinion, .intensifier, .adverb, .silent: false
        }
    }
}

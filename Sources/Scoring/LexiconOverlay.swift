import TextProcessing

/// An owner's own words: terms that the lexicon lacks, values that it has wrong, words to silence.
///
/// A text of tab-separated lines: the term (a word, a phrase of up to eight words, an emoji), its
/// valence from −4 to 4 or `-` to silence it, and optionally a language code for terms that hold
/// in one language only. Empty lines and lines that begin with `#` and a space are passed over.
///
///     shrinkflation	-2.5
///     out of this world	3
///     sick	-
///     pastel	1.5	es
public struct LexiconOverlay: Sendable, Hashable {
    struct Entry: Sendable, Hashable {
        var term: String
        var keys: [UInt64]
        /// In steps of 0.05; nil silences the term.
        var valenceSteps: Int8?
        var language: String?
    }

    private(set) var entries: [Entry] = []

    static let longestPhrase = 8
    static let longestTerm = 255

    /// How many terms it has.
    public var count: Int { entries.count }

    /// Reads an overlay; `file` is the name that errors give.
    ///
    /// Throws at the first line that is wrong, with its number and what to write instead.
    public init(parsing text: String, file: String) throws(LexiconError) {
        var lines: [String: Int] = [:]
        var number = 0
        for row in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            if row.allSatisfy(\.isWhitespace) || row.hasPrefix("# ") || row == "#" { continue }
            let reader = OverlayLine(row, file: file, number: number)
            let entry = try reader.entry()
            let identity = (entry.language ?? "") + "\t" + entry.keys.description
            if let earlier = lines.updateValue(number, forKey: identity) {
                throw reader.error(
                    .duplicate, "'\(entry.term)' stands in line \(earlier) already; keep one")
            }
            entries.append(entry)
        }
    }
}

/// One line of an overlay on its way to an entry.
private struct OverlayLine {
    let fields: [Substring]
    let file: String
    let number: Int

    init(_ row: Substring, file: String, number: Int) {
        fields = row.split(separator: "\t", omittingEmptySubsequences: false)
        self.file = file
        self.number = number
    }

    func error(_ reason: LexiconError.Reason, _ detail: String) -> LexiconError {
        LexiconError(
            reason: reason, detail: TerminalText.sanitized(detail), file: file, line: number)
    }

    func entry() throws(LexiconError) -> LexiconOverlay.Entry {
        guard (2...3).contains(fields.count) else {
            throw error(
                .wrongColumns,
                "\(fields.count) column\(fields.count == 1 ? "" : "s"); write the term, a tab and "
                    + "its valence, and if it holds in one language only, a tab and the code")
        }
        let term = String(fields[0].trimmingSpaces)
        return LexiconOverlay.Entry(
            term: term, keys: try keys(of: term),
            valenceSteps: try valenceSteps(of: fields[1].trimmingSpaces),
            language: try language())
    }

    private func keys(of term: String) throws(LexiconError) -> [UInt64] {
        guard !term.isEmpty else {
            throw error(.emptyTerm, "no term before the tab; write a word, a phrase or an emoji")
        }
        let tokens = Tokenizer.tokens(in: term)
        var keys = tokens.filter { $0.key != 0 && $0.kind != .sentenceEnd }.map(\.key)
        if keys.isEmpty, tokens.count == 1, tokens[0].key != 0 { keys = [tokens[0].key] }
        guard !keys.isEmpty else {
            throw error(
                .emptyTerm, "'\(term)' has no word, number, emoji or mark such as ! to look for")
        }
        guard keys.count <= LexiconOverlay.longestPhrase,
            term.utf8.count <= LexiconOverlay.longestTerm
        else {
            throw error(
                .termTooLong,
                "the term has \(keys.count) words and \(term.utf8.count) bytes; write at most "
                    + "\(LexiconOverlay.longestPhrase) words and \(LexiconOverlay.longestTerm) bytes"
            )
        }
        return keys
    }

    private func valenceSteps(of field: Substring) throws(LexiconError) -> Int8? {
        if field == "-" { return nil }
        guard let valence = Double(String(field)), valence.isFinite else {
            throw error(
                .notANumber,
                "'\(field)' is no valence; write a number from -4 to 4, or - to silence")
        }
        guard (-4...4).contains(valence) else {
            throw error(
                .outOfRange, "valence \(field) is out of range; write a number from -4 to 4")
        }
        return Int8((valence * LexiconRecord.steps).rounded())
    }

    private func language() throws(LexiconError) -> String? {
        guard fields.count == 3 else { return nil }
        let code = fields[2].trimmingSpaces.lowercased()
        let known = Lexicon.embedded.languages
        guard known.contains(code) else {
            throw error(
                .unknownLanguage,
                "no lexicon for language '\(code)'; write one of \(known.joined(separator: ", ")) "
                    + "or leave the column out")
        }
        return code
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var rest = drop(while: \.isWhitespace)
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return rest
    }
}

/// Looks for lines in overlays that are wrong, contradict each other or do nothing.
///
/// Files are read in the order in which they will count, later ones over earlier ones. Pure; time is
/// linear in the lines and the lexicon.
public struct OverlayLint: Sendable {
    /// In the order of files and lines.
    public private(set) var findings: [LexiconFinding] = []
    /// How many lines have a term that can be used.
    public var termCount: Int { rows.count }

    private let lexicon: Lexicon
    private var rows: [OverlayRow] = []
    private var files: [String] = []

    /// A lint against the words of `lexicon`, without overlays.
    public init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// Looks at `overlays`, each a file's name and its text, in the order in which they count.
    public static func findings(
        in overlays: [(file: String, text: String)], lexicon: Lexicon
    ) -> [LexiconFinding] {
        var lint = OverlayLint(lexicon: lexicon)
        for overlay in overlays { lint.read(overlay.text, file: overlay.file) }
        lint.compare()
        return lint.findings
    }

    /// Takes the lines of a file in; those that cannot be read become findings.
    private mutating func read(_ text: String, file: String) {
        files.append(file)
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            do throws(LexiconError) {
                if let row = try OverlayRow(line, file: file, line: number) { rows.append(row) }
            } catch {
                let columns = OverlayRow.columns(of: line)
                let field =
                    switch error.reason {
                    case .notANumber, .outOfRange: 1
                    case .unknownLanguage: 2
                    case .wrongColumns: columns.count > 3 ? 3 : 0
                    case .emptyTerm, .termTooLong, .duplicate, .unknownAspect, .unknownLabel: 0
                    }
                findings.append(
                    LexiconFinding(
                        kind: .error, file: file, line: number,
                        column: field < columns.count ? columns[field] : 1,
                        message: error.detail, advice: ""))
            }
        }
    }

    /// Looks at every line beside the earlier ones and the lexicon.
    private mutating func compare() {
        var earlier: [UInt64: [OverlayRow]] = [:]
        var variants: [String: [OverlayRow]] = [:]
        let words = OverlayWords(rows: rows, lexicon: lexicon)
        for row in rows {
            for other in (earlier[row.key] ?? []).reversed() where row.overlaps(other) {
                compare(row, with: other)
                // what stands before that line was compared with it
                if other.language == nil || other.language == row.language { break }
            }
            let folded = TermVariant.folded(row.term)
            for other in variants[folded] ?? [] where other.key != row.key {
                compareVariant(row, with: other)
            }
            findings += words.findings(on: row)
            earlier[row.key, default: []].append(row)
            variants[folded, default: []].append(row)
        }
        let order = Dictionary(files.enumerated().map { ($1, $0) }) { first, _ in first }
        findings.sort {
            (order[$0.file] ?? 0, $0.line, $0.column, $0.message)
                < (order[$1.file] ?? 0, $1.line, $1.column, $1.message)
        }
    }

    /// Two lines on the same term.
    private mutating func compare(_ row: OverlayRow, with earlier: OverlayRow) {
        if row.file == earlier.file, row.language == earlier.language {
            findings.append(
                LexiconFinding(
                    kind: .error, file: row.file, line: row.line, column: row.columns[0],
                    message: "“\(row.term)” stands in line \(earlier.line) already",
                    advice: "keep one of them"))
        } else if row.language != nil, earlier.language == nil {
            // The general line first, then that of one language: meant so, if they differ.
            if row.valence == earlier.valence { add(.noEffect, row, sameAs: earlier) }
        } else if row.language == nil, let language = earlier.language {
            add(
                .replaced, earlier,
                "“\(row.term)” in \(row.place) holds in every language and replaces this line for "
                    + "\(language)", "put the line without language first")
        } else if row.valence == earlier.valence {
            add(.noEffect, row, sameAs: earlier)
        } else if row.sign != earlier.sign {
            add(
                .contradiction, row,
                "“\(row.term)” \(row.effect) here, but \(earlier.effect) in \(earlier.place); the later "
                    + "line holds", "decide for one and remove the other")
        }
    }

    private mutating func compareVariant(_ row: OverlayRow, with earlier: OverlayRow) {
        guard row.overlaps(earlier), let sign = row.sign, let other = earlier.sign,
            sign * other < 0
        else { return }
        add(
            .variant, row,
            "“\(row.term)” \(row.effect), but “\(earlier.term)” in \(earlier.place) "
                + "\(earlier.effect)", "check the signs: they are forms of one word")
    }

    private mutating func add(
        _ kind: LexiconFinding.Kind, _ row: OverlayRow, sameAs earlier: OverlayRow
    ) {
        add(
            kind, row, "“\(row.term)” \(row.effect) in \(earlier.place) already",
            "remove this line")
    }

    private mutating func add(
        _ kind: LexiconFinding.Kind, _ row: OverlayRow, _ message: String, _ advice: String
    ) {
        findings.append(
            LexiconFinding(
                kind: kind, file: row.file, line: row.line, column: row.columns[0],
                message: message, advice: advice))
    }
}

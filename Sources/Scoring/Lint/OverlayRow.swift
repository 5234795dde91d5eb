import TextProcessing

/// One line of an overlay with its place, for looking at it among the others.
struct OverlayRow {
    var file: String
    var line: Int
    /// Where each field begins, counted in Unicode scalars from 1.
    var columns: [Int]
    var term: String
    var keys: [UInt64]
    /// The key of the whole term.
    var key: UInt64
    /// Nil silences the term.
    var valence: Double?
    /// Nil holds in every language.
    var language: String?

    /// Reads a line that the scorer accepts; throws what it does not.
    init?(_ text: Substring, file: String, line: Int) throws(LexiconError) {
        let columns = Self.columns(of: text)
        do throws(LexiconError) {
            let overlay = try LexiconOverlay(parsing: String(text), file: file)
            guard let entry = overlay.entries.first, let key = TermKeys.joined(entry.keys) else {
                return nil
            }
            term = entry.term
            keys = entry.keys
            self.key = key
            valence = entry.valenceSteps.map { Double($0) / LexiconRecord.steps }
            language = entry.language
        } catch {
            throw LexiconError(
                reason: error.reason, detail: error.detail, file: file, line: line)
        }
        self.file = file
        self.line = line
        self.columns = columns
    }

    /// Where each field of a line begins.
    static func columns(of text: Substring) -> [Int] {
        var columns = [1]
        for (place, scalar) in text.unicodeScalars.enumerated() where scalar == "\t" {
            columns.append(place + 2)
        }
        return columns
    }

    /// `file:line`.
    var place: String { "\(file):\(line)" }

    /// `counts −2.5` or `is silenced`.
    var effect: String {
        valence.map { "counts \(Self.signed($0))" } ?? "is silenced"
    }

    /// The sign of what it counts: −1, 0 or 1; nil where it is silenced.
    var sign: Int? { valence.map { $0 < 0 ? -1 : $0 > 0 ? 1 : 0 } }

    /// Whether there is a language in which both hold.
    func overlaps(_ other: OverlayRow) -> Bool {
        language == nil || other.language == nil || language == other.language
    }

    /// A number with its sign, `−2.5` or `+1.25`.
    static func signed(_ value: Double) -> String {
        let hundredths = Int((abs(value) * 100).rounded())
        var digits = String(hundredths % 100 + 100).dropFirst()
        if digits.hasSuffix("0") { digits.removeLast() }
        return (value < 0 ? "−" : value > 0 ? "+" : "") + "\(hundredths / 100).\(digits)"
    }
}

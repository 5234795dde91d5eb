import Model

@testable import Scoring

/// An owner's own words, and behind `%%` a text that is scored with them.
enum OverlayPromises {
    private static let scored = Lexicon.embedded

    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        let input = FuzzInput(bytes)
        let text = input.text(0)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let overlay = try overlay(text, lines: lines.count)
        let findings = OverlayLint.findings(in: [("own.tsv", text)], lexicon: scored)
        for finding in findings {
            try promise(
                (1...lines.count).contains(finding.line) && finding.column >= 1,
                "a finding at \(finding.line):\(finding.column)")
            try TextPromises.checkSentence(finding.message, "a finding")
            if finding.isWarning { try TextPromises.checkSentence(finding.advice, "an advice") }
        }
        try promise(
            findings.contains { $0.kind == .error } == (overlay == nil), "reader and lint differ")
        guard let overlay, overlay.count > 0 else { return }
        try promise(overlay.count <= lines.count, "\(overlay.count) terms of \(lines.count) lines")
        let lexicon = scored.adding(overlay)
        try ScoringPromises.check(input.text(1) + "\n" + text, lexicon: lexicon)
    }

    private static func overlay(
        _ text: String, lines: Int
    ) throws(BrokenPromise) -> LexiconOverlay? {
        do throws(LexiconError) {
            return try LexiconOverlay(parsing: text, file: "own.tsv")
        } catch {
            try promise((1...lines).contains(error.line), "line \(error.line) of \(lines)")
            try TextPromises.checkSentence(error.detail, "an error")
            return nil
        }
    }
}

import ArgumentParser
import Model

/// Mentions by number on the command line: `12`, `#12`, or a range `12..20` of those there are.
struct MentionNumbers: Sendable, Hashable {
    /// Both ends are meant; never below 1.
    let range: ClosedRange<MentionID>

    /// Whether a single one was named.
    var isSingle: Bool { range.lowerBound == range.upperBound }

    /// Fails for what is no number of a mention and no range of them.
    init(parsing word: String) throws {
        let places = word.firstRange(of: "..")
        let first = try Self.number(places.map { word[..<$0.lowerBound] } ?? word[...], in: word)
        let last = try places.map { try Self.number(word[$0.upperBound...], in: word) } ?? first
        guard first <= last else {
            throw ValidationError(
                "“\(word.prefix(80))” runs backwards; did you mean \(last)..\(first)?")
        }
        range = first...last
    }

    private static func number(_ text: Substring, in word: String) throws -> MentionID {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = MentionID(digits), number > 0
        else {
            throw ValidationError(
                "“\(word.prefix(80))” is no number of a mention; give 12, #12, or a range such as "
                    + "12..20, up to \(MentionID.max).")
        }
        return number
    }
}

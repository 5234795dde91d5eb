public import Model
import TextProcessing

/// A text with the words that counted marked and signed, as in `The waiter was [−rude]`.
public enum MarkedText {
    /// The text of `body` in lines of at most `width` columns, a line feed after each; nil keeps
    /// the lines of the text.
    ///
    /// A mark shows the sign of the weight: `+`, `−`, or `·` for a word that rules brought to
    /// nothing. Of overlapping spans the first counts; a span that is not inside of the text, or
    /// not on the bounds of characters, is left out.
    public static func rendered(
        _ body: String, contributions: [Contribution], width: Int?, style: TerminalStyle
    ) -> String {
        let text = marked(body, contributions)
        let lines = text.wrapped(to: width ?? .max)
        return lines.map { $0.painted(style) + "\n" }.joined()
    }

    /// The words of `body` that a contribution stands for, on one line; nil if its span is not in it.
    public static func words(of contribution: Contribution, in body: String) -> String? {
        words(at: contribution.span, in: body)
    }

    /// The words of `body` at `span`, on one line; nil if it is not in it, or not on the bounds of
    /// characters.
    static func words(at span: Range<Int>, in body: String) -> String? {
        range(of: span, in: body).map { TerminalText.sanitized(String(body[$0])) }
    }

    private static func marked(_ body: String, _ contributions: [Contribution]) -> StyledText {
        var text = StyledText()
        var position = body.startIndex
        for contribution in contributions.sorted(by: { $0.span.lowerBound < $1.span.lowerBound }) {
            guard let range = range(of: contribution.span, in: body), range.lowerBound >= position
            else { continue }
            text.append(TerminalText.sanitizedLines(String(body[position..<range.lowerBound])))
            let words = TerminalText.sanitized(String(body[range]))
            text.append("[" + sign(contribution.weight) + words + "]", meaning(contribution.weight))
            position = range.upperBound
        }
        text.append(TerminalText.sanitizedLines(String(body[position...])))
        return text
    }

    private static func range(of span: Range<Int>, in body: String) -> Range<String.Index>? {
        let bytes = body.utf8
        guard span.lowerBound >= 0, !span.isEmpty, span.upperBound <= bytes.count else {
            return nil
        }
        let lower = bytes.index(bytes.startIndex, offsetBy: span.lowerBound)
        let upper = bytes.index(bytes.startIndex, offsetBy: span.upperBound)
        guard lower.samePosition(in: body) != nil, upper.samePosition(in: body) != nil
        else { return nil }
        return lower..<upper
    }

    private static func sign(_ weight: Double) -> String {
        weight < 0 ? "−" : weight > 0 ? "+" : "·"
    }

    private static func meaning(_ weight: Double) -> TerminalStyle.Meaning {
        weight < 0 ? .negative : weight > 0 ? .positive : .faint
    }
}

import Crypto
import FoundationEssentials
import Mustache

/// The text of a reply before anything is filled in: a Mustache template, checked when it is read.
///
/// What is filled in is never read as a template again. `docs/replies.md` is the manual.
public struct ReplyText: Sendable, Hashable {
    /// The largest text, in bytes.
    static let sizeLimit = 10_000
    private static let tagLimit = 200

    /// The template as it was written.
    public let source: String
    private let template: MustacheTemplate

    /// Reads and checks a template; the error names the place in `source`.
    ///
    /// Unless it may be empty, as a signature may, something has to be left of it where values are
    /// missing.
    public init(parsing source: String, mayBeEmpty: Bool = false) throws(TemplateError) {
        guard source.utf8.count <= Self.sizeLimit else {
            throw TemplateError(.tooLarge, "the text of a reply has 10,000 bytes at most")
        }
        let tags = try TemplateTag.all(in: source)
        guard tags.count <= Self.tagLimit else {
            throw TemplateError(.tooLarge, "the text of a reply has \(Self.tagLimit) tags at most")
        }
        try TemplateCheck.check(tags, names: ReplyFacts.shape)
        self.source = source
        do {
            template = try MustacheTemplate(string: EscapedContent.pragma(for: .text) + source)
        } catch let error as MustacheTemplate.ParserError {
            throw TemplateError(
                .badTag, "this is no template: \(error.error)",
                line: max(1, error.context.lineNumber - 1), column: error.context.columnNumber)
        } catch {
            throw TemplateError(.badTag, "this is no template")
        }
        for facts in ReplyFacts.samples
        where !mayBeEmpty && rendered(facts, in: .english).isEmpty {
            throw TemplateError(
                .badResult,
                "nothing is left of this text where a value is missing; write what is told "
                    + "then: {{^name}}…{{/name}}")
        }
    }

    /// The text with everything filled in: no blank lines at its ends, never two in a row, no control
    /// characters.
    public func rendered(_ facts: ReplyFacts, in language: LetterLanguage) -> String {
        let text = ReadableText.cleaned(template.render(facts.values(language)))
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = line
            while line.last == " " { line.removeLast() }
            if line.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// SHA-256 of the template, in hexadecimal digits: two drafts with the same digest say the same.
    public var digest: String {
        SHA256.hash(data: Array(source.utf8)).hexadecimalDigits()
    }

    /// Whether both are the same text.
    public static func == (left: Self, right: Self) -> Bool { left.source == right.source }

    /// Hashes the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}

import FoundationEssentials
import Mustache

/// A text of the owner's that a letter is told by: a Mustache template, checked when it is read.
///
/// Values are escaped for the place where they stand, always; what a template can't do (partials,
/// unescaped values, lists in foreign lists) is refused, so that its result is bounded by its size and
/// the letter's. `docs/templates.md` is the manual.
public struct LetterTemplate: Sendable, Hashable {
    /// The largest template, in bytes.
    static let sizeLimit = 64 * 1024
    /// How many tags it may have.
    static let tagLimit = 500
    /// The largest result, in bytes; what is above is told in our words.
    static let resultLimit = 1024 * 1024

    /// The template as the owner wrote it.
    public let source: String
    /// What it is for.
    public let use: Use
    private let template: MustacheTemplate

    /// Reads and checks a template; the error names the place in `source`.
    ///
    /// Besides the tags, it is tried with a made-up letter of every kind: a body in JSON has to be
    /// JSON each time, and no result may be too large.
    public init(parsing source: String, use: Use) throws(TemplateError) {
        guard source.utf8.count <= Self.sizeLimit else {
            throw TemplateError(.tooLarge, "a template has 64 KiB at most")
        }
        let tags = try TemplateTag.all(in: source)
        guard tags.count <= Self.tagLimit else {
            throw TemplateError(.tooLarge, "a template has \(Self.tagLimit) tags at most")
        }
        try TemplateCheck.check(tags)
        self.source = source
        self.use = use
        template = try Self.compiled(source, use)
        try tryOut()
    }

    /// The letter in the owner's words; nil where that is nothing but blanks, or too large.
    ///
    /// A subject is one line of at most 200 characters. Lines of others end in LF.
    public func rendered(_ letter: Letter) -> String? {
        let context = TemplateContext(letter, use: use).values
        let text = template.render(context).replacing("\r\n", with: "\n")
        guard text.contains(where: { !$0.isWhitespace }), text.utf8.count <= Self.resultLimit else {
            return nil
        }
        return use == .subject ? OneLine.text(text, limit: 200) : text
    }

    private static func compiled(
        _ source: String, _ use: Use
    ) throws(TemplateError) -> MustacheTemplate {
        do {
            return try MustacheTemplate(string: EscapedContent.pragma(for: use) + source)
        } catch let error as MustacheTemplate.ParserError {
            // The pragma has a line of its own in front of the owner's first.
            throw TemplateError(
                .badTag, "this is no template: \(error.error)",
                line: max(1, error.context.lineNumber - 1), column: error.context.columnNumber)
        } catch {
            throw TemplateError(.badTag, "this is no template")
        }
    }

    private func tryOut() throws(TemplateError) {
        for (name, letter) in TemplateSamples.letters {
            let size = template.render(TemplateContext(letter, use: use).values).utf8.count
            guard size <= Self.resultLimit else {
                throw TemplateError(
                    .badResult, "the text for \(name) has more than 1 MiB; repeat less of it")
            }
            guard use == .body(.json), let text = rendered(letter) else { continue }
            guard JSONShape.isValid(text) else {
                throw TemplateError(
                    .badResult,
                    "the body for \(name) is not JSON; see that texts stand in quotation marks, and "
                        + "that commas stand between the items of a list: {{^last()}},{{/last()}}")
            }
        }
    }

    /// Whether both are the same text for the same use.
    public static func == (left: Self, right: Self) -> Bool {
        left.source == right.source && left.use == right.use
    }

    /// Hashes text and use.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(source)
        hasher.combine(use)
    }
}

/// The owner's templates for a mail; what is nil is told in our words.
public struct MailTemplates: Sendable, Hashable {
    /// Of use `subject`.
    public var subject: LetterTemplate?
    /// Of use `text`.
    public var text: LetterTemplate?
    /// Of use `html`.
    public var html: LetterTemplate?

    /// Templates; none unless given.
    public init(
        subject: LetterTemplate? = nil, text: LetterTemplate? = nil, html: LetterTemplate? = nil
    ) {
        self.subject = subject
        self.text = text
        self.html = html
    }
}

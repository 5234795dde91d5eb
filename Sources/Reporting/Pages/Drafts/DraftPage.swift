public import Model
import TextProcessing

/// Drafts of replies to a mention, with what they reply to.
public struct DraftPage: Sendable, Hashable {
    /// One reply.
    public struct Reply: Sendable, Hashable {
        /// Whether everybody reads it, or the author alone.
        public var isPublic: Bool
        /// The template that it was made from.
        public var template: ReplyTemplateID
        /// Which of the template's wordings, from 1.
        public var wording: Int
        /// How many wordings the template has.
        public var wordings: Int
        /// What it says.
        public var text: String

        /// A reply.
        public init(
            isPublic: Bool, template: ReplyTemplateID, wording: Int, wordings: Int, text: String
        ) {
            self.isPublic = isPublic
            self.template = template
            self.wording = wording
            self.wordings = wordings
            self.text = text
        }
    }

    /// What is replied to.
    public var mention: Mention
    /// The public reply first; at least one.
    public var replies: [Reply]
    /// The language of the replies, as an ISO 639-1 code.
    public var language: String
    /// Why these templates, as one sentence.
    public var why: String
    /// What the person should know before sending anything, one sentence each.
    public var notes: [String]

    /// A page.
    public init(
        mention: Mention, replies: [Reply], language: String, why: String, notes: [String]
    ) {
        self.mention = mention
        self.replies = replies
        self.language = language
        self.why = why
        self.notes = notes
    }

    /// The replies alone, as a text that ends in a line feed; each under its heading where there are
    /// two.
    public var letters: String {
        guard replies.count > 1 else { return (replies.first?.text ?? "") + "\n" }
        return replies.map { Self.heading($0) + "\n\n" + $0.text + "\n" }.joined(separator: "\n")
    }

    /// The page as text that ends in a line feed; CSV and Markdown give one row a reply.
    public func rendered(as format: OutputFormat, names: Names, for reader: Reader) -> String {
        switch format {
        case .json, .jsonl: json.text + "\n"
        case .csv, .markdown: listing.rendered(as: format, for: reader)
        case .table: text(names, reader)
        }
    }

    private static func heading(_ reply: Reply) -> String {
        reply.isPublic ? "Public reply" : "Private follow-up, for the author alone"
    }

    private var excerpt: String {
        let body = TerminalText.sanitized(mention.entry.body)
        return TextFitting.shortened(body, to: 300)
    }

    private func text(_ names: Names, _ reader: Reader) -> String {
        let entry = mention.entry
        let facts = [
            entry.author.map { TextFitting.shortened(TerminalText.sanitized($0), to: 60) },
            names.title(of: mention.source), reader.time.absolute(mention.occurredAt),
            entry.rating.map { Charts.stars($0.stars) }, mention.sentiment.label.rawValue,
        ]
        let heading = "#\(mention.id) " + facts.compactMap(\.self).joined(separator: " · ")
        var text = reader.style.paint(TerminalText.sanitized(heading), .heading) + "\n"
        if !excerpt.isEmpty {
            text += TextFitting.wrapped("“\(excerpt)”", to: reader.width ?? .max)
                .map { reader.style.paint($0, .faint) + "\n" }.joined()
        }
        for reply in replies {
            text += "\n" + reader.style.paint("── \(Self.heading(reply)) ──", .heading) + "\n\n"
            text += TerminalText.sanitizedLines(reply.text) + "\n"
        }
        let footer = [sources + " " + why + " Nothing was sent."] + notes
        return text + "\n"
            + footer.flatMap { TextFitting.wrapped($0, to: reader.width ?? .max) }
            .map { reader.style.paint(TerminalText.sanitized($0), .faint) + "\n" }.joined()
    }

    /// Which templates the replies come from.
    private var sources: String {
        replies.map { "\($0.template), wording \($0.wording) of \($0.wordings)" }
            .joined(separator: "; ") + "."
    }

    private func reply(isPublic: Bool) -> Reply? { replies.first { $0.isPublic == isPublic } }

    private var json: JSONValue {
        let own = reply(isPublic: true)
        let follow = reply(isPublic: false)
        return .members([
            "mention": .integer(Int(mention.id)), "public": .optional(own?.text),
            "private": .optional(follow?.text),
            "template": .optional((own ?? follow)?.template.rawValue),
            "wording": .optional((own ?? follow)?.wording),
            "privateTemplate": .optional(follow?.template.rawValue),
            "privateWording": .optional(follow?.wording), "language": .string(language),
            "why": .string(why), "notes": .array(notes.map(JSONValue.string)),
        ])
    }

    private var listing: Listing {
        Listing(
            columns: [
                Listing.Column("mention", "Mention", alignment: .trailing),
                Listing.Column("audience", "For"), Listing.Column("template", "Template"),
                Listing.Column("wording", "Wording", alignment: .trailing),
                Listing.Column("language", "Language"), Listing.Column("text", "Says"),
            ],
            rows: replies.map { reply in
                [
                    .integer(Int(mention.id)), .text(reply.isPublic ? "public" : "private"),
                    .text(reply.template.rawValue), .integer(reply.wording), .text(language),
                    .text(reply.text),
                ]
            }, whenEmpty: "There is no draft.")
    }
}

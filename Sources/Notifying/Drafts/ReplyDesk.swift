public import Model

/// Finds the templates that fit a mention: the owner's first, and always one of Repute's own.
public struct ReplyDesk: Sendable {
    /// The templates of the owner, in the order of the configuration.
    private let templates: [ReplyTemplate]

    /// A desk with these templates of the owner's.
    public init(_ templates: [ReplyTemplate]) { self.templates = templates }

    /// Templates for a reply to `mention` in the language with this code, the best first; the last one
    /// is Repute's own, in English where it has none in that language.
    public func templates(
        for mention: Mention, _ situation: ReplySituation, _ audience: ReplyAudience,
        language: String
    ) -> [ReplyTemplate] {
        let own = templates.enumerated().filter {
            $0.element.conditions.fits(mention, situation, audience, language: language)
        }.sorted { left, right in
            let (first, second) = (left.element.rank(situation), right.element.rank(situation))
            return first == second
                ? left.offset < right.offset : first.lexicographicallyPrecedes(second)
        }.map(\.element)
        let standard = StandardReplies.template(
            situation.topic, audience, LetterLanguage(tag: language) ?? .english)
        return own + [standard]
    }

    /// The template of that name, one of Repute's own in this language; nil if there is none.
    public func template(_ id: ReplyTemplateID, language: String) -> ReplyTemplate? {
        templates.first { $0.id == id }
            ?? StandardReplies.template(id, LetterLanguage(tag: language) ?? .english)
    }

    /// The names of all templates, those of the owner first.
    public var names: [ReplyTemplateID] { templates.map(\.id) + StandardReplies.names }
}

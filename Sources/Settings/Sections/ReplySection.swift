import Model
import Notifying
import TextProcessing

/// A template of replies, with the references that are followed when all files are read.
struct ReplyTemplateDraft {
    var template: ReplyTemplate
    var place: Place
    var isNamed: Bool
    var brands: [Placed<BrandID>] = []
    var sources: [Placed<SourceID>] = []

    /// Reads an item of `replies`; nil if there is none to be had, with the reasons recorded.
    static func read(_ node: YAMLNode, _ context: ReadingContext) -> ReplyTemplateDraft? {
        guard let section = Section(node, .reply, context, name: "replies") else { return nil }
        section.require("id", "give it a name such as `late-delivery`", of: "this reply")
        section.require("text", "write what it says", of: "this reply")
        let id = section.replyID()
        let texts = section.strings("text", needs: "a text").compactMap { section.replyText($0) }
        section.warnOfRepetition(texts)
        let signature = section.string("signature").flatMap {
            section.replyText($0, mayBeEmpty: true)
        }
        var draft = ReplyTemplateDraft(
            template: ReplyTemplate(
                id: id?.value ?? ReplyTemplateID(trusted: "unnamed"), texts: texts.map(\.value),
                signature: signature?.value),
            place: id?.place ?? section.place, isNamed: id != nil)
        draft.readConditions(section)
        return draft
    }

    private mutating func readConditions(_ reply: Section) {
        guard let node = reply.node("when"),
            let section = Section(node, .replyConditions, reply.context, name: "when")
        else { return }
        brands = section.identifiers("brand", of: Brand.self)
        sources = section.identifiers("source", of: Source.self)
        var conditions = ReplyConditions()
        conditions.aspects = Set(section.choices("about", Aspect.self).map(\.value))
        conditions.labels = Set(section.choices("label", Sentiment.Label.self).map(\.value))
        conditions.kinds = Set(section.choices("kind", Source.Kind.self).map(\.value))
        conditions.languages = Set(section.languages("language"))
        conditions.brands = Set(brands.map(\.value))
        conditions.sources = Set(sources.map(\.value))
        let least = section.number("min_stars", in: 1...5)
        let most = section.number("max_stars", in: 1...5)
        if let least, let most, least.value > most.value {
            section.problems.error(
                least.place, "`min_stars` is above `max_stars`, so nothing can match")
        }
        (conditions.minStars, conditions.maxStars) = (least?.value, most?.value)
        let audience: Placed<ReplyAudience>? = section.choice("audience")
        conditions.audience = audience?.value
        template.conditions = conditions
    }
}

extension Section {
    /// The id of a template; one that Repute uses itself is recorded and not taken.
    fileprivate func replyID() -> Placed<ReplyTemplateID>? {
        guard let id: Placed<ReplyTemplateID> = identifier("id") else { return nil }
        guard !id.value.rawValue.hasPrefix(StandardReplies.prefix) else {
            problems.error(
                id.place,
                "a reply can't be called `\(id.value)`: names that begin with "
                    + "`\(StandardReplies.prefix)` are those of Repute's own replies",
                "give it another name; yours are taken first in any case")
            return nil
        }
        return id
    }

    /// A text of a template, checked; a mistake in it is recorded at its place in the file.
    fileprivate func replyText(
        _ text: Placed<String>, mayBeEmpty: Bool = false
    ) -> Placed<ReplyText>? {
        do {
            return Placed(
                value: try ReplyText(parsing: text.value, mayBeEmpty: mayBeEmpty), place: text.place
            )
        } catch {
            problems.add(problem(error, in: text))
            return nil
        }
    }

    fileprivate func warnOfRepetition(_ texts: [Placed<ReplyText>]) {
        var known: Set<ReplyText> = []
        for text in texts where !known.insert(text.value).inserted {
            problems.warning(text.place, "this wording stands here twice", "remove one")
        }
    }

    private func problem(_ error: TemplateError, in text: Placed<String>) -> SettingsProblem {
        let suggestion = error.name.flatMap { name in
            NearestName.question(name, among: error.known)
                ?? "known here: \(error.known.joined(separator: ", "))"
        }
        let offset = text.value.offset(line: error.line, column: error.column)
        let place = context.source.location(
            ofCharacter: offset, in: text.value, startingAt: text.place)
        var excerpt: SettingsProblem.Excerpt?
        if let place, let line = context.source.line(place.line), line.utf8.count <= 200 {
            let before = String(
                String.UnicodeScalarView(line.unicodeScalars.prefix(place.column - 1)))
            excerpt = SettingsProblem.Excerpt(
                line: shown(line, limit: 200), column: before.count + 1, length: 2)
        }
        let found = place ?? text.place
        return SettingsProblem(
            file: found.file, line: found.line, column: found.column, message: error.detail,
            suggestion: suggestion, excerpt: excerpt)
    }
}

extension String {
    /// How many characters stand before a place, whose line and column (in scalars) count from 1.
    fileprivate func offset(line: Int, column: Int) -> Int {
        var rest = (line: line, column: column)
        var count = 0
        for character in self {
            if rest.line == 1, rest.column <= 1 { break }
            if rest.line > 1 {
                if character == "\n" || character == "\r\n" { rest.line -= 1 }
            } else {
                rest.column -= character.unicodeScalars.count
            }
            count += 1
        }
        return count
    }
}

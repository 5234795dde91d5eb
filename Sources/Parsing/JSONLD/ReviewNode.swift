import FoundationEssentials
import Model
import TextProcessing

/// One review in the words of schema.org.
struct ReviewNode {
    let graph: LinkedGraph
    let node: JSONObject
    let timeZone: TimeZone?

    private static let types: Set<String> = [
        "Review", "UserReview", "EmployerReview", "CriticReview", "Recommendation",
    ]

    /// Whether an object is a review: by its type, or, having none, by standing where one does.
    static func isReview(_ object: JSONObject, under key: String) -> Bool {
        let types = LinkedGraph.types(of: object)
        if types.isEmpty {
            return ["review", "reviews"].contains(LinkedGraph.term(key).lowercased())
        }
        return !Self.types.isDisjoint(with: types)
    }

    /// The pieces of the entry; nil where it says nothing.
    var draft: EntryDraft? {
        var draft = EntryDraft()
        draft.id = LinkedGraph.id(of: node)
        draft.title = graph.text(of: "headline", "name", in: node).map(Self.raw)
        draft.text = graph.text(of: "reviewBody", "description", "text", in: node).map(Self.raw)
        readRating(into: &draft)
        guard
            draft.title != nil || draft.text != nil || draft.rating != nil
                || draft.bareRating != nil
        else { return nil }
        draft.readsRatingFromText = false
        draft.url = address ?? draft.id.flatMap { Self.isAddress($0) ? $0 : nil }
        draft.author = name(in: "author") ?? name(in: "creator")
        draft.language = language
        draft.published = date("datePublished") ?? date("dateCreated")
        draft.updated = date("dateModified")
        readReply(into: &draft)
        return draft
    }

    private var address: String? {
        for value in graph.values(of: "url", in: node) {
            if let text = value.text ?? value["@id"]?.text { return text }
        }
        return nil
    }

    private static func isAddress(_ id: String) -> Bool {
        id.hasPrefix("https://") || id.hasPrefix("http://") || id.hasPrefix("#")
    }

    /// Text as pages write it: plain, with entities, or with tags.
    private static func raw(_ text: String) -> RawText {
        switch HTMLText.markup(in: text) {
        case .none: return .plain(text)
        case .entities: return .html(EscapedText.html(text))
        case .tags:
            let lower = text.lowercased()
            guard !lower.contains("<br"), !lower.contains("<p") else { return .html(text) }
            return .html(text.replacing("\n", with: "<br>"))
        }
    }

    private func date(_ property: String) -> Date? {
        graph.text(of: property, in: node).flatMap { FeedDate.parse($0, timeZone: timeZone) }
    }

    private var language: String? {
        for value in graph.values(of: "inLanguage", in: node) {
            if let text = value.text ?? value["@value"]?.text { return text }
            guard let object = graph.object(value) else { continue }
            if let code = graph.text(of: "alternateName", in: object) { return code }
        }
        return graph.values(of: "reviewBody", in: node).lazy.compactMap { $0["@language"]?.text }
            .first
    }
}

extension ReviewNode {
    /// The names under a property, whole people or bare strings; nil where there is none.
    private func name(in property: String) -> String? {
        let names = graph.values(of: property, in: node).prefix(3).compactMap(name)
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    private func name(of value: JSONValue) -> String? {
        guard let object = graph.object(value) else {
            return value.text.flatMap { Self.isAddress($0) ? nil : Self.raw($0).line }
        }
        if let name = graph.text(of: "name", "alternateName", in: object) {
            return Self.raw(name).line
        }
        let parts = [
            graph.text(of: "givenName", in: object), graph.text(of: "familyName", in: object),
        ].compactMap(\.self)
        if parts.isEmpty { return object["@value"]?.text }
        return parts.joined(separator: " ")
    }

    /// A rating may be an object with a scale of its own, a number, or a text such as "4/5".
    ///
    /// What names no scale goes from 1 to 5, as schema.org has it (`bestRating`, `worstRating`).
    private func readRating(into draft: inout EntryDraft) {
        for value in graph.values(of: "reviewRating", in: node)
            + graph.values(of: "rating", in: node)
        {
            let object = graph.object(value)
            let text = object.map { graph.text(of: "ratingValue", in: $0) } ?? value.text
            guard let text else { continue }
            let best = object.flatMap { number("bestRating", in: $0) }
            let worst = object.flatMap { number("worstRating", in: $0) }
            let found = RatingText.number(inField: text)
            var low = worst ?? 1
            var high = best ?? 5
            if low > high { swap(&low, &high) }
            if worst == nil, let found, found < low { low = 0 }
            if low < high, let rating = RatingText.rating(inField: text, scale: low...high) {
                draft.rating = rating
                return
            }
            if best == nil, let found, found > 5 {
                draft.bareRating = found
                return
            }
        }
    }

    private func number(_ property: String, in object: JSONObject) -> Double? {
        graph.text(of: property, in: object).flatMap(RatingText.number)
    }

    /// The answer of the reviewed business: a comment that no person signed, or that bears the name of
    /// what is reviewed.
    private func readReply(into draft: inout EntryDraft) {
        for property in ["comment", "reply", "ownerResponse", "response"] {
            for value in graph.values(of: property, in: node) {
                guard let reply = graph.object(value) else { continue }
                guard isByOwner(reply),
                    let text = graph.text(of: "text", "description", "commentText", in: reply)
                else { continue }
                draft.replyText = Self.raw(text)
                draft.replyDate = graph.text(
                    of: "datePublished", "dateCreated", "uploadDate", in: reply
                ).flatMap { FeedDate.parse($0, timeZone: timeZone) }
                return
            }
        }
    }

    private func isByOwner(_ reply: JSONObject) -> Bool {
        guard
            let author = graph.values(of: "author", in: reply).first
                ?? graph.values(of: "creator", in: reply).first
        else { return true }
        if let object = graph.object(author) {
            let types = LinkedGraph.types(of: object)
            if !types.isEmpty, !types.contains("Person") { return true }
        }
        guard let name = name(of: author)?.lowercased() else { return false }
        let owners = ["itemReviewed", "publisher"].flatMap { graph.values(of: $0, in: node) }
        return owners.contains { self.name(of: $0)?.lowercased() == name }
    }
}

import Alerting
import Matching
import Model
import TextProcessing

/// What stands below `when`, with the references that are followed when all files are read.
struct ConditionDraft {
    var conditions = MentionConditions()
    var brands: [Placed<BrandID>] = []
    var sources: [Placed<SourceID>] = []
}

/// Who the author has to be, by the words that stand behind `author:`.
private enum AuthorWord: String, CaseIterable {
    case new
    case known
    case complainedBefore = "complained_before"

    var standing: MentionConditions.AuthorStanding {
        switch self {
        case .new: .new
        case .known: .known
        case .complainedBefore: .complainedBefore
        }
    }
}

/// How an aspect can be felt.
private enum AspectFeeling: String, CaseIterable {
    case negative
    case neutral
    case positive
}

extension Section {
    /// What stands below `when` of a rule of this type; nil where nothing does.
    func conditions(of type: RuleDraft.TypeName) -> ConditionDraft? {
        guard let node = node("when") else { return nil }
        let block: SettingsBlock =
            switch type {
            case .mention, .unanswered: .mentionConditions
            case .surge: .surgeConditions
            case .drop: .dropConditions
            }
        let section = Section(node, block, context, name: "when") { key in
            guard SettingsBlock.mentionConditions.knows(key) else { return nil }
            let known = block.keys.map { "`\($0.name)`" }.joined(separator: ", ")
            return KeyRefusal(
                message:
                    "a rule of type `\(type.rawValue)` counts mentions, and can't count by `\(key)`",
                cure: "it can count by " + known)
        }
        guard let section else { return nil }
        var draft = ConditionDraft()
        draft.brands = section.identifiers("brand", of: Brand.self)
        draft.sources = section.identifiers("source", of: Source.self)
        if section.block.knows("label") {
            draft.conditions.labels = Set(
                section.choices("label", Sentiment.Label.self).map(\.value))
            draft.conditions.kinds = Set(section.choices("kind", Source.Kind.self).map(\.value))
        }
        if section.block.knows("words") { section.readFurther(&draft.conditions) }
        return draft
    }

    /// The conditions that only single mentions can be asked for.
    private func readFurther(_ conditions: inout MentionConditions) {
        (conditions.minScore, conditions.maxScore) = bounds("score", in: -1...1)
        (conditions.minStars, conditions.maxStars) = bounds("stars", in: 1...5)
        conditions.minConfidence = number("min_confidence", in: 0...1)?.value
        conditions.includesCompetitors = bool("competitors") ?? false
        conditions.languages = Set(languages("language"))
        readAspects(&conditions)
        conditions.authors = Set(choices("author", AuthorWord.self).map(\.value.standing))
        conditions.minSites = int("min_sites", in: 2...1000)
        if let words = query("words") {
            conditions.condition = QueryCondition(words.value)
            conditions.conditionText = words.value.text
        }
    }

    /// The numbers in `min_NAME` and `max_NAME`.
    private func bounds(_ name: String, in range: ClosedRange<Double>) -> (Double?, Double?) {
        let least = number("min_" + name, in: range)
        let most = number("max_" + name, in: range)
        if let least, let most, least.value > most.value {
            problems.error(
                least.place, "`min_\(name)` is above `max_\(name)`, so nothing can match")
        }
        return (least?.value, most?.value)
    }

    /// Languages by the codes of ISO 639-1, such as `en`.
    func languages(_ key: String) -> [String] {
        let needs = "a language as two letters, such as `en`"
        return strings(key, needs: needs).compactMap { text in
            let code = text.value
            func isCode(_ text: some StringProtocol) -> Bool {
                text.utf8.count == 2 && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
            }
            if isCode(code) { return code }
            let start = code.lowercased().prefix { $0 != "-" && $0 != "_" }
            problems.error(
                text.place, "`\(key)` needs \(needs), found `\(shown(code))`",
                isCode(start) ? "write `\(start)`" : nil)
            return nil
        }
    }

    /// `about`: aspects, or a map of aspects and how they are felt.
    private func readAspects(_ conditions: inout MentionConditions) {
        guard let node = node("about") else { return }
        guard case .map = node.content else {
            conditions.aspects = Set(choices("about", Aspect.self).map(\.value))
            return
        }
        guard let section = Section(node, .aboutConditions, context, name: "about") else { return }
        section.require("aspect", "name one such as `delivery`", of: "`about`")
        conditions.aspects = Set(section.choices("aspect", Aspect.self).map(\.value))
        let label: Placed<AspectFeeling>? = section.choice("label")
        conditions.aspectLabel = label.flatMap { Sentiment.Label(rawValue: $0.value.rawValue) }
    }
}

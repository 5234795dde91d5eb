import Alerting
import Matching
import Model

/// A rule as written, with the references that are followed when all files are read.
struct RuleDraft {
    var rule: AlertRule
    var place: Place
    /// False where the id is missing or can't be taken.
    var isNamed = true
    var brands: [Placed<BrandID>] = []
    var sources: [Placed<SourceID>] = []
    /// Nil where the rule names none, which means all.
    var channels: [Placed<ChannelID>]?
}

extension RuleDraft {
    /// The pause between two alerts of a rule about one brand, unless it sets another.
    static let coolDown: Double = 600

    private enum Severity: String, CaseIterable {
        case info
        case warning
        case critical
        case byStars = "by_stars"

        var urgency: AlertRule.Urgency {
            switch self {
            case .info: .fixed(.info)
            case .warning: .fixed(.warning)
            case .critical: .fixed(.critical)
            case .byStars: .byStars
            }
        }
    }

    /// Reads an item of `rules`; nil if there is none to be had, with the reasons recorded.
    static func read(_ node: YAMLNode, _ context: ReadingContext) -> RuleDraft? {
        guard let section = Section(node, .rule, context, name: "rules") else { return nil }
        section.require("id", "give it a name such as `bad-reviews`", of: "this rule")
        let id: Placed<RuleID>? = section.identifier("id")
        if let id, id.value == .sourceHealth {
            section.problems.error(
                id.place,
                "a rule can't be called `source-health`: that one speaks of the sources themselves",
                "give it another name; `health` sets who is told of sources")
        }
        let severity: Placed<Severity>? = section.choice("severity")
        var draft = RuleDraft(
            rule: AlertRule(
                id: id?.value ?? RuleID(trusted: "unnamed"), title: section.string("title")?.value,
                isEnabled: section.bool("enabled") ?? true, labels: [],
                urgency: severity?.value.urgency ?? .byStars,
                coolDown: section.duration("cooldown", in: 0...90 * 86_400)?.value ?? coolDown,
                channels: []),
            place: id?.place ?? section.place)
        if section.has("channels") {
            draft.channels = section.identifiers("channels", of: Delivery.self)
            if section.node("channels") == nil {
                section.problems.error(
                    section.place(of: "channels"), "`channels` has no value",
                    "name channels, or remove it to tell all of them")
            }
        }
        if let conditions = section.node("when").flatMap({
            Section($0, .condition, context, name: "when")
        }) {
            draft.read(conditions)
        }
        draft.isNamed = id != nil
        return draft
    }

    private mutating func read(_ section: Section) {
        rule.labels = Set(section.choices("label", Sentiment.Label.self).map(\.value))
        rule.maxScore = section.number("max_score", in: -1...1)?.value
        rule.minConfidence = section.number("min_confidence", in: 0...1)?.value
        let maxStars = section.number("max_stars", in: 1...5)
        let minStars = section.number("min_stars", in: 1...5)
        if let maxStars, let minStars, minStars.value > maxStars.value {
            section.problems.error(
                minStars.place, "`min_stars` is above `max_stars`, so nothing can match")
        }
        rule.maxStars = maxStars?.value
        rule.minStars = minStars?.value
        rule.includesCompetitors = section.bool("competitors") ?? false
        rule.kinds = Set(section.choices("kind", Source.Kind.self).map(\.value))
        brands = section.identifiers("brand", of: Brand.self)
        sources = section.identifiers("source", of: Source.self)
        if let words = section.query("words") {
            rule.condition = QueryCondition(words.value)
            rule.conditionText = words.value.text
        }
    }
}

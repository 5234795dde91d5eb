import Alerting
import Model
import TextProcessing

/// A rule as written, with the references that are followed when all files are read.
struct RuleDraft {
    /// What the rule waits for; by the words that stand behind `type:`.
    enum TypeName: String, CaseIterable {
        case mention
        case surge
        case drop
        case unanswered

        var block: SettingsBlock {
            switch self {
            case .mention: .mentionRule
            case .surge: .surgeRule
            case .drop: .dropRule
            case .unanswered: .unansweredRule
            }
        }
    }

    /// The rule itself, without the references.
    enum Kind {
        case mention(AlertRule)
        case surge(SurgeRule)
        case drop(DropRule)
        case unanswered(ReminderRule)
    }

    var id: RuleID
    var kind: Kind
    var place: Place
    /// False where the id is missing or can't be taken.
    var isNamed: Bool
    var brands: [Placed<BrandID>] = []
    var sources: [Placed<SourceID>] = []
    /// Nil where the rule names none, which means all.
    var channels: [Placed<ChannelID>]?
    /// Whom reminders are told too that have not helped.
    var secondChannels: [Placed<ChannelID>] = []
}

extension RuleDraft {
    /// Reads an item of `rules`; nil if there is none to be had, with the reasons recorded.
    static func read(_ node: YAMLNode, _ context: ReadingContext) -> RuleDraft? {
        guard let type = typeName(of: node, context),
            let section = Section(
                node, type.block, context, name: "rules",
                refusal: { refusal(of: $0, in: type) })
        else { return nil }
        section.require("id", "give it a name such as `bad-reviews`", of: "this rule")
        let id = section.ruleID(of: "rule")
        let unnamed = RuleID(trusted: "unnamed")
        let conditions = section.conditions(of: type)
        let kind = kind(type, id: id?.value ?? unnamed, section, conditions)
        var draft = RuleDraft(
            id: id?.value ?? unnamed, kind: kind, place: id?.place ?? section.place,
            isNamed: id != nil)
        draft.channels = section.channels()
        draft.brands = conditions?.brands ?? []
        draft.sources = conditions?.sources ?? []
        draft.readEscalation(section)
        return draft
    }

    private static func kind(
        _ type: TypeName, id: RuleID, _ section: Section, _ conditions: ConditionDraft?
    ) -> Kind {
        switch type {
        case .mention: .mention(section.mentionRule(id: id, conditions?.conditions))
        case .surge: .surge(section.surgeRule(id: id, conditions?.conditions))
        case .drop: .drop(section.dropRule(id: id))
        case .unanswered: .unanswered(section.reminderRule(id: id, conditions?.conditions))
        }
    }

    private mutating func readEscalation(_ section: Section) {
        guard case .unanswered(var rule) = kind, let escalation = section.escalation() else {
            return
        }
        secondChannels = escalation.channels
        rule.escalation = ReminderRule.Escalation(after: escalation.after, channels: [])
        kind = .unanswered(rule)
    }

    /// What stands behind `type`; `mention` where it doesn't stand there.
    private static func typeName(of node: YAMLNode, _ context: ReadingContext) -> TypeName? {
        guard case .map(let entries) = node.content,
            let entry = entries.first(where: { $0.key == "type" })
        else { return .mention }
        let names = TypeName.allCases.map(\.rawValue)
        let needs = "one of " + names.joined(separator: ", ")
        guard case .scalar(let text, _) = entry.value.content, !entry.value.isNull else {
            context.problems.error(
                entry.value.place, "`type` needs \(needs), found \(entry.value.kindName)")
            return nil
        }
        if let type = TypeName(rawValue: text) { return type }
        context.problems.error(
            entry.value.place, "`type` needs \(needs), found `\(shown(text))`",
            NearestName.question(text, among: names))
        return nil
    }

    /// What is said of a key that rules of this type don't have.
    private static func refusal(of key: String, in type: TypeName) -> KeyRefusal {
        let others = TypeName.allCases.filter { $0.block.knows(key) }.map { "`\($0.rawValue)`" }
        let names = type.block.keys.map(\.name)
        let cure =
            others.isEmpty
            ? NearestName.question(key, among: names)
                ?? "known here: " + names.joined(separator: ", ")
            : "it is a key of type " + others.joined(separator: " and ")
        return KeyRefusal(
            message: "a rule of type `\(type.rawValue)` has no key `\(shown(key))`", cure: cure)
    }
}

extension Section {
    /// The id of a rule or digest; one that Repute uses itself is recorded and not taken.
    func ruleID(of what: String) -> Placed<RuleID>? {
        guard let id: Placed<RuleID> = identifier("id") else { return nil }
        let use: String
        switch id.value {
        case .sourceHealth: use = "that one speaks of the sources themselves"
        case .deliveryHealth: use = "that one speaks of the channels themselves"
        case .channelTest: use = "that one stands for tests of a channel"
        default: return id
        }
        problems.error(
            id.place, "a \(what) can't be called `\(id.value)`: \(use)",
            "give it another name; `health` sets who is told of sources and channels")
        return id
    }

    /// The ids in `channels`; nil where the key is absent, which means all.
    func channels() -> [Placed<ChannelID>]? {
        guard has("channels") else { return nil }
        if node("channels") == nil {
            problems.error(
                place(of: "channels"), "`channels` has no value",
                "name channels, or remove it to tell all of them")
        }
        return identifiers("channels", of: Delivery.self)
    }
}

public import Alerting
public import Model

/// The rules of all files with their references in them, by their types.
struct CompiledRules {
    private(set) var mentions: [AlertRule] = []
    private(set) var surges: [SurgeRule] = []
    private(set) var drops: [DropRule] = []
    private(set) var reminders: [ReminderRule] = []
    /// The ids of all of them, in the order of the files.
    private(set) var order: [RuleID] = []

    /// Takes the rules as written; `channels` are all that there are.
    ///
    /// Where none is on single mentions and there is somebody to tell, the standard rule comes first.
    init(_ drafts: [RuleDraft], channels: [ChannelID]) {
        if drafts.allSatisfy({ !$0.isOnMentions }), !channels.isEmpty {
            let standard = Settings.defaultRule(channels: channels)
            mentions.append(standard)
            order.append(standard.id)
        }
        for draft in drafts { add(draft, channels) }
    }

    private mutating func add(_ draft: RuleDraft, _ all: [ChannelID]) {
        let brands = Set(draft.brands.map(\.value))
        let sources = Set(draft.sources.map(\.value))
        let channels = draft.channels.map(distinct) ?? all
        order.append(draft.id)
        switch draft.kind {
        case .mention(var rule):
            rule.conditions.brands = brands
            rule.conditions.sources = sources
            rule.channels = channels
            mentions.append(rule)
        case .surge(var rule):
            (rule.brands, rule.sources, rule.channels) = (brands, sources, channels)
            surges.append(rule)
        case .drop(var rule):
            (rule.brands, rule.sources, rule.channels) = (brands, sources, channels)
            drops.append(rule)
        case .unanswered(var rule):
            rule.conditions.brands = brands
            rule.conditions.sources = sources
            rule.channels = channels
            rule.escalation?.channels = distinct(draft.secondChannels)
            reminders.append(rule)
        }
    }
}

/// The channels that are named, each once.
private func distinct(_ channels: [Placed<ChannelID>]) -> [ChannelID] {
    var named: Set<ChannelID> = []
    return channels.map(\.value).filter { named.insert($0).inserted }
}

extension DigestDraft {
    /// The digest with its references in it; `all` are the channels that there are.
    func compiled(channels all: [ChannelID]) -> DigestPlan {
        var compiled = plan
        compiled.brands = Set(brands.map(\.value))
        compiled.channels = channels.map(distinct) ?? all
        return compiled
    }
}

extension Settings {
    /// The rule that holds where none on single mentions is configured: every negative mention of an
    /// own brand, as urgent as it weighs, told at once to all channels, and then quiet about the brand for
    /// 10 minutes.
    public static func defaultRule(channels: [ChannelID]) -> AlertRule {
        AlertRule(
            id: RuleID(trusted: "negative"), conditions: .negative, urgency: .weighed,
            coolDown: coolDown, channels: channels)
    }
}

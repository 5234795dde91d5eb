import Alerting
import Matching
import Model
import Parsing

extension SettingsDraft {
    /// Whether the rule holds that Repute has of its own.
    private var hasStandardRule: Bool {
        !channels.isEmpty && rules.allSatisfy { !$0.isOnMentions }
    }

    /// Checks that no two rules and digests have the same id.
    func checkRuleNames() {
        let named =
            rules.filter(\.isNamed).map { ($0.id, $0.place, "rule") }
            + digests.filter(\.isNamed).map { ($0.plan.id, $0.place, "digest") }
        var first: [RuleID: (place: Place, what: String)] = [:]
        for (id, place, what) in named {
            guard let earlier = first[id] else {
                first[id] = (place, what)
                continue
            }
            problems.error(
                place,
                "the \(earlier.what) `\(id)` is there already, in \(earlier.place.file), line "
                    + "\(earlier.place.line)",
                "give this one another id")
        }
        let standard = Settings.defaultRule(channels: []).id
        if hasStandardRule, let taken = first[standard] {
            problems.error(
                taken.place,
                "`\(standard)` is the name of the standard rule, which holds since no rule is of type "
                    + "`mention`", "give this one another id")
        }
    }

    /// Warns of rules, digests and channels that lead to nothing.
    func warnOfRules() {
        warnOfChannels()
        for draft in rules where draft.isEnabled {
            draft.warnOfConditions(problems)
            draft.warnOfEscalation(problems, all: channels.map(\.value.id))
            if draft.channels?.isEmpty == true, !channels.isEmpty {
                problems.warning(
                    draft.place, "the rule `\(draft.id)` tells nobody",
                    "name channels, or remove `channels` to tell all of them")
            }
            warnOfWaiting(draft)
            warnOfReplies(draft)
        }
        for draft in digests where draft.channels?.isEmpty == true && !channels.isEmpty {
            problems.warning(
                draft.place, "the digest `\(draft.plan.id)` goes to nobody",
                "name channels, or remove `channels` to send it to all of them")
        }
    }

    private func warnOfChannels() {
        if channels.isEmpty {
            if let rule = rules.first {
                problems.warning(
                    rule.place, "there are rules, but no `channels` to tell",
                    "add one to `channels`")
            } else if let digest = digests.first {
                problems.warning(
                    digest.place, "there are digests, but no `channels` to send them to",
                    "add one to `channels`")
            }
        }
        let isTold =
            hasStandardRule || rules.contains { $0.channels == nil }
            || digests.contains { $0.channels == nil }
        let told =
            rules.flatMap { ($0.channels ?? []) + $0.secondChannels }
            + digests.flatMap { $0.channels ?? [] } + (health.channels ?? [])
        let used = Set(told.map(\.value))
        for channel in channels {
            if !isTold, !used.contains(channel.value.id) {
                problems.warning(
                    channel.place, "no rule tells the channel `\(channel.value.id)`",
                    "name it in the `channels` of a rule")
            }
        }
    }

    /// Warns of a rule some of whose mentions wait for a digest that nobody is sent.
    private func warnOfWaiting(_ draft: RuleDraft) {
        guard case .mention(let rule) = draft.kind, rule.mayWait, !channels.isEmpty else { return }
        let own = brands.map(\.value.brand).filter { !$0.isCompetitor }.map(\.id)
        let asked = draft.brands.isEmpty ? own : draft.brands.map(\.value)
        let sent = digests.filter { $0.plan.isEnabled && $0.channels?.isEmpty != true }
        let untold = asked.filter { brand in
            !sent.contains { digest in
                digest.brands.isEmpty
                    ? own.contains(brand) : digest.brands.contains { $0.value == brand }
            }
        }
        guard !untold.isEmpty || sent.isEmpty else { return }
        let brand = sent.isEmpty || untold.isEmpty ? "" : " about `\(untold[0])`"
        problems.warning(
            draft.place,
            "what the rule `\(draft.id)` does not tell at once waits for a digest, but there is "
                + "none\(brand), so nobody would be told",
            "add one to `digests`, or remove `instant`")
    }

    /// Warns of sources that can't tell whether a mention was answered.
    private func warnOfReplies(_ draft: RuleDraft) {
        guard case .unanswered(let rule) = draft.kind else { return }
        let named = Set(draft.sources.map(\.value))
        let silent = sources.filter { source in
            let isAsked =
                named.contains(source.source.id)
                || named.isEmpty && rule.conditions.kinds.contains(source.source.kind)
            guard isAsked, source.source.isPolled, let name = source.recipe else { return false }
            return recipes.recipe(named: name)?.givesReplies == false
        }.map { "`\($0.source.id)`" }
        guard !silent.isEmpty else { return }
        let names = silent.prefix(3).joined(separator: ", ")
        let more = silent.count > 3 ? " and \(silent.count - 3) more" : ""
        problems.warning(
            draft.place,
            "\(names)\(more) never \(silent.count == 1 ? "tells" : "tell") of answers, so the rule "
                + "`\(draft.id)` would remind you of what was answered long ago",
            "name other sources in `when: {source: …}`")
    }
}

extension RuleDraft {
    /// Whether it decides on single mentions.
    var isOnMentions: Bool {
        if case .mention = kind { true } else { false }
    }

    /// Whether it ever speaks.
    var isEnabled: Bool {
        switch kind {
        case .mention(let rule): rule.isEnabled
        case .surge(let rule): rule.isEnabled
        case .drop(let rule): rule.isEnabled
        case .unanswered(let rule): rule.isEnabled
        }
    }

    fileprivate func warnOfConditions(_ problems: ProblemCollector) {
        guard case .mention(let rule) = kind else { return }
        if rule.conditions.asksForNothing, brands.isEmpty, sources.isEmpty {
            problems.warning(
                place, "this rule has no condition, so every mention of your brands alerts",
                "add `when: {label: negative}`")
        }
    }

    fileprivate func warnOfEscalation(_ problems: ProblemCollector, all: [ChannelID]) {
        guard let first = secondChannels.first else { return }
        let told = Set(channels?.map(\.value) ?? all)
        guard secondChannels.allSatisfy({ told.contains($0.value) }) else { return }
        problems.warning(
            first.place, "`escalate` names nobody who is not told from the first reminder on",
            "name another channel, or leave it out of the `channels` of the rule")
    }
}

extension AlertRule {
    /// Whether some of what it finds may have to wait for a digest.
    fileprivate var mayWait: Bool {
        guard let instantFrom else { return true }
        guard case .fixed(let severity) = urgency else { return instantFrom != .info }
        return severity < instantFrom
    }
}

import Alerting
import FoundationEssentials
import Matching
import Model
import Monitor
import Reporting
import Settings

/// Runs tests of rules by the code that scores and decides.
struct RuleTestRun {
    /// What a rule did about a mention.
    private struct Deed {
        var outcome: RuleTestExpectation.Outcome
        var severity: Alert.Severity?
        var reason: String
        var weighing: String?
    }

    /// A Monday at noon, UTC; nothing but cool-downs depends on it.
    private static let start = Date(timeIntervalSince1970: 1_767_614_400)

    let settings: Settings
    let pipeline: MentionPipeline

    private var brands: [Brand] { settings.brands.map(\.brand) }

    /// How one test ended.
    func outcome(of test: RuleTestCase, in file: String) -> RuleTestPage.Case {
        var rehearsal = RuleRehearsal(
            rules: settings.rules, brands: brands, silences: silences(of: test))
        var now = Self.start
        var failures: [RuleTestPage.Failure] = []
        for (index, mention) in test.mentions.enumerated() {
            now += mention.after
            _ = rehearsal.release(before: now)
            let candidate = RuleTestMentionMaker(settings: settings, pipeline: pipeline)
                .candidate(of: mention, id: MentionID(index + 1), now: now)
            guard !candidate.mention.brands.isEmpty else {
                if let failure = strangerFailure(mention) { failures.append(failure) }
                continue
            }
            let step = rehearsal.decide(on: [candidate], at: now)
            failures += self.failures(of: mention, candidate, step)
        }
        return RuleTestPage.Case(
            file: file, line: test.line, name: test.name, failures: failures)
    }

    private func silences(of test: RuleTestCase) -> [AlertSilence] {
        test.silences.enumerated().map { index, silence in
            AlertSilence(
                id: SilenceID(index + 1), rule: silence.rule, source: silence.source,
                brand: silence.brand, start: Self.start - 86_400,
                end: Self.start + 3660 * 86_400)
        }
    }

    /// A mention of no brand would not even be stored.
    private func strangerFailure(_ mention: RuleTestMention) -> RuleTestPage.Failure? {
        guard !mention.expected.isEmpty else { return nil }
        let names = mention.expected.map(\.rule.rawValue).joined(separator: ", ")
        return RuleTestPage.Failure(
            line: mention.line,
            sentence: "expected of \(names) what can't be: the text is about no brand",
            reasons: ["no brand's query matches; name one with `brand:`, or another source"])
    }

    private func failures(
        of mention: RuleTestMention, _ candidate: AlertCandidate, _ step: RuleRehearsal.Step
    ) -> [RuleTestPage.Failure] {
        let done = deeds(of: candidate.mention.id, step)
        var failures: [RuleTestPage.Failure] = []
        func fail(_ sentence: String, _ reasons: [String]) {
            failures.append(
                RuleTestPage.Failure(line: mention.line, sentence: sentence, reasons: reasons))
        }
        for expected in mention.expected {
            let wanted = "\(expected.rule): expected \(Self.words(expected))"
            guard let deed = done[expected.rule] else {
                let reasons = reasons(expected.rule, candidate, step)
                fail(wanted + ", but nothing came of it", reasons)
                continue
            }
            let isRight =
                deed.outcome == expected.outcome
                && (expected.severity == nil || expected.severity == deed.severity)
            if !isRight {
                fail(
                    wanted + ", but got " + Self.words(deed),
                    [deed.reason] + (deed.weighing.map { [$0] } ?? []))
            }
        }
        let named = Set(mention.expected.map(\.rule))
        for (rule, deed) in done.sorted(by: { $0.key < $1.key }) where !named.contains(rule) {
            fail("\(rule): expected nothing, but got " + Self.words(deed), [deed.reason])
        }
        return failures
    }

    /// What each rule did about a mention.
    private func deeds(of mention: MentionID, _ step: RuleRehearsal.Step) -> [RuleID: Deed] {
        var deeds: [RuleID: Deed] = [:]
        for note in step.batch.notes where note.mention == mention {
            let outcome: RuleTestExpectation.Outcome? =
                switch note.outcome {
                case .digest: .digest
                case .silenced: .silenced
                case .baseline, .metBefore, .copy, .ruleGone: nil
                }
            if let outcome { deeds[note.rule] = Deed(outcome: outcome, reason: note.reason) }
        }
        for row in step.newlyHeld where row.mention == mention {
            deeds[row.group.rule] = Deed(outcome: .held, reason: row.reason)
        }
        for alert in step.batch.alerts where alert.mentions.contains(mention) {
            deeds[alert.rule] = Deed(
                outcome: .alert, severity: alert.severity, reason: alert.reason,
                weighing: alert.weighing)
        }
        return deeds
    }

    /// Why a rule did nothing.
    private func reasons(
        _ id: RuleID, _ candidate: AlertCandidate, _ step: RuleRehearsal.Step
    ) -> [String] {
        let notes = step.batch.notes.filter {
            $0.rule == id && $0.mention == candidate.mention.id
        }
        if !notes.isEmpty { return notes.map(\.reason) }
        guard let rule = settings.rules.first(where: { $0.id == id }) else {
            return ["no rule on mentions is called so"]
        }
        guard rule.isEnabled else { return ["the rule is off"] }
        let explanation = AlertDecider(rules: [], brands: brands).explanation(
            of: rule, for: candidate.mention, author: candidate.author,
            siteCount: candidate.siteCount)
        return explanation.conditions.filter { !$0.isMet }.map(\.sentence)
    }

    private static func words(_ expected: RuleTestExpectation) -> String {
        words(expected.outcome, expected.severity)
    }

    private static func words(_ deed: Deed) -> String { words(deed.outcome, deed.severity) }

    private static func words(
        _ outcome: RuleTestExpectation.Outcome, _ severity: Alert.Severity?
    ) -> String {
        switch outcome {
        case .alert: severity.map { "an alert (\($0.rawValue))" } ?? "an alert"
        case .held: "to be held by the cool-down"
        case .digest: "to wait for the digest"
        case .silenced: "to be silenced"
        }
    }
}

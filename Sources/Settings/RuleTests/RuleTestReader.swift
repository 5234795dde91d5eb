import Alerting
import Matching
import Model
import TextProcessing

/// Reads tests that name parts of a configuration.
struct RuleTestReader {
    let settings: Settings

    /// Reads an item of `tests`; nil if there is none to be had, with the reasons recorded.
    func test(_ node: YAMLNode, _ context: ReadingContext) -> RuleTestCase? {
        guard let section = Section(node, .testCase, context, name: "tests") else { return nil }
        section.require("name", "say what it shows", of: "this test")
        let name = section.string("name")
        let silences = section.items("silences").compactMap { silence($0, context) }
        let mentions = mentions(section)
        guard let name, !mentions.isEmpty else { return nil }
        return RuleTestCase(
            name: name.value, line: name.place.line, silences: silences, mentions: mentions)
    }

    /// The only mention of a test, or all of them.
    private func mentions(_ section: Section) -> [RuleTestMention] {
        guard section.has("mentions") else {
            section.require("mention", "add the mention that comes", of: "this test")
            section.require("expect", "say what becomes of it, or `none`", of: "this test")
            guard let node = section.node("mention"), let expected = expectations(section) else {
                return []
            }
            return mention(node, section.context, isFirst: true, expected: expected).map { [$0] }
                ?? []
        }
        for key in ["mention", "expect"] where section.has(key) {
            section.problems.error(
                section.place(of: key), "`\(key)` and `mentions` both stand here",
                key == "expect" ? "give each of `mentions` its own `expect`" : "keep one of them")
        }
        let items = section.items("mentions")
        if items.isEmpty {
            section.problems.error(
                section.place(of: "mentions"), "`mentions` is empty", "add the mentions that come")
        }
        return items.enumerated().compactMap { index, node in
            mention(node, section.context, isFirst: index == 0, expected: nil)
        }
    }

    private func silence(_ node: YAMLNode, _ context: ReadingContext) -> RuleTestSilence? {
        guard let section = Section(node, .testSilence, context, name: "silences") else {
            return nil
        }
        return RuleTestSilence(
            rule: rule("rule", section), source: source(section)?.id, brand: brands(section).first)
    }
}

extension RuleTestReader {
    /// What stands behind `expect`; nil where nothing can be taken from it.
    func expectations(_ section: Section) -> [RuleTestExpectation]? {
        guard let node = section.node("expect") else {
            if section.has("expect") {
                section.problems.error(
                    section.place(of: "expect"), "`expect` has no value",
                    "write `none` where nothing becomes of it")
            }
            return nil
        }
        let items: [YAMLNode]
        switch node.content {
        case .scalar("none", _): return []
        case .map: items = [node]
        case .list(let list): items = list
        case .scalar:
            section.problems.error(
                node.place, "`expect` needs `none`, or what becomes of it",
                "write for instance `expect: {alert: bad-reviews}`")
            return nil
        }
        let expected = items.compactMap { expectation($0, section.context) }
        if Set(expected.map(\.rule)).count < expected.count {
            section.problems.error(node.place, "`expect` names a rule twice", "keep one of them")
        }
        return expected
    }

    private func expectation(
        _ node: YAMLNode, _ context: ReadingContext
    ) -> RuleTestExpectation? {
        guard let section = Section(node, .testExpectation, context, name: "expect") else {
            return nil
        }
        let outcomes = RuleTestExpectation.Outcome.allCases.filter { section.has($0.rawValue) }
        let severity: Placed<Alert.Severity>? = section.choice("severity")
        guard outcomes.count == 1 else {
            let words = RuleTestExpectation.Outcome.allCases.map { "`\($0.rawValue)`" }
            section.problems.error(
                section.place,
                outcomes.isEmpty
                    ? "this expectation does not say what becomes of the mention"
                    : "this expectation says more than one thing",
                "give one of " + words.joined(separator: ", ") + " with the name of the rule")
            return nil
        }
        if let severity, outcomes[0] != .alert {
            section.problems.error(
                severity.place, "only of an `alert` a `severity` can be expected", "remove it")
        }
        return rule(outcomes[0].rawValue, section).map {
            RuleTestExpectation(rule: $0, outcome: outcomes[0], severity: severity?.value)
        }
    }
}

extension RuleTestReader {
    /// A rule on single mentions that the configuration has.
    private func rule(_ key: String, _ section: Section) -> RuleID? {
        guard let id: Placed<RuleID> = section.identifier(key) else { return nil }
        let names = settings.rules.map(\.id)
        if names.contains(id.value) { return id.value }
        if settings.ruleOrder.contains(id.value) {
            section.problems.error(
                id.place, "`\(id.value)` is no rule on single mentions, which is what tests show",
                "`repute rules replay` shows what it would have told")
            return nil
        }
        report(id, "rule", names, section)
        return nil
    }

    /// The source that is named; nil where none is, or none of this name is there.
    func source(_ section: Section) -> Source? {
        guard let id: Placed<SourceID> = section.identifier("source") else { return nil }
        if let source = settings.sources.first(where: { $0.id == id.value }) { return source }
        report(id, "source", settings.sources.map(\.id), section)
        return nil
    }

    /// The brands that are named.
    func brands(_ section: Section) -> [BrandID] {
        let known = settings.brands.map(\.brand.id)
        return section.identifiers("brand", of: Brand.self).compactMap { id in
            if known.contains(id.value) { return id.value }
            report(id, "brand", known, section)
            return nil
        }
    }

    private func report<Subject>(
        _ id: Placed<Identifier<Subject>>, _ what: String, _ known: [Identifier<Subject>],
        _ section: Section
    ) {
        let names = known.map(\.rawValue)
        section.problems.error(
            id.place, "the configuration has no \(what) `\(id.value)`",
            NearestName.question(id.value.rawValue, among: names)
                ?? (names.isEmpty ? nil : "there are " + names.joined(separator: ", ")))
    }
}

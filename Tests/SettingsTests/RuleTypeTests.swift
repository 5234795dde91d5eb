import Alerting
import Model
import Testing

@testable import Settings

private let surroundings = """
    brands: [{id: b}, {id: c}]
    sources: [{id: s, url: "https://s.example/", kind: review, brand: b}, {id: f, url: "https://f.example/"}]
    channels:
      - {id: m, type: sendmail, from: a@example.org, to: b@example.org}
      - {id: n, type: sendmail, from: a@example.org, to: c@example.org}

    """

private func loaded(_ rules: String) throws -> Settings {
    try settings(surroundings + rules)
}

struct `A rule of type mention` {
    @Test func `is what a rule is that names no type`() throws {
        let settings = try loaded(
            "rules: [{id: r, when: {label: negative}}, {id: q, type: mention}]")
        #expect(settings.rules.map(\.id.rawValue) == ["r", "q"])
        #expect(settings.rules[0].urgency == .weighed)
        #expect(settings.rules[0].instantFrom == .info)
        #expect(settings.rules[0].coolDown == 600)
        #expect(settings.rules[1].conditions.asksForNothing)
    }

    @Test(arguments: [
        ("info", Alert.Severity.info), ("warning", .warning), ("critical", .critical),
        ("never", nil),
    ])
    func `says from which severity on it tells at once`(word: String, severity: Alert.Severity?)
        throws
    {
        let rule = try loaded("rules: [{id: r, instant: \(word)}]").rules[0]
        #expect(rule.instantFrom == severity)
    }

    @Test func `takes every condition`() throws {
        let conditions = try loaded(
            """
            rules:
              - id: r
                when:
                  label: [negative, neutral]
                  min_score: -1
                  max_score: -0.25
                  min_confidence: 0.5
                  min_stars: 1
                  max_stars: 2.5
                  brand: c
                  source: [s, f]
                  kind: [review, survey]
                  language: [en, de]
                  about: {aspect: [delivery, staff], label: negative}
                  author: [new, complained_before]
                  min_sites: 3
                  words: refund
            """
        ).rules[0].conditions
        #expect(conditions.labels == [.negative, .neutral])
        #expect(conditions.minScore == -1)
        #expect(conditions.maxScore == -0.25)
        #expect(conditions.minConfidence == 0.5)
        #expect(conditions.minStars == 1)
        #expect(conditions.maxStars == 2.5)
        #expect(conditions.brands.map(\.rawValue) == ["c"])
        #expect(conditions.sources.map(\.rawValue).sorted() == ["f", "s"])
        #expect(conditions.kinds == [.review, .survey])
        #expect(conditions.languages == ["en", "de"])
        #expect(conditions.aspects == [.delivery, .staff])
        #expect(conditions.aspectLabel == .negative)
        #expect(conditions.authors == [.new, .complainedBefore])
        #expect(conditions.minSites == 3)
        #expect(conditions.conditionText == "refund")
        #expect(!conditions.includesCompetitors)
    }

    @Test(arguments: ["delivery", "[delivery]", "{aspect: delivery}"])
    func `takes what is spoken of alone, as a list or as a map`(about: String) throws {
        let conditions = try loaded("rules: [{id: r, when: {about: \(about)}}]").rules[0].conditions
        #expect(conditions.aspects == [.delivery])
        #expect(conditions.aspectLabel == nil)
    }
}

struct `A rule of type surge` {
    @Test func `counts negative mentions of a day unless told otherwise`() throws {
        let settings = try loaded("rules: [{id: r, type: surge}]")
        #expect(
            settings.surges == [
                SurgeRule(
                    id: RuleID(trusted: "r"),
                    channels: [ChannelID(trusted: "m"), ChannelID(trusted: "n")])
            ])
    }

    @Test func `takes every key`() throws {
        let surge = try loaded(
            """
            rules:
              - id: r
                type: surge
                title: Storm
                enabled: false
                when: {label: [negative, neutral], brand: b, source: s, kind: review}
                window: 6h
                false_alarms: 2
                severity: critical
                channels: [n, n]
            """
        ).surges[0]
        #expect(
            surge
                == SurgeRule(
                    id: RuleID(trusted: "r"), title: "Storm", isEnabled: false,
                    labels: [.negative, .neutral], brands: [BrandID(trusted: "b")],
                    sources: [SourceID(trusted: "s")], kinds: [.review], window: 21_600,
                    falseAlarmsPerYear: 2, severity: .critical, channels: [ChannelID(trusted: "n")]
                ))
    }

    @Test func `does not take the place of the standard rule`() throws {
        let settings = try loaded("rules: [{id: r, type: surge}]")
        #expect(settings.rules.map(\.id.rawValue) == ["negative"])
        #expect(settings.ruleOrder.map(\.rawValue) == ["negative", "r"])
    }
}

struct `A rule of type drop` {
    @Test func `looks at ratings of 30 days unless told otherwise`() throws {
        let drop = try loaded("rules: [{id: r, type: drop, channels: [m]}]").drops
        #expect(drop == [DropRule(id: RuleID(trusted: "r"), channels: [ChannelID(trusted: "m")])])
    }

    @Test func `takes every key`() throws {
        let drop = try loaded(
            """
            rules:
              - id: r
                type: drop
                title: Slide
                enabled: no
                of: sentiment
                days: 14
                least: 0.2
                false_alarms: 0.25
                when: {brand: [b, c], source: s}
                severity: info
                channels: m
            """
        ).drops[0]
        #expect(
            drop
                == DropRule(
                    id: RuleID(trusted: "r"), title: "Slide", isEnabled: false, figure: .sentiment,
                    brands: [BrandID(trusted: "b"), BrandID(trusted: "c")],
                    sources: [SourceID(trusted: "s")], days: 14, least: 0.2,
                    falseAlarmsPerYear: 0.25, severity: .info, channels: [ChannelID(trusted: "m")]))
    }

    @Test func `of sentiment has another least fall than of ratings`() throws {
        let drops = try loaded(
            "rules: [{id: r, type: drop}, {id: q, type: drop, of: sentiment}]"
        ).drops
        #expect(drops.map(\.least) == [0.3, 0.15])
    }
}

struct `A rule of type unanswered` {
    @Test func `asks for negative reviews after 8 hours unless told otherwise`() throws {
        let rule = try loaded("rules: [{id: r, type: unanswered}]").reminders[0]
        #expect(rule.conditions.labels == [.negative])
        #expect(rule.conditions.kinds == [.review])
        #expect(rule.within == 8 * 3600)
        #expect(rule.pauses == [86_400, 3 * 86_400, 7 * 86_400])
        #expect(rule.patience == 90 * 86_400)
        #expect(rule.escalation == nil)
        #expect(rule.severity == .warning)
        #expect(rule.channels.map(\.rawValue) == ["m", "n"])
    }

    @Test func `takes every key`() throws {
        let rule = try loaded(
            """
            rules:
              - id: r
                type: unanswered
                title: Waiting
                enabled: false
                when: {max_stars: 3, source: s, brand: b, words: refund}
                within: 4h
                pauses: [12h, 2d]
                patience: 30d
                escalate: {after: 3, channels: [n]}
                severity: critical
                channels: [m]
            """
        ).reminders[0]
        #expect(rule.title == "Waiting")
        #expect(!rule.isEnabled)
        #expect(rule.conditions.labels.isEmpty)
        #expect(rule.conditions.maxStars == 3)
        #expect(rule.conditions.sources.map(\.rawValue) == ["s"])
        #expect(rule.conditions.brands.map(\.rawValue) == ["b"])
        #expect(rule.conditions.conditionText == "refund")
        #expect(rule.within == 14_400)
        #expect(rule.pauses == [43_200, 172_800])
        #expect(rule.patience == 30 * 86_400)
        #expect(
            rule.escalation
                == ReminderRule.Escalation(after: 3, channels: [ChannelID(trusted: "n")]))
        #expect(rule.severity == .critical)
        #expect(rule.channels.map(\.rawValue) == ["m"])
    }

    @Test func `escalates after two reminders unless told otherwise`() throws {
        let rule = try loaded(
            "rules: [{id: r, type: unanswered, channels: m, escalate: {channels: n}}]"
        ).reminders[0]
        #expect(rule.escalation?.after == 2)
    }
}

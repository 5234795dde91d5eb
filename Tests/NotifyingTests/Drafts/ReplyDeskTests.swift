import FoundationEssentials
import Model
import Testing

@testable import Notifying

private func chosen(
    _ templates: [ReplyTemplate], _ mention: Mention = sampleMention(),
    _ audience: ReplyAudience = .everybody, language: String = "en"
) -> [String] {
    ReplyDesk(templates).templates(
        for: mention, ReplySituation(mention), audience, language: language
    ).map(\.id.rawValue)
}

private let rude = SampleOpinion(aspect: .care, score: -0.8)
private let slow = SampleOpinion(aspect: .delivery, score: -0.4)

private typealias Change = @Sendable (inout ReplyConditions) -> Void

/// Conditions that the mention of the test meets, and that it doesn't.
private let conditions: [(String, Change, Change)] = [
    ("label", { $0.labels = [.negative] }, { $0.labels = [.positive] }),
    ("stars", { $0.maxStars = 2 }, { $0.maxStars = 1.5 }),
    ("more stars", { ($0.minStars, $0.maxStars) = (2, 2) }, { $0.minStars = 2.5 }),
    ("language", { $0.languages = ["en", "de"] }, { $0.languages = ["de"] }),
    (
        "source", { $0.sources = [SourceID(trusted: "guest-book")] },
        { $0.sources = [SourceID(trusted: "other")] }
    ),
    ("kind", { $0.kinds = [.review] }, { $0.kinds = [.mention] }),
    (
        "brand", { $0.brands = [BrandID(trusted: "inn")] },
        { $0.brands = [BrandID(trusted: "other")] }
    ),
    ("aspect", { $0.aspects = [.care, .price] }, { $0.aspects = [.privacy] }),
    ("audience", { $0.audience = .everybody }, { $0.audience = .author }),
]

struct `The desk of replies` {
    @Test(arguments: conditions)
    fileprivate func `takes the owner's templates that fit, before Repute's own`(
        what: String, fitting: Change, other: Change
    ) throws {
        let mention = sampleMention(stars: 2, about: [rude])
        let yes = try sampleTemplate("yes", "Yes", when: fitting)
        let no = try sampleTemplate("no", "No", when: other)
        #expect(chosen([no, yes], mention) == ["yes", "repute-care-public"], "\(what)")
    }

    @Test func `asks for stars of a mention that has none in vain`() throws {
        let any = try sampleTemplate("any", "Any") { $0.minStars = 1 }
        #expect(chosen([any]) == ["repute-complaint-public"])
    }

    @Test func `prefers what weighs most, then what is about anything, then what says more`() throws
    {
        let mention = sampleMention(stars: 1, about: [slow, rude])
        let templates = [
            try sampleTemplate("plain", "1"),
            try sampleTemplate("german", "2") { $0.languages = ["en"] },
            try sampleTemplate("starred", "3") { $0.maxStars = 2 },
            try sampleTemplate("delivery", "4") { $0.aspects = [.delivery] },
            try sampleTemplate("care", "5") { $0.aspects = [.care] },
            try sampleTemplate("plain-too", "6"),
        ]
        #expect(
            chosen(templates, mention) == [
                "care", "delivery", "starred", "german", "plain", "plain-too", "repute-care-public",
            ])
        #expect(chosen([], mention, .author) == ["repute-care-private"])
    }

    @Test func `falls back to English where it has no replies in a language`() throws {
        let mention = sampleMention()
        let template = try #require(
            ReplyDesk([]).templates(
                for: mention, ReplySituation(mention), .everybody, language: "pt"
            ).first)
        #expect(template.language == .english)
    }

    @Test func `finds templates by name, the owner's and its own`() throws {
        let own = try sampleTemplate("own", "1")
        let desk = ReplyDesk([own])
        #expect(desk.template(own.id, language: "en") == own)
        let praise = ReplyTemplateID(trusted: "repute-praise-public")
        #expect(desk.template(praise, language: "fr")?.language == .french)
        #expect(desk.template(ReplyTemplateID(trusted: "none"), language: "en") == nil)
        #expect(desk.names.first == own.id && desk.names.contains(praise))
    }
}

struct `The choice of a wording` {
    private static let start = Date(timeIntervalSince1970: 1_700_000_000)

    private func template() throws -> ReplyTemplate {
        try sampleTemplate("t", "One", "Two", "Three")
    }

    private func draft(
        _ template: ReplyTemplate, _ index: Int, to mention: MentionID = 7, hours: Double = 0
    ) -> ReplyDraft {
        ReplyDraft(
            mention: mention, source: SourceID(trusted: "guest-book"), author: "Ada",
            template: template.id, textDigest: template.texts[index].digest,
            at: Self.start + hours * 3600)
    }

    @Test func `follows the number of the mention while none was used`() throws {
        let template = try template()
        for id in 1...7 as ClosedRange<MentionID> {
            #expect(
                template.choice(for: id, ReplyHistory()) == .text(Int(id % 3), passed: []))
        }
    }

    @Test func `takes what was never used, then what was left alone for longest`() throws {
        let template = try template()
        let digests = template.texts.map(\.digest)
        var history = ReplyHistory(lastUse: [digests[1]: Self.start, digests[2]: Self.start + 1])
        #expect(template.choice(for: 1, history) == .text(0, passed: []))
        history.lastUse[digests[0]] = Self.start + 2
        #expect(template.choice(for: 2, history) == .text(1, passed: []))
    }

    @Test func `never gives an author the same text twice`() throws {
        let template = try template()
        var history = ReplyHistory()
        var given: [Int] = []
        for round in 0..<3 {
            guard case .text(let index, let passed) = template.choice(for: 4, history) else {
                Issue.record("nothing was left in round \(round)")
                return
            }
            #expect(passed.count == round)
            given.append(index)
            history.toAuthor.insert(draft(template, index, hours: Double(round)), at: 0)
            history.lastUse[template.texts[index].digest] = Self.start + Double(round)
        }
        #expect(Set(given) == [0, 1, 2])
        #expect(template.choice(for: 4, history) == .exhausted(history.toAuthor[0]))
        #expect(template.choice(for: 4, history, isAgain: true) == .text(given[0], passed: []))
    }

    @Test func `gives a mention its own text again`() throws {
        let template = try template()
        let history = ReplyHistory(
            toAuthor: [draft(template, 2, to: 9), draft(template, 1, to: 4)],
            lastUse: [template.texts[1].digest: Self.start])
        #expect(template.choice(for: 4, history, isAgain: true) == .text(1, passed: []))
    }

    @Test func `does not mind drafts from other templates, or texts that were changed since`()
        throws
    {
        let template = try template()
        var old = draft(template, 0)
        old.textDigest = "changed"
        #expect(
            template.choice(for: 3, ReplyHistory(toAuthor: [old])) == .text(0, passed: []))
    }
}

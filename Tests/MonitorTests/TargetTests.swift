import Alerting
import Matching
import Model
import SQLiteStorage
import Scoring
import Storage
import Testing

@testable import Monitor

private let kettle = Brand(id: Sample.brand, name: "Copper Kettle")
private let bean = Brand(id: BrandID(trusted: "bean"), name: "Brass Bean", isCompetitor: true)
private let tea = Brand(id: BrandID(trusted: "tea"), name: "Kettle Tea")

/// "Copper Kettle was great", and the other awful.
private let praise = "Copper Kettle was great but Brass Bean was awful, rude and slow."
/// The other way round.
private let complaint = "Brass Bean was great but Copper Kettle was awful, rude and slow."

private func pipeline(_ definitions: [BrandDefinition]) -> MentionPipeline {
    MentionPipeline(
        matcher: BrandMatcher(definitions), scorer: SentimentScorer(lexicon: .embedded),
        recipes: [])
}

/// A pipeline whose only brand knows the other as a competitor.
private func withNames() throws -> MentionPipeline {
    pipeline([try BrandDefinition(brand: kettle, competitors: [bean.name])])
}

/// A pipeline that has brands for both.
private func withBrands() throws -> MentionPipeline {
    pipeline([try BrandDefinition(brand: kettle), try BrandDefinition(brand: bean)])
}

private func source(_ kind: Source.Kind, brand: BrandID? = nil) -> Source {
    var source = Sample.source(kind: kind)
    source.brand = brand
    return source
}

/// The verdict on a text that anybody wrote.
private func label(_ text: String, _ pipeline: MentionPipeline) -> Sentiment.Label {
    pipeline.judge(Sample.entry(title: nil, text: text), source: source(.mention)).sentiment.label
}

struct `A mention that names others` {
    @Test func `is felt by what it says about the brand`() throws {
        for pipeline in [try withNames(), try withBrands()] {
            #expect(label(praise, pipeline) == .positive)
            #expect(label(complaint, pipeline) == .negative)
        }
    }

    @Test func `says of the other words whom they are about`() throws {
        let judged = try withNames().judge(
            Sample.entry(title: "A visit", text: praise), source: source(.mention))
        let awful = try #require(
            judged.sentiment.contributions.first { $0.rules.contains("about \"Brass Bean\"") })
        #expect(awful.weight == 0)
    }

    @Test func `is drafted with the same verdict`() throws {
        let drafting = Drafting(
            source: source(.mention), pipeline: try withBrands(), isBaseline: false,
            now: HeldTime.start)
        let entry = Sample.entry(text: praise)
        let draft = try #require(drafting.draft(of: entry, known: nil))
        #expect(draft.brands.map(\.brand) == [kettle.id, bean.id])
        let judged = try withBrands().judge(entry, source: source(.mention))
        #expect(draft.sentiment == judged.sentiment)
        #expect(draft.sentiment?.label == .positive)
    }

    @Test func `of a competitor alone is felt by what it says about that one`() throws {
        #expect(label("Brass Bean was awful, rude and slow.", try withBrands()) == .negative)
    }

    @Test func `is read as a whole where it is about two brands of the owner`() throws {
        let definitions = [
            try BrandDefinition(brand: kettle), try BrandDefinition(brand: tea),
        ]
        let text = "Copper Kettle was great but Kettle Tea was awful, rude and slow."
        let judged = pipeline(definitions).judge(
            Sample.entry(title: nil, text: text), source: source(.mention))
        #expect(judged.brands.count == 2)
        let whole = SentimentScorer(lexicon: .embedded).score(judged.entry)
        #expect(judged.sentiment == whole)
    }

    @Test(arguments: [Source.Kind.review, .survey])
    func `is about the brand of its source, named or not`(kind: Source.Kind) throws {
        func label(_ text: String) throws -> Sentiment.Label {
            try withBrands().judge(
                Sample.entry(title: nil, text: text), source: source(kind, brand: kettle.id)
            ).sentiment.label
        }
        #expect(try label("Great service and lovely cakes. Brass Bean is awful.") == .positive)
        #expect(try label("So slow and rude. Brass Bean was great.") == .negative)
        #expect(try label(praise) == .positive)
    }

    @Test(arguments: [(praise, 0), (complaint, 1)])
    func `alerts for what it says about the brand only`(text: String, alerts: Int) async throws {
        let store: any Store = try SQLiteFile.inMemory()
        let time = HeldTime()
        let source = source(.mention)
        try await store.register(
            [
                RegisteredSource(
                    id: source.id, kind: source.kind, urlDigest: "u", readingDigest: "r",
                    isEnabled: true)
            ], now: time.now, firstPoll: { _ in time.now })
        let drafting = Drafting(
            source: source, pipeline: try withBrands(), isBaseline: false, now: time.now)
        let draft = try #require(drafting.draft(of: Sample.entry(text: text), known: nil))
        _ = try await store.record(
            PollRecord(
                source: source.id, kind: source.kind,
                state: SourceState(source: source.id, nextPoll: time.now, urlDigest: "u"),
                drafts: [draft], isBaseline: false, now: time.now,
                day: { CalendarDay($0, secondsFromGMT: 0) }))
        var configuration = try Sample.configuration(source: source)
        configuration.decider = AlertDecider(
            rules: [AlertRule(id: Sample.rule, channels: [Sample.mail])],
            brands: [kettle, bean])
        let report = try await DecideWalk(
            store: store, configuration: CurrentConfiguration(configuration), time: time.source,
            logger: Sample.logger
        ).run()
        #expect(report.decided == 1)
        #expect(report.alerts == alerts)
    }
}

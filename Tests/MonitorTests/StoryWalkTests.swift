import Alerting
import FoundationEssentials
import Matching
import Model
import SQLiteStorage
import Storage
import Testing

@testable import Monitor

private let headline = "Copper Kettle recalls 1,200 jars of plum jam over glass splinters"
private let report = """
    The preserves maker Copper Kettle is recalling jars of plum jam because they may contain \
    splinters of glass. Buyers are asked to take the jars back to the shop, a terrible scandal.
    """

/// A store in memory, five sources that tell one story, and decide walks over it.
private struct StoryWorld {
    let store: any Store
    let time = HeldTime()
    var rules = [
        AlertRule(id: Sample.rule, conditions: MentionConditions(), channels: [Sample.mail])
    ]

    init() throws { store = try SQLiteFile.inMemory() }

    func walk() async throws -> DecideWalk.Report {
        try await DecideWalk(
            store: store,
            configuration: CurrentConfiguration(try Sample.configuration(rules: rules)),
            time: time.source, logger: Sample.logger
        ).run()
    }

    /// A poll of a source that brings the story, told in its own frame.
    func tell(
        on site: Int, label: Sentiment.Label = .negative, isNews: Bool = true,
        title: String = headline, text: String = report
    ) async throws {
        let source = SourceID(trusted: "site-\(site)")
        try await store.register(
            (0..<40).map {
                RegisteredSource(
                    id: SourceID(trusted: "site-\($0)"), kind: .mention, urlDigest: "u",
                    readingDigest: "r", isEnabled: true)
            }, now: time.now, firstPoll: { _ in time.now })
        let entry = Entry(
            identity: EntryIdentity(rung: .stableID, key: "\(site)-\(title)"),
            url: "https://site\(site).example/a", title: title, text: text)
        let draft = MentionDraft(
            entry: entry, contentDigest: EntryDigest.digest(of: entry),
            brands: [Mention.BrandMatch(brand: Sample.brand)],
            sentiment: Sentiment(
                score: label == .negative ? -0.7 : 0.1, label: label, confidence: 0.8, basis: .text,
                lexicon: "test"),
            isNews: isNews, occurredAt: time.now, story: .of(entry))
        _ = try await store.record(
            PollRecord(
                source: source, kind: .mention,
                state: SourceState(source: source, nextPoll: time.now, urlDigest: "u"),
                drafts: [draft], isBaseline: !isNews, now: time.now,
                day: { CalendarDay($0, secondsFromGMT: 0) }))
    }

    func alerts() async throws -> [Alert] {
        try await store.alerts(since: nil, page: Page()).rows.sorted { $0.id < $1.id }
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A story on several sites` {
    @Test(arguments: [[1, 2, 3, 4, 5], [5, 3, 1, 4, 2], [2, 5, 4, 1, 3]])
    func `alerts once, in whatever order the sites are polled`(order: [Int]) async throws {
        let world = try StoryWorld()
        for site in order.prefix(2) {
            try await world.tell(on: site)
            _ = try await world.walk()
        }
        for site in order.dropFirst(2) { try await world.tell(on: site) }
        // What a walk that died before its commit has done is nothing: the next finds it all anew.
        #expect(try await world.store.undecided(limit: 9, aspects: false).count == 3)
        #expect(try await world.walk().copies == 3)
        let alerts = try await world.alerts()
        #expect(alerts.first?.mentions == [1])
        #expect(alerts.dropFirst().allSatisfy { $0.reason.hasPrefix("the story of mention 1") })
        let incident = try #require(try await world.store.incident(of: 1))
        #expect(incident.copies.map(\.mention) == [1, 2, 3, 4, 5] && incident.siteCount == 5)
        #expect(try await world.walk() == DecideWalk.Report())
    }

    @Test func `alerts once where all come at once`() async throws {
        let world = try StoryWorld()
        for site in 1...5 { try await world.tell(on: site) }
        #expect(try await world.walk().alerts == 1)
        #expect(try await world.alerts().map(\.mentions) == [[1]])
        #expect(try await world.store.decisions(on: 5).map(\.outcome) == ["copy"])
    }

    @Test func `alerts again at three sites and at ten, once each`() async throws {
        let world = try StoryWorld()
        for site in 1...12 {
            try await world.tell(on: site)
            _ = try await world.walk()
        }
        #expect(try await world.alerts().map(\.mentions) == [[1], [3], [10]])
        #expect(
            try await world.alerts().last?.reason.hasPrefix(
                "the story of mention 1 is now on 10 sites: ") == true)
    }

    @Test func `makes no step where it is not negative`() async throws {
        let world = try StoryWorld()
        for site in 1...4 {
            try await world.tell(on: site, label: .neutral)
            _ = try await world.walk()
        }
        #expect(try await world.alerts().count == 1)
    }

    @Test func `alerts on a copy where the first was history`() async throws {
        let world = try StoryWorld()
        try await world.tell(on: 1, isNews: false)
        _ = try await world.walk()
        try await world.tell(on: 2)
        _ = try await world.walk()
        #expect(try await world.alerts().map(\.mentions) == [[2]])
        #expect(try await world.store.incident(of: 2)?.id == 1)
    }

    @Test func `alerts anew after fourteen days`() async throws {
        let world = try StoryWorld()
        try await world.tell(on: 1)
        _ = try await world.walk()
        world.time.advance(by: 14 * 86_400 + 1)
        try await world.tell(on: 2)
        _ = try await world.walk()
        #expect(try await world.alerts().map(\.mentions) == [[1], [2]])
    }

    @Test func `is another one with another number`() async throws {
        let world = try StoryWorld()
        try await world.tell(on: 1)
        try await world.tell(
            on: 2, title: headline.replacing("1,200", with: "9,800"), text: "See the list of shops."
        )
        #expect(try await world.walk().alerts == 2)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `Notices in a decide walk` {
    private func notice(
        _ kinds: [SourceNotice.Kind], in store: any Store, now: Date = HeldTime.start
    ) async throws {
        try await Sample.store([], in: store)
        var record = PollRecord(
            source: Sample.reviews, kind: .review,
            state: SourceState(source: Sample.reviews, nextPoll: now, urlDigest: "u"), drafts: [],
            isBaseline: false, now: now, day: { CalendarDay($0, secondsFromGMT: 0) })
        record.notices = kinds.map { NewNotice(kind: $0, detail: "It is so.") }
        _ = try await store.record(record)
    }

    private func walk(_ store: any Store, channels: [ChannelID]) async throws -> DecideWalk.Report {
        var configuration = try Sample.configuration(
            channels: [KeepingChannel(id: Sample.mail)])
        configuration.healthChannels = channels
        return try await DecideWalk(
            store: store, configuration: CurrentConfiguration(configuration),
            time: HeldTime().source, logger: Sample.logger
        ).run()
    }

    @Test func `become an alert with a delivery, once`() async throws {
        let store = try SQLiteFile.inMemory()
        try await notice([.quiet], in: store)
        #expect(try await walk(store, channels: [Sample.mail]).alerts == 1)
        #expect(try await walk(store, channels: [Sample.mail]).alerts == 0)
        let alert = try #require(try await store.alert(1))
        #expect(alert.rule == .sourceHealth && alert.mentions.isEmpty && alert.brand == nil)
        #expect(alert.notices.map(\.kind) == [.quiet])
        #expect(
            try await store.deliveries(DeliverySelection(alerts: [1]), page: Page()).rows.count == 1
        )
    }

    @Test func `of what is over are settled untold`() async throws {
        let store = try SQLiteFile.inMemory()
        try await notice([.unreachable, .recovered], in: store)
        #expect(try await walk(store, channels: [Sample.mail]).alerts == 0)
        #expect(try await store.undecidedNotices().isEmpty)
    }

    @Test func `are settled untold where nobody is to be told`() async throws {
        let store = try SQLiteFile.inMemory()
        try await notice([.gone], in: store)
        #expect(try await walk(store, channels: []).alerts == 0)
        #expect(try await store.undecidedNotices().isEmpty)
    }
}

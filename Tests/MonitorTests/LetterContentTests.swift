import Alerting
import FoundationEssentials
import Model
import Notifying
import SQLiteStorage
import Storage
import Testing

@testable import Monitor

/// Decide and deliver walks over a store in memory, and the letters that come out.
private struct LetterWorld {
    let store: any Store
    let time = HeldTime()
    let channel = KeepingChannel(id: Sample.mail)

    init() throws { store = try SQLiteFile.inMemory() }

    /// Decides and delivers; the letters so far.
    func letters() async throws -> [Letter] {
        var configuration = try Sample.configuration(
            rules: [AlertRule(id: Sample.rule, channels: [Sample.mail])], channels: [channel])
        configuration.healthChannels = [Sample.mail]
        let current = CurrentConfiguration(configuration)
        _ = try await DecideWalk(
            store: store, configuration: current, time: time.source, logger: Sample.logger
        ).run()
        _ = try await DeliverWalk(
            store: store, configuration: current, time: time.source, owner: "test",
            random: { 0 }, logger: Sample.logger
        ).run(through: channel, isStopping: { false })
        return channel.letters
    }

    func tell(_ entry: Entry) async throws {
        try await Sample.store([entry], in: store, now: time.now)
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `The content of a letter` {
    @Test func `of an edit that made it worse has the wording before`() async throws {
        let world = try LetterWorld()
        try await world.tell(Sample.entry(text: "It was fine.", stars: 2))
        #expect(try await world.letters().map(\.edits.count) == [0])
        world.time.advance(by: 3600)
        try await world.tell(Sample.entry(text: "It was awful.", stars: 1))
        let letters = try await world.letters()
        let earlier = try #require(letters.last?.edits[1])
        #expect(letters.count == 2 && earlier.text == "It was fine." && earlier.rating?.value == 2)
        #expect(letters.last?.mentions.first?.entry.text == "It was awful.")
        world.time.advance(by: 3600)
        try await world.tell(Sample.entry(text: "It was awful!", stars: 1))
        try await world.tell(Sample.entry(text: "It was not so bad.", stars: 2))
        #expect(try await world.letters().count == 2)
    }

    /// Reminds of these at once.
    private func remind(of mentions: [MentionID], in world: LetterWorld) async throws {
        var alert = DecisionRecord.NewAlert(
            rule: RuleID(trusted: "waiting"), severity: .warning, brand: nil, mentions: mentions,
            reason: "3 reviews have waited long", channels: [Sample.mail])
        alert.kind = .reminder
        var record = DecisionRecord(alerts: [alert], notes: [], decided: [], now: world.time.now)
        record.reminders = mentions.map {
            DecisionRecord.Reminder(rule: alert.rule, mention: $0, count: 1)
        }
        _ = try await world.store.commit(record)
    }

    private func answered(_ key: String) -> Entry {
        Sample.entry(key: key, stars: 3, reply: Entry.OwnerReply(text: "Thanks.", date: nil))
    }

    @Test(arguments: [(["a"], "1 was"), (["a", "c"], "2 were")])
    func `of a reminder leaves out what was answered meanwhile`(
        keys: [String], word: String
    ) async throws {
        let world = try LetterWorld()
        for key in ["a", "b", "c"] { try await world.tell(Sample.entry(key: key, stars: 3)) }
        try await remind(of: [1, 2, 3], in: world)
        for key in keys { try await world.tell(answered(key)) }
        let letters = try await world.letters()
        let letter = try #require(letters.last { $0.alert.kind == .reminder })
        let left = [1, 2, 3].filter { keys.count == 1 ? $0 != 1 : $0 == 2 }
        #expect(letter.alert.mentions == left.map(MentionID.init))
        #expect(letter.mentions.map(\.id) == letter.alert.mentions)
        #expect(Set(letter.reminders.keys) == Set(letter.alert.mentions))
        #expect(letter.alert.reason == "3 reviews have waited long; \(word) answered meanwhile")
        #expect(letter.alerts.flatMap(\.mentions).count == letter.mentions.count)
    }

    @Test func `of a reminder is not sent once everything was answered`() async throws {
        let world = try LetterWorld()
        for key in ["a", "b"] { try await world.tell(Sample.entry(key: key, stars: 3)) }
        try await remind(of: [1, 2], in: world)
        for key in ["a", "b"] { try await world.tell(answered(key)) }
        #expect(try await world.letters().allSatisfy { $0.alert.kind != .reminder })
        let delivery = try #require(
            try await world.store.deliveries(DeliverySelection(alerts: [1]), page: Page()).rows
                .first)
        #expect(delivery.state == .cancelled)
    }

    @Test func `of a reminder leaves out what somebody closed meanwhile`() async throws {
        let world = try LetterWorld()
        for key in ["a", "b"] { try await world.tell(Sample.entry(key: key, stars: 3)) }
        try await remind(of: [1, 2], in: world)
        let change = TriageChange(
            action: .wontAnswer, at: world.time.now, by: "Ada", note: "not about us")
        _ = try await world.store.triage([1], by: change, isTrial: false)
        let letter = try #require(
            try await world.letters().first { $0.alert.kind == .reminder })
        #expect(letter.alert.mentions == [2])
    }

    @Test func `of a reminder says nothing of answers where there are none`() async throws {
        let world = try LetterWorld()
        for key in ["a", "b"] { try await world.tell(Sample.entry(key: key, stars: 3)) }
        try await remind(of: [1, 2], in: world)
        let letters = try await world.letters()
        let letter = try #require(letters.first { $0.alert.kind == .reminder })
        #expect(letter.alert.reason == "3 reviews have waited long")
        #expect(letter.mentions.map(\.id) == [1, 2])
    }

    @Test func `of a source has its last good poll and the mentions that are gone`() async throws {
        let world = try LetterWorld()
        try await world.tell(Sample.entry(stars: 5))
        var state = SourceState(
            source: Sample.reviews, nextPoll: world.time.now, urlDigest: "u")
        state.lastSuccess = HeldTime.start - 600
        state.answer = "503 Service Unavailable"
        var record = PollRecord(
            source: Sample.reviews, kind: .review, state: state, drafts: [], isBaseline: false,
            now: world.time.now, day: { CalendarDay($0, secondsFromGMT: 0) })
        record.delisted = [1]
        record.notices = [NewNotice(kind: .delisted, detail: "It is gone.", mentions: [1])]
        _ = try await world.store.record(record)
        let letter = try #require(try await world.letters().last)
        #expect(letter.alert.notices.map(\.kind) == [.delisted])
        #expect(letter.mentions.map(\.id) == [1] && letter.mentions[0].delistedAt != nil)
        #expect(letter.lastReads == [Sample.reviews: HeldTime.start - 600])
        #expect(letter.answers == [Sample.reviews: "503 Service Unavailable"])
    }
}

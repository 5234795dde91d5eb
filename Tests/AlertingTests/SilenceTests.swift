import FoundationEssentials
import Model
import Testing

@testable import Alerting

private let complaints = RuleID(trusted: "complaints")

private func silence(
    _ id: SilenceID = 3, from start: Date = at(0), to end: Date = at(60), comment: String? = nil,
    change: (inout AlertSilence) -> Void = { _ in }
) -> AlertSilence {
    var silence = AlertSilence(id: id, start: start, end: end, comment: comment)
    change(&silence)
    return silence
}

private func decide(
    _ candidates: [AlertCandidate], held: [HeldCandidate] = [], silences: [AlertSilence],
    coolDown: TimeInterval = 0, last: Date? = nil, now: Date = at(5)
) -> DecisionBatch {
    AlertDecider(rules: [rule { $0.coolDown = coolDown }], brands: brands).decisions(
        for: candidates, held: held,
        lastAlert: last.map { [AlertGroup(rule: complaints, brand: cafe): $0] } ?? [:],
        silences: silences, now: now)
}

private func row(_ id: MentionID, source: String = "reviews") -> HeldCandidate {
    HeldCandidate(
        held: HeldMention(
            group: AlertGroup(rule: complaints, brand: cafe), mention: id, heldSince: at(1),
            until: at(5), reason: ""),
        mention: mention(id, source: source))
}

struct `A silence` {
    @Test func `makes a note of what it covers, with its end and its comment`() {
        let batch = decide(
            [AlertCandidate(mention: mention(1, stars: 1))],
            silences: [silence(comment: "roadworks")])
        #expect(batch.alerts.isEmpty && batch.notes.map(\.outcome) == [.silenced])
        #expect(
            batch.notes[0].reason == "negative (−0.72), 1 of 5 stars, meets rule “complaints”, but "
                + "silence 3 holds until 11:00 UTC (“roadworks”)")
        #expect(batch.decided == [1])
    }

    @Test(arguments: [
        SilenceCase(true) { _ in },
        SilenceCase(true) { $0.rule = complaints },
        SilenceCase(false) { $0.rule = RuleID(trusted: "praise") },
        SilenceCase(true) { $0.source = SourceID(trusted: "reviews") },
        SilenceCase(false) { $0.source = SourceID(trusted: "forum") },
        SilenceCase(true) { $0.brand = cafe },
        SilenceCase(false) { $0.brand = bakery },
        SilenceCase(true) { $0.mention = 1 },
        SilenceCase(false) { $0.mention = 2 },
        SilenceCase(false) {
            $0.brand = cafe
            $0.source = SourceID(trusted: "forum")
        },
    ])
    func `covers what all its conditions hold for`(example: SilenceCase) {
        let quiet = silence(change: example.change)
        let batch = decide([AlertCandidate(mention: mention(1))], silences: [quiet])
        #expect(batch.alerts.isEmpty == example.isSilent)
    }

    @Test(arguments: [
        (at(0), at(60), true), (at(5), at(60), true), (at(5.1), at(60), false),
        (at(0), at(5), false), (at(0), at(5.1), true), (at(9), at(1), false),
    ])
    func `holds from its start to before its end`(start: Date, end: Date, isSilent: Bool) {
        let batch = decide(
            [AlertCandidate(mention: mention(1))], silences: [silence(from: start, to: end)])
        #expect(batch.alerts.isEmpty == isSilent)
    }

    @Test func `is named that holds longest, of several`() {
        let batch = decide(
            [AlertCandidate(mention: mention(1))],
            silences: [silence(1, to: at(90)), silence(2, to: at(1600)), silence(4, to: at(30))])
        #expect(batch.notes[0].reason.contains("but silence 2 holds until 2026-09-22 12:40 UTC"))
    }

    @Test func `covers an edit that made a mention worse, and not what is no news anyway`() {
        let batch = decide(
            [
                AlertCandidate(
                    mention: mention(1, stars: 1), edit: .init(label: .positive, stars: 5)),
                AlertCandidate(mention: mention(2), isNews: false),
                AlertCandidate(mention: mention(3), edit: .init(label: .negative)),
            ], silences: [silence()])
        #expect(batch.notes.map(\.outcome) == [.silenced, .baseline, .metBefore])
    }

    @Test func `leaves the copy that it does not cover to be told`() {
        let story = AlertCandidate.Story(first: 1, siteCount: 2, toldBy: [])
        let batch = decide(
            [
                AlertCandidate(mention: mention(1)),
                AlertCandidate(mention: mention(2, source: "forum"), story: story),
            ], silences: [silence { $0.source = SourceID(trusted: "reviews") }])
        #expect(batch.alerts.map(\.mentions) == [[2]] && batch.notes.map(\.mention) == [1])
    }

    @Test func `covers held mentions when they would be told, and lets the others go`() {
        let quiet = silence { $0.source = SourceID(trusted: "forum") }
        let rows = [row(1), row(2, source: "forum")]
        let batch = decide([], held: rows, silences: [quiet], coolDown: 300, last: at(0))
        #expect(batch.alerts.map(\.mentions) == [[1]])
        #expect(Set(batch.released.map(\.mention)) == [1, 2])
        #expect(batch.notes.map(\.mention) == [2] && batch.notes.map(\.outcome) == [.silenced])
        let early = decide(
            [], held: rows, silences: [quiet], coolDown: 300, last: at(0), now: at(4))
        #expect(early.held.count == 2 && early.notes.isEmpty)
    }

    @Test func `makes no alert of a group that is silent as a whole`() {
        let batch = decide([], held: [row(1)], silences: [silence()], coolDown: 300, last: at(0))
        #expect(batch.alerts.isEmpty && batch.released.map(\.mention) == [1])
    }
}

struct `A silence on a source` {
    private let town = SourceID(trusted: "town")

    private func decide(
        _ kinds: [SourceNotice.Kind], silences: [AlertSilence], now: Date = at(5)
    ) -> NoticeBatch {
        let notices = kinds.enumerated().map { place, kind in
            SourceNotice(
                id: Int64(place + 1), source: town, kind: kind, detail: "It is so.", at: at(0))
        }
        return NoticeDecider(titles: [:]).decisions(
            on: notices, states: [], told: [], silences: silences, now: now)
    }

    @Test(arguments: SourceNotice.Kind.allCases)
    func `keeps notices of it from being told`(kind: SourceNotice.Kind) {
        let quiet = silence { $0.source = town }
        let batch = decide([kind], silences: [quiet])
        #expect(batch.alerts.isEmpty)
        let waits = kind.isTrouble || kind == .recovered
        #expect(batch.decided == (waits ? [] : [1]))
        #expect(decide([kind], silences: [quiet], now: at(60)).alerts.count == 1)
    }

    @Test func `lets a trouble be forgotten that ended meanwhile`() {
        let batch = decide([.unreachable, .recovered], silences: [silence { $0.source = town }])
        #expect(batch.alerts.isEmpty && batch.decided == [1, 2])
    }

    @Test(arguments: [
        SilenceCase(true) { _ in },
        SilenceCase(false) { $0.source = SourceID(trusted: "other") },
        SilenceCase(true) { $0.rule = .sourceHealth },
        SilenceCase(false) { $0.rule = complaints },
        SilenceCase(false) { $0.brand = cafe },
        SilenceCase(false) { $0.mention = 1 },
    ])
    func `is one that names nothing else`(example: SilenceCase) {
        let quiet = silence(change: example.change)
        #expect(decide([.gone], silences: [quiet]).alerts.isEmpty == example.isSilent)
    }
}

import FoundationEssentials
import Model
import Testing

@testable import Alerting

private let chat = ChannelID(trusted: "chat")
private let pager = ChannelID(trusted: "pager")

private func failing(
    _ channel: ChannelID = mail, failures: Int = 5, since: Date? = at(0),
    error: String? = "connection refused."
) -> ChannelState {
    ChannelState(
        channel: channel, failures: failures, failingSince: since, nextTry: at(90),
        lastError: error)
}

private func gone(_ channel: ChannelID = mail, failures: Int = 0) -> ChannelState {
    ChannelState(
        channel: channel, failures: failures, lastError: "The server answered 410.",
        disabledAt: at(0))
}

private func mark(_ value: Double?, _ channel: ChannelID = mail) -> RuleMark {
    RuleMark(rule: .deliveryHealth, key: channel.rawValue, at: at(-60), value: value)
}

private func decide(
    _ states: [ChannelState], marks: [RuleMark] = [], waiting: [ChannelID: Int] = [:],
    told: [ChannelID] = [mail, chat, pager], silences: [AlertSilence] = [], now: Date = at(30)
) -> ChannelHealthBatch {
    ChannelHealthDecider(timeZone: .gmt).decisions(
        on: .init(
            states: states, marks: marks, waiting: waiting, configured: [mail, chat, pager],
            told: told, silences: silences), now: now)
}

struct `A channel that fails` {
    @Test func `is told of once, through the channels that work`() {
        let batch = decide([failing(), failing(pager, failures: 1)], waiting: [mail: 3])
        #expect(batch.alerts.count == 1)
        let alert = batch.alerts[0]
        #expect(alert.channel == mail && alert.channels == [chat] && alert.isTrouble)
        #expect(alert.severity == .warning)
        #expect(
            alert.reason
                == "channel mail has failed since Mon 21 Sep, 10:00 (5 attempts): connection "
                + "refused; 3 letters wait for it")
        #expect(
            alert.mark == RuleMark(rule: .deliveryHealth, key: "mail", at: at(30), value: 1))
        #expect(decide([failing()], marks: [alert.mark]).alerts.isEmpty)
    }

    @Test(arguments: [
        (3, at(15), true), (3, at(14.99), false), (2, at(600), false), (3, at(-60), true),
    ])
    func `is told of after three failures and a quarter of an hour`(
        failures: Int, now: Date, isTold: Bool
    ) {
        #expect(decide([failing(failures: failures)], now: now).alerts.isEmpty != isTold)
    }

    @Test func `is told of without a known beginning`() {
        #expect(
            decide([failing(since: nil, error: nil)]).alerts.map(\.reason) == [
                "channel mail has failed (5 attempts)"
            ])
    }

    @Test func `says when it may be told of, though no attempt is made`() {
        #expect(decide([failing()], now: at(5)).nextDecision == at(15))
        #expect(
            decide([failing(), failing(chat, since: at(-5))], now: at(5)).nextDecision == at(10))
        #expect(decide([failing()], now: at(30)).nextDecision == nil)
    }

    @Test func `is told of as soon as another one works, and remembered only then`() {
        #expect(decide([failing(), failing(chat), failing(pager)]).alerts.isEmpty)
        #expect(decide([failing()], told: [mail]).alerts.isEmpty)
        let batch = decide([failing(), failing(chat)])
        #expect(batch.alerts.map(\.channel) == [mail, chat])
        #expect(batch.alerts.map(\.channels) == [[pager], [pager]])
    }

    @Test func `is told of on one line, and not at any length`() {
        let error = "a\nb\t c " + String(repeating: "x", count: 500)
        let reason = decide([failing(error: error)]).alerts[0].reason
        #expect(reason.contains("(5 attempts): a b c xxx") && reason.hasSuffix("x…"))
        #expect(reason.count < 300)
    }

    @Test func `that is no longer configured is not told of`() {
        let other = ChannelID(trusted: "old")
        #expect(decide([failing(other)], marks: [mark(1, other)]).alerts.isEmpty)
    }
}

struct `A channel that wants no more letters` {
    @Test func `is told of at once`() {
        let batch = decide([gone()], waiting: [mail: 1], now: at(0))
        #expect(batch.alerts.map(\.mark.value) == [2])
        #expect(
            batch.alerts[0].reason
                == "channel mail wants no more letters since Mon 21 Sep, 10:00: The "
                + "server answered 410; it is left alone until it has another address or you ask for a "
                + "new try; 1 letter waits for it")
        #expect(batch.alerts[0].channels == [chat, pager])
    }

    @Test func `is told of though its failures were told before, and once`() {
        #expect(decide([gone(failures: 9)], marks: [mark(1)]).alerts.count == 1)
        #expect(decide([gone()], marks: [mark(2)]).alerts.isEmpty)
    }
}

struct `A channel that works again` {
    @Test(arguments: [1.0, 2])
    func `is told of once, where its trouble was told`(known: Double) {
        let batch = decide([ChannelState(channel: mail)], marks: [mark(known)], waiting: [mail: 2])
        #expect(batch.alerts.map(\.severity) == [.info] && !batch.alerts[0].isTrouble)
        #expect(batch.alerts[0].channels == [chat, pager] && batch.alerts[0].mark.value == 0)
        #expect(
            batch.alerts[0].reason
                == "channel mail delivers again; 2 letters that waited go out now")
        #expect(decide([], marks: [batch.alerts[0].mark]).alerts.isEmpty)
    }

    @Test(arguments: [nil, 0, 7, .nan] as [Double?])
    func `is not told of where nobody knew of trouble`(known: Double?) {
        #expect(decide([ChannelState(channel: mail)], marks: [mark(known)]).alerts.isEmpty)
        let other = RuleMark(rule: RuleID(trusted: "surge"), key: "mail", at: at(0), value: 1)
        #expect(decide([], marks: [other]).alerts.isEmpty)
    }

    @Test func `is told of without a state`() {
        #expect(decide([], marks: [mark(1)]).alerts.map(\.channel) == [mail])
    }

    @Test func `tells of itself where no other one works`() {
        let batch = decide([failing(chat)], marks: [mark(1), mark(1, chat)], told: [mail, chat])
        #expect(batch.alerts.map(\.channels) == [[mail]])
        let nobody = decide([failing(chat)], marks: [mark(1), mark(1, chat)], told: [chat])
        #expect(nobody.alerts.isEmpty)
    }

    @Test func `is not told of while it fails in another way`() {
        #expect(decide([failing()], marks: [mark(2)]).alerts.isEmpty)
    }
}

struct `A silence on channels` {
    @Test(arguments: [
        SilenceCase(true) { _ in },
        SilenceCase(true) { $0.rule = .deliveryHealth },
        SilenceCase(false) { $0.rule = .sourceHealth },
        SilenceCase(false) { $0.brand = cafe },
        SilenceCase(false) { $0.source = SourceID(trusted: "reviews") },
        SilenceCase(false) { $0.mention = 1 },
        SilenceCase(false) { $0.end = at(30) },
    ])
    func `puts off what is told of them to its end`(example: SilenceCase) {
        var silence = AlertSilence(id: 1, start: at(0), end: at(60))
        example.change(&silence)
        let batch = decide([failing()], silences: [silence])
        #expect(batch.alerts.isEmpty == example.isSilent)
        #expect(batch.nextDecision == (example.isSilent ? at(60) : nil))
    }
}

import FoundationEssentials
import Model
import Testing

@testable import Health

/// Letters in other languages read what `Health` writes; a sentence that is changed here fails there.
struct `What a notice says` {
    @Test(arguments: PollFailure.Reason.allCases)
    func `is read back of every failure`(reason: PollFailure.Reason) {
        let verdict = Sample.vigil(WatchPolicy(grace: 0)).verdict(
            on: Sample.failure(reason), of: Sample.state(), nextPoll: Sample.now + 900,
            now: Sample.now)
        let notice = verdict.notice
        #expect(notice.flatMap { NoticeTelling($0.kind, detail: $0.detail) } != nil)
    }

    @Test func `is read back of documents that are at fault`() {
        let wording = Sample.wording
        let loss = DocumentFault.loss("no entry has a rating").sentence(
            wording, since: Sample.now, now: Sample.now)
        let command = "repute source forget-seen town"
        #expect(NoticeTelling(.unreadable, detail: loss) == .reshaped(command: command))
        let emptiness = DocumentFault.emptiness.sentence(
            wording, since: Sample.now, now: Sample.now)
        #expect(NoticeTelling(.unreadable, detail: emptiness) == .emptied(command: command))
    }

    @Test(arguments: [
        (true, true, NoticeTelling.Missed.history), (false, true, .nothing),
        (false, false, .perhaps),
    ])
    func `is read back of what is well again`(
        isBaseline: Bool, isCovered: Bool, missed: NoticeTelling.Missed
    ) {
        let telling = WellWording(
            wording: Sample.wording, policy: WatchPolicy(), now: Sample.now)
        let reading = SourceVigil.Reading(
            document: nil, isBaseline: isBaseline, isCovered: isCovered)
        let notice = telling.recovery(
            of: Sample.state(.unreachable), reading: reading, isSilent: false)
        #expect(NoticeTelling(.recovered, detail: notice.detail) == .recovered(missed))
        let speech = telling.speech(since: Sample.now)
        #expect(NoticeTelling(.recovered, detail: speech.detail) == .speaking)
    }

    @Test func `is read back of a silence`() {
        var cadence = Cadence()
        cadence.silentDays = 9
        let notice = WellWording(
            wording: Sample.wording, policy: WatchPolicy(), now: Sample.now
        ).silence(cadence)
        #expect(NoticeTelling(.quiet, detail: notice.detail) == .silent(days: 9))
    }

    @Test func `is read back of a move`() {
        let (old, new) = ("https://old.example/feed", "https://new.example/to/feed")
        let moved = Relocation.moved(from: old, to: new).notice(wording: Sample.wording)
        #expect(NoticeTelling(.moved, detail: moved.detail) == .moved(to: new))
        let back = Relocation.returned(from: new, to: old).notice(wording: Sample.wording)
        #expect(NoticeTelling(.moved, detail: back.detail) == .returned(to: old))
    }

    @Test(arguments: [(true, NoticeTelling.Remedy.none), (false, .longerFeed)])
    func `is read back of a gap`(wasUnwatched: Bool, remedy: NoticeTelling.Remedy) {
        let gap = CoverageGap(
            start: Sample.now - 86_400, now: Sample.now, entries: Sample.entries(3, rated: 0),
            interval: 60, wasUnwatched: wasUnwatched)
        let detail = gap.notice(cadence: Cadence(), wording: Sample.wording).detail
        #expect(NoticeTelling(.gap, detail: detail) == .gap(entries: 3, remedy))
    }
}

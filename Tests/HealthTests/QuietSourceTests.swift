import FoundationEssentials
import Model
import Testing

@testable import Health

struct `A source that answers` {
    /// A cadence of a source that brings something every other day and was silent for so long.
    private func reading(silent: Int, news: Bool = false) -> SourceVigil.Reading {
        SourceVigil.Reading(
            document: nil, broughtNews: news,
            cadence: Cadence(
                observedDays: 130, activeDays: 65, arrivals: 65, silentDays: silent,
                lastArrival: Sample.now - Double(silent + 1) * 86_400))
    }

    @Test func `becomes well with its first poll, which tells nothing`() {
        var source = WatchedSource(.waiting)
        source.state.healthSince = nil
        source.succeed()
        #expect(source.state.health == .well)
        #expect(source.state.healthSince == source.now)
        #expect(source.told == [])
    }

    @Test func `is called quiet once, and speaks again once`() {
        var source = WatchedSource()
        source.succeed(reading(silent: 10))
        #expect(source.told == [])
        let notice = source.succeed(reading(silent: 11))
        #expect(
            notice?.detail
                == "Town reviews answers, but has brought nothing new for 11 days, since T-1036800. It "
                + "used to bring something on 4 of 7 days; a silence like this happens to a well "
                + "source no more than once in 5 years. Look at it in a browser: its address or its "
                + "search may have changed.")
        for days in 12...40 { source.succeed(reading(silent: days)) }
        #expect(source.told == [.quiet])
        #expect(source.state.health == .quiet)
        let speech = source.succeed(reading(silent: 0, news: true))
        #expect(speech?.detail.hasPrefix("Town reviews brings news again after ") == true)
        #expect(source.told == [.quiet, .recovered])
        #expect(source.state.health == .well)
    }

    @Test func `that was quiet and fails is quiet again when it is well, without another notice`() {
        var source = WatchedSource()
        source.succeed(reading(silent: 11))
        source.fail(.connect)
        source.fail(.connect, after: 3600)
        let notice = source.succeed(reading(silent: 11))
        #expect(notice?.detail.contains("But it has brought nothing new since") == true)
        source.succeed(reading(silent: 12))
        #expect(source.told == [.quiet, .unreachable, .recovered])
        #expect(source.state.health == .quiet)
    }

    @Test func `is never called quiet where no false alarm is allowed`() {
        var source = WatchedSource()
        source.vigil.policy.falseAlarmsPerYear = 0
        source.succeed(reading(silent: 3000))
        #expect(source.told == [])
    }

    @Test(arguments: [
        (0.2, "no more than once in 5 years"), (1, "no more than once a year"),
        (12, "no more than 12 times a year"), (0.0001, "no more than once in 1000 years"),
    ])
    func `says how often a false alarm comes`(rate: Double, words: String) {
        var source = WatchedSource()
        source.vigil.policy.falseAlarmsPerYear = rate
        #expect(source.succeed(reading(silent: 900))?.detail.contains(words) == true)
    }
}

struct `A source that changes shape` {
    private func reading(_ entries: [Entry], isBaseline: Bool = false) -> SourceVigil.Reading {
        SourceVigil.Reading(document: SourceShape(of: entries), isBaseline: isBaseline)
    }

    private func watched() -> WatchedSource {
        var source = WatchedSource()
        source.succeed(reading(Sample.entries(20, rated: 18)))
        return source
    }

    @Test func `is told after the grace time which field is lost`() {
        var source = watched()
        source.succeed(reading(Sample.entries(10, rated: 0)))
        #expect(source.told == [])
        let notice = source.succeed(after: 3600)
        #expect(
            notice?.detail
                == "Town reviews has changed shape: no entry has a rating any more (18 of 20 had one), "
                + "since T1800. Its entries are stored as they are, but may be read wrongly. Check the "
                + "source or its recipe. If this is how it is to be, run `repute source forget-seen town`."
        )
        #expect(source.state.health == .unreadable)
        for _ in 1...5 { source.succeed(reading(Sample.entries(12, rated: 0))) }
        source.succeed()
        #expect(source.told == [.unreadable])
        source.succeed(reading(Sample.entries(4, rated: 1)))
        #expect(source.told == [.unreadable, .recovered])
        #expect(source.state.health == .well)
    }

    @Test func `for one document only is not told`() {
        var source = watched()
        source.succeed(reading(Sample.entries(10, rated: 0)))
        source.succeed(reading(Sample.entries(10, rated: 9)))
        source.succeed(after: 86_400)
        #expect(source.told == [])
    }

    @Test(arguments: [(4, 0), (10, 1)])
    func `is not taken for one by few entries, or one that has the field`(count: Int, rated: Int) {
        var source = watched()
        source.succeed(reading(Sample.entries(count, rated: rated)))
        source.succeed(after: 86_400)
        #expect(source.told == [])
    }

    @Test func `stays so through failures in between`() {
        var source = watched()
        source.succeed(reading(Sample.entries(10, rated: 0)))
        source.succeed(after: 3600)
        source.fail(.connect)
        source.fail(.connect, after: 7200)
        source.succeed()
        #expect(source.told == [.unreadable])
        #expect(source.state.health == .unreadable)
    }

    @Test func `is well again when what was seen is forgotten`() {
        var source = watched()
        source.succeed(reading(Sample.entries(10, rated: 0)))
        source.succeed(after: 3600)
        source.state.shape = 0
        source.succeed(reading(Sample.entries(10, rated: 0), isBaseline: true))
        #expect(source.told == [.unreadable, .recovered])
    }

    @Test func `to an empty list is told after the grace time, unless it was empty before`() {
        var source = watched()
        source.succeed(reading([]))
        #expect(source.told == [])
        let notice = source.succeed(after: 3600)
        #expect(notice?.detail.contains("has listed nothing since T1800, though") == true)
        source.succeed(reading(Sample.entries(3, rated: 3)))
        #expect(source.told == [.unreadable, .recovered])
        source.succeed(reading([]))
        source.succeed(after: 86_400)
        #expect(source.told == [.unreadable, .recovered])
    }

    @Test func `from an empty baseline may be empty again`() {
        var source = WatchedSource(.waiting)
        source.succeed(reading([], isBaseline: true))
        source.succeed(reading(Sample.entries(6, rated: 0)))
        source.succeed(reading([]))
        source.succeed(after: 86_400)
        #expect(source.told == [])
    }
}

struct `The shape of a document` {
    @Test func `survives as one number`() {
        var shape = SourceShape(of: Sample.entries(20, rated: 18))
        shape.mayBeEmpty = true
        shape.hasMissing = true
        #expect(SourceShape(code: shape.code) == shape)
        shape.mark(lost: [.text, .rating])
        #expect(SourceShape(code: shape.code) == shape)
        #expect(SourceShape(code: shape.code).lostFields == [.text, .rating])
        #expect(shape.code > 0)
    }

    @Test(arguments: [0, -1, Int.max, Int.min, 0x5555_5555_5555_5555])
    func `can be made of any number`(code: Int) {
        let shape = SourceShape(code: code)
        #expect(SourceShape(code: shape.code) == shape)
    }

    @Test func `names several lost fields`() {
        var shape = SourceShape(of: (0..<10).map { Sample.entry("\($0)", author: "A", stars: 4) })
        shape.mark(lost: [.rating, .author])
        #expect(
            shape.loss
                == "no entry has a rating any more (10 of 10 had one) and none has an author (10 of 10 "
                + "had one)")
    }

    @Test func `counts exactly up to a hundred entries, and in per cent beyond`() {
        for rated in [80, 81, 93, 99] {
            var shape = SourceShape(of: Sample.entries(99, rated: rated))
            shape.mark(lost: [.rating])
            #expect(shape.loss.contains("(\(rated) of 99 had one)"))
        }
        var large = SourceShape(of: Sample.entries(5000, rated: 4500))
        large.mark(lost: [.rating])
        #expect(large.entryCount == 1023)
        #expect(large.loss.contains("(90 % of them had one)"))
    }
}

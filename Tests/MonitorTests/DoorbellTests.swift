import Testing

@testable import Monitor

@Suite(.timeLimit(.minutes(5)))
struct `A doorbell` {
    @Test func `that rang before the wait ends it at once`() async {
        let bell = Doorbell()
        bell.ring()
        await bell.wait()
    }

    @Test func `wakes the one who waits`() async {
        for _ in 0..<200 {
            let bell = Doorbell()
            let waiting = Task { await bell.wait() }
            bell.ring()
            await waiting.value
        }
    }

    @Test func `lets a cancelled waiter go`() async {
        for _ in 0..<200 {
            let bell = Doorbell()
            let waiting = Task { await bell.wait() }
            waiting.cancel()
            await waiting.value
        }
    }

    @Test func `keeps a ring that comes after a cancelled wait`() async {
        let bell = Doorbell()
        let waiting = Task { await bell.wait() }
        waiting.cancel()
        await waiting.value
        bell.ring()
        await bell.wait()
    }

    @Test func `of a channel is the same at every call`() {
        let bells = ChannelBells()
        #expect(bells.bell(of: Sample.mail) === bells.bell(of: Sample.mail))
        #expect(bells.bell(of: Sample.mail) !== bells.bell(of: Sample.hook))
    }

    @Test func `of every channel rings when all are rung`() async {
        let bells = ChannelBells()
        let waiting = [Sample.mail, Sample.hook].map { bells.bell(of: $0) }
        bells.ringAll()
        for bell in waiting { await bell.wait() }
    }
}

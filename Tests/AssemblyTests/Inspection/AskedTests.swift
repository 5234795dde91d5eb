import Synchronization
import Testing

@testable import Assembly

@Suite(.timeLimit(.minutes(5)))
struct `A question to the store` {
    @Test func `is answered to all who wait`() async {
        let asked = Asked(at: .now) { 42 }
        #expect(await asked.answer(within: .seconds(60)) == 42)
        #expect(await asked.answer(within: .seconds(60)) == 42)
    }

    @Test func `that is stuck keeps nobody, and is not asked again`() async {
        let (stuck, answer) = AsyncStream<Void>.makeStream()
        let now = ContinuousClock.now
        let asked = Asked(at: now) {
            for await _ in stuck { break }
            return 42
        }
        #expect(await asked.answer(within: .milliseconds(10)) == nil)
        #expect(asked.holds(for: .seconds(1), at: now + .seconds(3600)))
        answer.yield()
        #expect(await asked.answer(within: .seconds(60)) == 42)
        #expect(asked.holds(for: .seconds(1), at: now))
        #expect(!asked.holds(for: .seconds(1), at: now + .seconds(2)))
    }
}

import Scheduling
import Testing

struct `A back-off` {
    @Test(
        arguments: [(1, 60), (2, 120), (3, 240), (7, 3600), (64, 3600), (Int.max, 3600)]
            as [(Int, Double)])
    func `doubles up to its cap`(attempt: Int, expected: Double) {
        let backoff = Backoff(base: 60, cap: 3600, jitter: .none)
        #expect(backoff.delay(attempt: attempt, random: 0.5) == expected)
    }

    @Test(
        arguments: [
            (.equal, 0, 120), (.equal, 0.5, 180), (.equal, 1, 240),
            (.full, 0, 0), (.full, 0.5, 120), (.full, 1, 240),
        ] as [(Backoff.Jitter, Double, Double)])
    func `leaves part of the wait to chance`(
        jitter: Backoff.Jitter, random: Double, expected: Double
    ) {
        let backoff = Backoff(base: 60, cap: 3600, jitter: jitter)
        #expect(backoff.delay(attempt: 3, random: random) == expected)
    }

    @Test func `stays sane for odd numbers`() {
        #expect(Backoff(base: 60, cap: 10, jitter: .none).delay(attempt: 5, random: 0) == 60)
        #expect(Backoff(base: -5, cap: -9, jitter: .full).delay(attempt: 0, random: 7) == 0)
        #expect(Backoff(base: 60, cap: 3600).delay(attempt: -3, random: -1) == 30)
    }
}

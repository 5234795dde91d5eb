import Assembly
import Foundation
import Model
import Monitor
import Storage
import Testing

/// A quarter of a café's life on a clock of its own: what happened, and every letter that was worth sending.
@Suite(.timeLimit(.minutes(5)))
struct `A quarter of a café's life` {
    @Test func `makes exactly the letters that are worth sending`() async throws {
        var quarter = try CafeQuarter()
        let daemon = try await quarter.cafe.start()
        try await quarter.play { _ = try await daemon.monitor.once() }
        let lines = quarter.cafe.post.taken.map(\.line)
        #expect(lines == CafeLetters.expected)
        try await daemon.stop()
    }

    /// The store is torn away at any moment, as by a kill: what was not committed is gone, and what was
    /// sent but not settled is sent again, under the same id.
    @Test(arguments: [3, 8])
    func `is the same under kills at random moments, but for repeats with the same id`(
        seed: UInt64
    ) async throws {
        let days = CafeClock.at(10, 15, 0)..<CafeClock.at(10, 20, 12)
        var calm = try CafeQuarter(days)
        let daemon = try await calm.cafe.start()
        try await calm.play { _ = try await daemon.monitor.once() }
        try await daemon.stop()

        var rough = try CafeQuarter(days)
        let cafe = rough.cafe
        var chance = SplitMix(state: seed)
        var kills = 0
        var running = try await cafe.start()
        try await rough.play {
            for _ in 0..<3 {
                let store = running.store
                cafe.clock.strike(after: Int(chance.next() % 12)) {
                    Task { try? await store.close() }
                }
                _ = try? await running.monitor.once()
                await running.assembly.shutdown()
                try? await store.close()
                kills += 1
                running = try await cafe.start()
            }
            cafe.clock.spare()
            _ = try await running.monitor.once()
        }
        try await running.stop()
        #expect(kills > 100)
        var seen: Set<String> = []
        let first = cafe.post.taken.filter { seen.insert($0.messageID).inserted }
        #expect(first.map(\.line).sorted() == calm.cafe.post.taken.map(\.line).sorted())
    }
}

/// Steele, Lea and Flood's generator, so that a test draws the same numbers each time.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

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
}

public import FoundationEssentials

/// The time, and the waiting for it: one thing, so that a test can hold both.
public struct TimeSource: Sendable {
    /// The wall clock; may jump.
    public var now: @Sendable () -> Date
    /// Waits for a span of real time, whatever the wall clock does; throws when cancelled.
    public var sleep: @Sendable (Duration) async throws -> Void

    /// A source of time.
    public init(
        now: @escaping @Sendable () -> Date,
        sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.now = now
        self.sleep = sleep
    }

    /// The system's clocks.
    public static let system = TimeSource(
        now: { Date() }, sleep: { try await ContinuousClock().sleep(for: $0) })
}

import Testing

@testable import Notifying

struct `A delivery error` {
    @Test(arguments: DeliveryError.Reason.allCases)
    func `is worth another attempt unless the receiver is gone or refuses the letter`(
        reason: DeliveryError.Reason
    ) {
        let error = DeliveryError(reason: reason, detail: "x")
        #expect(error.isTransient == ![.gone, .refused].contains(reason))
        #expect(error.closesChannel == (reason == .gone))
    }

    @Test(arguments: [(-5.0, 0.0), (12, 12), (1e12, 86_400)])
    func `waits for a day at most`(asked: Double, wait: Double) {
        #expect(
            DeliveryError(reason: .rateLimited, detail: "x", retryAfter: asked).retryAfter == wait)
    }

    @Test func `has a detail of one harmless line`() {
        let error = DeliveryError(
            reason: .usage, detail: "a\u{1B}[2J\nb" + String(repeating: "c", count: 5000))
        #expect(error.detail.hasPrefix("a [2J b"))
        #expect(error.detail.count == 1000)
        #expect(error.description.hasPrefix("usage: a"))
    }
}

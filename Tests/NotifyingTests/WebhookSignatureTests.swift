import Foundation
import Model
import Testing

@testable import Notifying

struct `A webhook signature` {
    @Test func `is that of the specification's example`() throws {
        let key = try WebhookSigningKey(Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let signature = key.signature(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330,
            body: Array(#"{"test": 2432232314}"#.utf8))
        #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test func `differs with id, time, body and key`() throws {
        let one = try WebhookSigningKey(secret(bytes: 24))
        let other = try WebhookSigningKey(secret(bytes: 64))
        let signatures = [
            one.signature(id: "a", timestamp: 1, body: [1]),
            one.signature(id: "b", timestamp: 1, body: [1]),
            one.signature(id: "a", timestamp: 2, body: [1]),
            one.signature(id: "a", timestamp: 1, body: [2]),
            other.signature(id: "a", timestamp: 1, body: [1]),
        ]
        #expect(Set(signatures).count == 5)
    }

    @Test(arguments: [
        "", "secret", "whsec_", "whsec_not base64!", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_" + Data(repeating: 7, count: 23).base64EncodedString(),
        "whsec_" + Data(repeating: 7, count: 65).base64EncodedString(),
    ])
    func `needs a key of 24 to 64 bytes behind whsec_`(text: String) {
        let error = #expect(throws: DeliveryError.self) { try WebhookSigningKey(Secret(text)) }
        #expect(error?.reason == .badSecret)
        #expect(text.count < 10 || error?.detail.contains(text.dropFirst(6)) == false)
    }

    private func secret(bytes: Int) -> Secret {
        Secret("whsec_" + Data(repeating: 7, count: bytes).base64EncodedString())
    }
}

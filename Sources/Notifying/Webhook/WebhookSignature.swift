import Crypto
import FoundationEssentials
public import Model

/// The key that signs webhook messages, by the Standard Webhooks specification (version 1.0.0).
///
/// Written as `whsec_` and base64 of 24 to 64 bytes. The receiver has the same key, computes the
/// same signature over id, timestamp and body, and so knows who wrote and that nothing was changed.
public struct WebhookSigningKey: Sendable {
    private let key: SymmetricKey

    /// Takes a key as it is written; the error names the fault and never the key.
    public init(_ secret: Secret) throws(DeliveryError) {
        let text = secret.reveal()
        let prefix = "whsec_"
        guard text.hasPrefix(prefix) else {
            throw DeliveryError(
                reason: .badSecret, detail: "the signing secret does not start with \(prefix)")
        }
        guard let bytes = Data(base64Encoded: String(text.dropFirst(prefix.count))) else {
            throw DeliveryError(
                reason: .badSecret,
                detail: "the signing secret is not base64 behind \(prefix); make one with: "
                    + "echo \(prefix)$(openssl rand -base64 32)")
        }
        guard (24...64).contains(bytes.count) else {
            throw DeliveryError(
                reason: .badSecret,
                detail: "the signing secret has \(bytes.count) bytes and needs 24 to 64; make one "
                    + "with: echo \(prefix)$(openssl rand -base64 32)")
        }
        key = SymmetricKey(data: bytes)
    }

    /// The signature of one attempt, `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`.
    func signature(id: String, timestamp: Int, body: [UInt8]) -> String {
        var signed = Array("\(id).\(timestamp).".utf8)
        signed += body
        let code = HMAC<SHA256>.authenticationCode(for: signed, using: key)
        return "v1," + Data(code).base64EncodedString()
    }
}

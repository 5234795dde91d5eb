import CurlTransport
import FoundationEssentials
import Model

/// The request by which a service outside hears that the daemon lives.
struct HeartbeatPing: Sendable {
    /// How many bytes of an answer are read.
    private static let answerLimit = 64 * 1024

    let url: Secret
    let transport: CurlTransport

    /// Asks for the address once; what went wrong, in a sentence without the address, or nil.
    func problem() async -> String? {
        let limits = TransferLimits(
            connectTimeout: .seconds(10), totalTimeout: .seconds(20),
            maxBodySize: Self.answerLimit)
        do throws(TransportError) {
            let response = try await transport.send(
                TransportRequest(url: url.reveal(), limits: limits))
            return (200...299).contains(response.status)
                ? nil : "the receiver of the heartbeat answered \(response.status)"
        } catch {
            return error.detail
        }
    }
}

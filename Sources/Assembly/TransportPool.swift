import CurlTransport
import Synchronization

/// The transport in use, made when it is first needed and replaced when its settings change, and that of
/// mail, which needs no settings.
final class TransportPool: Sendable {
    private struct Entry {
        var settings: TransportSettings
        var transport: CurlTransport
    }

    /// Guards the transport in use and the ones before it, which end with the pool.
    private let state = Mutex<(current: Entry?, former: [CurlTransport])>((nil, []))

    /// The transport for `settings`, the same one while they are the same.
    func transport(for settings: TransportSettings) -> CurlTransport {
        state.withLock { state in
            if let current = state.current, current.settings == settings {
                return current.transport
            }
            if let former = state.current?.transport { state.former.append(former) }
            let transport = CurlTransport(settings: settings)
            state.current = Entry(settings: settings, transport: transport)
            return transport
        }
    }

    /// The one transport of mail; it has no settings of its own.
    let mailTransport = MailTransport()

    /// Ends every transport.
    func shutdown() async {
        await mailTransport.shutdown()
        let all = state.withLock { state in
            defer { state = (nil, []) }
            return state.former + [state.current?.transport].compactMap { $0 }
        }
        for transport in all { await transport.shutdown() }
    }
}

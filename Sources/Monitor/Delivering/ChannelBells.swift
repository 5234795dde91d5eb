import Model
import Synchronization

/// The doorbells of the channels, and one that rings when the list of channels has changed.
final class ChannelBells: Sendable {
    let channels = Doorbell()
    /// Guards the bells that were asked for so far.
    private let bells = Mutex<[ChannelID: Doorbell]>([:])

    /// The bell of a channel, the same at every call.
    func bell(of channel: ChannelID) -> Doorbell {
        bells.withLock { bells in
            if let bell = bells[channel] { return bell }
            let bell = Doorbell()
            bells[channel] = bell
            return bell
        }
    }

    /// Wakes every channel.
    func ringAll() {
        for bell in bells.withLock({ Array($0.values) }) { bell.ring() }
    }
}

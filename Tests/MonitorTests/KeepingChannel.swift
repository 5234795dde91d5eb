import Model
import Notifying
import Synchronization

/// A channel that takes every letter and keeps it.
final class KeepingChannel: Channel {
    let id: ChannelID
    private let kept = Mutex<[Letter]>([])

    init(id: ChannelID) { self.id = id }

    var letters: [Letter] { kept.withLock { $0 } }

    func deliver(_ letter: Letter) async throws(DeliveryError) {
        kept.withLock { $0.append(letter) }
    }
}
